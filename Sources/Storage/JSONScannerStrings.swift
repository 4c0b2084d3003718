extension JSONScanner {
  /// Steps over the string whose opening quote stands at `offset`, and checks every byte of it.
  mutating func scanString() throws(JSONError) -> JSONString {
    offset += 1
    let start = offset
    var hasEscapes = false
    while true {
      skipPlain()
      guard offset < bytes.count else { throw error(.unexpectedEnd) }
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        let raw = UnsafeRawBufferPointer(rebasing: bytes[start..<offset])
        offset += 1
        return JSONString(raw: raw, hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try skipEscape()
      case 0x20...0x7F: offset += 1
      case 0x80...: try skipScalar()
      default: throw error(.badString)
      }
    }
  }

  /// Steps, eight bytes at a time, to the next quote, backslash, control or byte beyond ASCII.
  @inline(__always)
  private mutating func skipPlain() {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs = ones << 7
    while offset + 8 <= bytes.count {
      let word = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      )
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5C)
      let controls = (word &- (ones &* 0x20)) & ~word
      let quotes = (quote &- ones) & ~quote
      let backslashes = (backslash &- ones) & ~backslash
      let stops = (word | controls | quotes | backslashes) & highs
      // A borrow may mark bytes above the first that stops, never below.
      offset += stops.trailingZeroBitCount / 8
      if stops != 0 { return }
    }
  }

  private mutating func skipEscape() throws(JSONError) {
    guard offset + 1 < bytes.count else { throw error(.unexpectedEnd) }
    switch bytes[offset + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      offset += 2
    case UInt8(ascii: "u"):
      switch try codeUnit() {
      case 0xD800..<0xDC00:
        // The first half of a pair means nothing without the second.
        guard offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
          bytes[offset + 1] == UInt8(ascii: "u"), (0xDC00..<0xE000).contains(try codeUnit())
        else { throw error(.badString) }
      case 0xDC00..<0xE000: throw error(.badString)
      default: break
      }
    default: throw error(.badString)
    }
  }

  /// Steps over `\uXXXX`.
  private mutating func codeUnit() throws(JSONError) -> Int {
    guard offset + 6 <= bytes.count else { throw error(.unexpectedEnd) }
    var unit = 0
    for index in offset + 2..<offset + 6 {
      let digit = hexValue(bytes[index])
      guard digit < 16 else { throw error(.badString) }
      unit = unit << 4 | Int(digit)
    }
    offset += 6
    return unit
  }

  /// Steps over one scalar beyond ASCII; forms that UTF-8 forbids are refused.
  private mutating func skipScalar() throws(JSONError) {
    let lead = bytes[offset]
    let second: ClosedRange<UInt8>
    let length: Int
    switch lead {
    case 0xC2...0xDF: (second, length) = (0x80...0xBF, 2)
    case 0xE0: (second, length) = (0xA0...0xBF, 3)
    case 0xED: (second, length) = (0x80...0x9F, 3)
    case 0xE1...0xEF: (second, length) = (0x80...0xBF, 3)
    case 0xF0: (second, length) = (0x90...0xBF, 4)
    case 0xF1...0xF3: (second, length) = (0x80...0xBF, 4)
    case 0xF4: (second, length) = (0x80...0x8F, 4)
    default: throw error(.badString)
    }
    guard offset + length <= bytes.count else { throw error(.unexpectedEnd) }
    guard second.contains(bytes[offset + 1]) else { throw error(.badString) }
    for index in offset + 2..<offset + length where bytes[index] & 0xC0 != 0x80 {
      throw error(.badString)
    }
    offset += length
  }
}
