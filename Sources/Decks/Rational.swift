/// An exact fraction: what lies between a typed dose and its verdict is never rounded.
///
/// Always reduced, with a positive denominator. Arithmetic that leaves 128 bits gives nil.
package struct Rational: Hashable, Sendable {
  package let numerator: Int128
  package let denominator: Int128

  /// Makes a whole number.
  package init(_ whole: Int) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// Reduces a fraction; nil where the denominator is zero.
  package init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * (numerator / Int128(divisor))
    self.denominator = sign * (denominator / Int128(divisor))
  }

  /// Reads digits with at most one decimal point (`-0.50`, `.5`); nil for anything else.
  ///
  /// At most 18 digits are read before and after the point together: no clinical figure has more.
  package init?(decimal text: some StringProtocol) {
    var bytes = Substring(text).utf8[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    var value: Int128 = 0
    var scale: Int128 = 1
    var digits = 0
    var seenPoint = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        guard digits <= 18 else { return nil }
        value = value * 10 + Int128(byte - UInt8(ascii: "0"))
        if seenPoint { scale *= 10 }
      case UInt8(ascii: ".") where !seenPoint:
        seenPoint = true
      default:
        return nil
      }
    }
    guard digits > 0 else { return nil }
    self.init(isNegative ? -value : value, over: scale)
  }

  package func plus(_ other: Rational) -> Rational? {
    let left = numerator.multipliedReportingOverflow(by: other.denominator)
    let right = other.numerator.multipliedReportingOverflow(by: denominator)
    let bottom = denominator.multipliedReportingOverflow(by: other.denominator)
    let top = left.partialValue.addingReportingOverflow(right.partialValue)
    guard !left.overflow, !right.overflow, !bottom.overflow, !top.overflow else { return nil }
    return Rational(top.partialValue, over: bottom.partialValue)
  }

  package func minus(_ other: Rational) -> Rational? {
    plus(-other)
  }

  package func times(_ other: Rational) -> Rational? {
    let top = numerator.multipliedReportingOverflow(by: other.numerator)
    let bottom = denominator.multipliedReportingOverflow(by: other.denominator)
    guard !top.overflow, !bottom.overflow else { return nil }
    return Rational(top.partialValue, over: bottom.partialValue)
  }

  /// Nil also where `other` is zero.
  package func divided(by other: Rational) -> Rational? {
    guard let inverse = Rational(other.denominator, over: other.numerator) else { return nil }
    return times(inverse)
  }

  package static prefix func - (value: Rational) -> Rational {
    Rational(numerator: -value.numerator, denominator: value.denominator)
  }

  package var magnitude: Rational { numerator < 0 ? -self : self }

  /// The nearest double, for display and estimates only.
  package var approximate: Double { Double(numerator) / Double(denominator) }
}

extension Rational: Comparable {
  package static func < (left: Rational, right: Rational) -> Bool {
    // The full-width products cannot overflow, so no comparison is ever wrong.
    if (left.numerator < 0) != (right.numerator < 0) { return left.numerator < 0 }
    let a = left.numerator.magnitude.multipliedFullWidth(by: right.denominator.magnitude)
    let b = right.numerator.magnitude.multipliedFullWidth(by: left.denominator.magnitude)
    let isSmaller = a.high != b.high ? a.high < b.high : a.low < b.low
    let isEqual = a.high == b.high && a.low == b.low
    return left.numerator < 0 ? !isSmaller && !isEqual : isSmaller
  }
}

extension Rational {
  /// Takes parts that are already reduced.
  private init(numerator: Int128, denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  private static func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }
}
