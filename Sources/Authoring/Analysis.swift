/// What is seen in a statement: its words, its noun phrases and its numbers, and its main clause.
package struct Analysis: Sendable {
  let statement: Statement
  let tokens: [Token]
  let tags: [Tag]
  let nounPhrases: [NounPhrase]
  let quantities: [Quantity]
  /// The token of the first finite verb, of the main clause where there is a parse; nil for none.
  let verb: Int?
  /// What a parser said.
  var parse = Parse.unasked

  /// What became of the attempt to parse a statement.
  enum Parse: Hashable, Sendable {
    /// There are patterns alone.
    case unasked
    /// The statement is longer than a parser is good for.
    case tooLong
    case incomplete
    /// It took too long.
    case givenUp
    /// Every word has its place; no clause where it is no plain statement.
    case complete(Clause?)
  }

  /// Whether some words lie in the object or the complement of the main clause.
  func isObject(_ words: Range<Int>) -> Bool {
    guard case .complete(let clause?) = parse else { return false }
    return [clause.object, clause.complement].contains {
      $0.map { $0.lowerBound <= words.lowerBound && words.upperBound <= $0.upperBound } ?? false
    }
  }

  /// Whether every word has its place in a grammar, so that the clause may be reworded.
  var isComplete: Bool {
    if case .complete = parse { true } else { false }
  }

  /// The main clause, where the parse is complete and the statement a plain one.
  var clause: Clause? {
    if case .complete(let clause) = parse { clause } else { nil }
  }

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

  /// The noun phrase that begins at a token or behind the articles there, if it is no member of a list.
  func phrase(startingAt index: Int) -> Analysis.NounPhrase? {
    var start = index
    while tag(start) == .determiner { start += 1 }
    return nounPhrases.first { $0.words.lowerBound == start && !$0.isListed }
  }

  func word(_ index: Int) -> String {
    tokens.indices.contains(index) ? tokens[index].lower : ""
  }

  func tag(_ index: Int) -> Tag? {
    tags.indices.contains(index) ? tags[index] : nil
  }
}

extension Analysis: CustomStringConvertible {
  /// The statement with noun phrases in `[ ]`, numbers in `< >` and the verb in `{ }`; below it what
  /// a parser said.
  package var description: String {
    ([line] + parseLines.map { "  " + $0 }).joined(separator: "\n")
  }

  private var line: String {
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

  private var parseLines: [String] {
    switch parse {
    case .unasked: []
    case .tooLong: ["parse: too long"]
    case .incomplete: ["parse: incomplete"]
    case .givenUp: ["parse: given up"]
    case .complete(nil): ["parse: complete, no clause"]
    case .complete(let clause?): lines(of: clause)
    }
  }

  private func lines(of clause: Clause) -> [String] {
    let aside = { (side: Clause.Aside) in "\(text(side.words)) (of \(tokens[side.noun].text))" }
    return ["subject: \(text(clause.subject))", "verb: \(words(of: clause.verb))"]
      + [clause.object.map { "object: \(text($0))" }].compactMap(\.self)
      + [clause.complement.map { "complement: \(text($0))" }].compactMap(\.self)
      + clause.appositions.map { "apposition: \(aside($0))" }
      + clause.relatives.map { "relative: \(aside($0))" }
  }

  private func words(of verb: Clause.Verb) -> String {
    let marks = [
      verb.lemma ?? "?", verb.modal, verb.isNegated ? "negated" : nil,
      verb.isPassive ? "passive" : nil,
    ]
    return "\(text(verb.words)) (\(marks.compactMap(\.self).joined(separator: ", ")))"
  }
}
