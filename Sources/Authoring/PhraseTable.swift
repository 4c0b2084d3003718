/// Phrases to look for in texts, each found by its first word.
struct PhraseTable: Sendable, ExpressibleByArrayLiteral {
  /// A phrase with its number among those of the table.
  struct Entry: Sendable {
    let number: Int
    let phrase: String
    fileprivate let rest: [String]

    /// How many words the phrase has.
    var count: Int { rest.count + 1 }
  }

  private let byFirst: [String: [Entry]]
  /// How many phrases the table has.
  let count: Int

  init(_ phrases: [String]) {
    var byFirst: [String: [Entry]] = [:]
    for (number, phrase) in phrases.enumerated() {
      let words = phrase.split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      let entry = Entry(number: number, phrase: phrase, rest: Array(words.dropFirst()))
      byFirst[first, default: []].append(entry)
    }
    self.byFirst = byFirst
    count = phrases.count
  }

  init(arrayLiteral phrases: String...) {
    self.init(phrases)
  }

  /// The phrases that stand at a place among words, in the order of the table.
  func entries(at place: Int, of words: [String]) -> [Entry] {
    guard let entries = byFirst[words[place]] else { return [] }
    return entries.filter { words[(place + 1)...].starts(with: $0.rest) }
  }

  /// All phrases that stand among words, one after the other as the words do.
  func entries(in words: [String]) -> [Entry] {
    words.indices.flatMap { entries(at: $0, of: words) }
  }
}
