/// Where a statement gives something its name.
struct Namings {
  private let analysis: Analysis

  static func claims(in analysis: Analysis) -> [Fact.Claim] {
    let namings = Namings(analysis: analysis)
    return namings.names + namings.called
  }

  private var names: [Fact.Claim] {
    analysis.tokens.indices.compactMap { index in
      guard ["brand", "trade"].contains(analysis.word(index)), analysis.word(index + 1) == "name",
        let phrase = analysis.phrase(startingAt: index + 2)
          ?? analysis.phrase(startingAt: index)?.after(index + 1)
      else { return nil }
      return .name(phrase.words)
    }
  }

  /// "an enzyme called X", "also known as X"; "X, or too much Y in the blood, …".
  private var called: [Fact.Claim] {
    let named = analysis.tokens.indices.compactMap { index -> Fact.Claim? in
      let word = analysis.word(index)
      let isNaming =
        ["called", "termed"].contains(word)
        || word == "as" && ["known", "referred"].contains(analysis.word(index - 1))
        || word == "as" && analysis.word(index - 2) == "referred"
      guard isNaming, index > 0, let phrase = analysis.phrase(startingAt: index + 1) else {
        return nil
      }
      return .called(phrase.words)
    }
    return named + [glossed, placed].compactMap { $0.map { .called($0) } }
  }

  /// "X, or too much Y in the blood, …".
  private var glossed: Range<Int>? {
    guard let first = analysis.nounPhrases.first, first.words.lowerBound == 0, first.count <= 3,
      analysis.tag(first.words.upperBound) == .comma,
      analysis.word(first.words.upperBound + 1) == "or",
      analysis.tags[(first.words.upperBound + 2)...].prefix(12).contains(.comma)
    else { return nil }
    return first.words
  }

  /// "Above the basilar membrane is the X".
  private var placed: Range<Int>? {
    guard let verb = analysis.verb, verb > 2, ["is", "are"].contains(analysis.word(verb)),
      analysis.tag(0) == .preposition
        || ["interior", "deep", "superficial"].contains(analysis.word(0)),
      analysis.word(verb + 1) == "the", let phrase = analysis.phrase(startingAt: verb + 1),
      phrase.words.upperBound + 1 >= analysis.tokens.count
    else { return nil }
    return phrase.words
  }
}

extension Analysis.NounPhrase {
  /// The part of the phrase behind a token, if any is left.
  fileprivate func after(_ index: Int) -> Analysis.NounPhrase? {
    guard words.upperBound > index + 1, words.contains(index) else { return nil }
    return Analysis.NounPhrase(words: (index + 1)..<words.upperBound, isListed: isListed)
  }
}
