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

/// Alternatives of an `Accept:` line, split at ` | `.
enum AlternativeList {
  static func read(_ text: String) -> [String] {
    text.split(separator: "|").map { String($0).trimmed }.filter { !$0.isEmpty }
  }
}
