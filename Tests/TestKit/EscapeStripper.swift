/// Leaves out of a stream of terminal output all that is not text.
///
/// Escape sequences, carriage returns and bells go; text and line feeds stay. The stream may be cut
/// anywhere, within a sequence too.
package struct EscapeStripper: Sendable {
  private enum State {
    case text
    case escape
    case charset
    case control
    case command
    case commandEscape
  }

  private var state = State.text

  /// A stripper at the beginning of a stream.
  package init() {}

  /// Whether the byte belongs to the text.
  package mutating func keeps(_ byte: UInt8) -> Bool {
    switch state {
    case .text:
      if byte == 0x1b { state = .escape }
      return byte >= 0x20 && byte != 0x7f || byte == 0x0a || byte == 0x09
    case .escape:
      switch byte {
      case UInt8(ascii: "["): state = .control
      case UInt8(ascii: "]"): state = .command
      case UInt8(ascii: "("), UInt8(ascii: ")"): state = .charset
      default: state = .text
      }
    case .charset:
      state = .text
    case .control:
      if (0x40...0x7e).contains(byte) { state = .text }
    case .command:
      if byte == 0x07 { state = .text } else if byte == 0x1b { state = .commandEscape }
    case .commandEscape:
      state = .text
    }
    return false
  }

  /// The text of a whole output.
  package static func text(of output: some Sequence<UInt8>) -> String {
    var stripper = EscapeStripper()
    return String(decoding: output.filter { stripper.keeps($0) }, as: UTF8.self)
  }
}
