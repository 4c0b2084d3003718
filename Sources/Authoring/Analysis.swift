/// What patterns see in a statement: its words, its noun phrases and its numbers.
struct Analysis: Sendable {
  let statement: Statement
  let tokens: [Token]
  let tags: [Tag]
  let nounPhrases: [NounPhrase]
  let quantities: [Quantity]
  /// The token of the first finite verb, or nil where there is none.
  let verb: Int?

  /// A run of nouns, adjectives and names, without its article.
  struct NounPhrase: Hashable, Sendable {
    /// Indices of tokens.
    var words: Range<Int>
    /// Whether it is one of the members of a list or of a pair.
    var isListed = false

    var count: Int { words.count }
  }

  /// A number with its unit, a year, a share or a span of time.
  struct Quantity: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      case measure
      case time
      case year
    }

    /// Indices of tokens.
    let words: Range<Int>
    let kind: Kind
  }

  /// The scalars of the statement that some tokens cover.
  func range(_ words: Range<Int>) -> Range<Int> {
    tokens[words.lowerBound].range.lowerBound..<tokens[words.upperBound - 1].range.upperBound
  }

  func text(_ words: Range<Int>) -> String {
    statement.text(range(words))
  }

  func word(_ index: Int) -> String {
    tokens.indices.contains(index) ? tokens[index].lower : ""
  }

  func tag(_ index: Int) -> Tag? {
    tags.indices.contains(index) ? tags[index] : nil
  }
}

extension Analysis: CustomStringConvertible {
  /// The statement with noun phrases in `[ ]`, numbers in `< >` and the verb in `{ }`.
  var description: String {
    tokens.indices.map { index in
      var text = tokens[index].text
      if index == verb { text = "{\(text)}" }
      if nounPhrases.contains(where: { $0.words.lowerBound == index }) { text = "[\(text)" }
      if nounPhrases.contains(where: { $0.words.upperBound == index + 1 }) { text += "]" }
      if quantities.contains(where: { $0.words.lowerBound == index }) { text = "<\(text)" }
      if quantities.contains(where: { $0.words.upperBound == index + 1 }) { text += ">" }
      return text
    }
    .joined(separator: " ")
  }
}
