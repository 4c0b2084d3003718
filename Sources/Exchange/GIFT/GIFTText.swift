/// The bytes of an entry with the format's escapes: `\~ \= \# \{ \} \: \\` and `\n`.
struct GIFTText {
  let bytes: [UInt8]

  /// The first place of any of some marks that has no backslash before it.
  func first(of marks: [UInt8], in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
      } else if marks.contains(bytes[index]) {
        return index
      } else {
        index += 1
      }
    }
    return nil
  }

  /// The first place of a run of one mark, none of them escaped.
  func first(run mark: UInt8, length: Int, in range: Range<Int>) -> Int? {
    var start = range.lowerBound
    while let index = first(of: [mark], in: start..<range.upperBound) {
      let run = bytes[index..<range.upperBound].prefix(while: { $0 == mark }).count
      if run >= length { return index }
      start = index + run
    }
    return nil
  }

  /// The range without blanks and line ends at either end.
  func ink(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, isSpace(bytes[low]) { low += 1 }
    while high > low, isSpace(bytes[high - 1]) { high -= 1 }
    return low..<high
  }

  /// The text of a range with its escapes undone.
  func text(_ range: Range<Int>) -> String {
    var plain: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let next = index + 1 < range.upperBound ? bytes[index + 1] : nil
      if bytes[index] == UInt8(ascii: "\\"), let next, let byte = Self.meaning(of: next) {
        plain.append(byte)
        index += 2
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// Text as the format has it, on one line.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == 0x0A {
        bytes += Array("\\n".utf8)
      } else {
        if marks.contains(byte) { bytes.append(UInt8(ascii: "\\")) }
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let marks = Array("~=#{}:\\".utf8)

  private static func meaning(of escape: UInt8) -> UInt8? {
    escape == UInt8(ascii: "n") ? 0x0A : marks.contains(escape) ? escape : nil
  }

  private func isSpace(_ byte: UInt8) -> Bool { isBlank(byte) || byte == 0x0A }
}
