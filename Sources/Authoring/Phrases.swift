/// The words of a text in lower case, ready to be searched for whole phrases.
struct Phrases {
  private let words: [String]
  private let set: Set<String>

  init(_ tokens: [Token]) {
    words = tokens.filter(\.isWord).map { $0.text.lowercased().replacing("’", with: "'") }
    set = Set(words)
  }

  init(_ text: String) {
    self.init(Token.tokens(of: text))
  }

  func contains(_ phrase: String) -> Bool {
    phrase.utf8.contains(UInt8(ascii: " ")) ? count(of: phrase) > 0 : set.contains(phrase)
  }

  func containsAny(of phrases: some Sequence<String>) -> Bool {
    phrases.contains(where: contains)
  }

  /// How often a phrase stands in the text.
  func count(of phrase: String) -> Int {
    let parts = phrase.split(separator: " ").map(String.init)
    guard let first = parts.first, set.contains(first), words.count >= parts.count else { return 0 }
    return (0...(words.count - parts.count)).count {
      words[$0..<($0 + parts.count)].elementsEqual(parts)
    }
  }
}
