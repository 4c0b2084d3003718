import Reading

/// The first letters of words, by which their relatives are known: "infected", "infection".
enum Roots {
  static func of(_ text: String) -> [String] { of(Token.tokens(of: text)) }

  /// Of the words that say something.
  static func of(_ words: [Token]) -> [String] {
    words.filter { $0.isWord && Salience.isContent($0.lower) }.map { of(word: $0.lower) }
  }

  static func of(word: String) -> String {
    String(AnswerType.singular(word).prefix(6))
  }
}
