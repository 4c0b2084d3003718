/// Adds to the patterns what a parse by Link Grammar tells reliably.
///
/// What patterns find of noun phrases and numbers stays: a parse knows no units and few drugs.
package final class LinkGrammarAnalyzer: SentenceAnalyzer {
  /// Of longer sentences a parser completes few, and takes long over them.
  static let mostTokens = 35
  /// No word is longer, but garbage is.
  static let longestWord = 60

  private let parser: any SentenceParser
  private var isAbsent = false

  package init(_ parser: any SentenceParser = LinkGrammarDoor()) {
    self.parser = parser
  }

  package var grammar: Grammar { isAbsent ? .absent : .linkGrammar }

  package func refined(_ analysis: Analysis) -> Analysis {
    guard !isAbsent else { return analysis }
    guard analysis.tokens.count <= Self.mostTokens,
      analysis.tokens.allSatisfy({ $0.range.count <= Self.longestWord })
    else { return analysis.with(.tooLong) }
    let text = ParserText(analysis.statement)
    switch parser.parse(text.text) {
    case .complete(let linkage):
      let words = LinkedWords(linkage, of: text, tokens: analysis.tokens)
      return analysis.with(ClauseReader.clause(in: words), verbs: words.verbs)
    case .incomplete: return analysis.with(.incomplete)
    case .givenUp: return analysis.with(.givenUp)
    case .absent:
      isAbsent = true
      return analysis
    }
  }
}

extension Analysis {
  fileprivate func with(_ parse: Parse) -> Analysis {
    var analysis = self
    analysis.parse = parse
    return analysis
  }

  /// With the verbs of the parse, which are no longer taken for nouns.
  fileprivate func with(_ clause: Clause?, verbs: Set<Int>) -> Analysis {
    var tags = tags
    // The first word is as often a noun that the parser could only place as an order.
    for index in verbs where index > 0 && tags[index].isNominal { tags[index] = .verb }
    if let verb = clause?.verb {
      if tags[verb.main].isNominal { tags[verb.main] = verb.isPassive ? .participle : .verb }
      if tags[verb.finite].isNominal { tags[verb.finite] = .verb }
    }
    return Analysis(
      statement: statement,
      tokens: tokens,
      tags: tags,
      nounPhrases: tags == self.tags
        ? nounPhrases : PatternAnalyzer.nounPhrases(in: tokens, tagged: tags),
      quantities: quantities,
      verb: clause?.verb.finite ?? verb,
      parse: .complete(clause)
    )
  }
}
