/// The marks that begin options and steps.
enum LineMark {
  /// `- [x] text`: whether the option is right, and where its text begins.
  static func option(_ line: Bytes) -> (isRight: Bool, textStart: Int)? {
    guard line.count >= 5, line[0] == UInt8(ascii: "-"), line[1] == 0x20,
      line[2] == UInt8(ascii: "["), line[4] == UInt8(ascii: "]"),
      line.count == 5 || line[5].isBlank
    else { return nil }
    switch line[3] {
    case 0x20: return (false, textStart(after: 5, in: line))
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return (true, textStart(after: 5, in: line))
    default: return nil
    }
  }

  /// `1. text` or `1) text`: where the step's text begins.
  static func step(_ line: Bytes) -> Int? {
    let digits = line.prefix(while: \.isDigit).count
    guard digits > 0, digits < line.count,
      line[digits] == UInt8(ascii: ".") || line[digits] == UInt8(ascii: ")"),
      digits + 1 == line.count || line[digits + 1].isBlank
    else { return nil }
    return textStart(after: digits + 1, in: line)
  }

  /// The first byte from `index` on that is no blank.
  static func textStart(after index: Int, in line: Bytes) -> Int {
    line[index...].firstIndex { !$0.isBlank } ?? line.count
  }
}
