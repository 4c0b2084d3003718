/// The text of an option with its key: `(b) Bronchial smooth muscle relaxes`.
enum OptionText {
  /// The key letter, empty where there is none, and the text after it.
  static func split(_ text: String) -> (letter: String, text: String) {
    let bytes = text.utf8
    guard bytes.count >= 3, bytes.first == UInt8(ascii: "(") else { return ("", text) }
    let letter = bytes.index(after: bytes.startIndex)
    let close = bytes.index(after: letter)
    guard bytes[letter].isLetter, bytes[close] == UInt8(ascii: ")") else { return ("", text) }
    let rest = text[bytes.index(after: close)...]
    guard rest.isEmpty || rest.utf8.first?.isBlank == true else { return ("", text) }
    return (text[letter..<close].lowercased(), String(rest).trimmed)
  }
}

/// Alternatives of an `Accept:` line, split at ` | `; `\|` is a bar of the text.
///
/// Escapes stay, as in every field: inline markup is made plain where a card is asked.
enum AlternativeList {
  static func read(_ text: String) -> [String] {
    var alternatives: [String] = []
    var written: [UInt8] = []
    var isEscaped = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: "|"), !isEscaped {
        alternatives.append(String(decoding: written, as: UTF8.self))
        written = []
      } else {
        written.append(byte)
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    alternatives.append(String(decoding: written, as: UTF8.self))
    return alternatives.map(\.trimmed).filter { !$0.isEmpty }
  }
}
