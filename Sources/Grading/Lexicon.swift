/// Words that are never taken for a slip of another one.
struct Lexicon: Sendable {
  static let shared = Lexicon()
  static let forms: Set<String> = []
  func contains(_ word: String) -> Bool { false }
}
