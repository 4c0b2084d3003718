/// The bytes of a file, or of a part of it.
///
/// Decks are read as bytes: a Swift `String` takes CRLF for one Character and mends what cannot be
/// decoded, and the author's file must come back exactly as it was.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension UInt8 {
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
}

extension UnsafeBufferPointer<UInt8> {
  /// A part of the bytes, counted from zero again.
  func part(_ range: Range<Int>) -> Bytes {
    Bytes(rebasing: self[range])
  }

  /// The part as text, without blanks at its end; what cannot be decoded becomes U+FFFD.
  func text(_ range: Range<Int>) -> String {
    var end = range.upperBound
    while end > range.lowerBound, self[end - 1].isBlank { end -= 1 }
    return String(decoding: part(range.lowerBound..<end), as: UTF8.self)
  }

  /// Whether the bytes from `index` on begin with the given ASCII text.
  func hasPrefix(_ prefix: StaticString, at index: Int = 0) -> Bool {
    guard index + prefix.utf8CodeUnitCount <= count else { return false }
    for offset in 0..<prefix.utf8CodeUnitCount
    where self[index + offset] != prefix.utf8Start[offset] {
      return false
    }
    return true
  }

  /// The number of spaces and tabs at the start; a tab counts as enough for any indent.
  var indent: Int {
    var index = 0
    var columns = 0
    while index < count {
      if self[index] == 0x20 {
        columns += 1
      } else if self[index] == 0x09 {
        columns += 4
      } else {
        break
      }
      index += 1
    }
    return columns
  }

  /// The first byte that is neither space nor tab, or the count.
  var firstInk: Int {
    var index = 0
    while index < count, self[index].isBlank { index += 1 }
    return index
  }
}
