/// One of the three texts of a `ContentHash`, small where it is the usual 16 hex digits.
package enum Fingerprint: Hashable, Sendable {
  case number(UInt64)
  /// Any other text, such as that of a log that another program wrote.
  case text(String)

  package init(_ text: String) {
    var text = text
    let number = text.withUTF8 { Self.number($0) }
    self = number.map { .number($0) } ?? .text(text)
  }

  /// Whether nothing was known.
  package var isEmpty: Bool { self == .text("") }

  private static func number(_ digits: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard digits.count == 16 else { return nil }
    var number: UInt64 = 0
    for digit in digits {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      default: return nil
      }
      number = number << 4 | UInt64(value)
    }
    return number
  }
}
