/// The words of a text in lower case, ready to be searched for whole phrases.
struct Phrases {
  private let words: [String]

  init(_ tokens: [Token]) {
    words = tokens.filter(\.isWord).map(\.whole)
  }

  init(_ text: String) {
    self.init(Token.tokens(of: text))
  }

  func contains(_ phrase: String) -> Bool {
    containsAny(of: PhraseTable([phrase]))
  }

  func containsAny(of words: Set<String>) -> Bool {
    self.words.contains(where: words.contains)
  }

  func containsAny(of table: PhraseTable) -> Bool {
    words.indices.contains { !table.entries(at: $0, of: words).isEmpty }
  }

  /// The phrases of a table that stand in the text, in the order of the table.
  func those(of table: PhraseTable) -> [String] {
    var found: [Int: String] = [:]
    for entry in table.entries(in: words) { found[entry.number] = entry.phrase }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The number of the first phrase of a table that stands anywhere in the text.
  func first(of table: PhraseTable) -> Int? {
    table.entries(in: words).map(\.number).min()
  }

  /// How often each phrase of a table stands in the text.
  func counts(of table: PhraseTable) -> [Int] {
    var counts = [Int](repeating: 0, count: table.count)
    for entry in table.entries(in: words) { counts[entry.number] += 1 }
    return counts
  }
}
