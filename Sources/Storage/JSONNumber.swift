/// A number inside scanned JSON that keeps to the grammar, taken apart but not yet rounded.
package struct JSONNumber {
  let raw: UnsafeRawBufferPointer
  let isNegative: Bool
  /// The digits as one number, as far as 64 bits hold them.
  let digits: UInt64
  /// Whether `digits` holds all digits.
  let isExact: Bool
  /// The power of ten that belongs to `digits`.
  let exponent: Int

  /// The number where it has no fraction and 64 bits hold it.
  var integer: Int? {
    guard isExact, exponent == 0 else {
      let value = double
      return abs(value) < 0x1p53 ? Int(exactly: value) : nil
    }
    if isNegative { return Int(exactly: digits).map { -$0 } ?? (digits == 1 << 63 ? .min : nil) }
    return Int(exactly: digits)
  }

  /// The nearest double; infinite where it is too great.
  var double: Double {
    // Both operands are exact and the processor rounds once: W. D. Clinger, 1990.
    if isExact, digits <= 1 << 53, (-22...22).contains(exponent) {
      let magnitude = Double(digits)
      let power = Self.powersOfTen[abs(exponent)]
      let value = exponent < 0 ? magnitude / power : magnitude * power
      return isNegative ? -value : value
    }
    if isExact, (-19..<0).contains(exponent) {
      let value = Self.quotient(digits, dividedBy: -exponent)
      return isNegative ? -value : value
    }
    return Double(String(decoding: raw, as: UTF8.self)) ?? .infinity
  }

  /// Steps over a number such as `0.9125` of at most 19 digits that a comma follows; nil, without a
  /// step, for any other.
  package static func fraction(_ bytes: UnsafeRawBufferPointer, at offset: inout Int) -> Double? {
    let start = offset + 2
    guard start < bytes.count, bytes[offset] == UInt8(ascii: "0"),
      bytes[offset + 1] == UInt8(ascii: ".")
    else { return nil }
    var end = start
    var digits: UInt64 = 0
    while end < bytes.count, end - start < 20, bytes[end] &- UInt8(ascii: "0") < 10 {
      digits = digits &* 10 &+ UInt64(bytes[end] &- UInt8(ascii: "0"))
      end += 1
    }
    guard (1...19).contains(end - start), end < bytes.count, bytes[end] == UInt8(ascii: ",") else {
      return nil
    }
    offset = end
    guard digits > 1 << 53 else { return Double(digits) / powersOfTen[end - start] }
    return quotient(digits, dividedBy: end - start)
  }

  /// Some digits, not 0, divided by a power of ten up to 10^19, rounded once.
  ///
  /// Doubles are written with up to 17 digits, more than one division of doubles can take.
  private static func quotient(_ digits: UInt64, dividedBy tens: Int) -> Double {
    var power: UInt64 = 1
    for _ in 0..<tens { power *= 10 }
    let (left, right) = (digits.leadingZeroBitCount, power.leadingZeroBitCount)
    let numerator = digits << left
    let (quotient, rest) = (power << right).dividingFullWidth((numerator >> 1, numerator << 63))
    // At least 62 bits, so that one for all that is lost decides a tie as the rest itself would.
    let magnitude = Double(quotient | (rest == 0 ? 0 : 1))
    return magnitude * Double(sign: .plus, exponent: right - left - 63, significand: 1)
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}

extension JSONScanner {
  /// Steps over the number at `offset`.
  mutating func scanNumber() throws(JSONError) -> JSONNumber {
    let start = offset
    let isNegative = bytes[offset] == UInt8(ascii: "-")
    if isNegative { offset += 1 }
    var digits = Digits()
    let whole = offset
    try skipDigits(&digits)
    if offset - whole > 1, bytes[whole] == UInt8(ascii: "0") {
      throw JSONError(.unexpectedByte, whole)
    }
    var exponent = 0
    if peek(UInt8(ascii: ".")) {
      offset += 1
      let fraction = offset
      try skipDigits(&digits)
      exponent = fraction - offset
    }
    if peek(UInt8(ascii: "e")) || peek(UInt8(ascii: "E")) {
      offset += 1
      exponent += try scanExponent()
    }
    return JSONNumber(
      raw: UnsafeRawBufferPointer(rebasing: bytes[start..<offset]),
      isNegative: isNegative,
      digits: digits.value,
      isExact: digits.isExact,
      exponent: exponent
    )
  }

  private struct Digits {
    var value: UInt64 = 0
    var isExact = true

    @inline(__always)
    mutating func append(_ digit: UInt8) {
      let (tens, tooMany) = value.multipliedReportingOverflow(by: 10)
      let (sum, tooGreat) = tens.addingReportingOverflow(UInt64(digit))
      if tooMany || tooGreat { isExact = false }
      if isExact { value = sum }
    }
  }

  private func peek(_ byte: UInt8) -> Bool {
    offset < bytes.count && bytes[offset] == byte
  }

  private mutating func scanExponent() throws(JSONError) -> Int {
    let isNegative = peek(UInt8(ascii: "-"))
    if isNegative || peek(UInt8(ascii: "+")) { offset += 1 }
    var digits = Digits()
    try skipDigits(&digits)
    // Far outside what a double holds, whatever the digits before.
    let magnitude = Int(min(digits.value, 1_000_000))
    return isNegative ? -magnitude : magnitude
  }

  /// Steps over at least one digit.
  private mutating func skipDigits(_ digits: inout Digits) throws(JSONError) {
    let start = offset
    while offset < bytes.count {
      let digit = bytes[offset] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      digits.append(digit)
      offset += 1
    }
    if offset == start { throw error(offset < bytes.count ? .unexpectedByte : .unexpectedEnd) }
  }
}
