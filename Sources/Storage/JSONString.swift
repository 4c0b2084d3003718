/// A string inside scanned JSON, valid but not yet copied; it lives as long as the scanned bytes.
package struct JSONString {
  /// The bytes between the quotes, escapes as they are written.
  package let raw: UnsafeRawBufferPointer
  /// Tells whether the bytes hold escapes.
  package let hasEscapes: Bool

  /// The text the string stands for.
  package var text: String {
    hasEscapes ? String(decoding: unescaped, as: UTF8.self) : String(decoding: raw, as: UTF8.self)
  }

  /// Compares the text with a literal, without an allocation unless the string has escapes.
  ///
  /// A `switch` over keys asks this some ten times a key, so most answers come from the length.
  @inlinable @inline(__always)
  package static func == (string: JSONString, literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard string.raw.count == count, !string.hasEscapes else {
      return string.hasEscapes
        && string.text.utf8.elementsEqual(
          UnsafeBufferPointer(start: literal.utf8Start, count: count)
        )
    }
    for index in 0..<count where string.raw[index] != literal.utf8Start[index] { return false }
    return true
  }

  /// Lets a `switch` over a key name its cases as literals.
  @inlinable @inline(__always)
  package static func ~= (literal: StaticString, string: JSONString) -> Bool {
    string == literal
  }

  /// The bytes of the text.
  private var unescaped: [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      let byte = raw[index]
      index += 1
      if byte == UInt8(ascii: "\\") {
        appendEscape(at: &index, to: &text)
      } else {
        text.append(byte)
      }
    }
    return text
  }

  /// Decodes the escape whose letter stands at `index`; the scanner has seen that it is whole.
  private func appendEscape(at index: inout Int, to text: inout [UInt8]) {
    let letter = raw[index]
    index += 1
    switch letter {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"):
      var unit = codeUnit(at: &index)
      if (0xD800..<0xDC00).contains(unit) {
        index += 2
        unit = 0x10000 + (unit - 0xD800) << 10 + (codeUnit(at: &index) - 0xDC00)
      }
      if let scalar = Unicode.Scalar(unit) { text.append(contentsOf: String(scalar).utf8) }
    default: text.append(letter)
    }
  }

  private func codeUnit(at index: inout Int) -> UInt32 {
    defer { index += 4 }
    return raw[index..<index + 4].reduce(0) { $0 << 4 | UInt32(hexValue($1)) }
  }
}

/// The value of a hexadecimal digit, 255 where it is none.
func hexValue(_ digit: UInt8) -> UInt8 {
  switch digit {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
  default: 255
  }
}
