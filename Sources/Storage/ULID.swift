/// An identifier of 128 bits that sorts by its moment: 48 bits of milliseconds, 80 of chance.
package struct ULID: Hashable, Comparable, Sendable {
  /// The upper 64 bits: 48 of the moment, 16 of chance.
  package let high: UInt64
  /// The lower 64 bits, all of chance.
  package let low: UInt64

  /// An identifier of a moment (its lowest 48 bits) and of chance (its lowest 80 bits).
  package init(milliseconds: Int64, chance: (high: UInt16, low: UInt64)) {
    high = UInt64(truncatingIfNeeded: milliseconds) << 16 | UInt64(chance.high)
    low = chance.low
  }

  /// An identifier of its 128 bits.
  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The moment in UTC milliseconds.
  package var milliseconds: Int64 { Int64(high >> 16) }

  /// The next greater identifier, nil after the last of all.
  package var successor: ULID? {
    let (nextLow, carry) = low.addingReportingOverflow(1)
    let (nextHigh, overflow) = high.addingReportingOverflow(carry ? 1 : 0)
    return overflow ? nil : ULID(high: nextHigh, low: nextLow)
  }

  package static func < (left: ULID, right: ULID) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

// MARK: - Text

extension ULID: CustomStringConvertible {
  /// The 26 characters of Crockford's base 32.
  package var description: String {
    var text: [UInt8] = []
    append(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Adds the 26 characters to some bytes.
  package func append(to bytes: inout [UInt8]) {
    for index in 0..<26 {
      bytes.append(Self.alphabet[Int(digit(index))])
    }
  }

  /// Reads 26 characters of either case; I and L count as 1, O as 0.
  package init?(_ text: UnsafeRawBufferPointer) {
    guard text.count == 26 else { return nil }
    var (upper, lower, seen): (UInt64, UInt64, UInt64) = (0, 0, 0)
    let (first, middle) = Self.values.withUnsafeBufferPointer { values in
      // The halves do not wait for each other, and what means nothing is noticed at the end.
      for index in 0..<13 {
        let digits = (UInt64(values[Int(text[index])]), UInt64(values[Int(text[index + 13])]))
        upper = upper << 5 | digits.0
        lower = lower << 5 | digits.1
        seen |= digits.0 | digits.1
      }
      return (values[Int(text[0])], values[Int(text[13])])
    }
    guard seen < 32, first < 8 else { return nil }
    // The lower half has 65 bits, of which the first went over the edge.
    self.init(high: upper << 1 | UInt64(middle >> 4), low: lower)
  }

  /// Reads 26 characters of either case; I and L count as 1, O as 0.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let identifier = bytes.withUnsafeBytes({ ULID($0) }) else { return nil }
    self = identifier
  }

  /// The five bits that one character stands for; the first has only three.
  private func digit(_ index: Int) -> UInt64 {
    let shift = UInt64(25 - index) * 5
    if shift >= 64 { return high >> (shift - 64) & 31 }
    return (low >> shift | (shift > 59 ? high << (64 - shift) : 0)) & 31
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// What each byte stands for, 255 where it stands for nothing.
  private static let values: [UInt8] = (0..<256).map { byte in
    let isSmall = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(UInt8(byte))
    switch UInt8(isSmall ? byte - 32 : byte) {
    case UInt8(ascii: "I"), UInt8(ascii: "L"): return 1
    case UInt8(ascii: "O"): return 0
    case let known: return alphabet.firstIndex(of: known).map { UInt8($0) } ?? 255
    }
  }
}

// MARK: - One after another

/// Gives out identifiers that grow, also when the clock stands or goes back.
package struct ULIDSource: Sendable {
  private var last: ULID?

  /// A source that has given out nothing yet.
  package init() {}

  /// A new identifier, greater than all before from this source.
  package mutating func next(
    at moment: Timestamp,
    using random: inout some RandomNumberGenerator
  ) -> ULID {
    let fresh = ULID(
      milliseconds: max(0, moment.milliseconds),
      chance: (random.next(), random.next())
    )
    var next = fresh
    if let last, fresh.milliseconds <= last.milliseconds, let successor = last.successor {
      next = successor
    }
    last = next
    return next
  }
}
