/// The words of a text in lower case, ready to be searched for whole phrases.
struct Phrases {
  /// Single spaces between words and at both ends.
  private let padded: String

  init(_ tokens: [Token]) {
    padded = " " + tokens.filter(\.isWord).map(Self.plain).joined(separator: " ") + " "
  }

  init(_ text: String) {
    self.init(Token.tokens(of: text))
  }

  func contains(_ phrase: String) -> Bool {
    padded.contains(" \(phrase) ")
  }

  func begins(with phrase: String) -> Bool {
    padded.hasPrefix(" \(phrase) ")
  }

  func containsAny(of phrases: some Sequence<String>) -> Bool {
    phrases.contains(where: contains)
  }

  /// How often a phrase stands in the text.
  func count(of phrase: String) -> Int {
    padded.split(separator: " ").isEmpty ? 0 : padded.ranges(of: " \(phrase) ").count
  }

  private static func plain(_ token: Token) -> String {
    token.text.lowercased().replacing("’", with: "'")
  }
}
