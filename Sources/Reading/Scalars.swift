extension Unicode.Scalar {
  /// Whether this is white space, a line end or a no-break space.
  package var isBlank: Bool {
    isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }

  /// Whether this is a letter of any script.
  package var isLetter: Bool {
    isASCII ? (0x61...0x7A).contains(value | 0x20) : properties.isAlphabetic
  }

  /// Whether this is one of 0-9.
  package var isDigit: Bool {
    ("0"..."9").contains(self)
  }

  /// Whether this is one of ₀-₉.
  package var isSubscript: Bool {
    (0x2080...0x2089).contains(value)
  }

  package var isUppercase: Bool {
    isASCII ? (0x41...0x5A).contains(value) : properties.isUppercase
  }

  package var isLowercase: Bool {
    isASCII ? (0x61...0x7A).contains(value) : properties.isLowercase
  }

  /// Whether this closes a quotation or a bracket.
  package var isCloser: Bool {
    Self.closers.contains(self)
  }

  /// Whether this opens a quotation or a bracket.
  package var isOpener: Bool {
    Self.openers.contains(self)
  }

  /// Whether this shows nothing and may stand inside a word: soft hyphen, zero-width space.
  var isInvisible: Bool {
    Self.invisible.contains(self)
  }

  /// Whether this could drive a terminal or turn the direction of a line.
  var isControl: Bool {
    switch value {
    case 0x09, 0x0A, 0x0C, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether this stands for a sign that is lost: the replacement sign, or a place in some font.
  var isUnreadable: Bool {
    self == unreadable || (0xE000...0xF8FF).contains(value)
  }

  private static let closers: Set<Unicode.Scalar> = ["\"", "”", "’", "'", "»", ")", "]", "}"]
  private static let openers: Set<Unicode.Scalar> = ["\"", "“", "‘", "'", "«", "(", "[", "{"]
  private static let invisible: Set<Unicode.Scalar> = [
    "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}",
  ]
}

extension Collection where Element == Unicode.Scalar {
  /// The scalars as one string.
  package var string: String {
    // Other modules get this without its type: over the plain buffer, drafting took a third less
    // time beside the parser.
    withContiguousStorageIfAvailable { $0.text } ?? Array(self).withUnsafeBufferPointer { $0.text }
  }
}

extension UnsafeBufferPointer where Element == Unicode.Scalar {
  fileprivate var text: String {
    let most = count * 4
    return String(unsafeUninitializedCapacity: most) { bytes in
      var end = 0
      for scalar in self {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          bytes[end] = byte
          end += 1
        }
      }
      return end
    }
  }
}
