/// Makes the candidate of a proposal, in the words of the document as far as it can be.
///
/// The answer and the statement are always the document's own words; only the question of a Basic
/// card is the writer's.
enum ProposalFitter {
  /// Nil where the answer does not stand in the sentence.
  static func candidate(_ proposal: Proposal, about open: OpenSentence) -> Candidate? {
    for part in open.parts {
      let analysis = part.analysis
      guard let words = place(of: proposal.answer, in: analysis) else { continue }
      var candidate = Candidate(
        form: proposal.kind == .cloze ? .cloze : .basic(question: question(proposal.text)),
        statement: analysis.statement,
        fact: fact(words, analysis),
        blank: analysis.range(words),
        sentence: open.sentence
      )
      candidate.label = part.label
      candidate.setting = part.setting
      return candidate
    }
    return nil
  }

  /// The tokens that the answer names; a number goes with its unit or not at all.
  private static func place(of answer: String, in analysis: Analysis) -> Range<Int>? {
    let tokens = analysis.tokens
    let answer = withoutArticle(answer)
    guard !answer.isEmpty else { return nil }
    for start in tokens.indices where tokens[start].isWord {
      var text = ""
      for end in start..<tokens.count where text.utf8.count < answer.utf8.count {
        text += AnswerFold.plain(tokens[end].text)
        guard text == answer, tokens[end].isWord else { continue }
        let words = start..<(end + 1)
        let cuts = analysis.quantities.contains { quantity in
          quantity.words.overlaps(words) && quantity.words.clamped(to: words) != quantity.words
        }
        if !cuts { return words }
      }
    }
    return nil
  }

  private static func withoutArticle(_ answer: String) -> String {
    let words = answer.split(whereSeparator: \.isWhitespace).map(String.init)
    let opens = words.first.map { ["a", "an", "the"].contains($0.lowercased()) } == true
    return words.dropFirst(opens ? 1 : 0).map(AnswerFold.plain).joined()
  }

  /// What the patterns say of these words, else a plain relation, which is worth least.
  private static func fact(_ words: Range<Int>, _ analysis: Analysis) -> Fact {
    let facts = FactFinder.facts(in: analysis)
    if let found = facts.first(where: { $0.claim.focus == words }) { return found }
    let phrases = Phrases(analysis.tokens)
    return Fact(
      claim: .relation(words),
      hedges: phrases.those(of: Wording.hedges),
      isNegated: phrases.containsAny(of: Wording.negations),
      relation: Relation.of(phrases)
    )
  }

  private static func question(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
