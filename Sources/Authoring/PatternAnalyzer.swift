/// Reads a statement by patterns alone, without a grammar.
package struct PatternAnalyzer: SentenceAnalyzer {
  package init() {}

  package var grammar: Grammar { .patterns }

  package func refined(_ analysis: Analysis) -> Analysis { analysis }

  static func analysis(of statement: Statement) -> Analysis {
    let tokens = statement.tokens
    let tags = Tagger.tags(of: tokens)
    return Analysis(
      statement: statement,
      tokens: tokens,
      tags: tags,
      nounPhrases: nounPhrases(in: tokens, tagged: tags),
      quantities: QuantityFinder.quantities(in: tokens),
      verb: tags.firstIndex(where: \.isFinite)
    )
  }

  static func nounPhrases(in tokens: [Token], tagged tags: [Tag]) -> [Analysis.NounPhrase] {
    withLists(nounPhrases(tokens, tags), tokens)
  }

  private static func nounPhrases(_ tokens: [Token], _ tags: [Tag]) -> [Analysis.NounPhrase] {
    var phrases: [Analysis.NounPhrase] = []
    var start: Int?
    for index in 0...tokens.count {
      let holds = index < tokens.count && tags[index].isNominal
      if holds, start == nil { start = index }
      guard !holds, let first = start else { continue }
      start = nil
      if tags[first..<index].contains(.noun) {
        phrases.append(Analysis.NounPhrase(words: first..<index))
      }
    }
    return phrases
  }

  /// Joins a pair (`hours or days`) into one phrase and marks the members of longer lists.
  private static func withLists(
    _ phrases: [Analysis.NounPhrase],
    _ tokens: [Token]
  ) -> [Analysis.NounPhrase] {
    var result: [Analysis.NounPhrase] = []
    var index = 0
    while index < phrases.count {
      var last = index
      while last + 1 < phrases.count, link(phrases[last], phrases[last + 1], tokens) != nil {
        last += 1
      }
      result += merged(Array(phrases[index...last]), tokens)
      index = last + 1
    }
    return result
  }

  private enum Link {
    case conjunction
    case comma
  }

  /// What joins two neighbours, if only commas, articles and one "and" or "or" stand between.
  private static func link(
    _ left: Analysis.NounPhrase,
    _ right: Analysis.NounPhrase,
    _ tokens: [Token]
  ) -> Link? {
    var between = tokens[left.words.upperBound..<right.words.lowerBound].map(\.lower)
    if let last = between.last, ["a", "an", "the", "other", "with"].contains(last),
      between.count > 1,
      between.dropLast().last != ","
    {
      between.removeLast()
    }
    switch between {
    case ["and"], ["or"], ["and/or"], [",", "and"], [",", "or"]: return .conjunction
    case [","]: return .comma
    default: return nil
    }
  }

  private static func merged(
    _ run: [Analysis.NounPhrase],
    _ tokens: [Token]
  ) -> [Analysis.NounPhrase] {
    guard run.count > 1 else { return run }
    let hasConjunction = zip(run, run.dropFirst()).contains { link($0, $1, tokens) == .conjunction }
    guard hasConjunction else { return run }
    if run.count == 2, run[1].words.lowerBound == run[0].words.upperBound + 1 {
      return [Analysis.NounPhrase(words: run[0].words.lowerBound..<run[1].words.upperBound)]
    }
    return run.map { Analysis.NounPhrase(words: $0.words, isListed: true) }
  }
}
