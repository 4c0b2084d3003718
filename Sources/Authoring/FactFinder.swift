/// Finds what an analysed statement says.
struct FactFinder {
  private let analysis: Analysis

  static func facts(in analysis: Analysis) -> [Fact] {
    let finder = FactFinder(analysis: analysis)
    let phrases = Phrases(analysis.tokens)
    let hedges = phrases.those(of: Wording.hedges)
    let isNegated = phrases.containsAny(of: Wording.negations)
    let relation = Relation.of(phrases)
    var seen: Set<Range<Int>> = []
    return finder.claims.filter { seen.insert($0.focus).inserted }.map {
      Fact(claim: $0, hedges: hedges, isNegated: isNegated, relation: relation)
    }
  }

  /// The most telling first: the first claim about some words is the one that is kept.
  private var claims: [Fact.Claim] {
    quantities + Enumerations.claims(in: analysis) + Namings.claims(in: analysis)
      + Directions.claims(in: analysis) + definitions
      + terms + categories + passives
      + contrasts + rules
      + relations + agents + mentions
  }

  private var quantities: [Fact.Claim] {
    analysis.quantities.map { .quantity($0.words, $0.kind) }
  }

  private func phrase(endingAt index: Int) -> Analysis.NounPhrase? {
    analysis.nounPhrases.first { $0.words.upperBound == index && !$0.isListed }
  }

  // MARK: Definitions

  private var definitions: [Fact.Claim] {
    guard let verb = analysis.verb, ["is", "are", "was", "were"].contains(analysis.word(verb)),
      let subject = subject(before: verb)
    else { return [] }
    let article = analysis.word(verb + 1)
    if article == "the", isSuperlative(verb + 2),
      let complement = analysis.phrase(startingAt: verb + 1)
        ?? analysis.phrase(startingAt: verb + 3)
    {
      guard analysis.tags[verb...].contains(.preposition) else { return [] }
      return [.superlative(subject: subject, complement: complement.words)]
    }
    guard article == "a" || article == "an", let complement = analysis.phrase(startingAt: verb + 1)
    else {
      return []
    }
    return [.definition(subject: subject, complement: complement.words)]
  }

  /// The subject that stands right before the verb or before a phrase set off by commas.
  private func subject(before verb: Int) -> Range<Int>? {
    if let phrase = phrase(endingAt: verb) { return phrase.words }
    guard let first = analysis.nounPhrases.first, first.words.lowerBound <= 1,
      analysis.tag(first.words.upperBound) == .comma
    else { return nil }
    return first.words
  }

  private func isSuperlative(_ index: Int) -> Bool {
    let word = analysis.word(index)
    return Self.singling.contains(word) || word.hasSuffix("est") && word.count > 5
      || analysis.word(index + 1) == "of" && analysis.word(index + 2) == "choice"
      || word == "gold" && analysis.word(index + 1) == "standard"
  }

  /// Words behind "the" that leave room for one only.
  private static let singling: Set<String> = [
    "most", "least", "only", "main", "first", "principal", "primary", "commonest", "antidote",
    "mainstay", "hallmark", "cornerstone", "leading", "usual", "preferred", "first-line",
    "first-choice", "standard", "major", "predominant", "cause",
  ]

  // MARK: Terms and agents

  /// The subject alone before the verb, with nothing else in front of it.
  private var bareSubject: Range<Int>? {
    guard let verb = analysis.verb, verb > 0, let phrase = analysis.nounPhrases.first,
      phrase.words.upperBound == verb, phrase.words.lowerBound <= 1, phrase.count <= 4,
      phrase.words.lowerBound == 0 || analysis.tag(0) == .determiner
    else { return nil }
    return phrase.words
  }

  private var terms: [Fact.Claim] {
    guard let verb = analysis.verb, let subject = bareSubject else { return [] }
    let next = [analysis.word(verb), analysis.word(verb + 1), analysis.word(verb + 2)]
    let defines =
      ["is", "are"].contains(next[0])
      && ["defined as", "known as"].contains("\(next[1]) \(next[2])")
      || ["refers to", "refer to"].contains("\(next[0]) \(next[1])") || next[0] == "means"
    return defines || isSetApart(verb, subject) ? [.term(subject)] : []
  }

  /// "The philtrum is the surface that connects …": one thing by what no other does.
  private func isSetApart(_ verb: Int, _ subject: Range<Int>) -> Bool {
    guard ["is", "are"].contains(analysis.word(verb)), analysis.tag(verb + 1) == .determiner,
      let kind = analysis.phrase(startingAt: verb + 1),
      ["that", "which", "where", "whose"].contains(analysis.word(kind.words.upperBound))
    else { return false }
    let sort = AnswerType.of(Array(analysis.tokens[subject]))
    return analysis.word(verb + 1) == "the" || sort != .drug && sort != .drugClass
  }

  /// Only a subject of a known sort can be asked for, as in "Which hormone …".
  private var agents: [Fact.Claim] {
    guard let verb = analysis.verb, analysis.tag(verb) == .verb || analysis.tag(verb) == .modal,
      let subject = bareSubject, AnswerType.of(Array(analysis.tokens[subject])) != nil
    else { return [] }
    return [.agent(subject)]
  }

  private static let asked: Set<String> = [
    "treated", "managed", "caused", "reversed", "prevented", "transmitted", "diagnosed",
    "confirmed", "corrected", "replaced", "metabolised", "metabolized", "excreted", "produced",
    "secreted", "triggered", "controlled", "inhibited", "stimulated", "activated", "spread",
    "removed", "relieved", "precipitated", "mediated", "broken",
  ]

  /// "… is treated with X." where nothing follows the X.
  private var passives: [Fact.Claim] {
    guard let verb = analysis.verb, !analysis.tags.contains(.comma),
      let participle = analysis.tags.indices.first(where: {
        $0 > verb && analysis.tags[$0] == .participle
      }), participle - verb <= 3,
      Self.asked.contains(analysis.word(participle)),
      ["with", "by"].contains(analysis.word(participle + 1)),
      let phrase = analysis.phrase(startingAt: participle + 2)
    else { return [] }
    let end = analysis.tokens.count - (analysis.tokens.last?.isWord == false ? 1 : 0)
    guard phrase.words.upperBound == end else { return [] }
    return [.passive(phrase.words)]
  }

  // MARK: Lists and contrasts

  private var categories: [Fact.Claim] {
    analysis.tokens.indices.compactMap { index in
      let isOpening =
        ["including", "like"].contains(analysis.word(index))
        || analysis.word(index) == "such" && analysis.word(index + 1) == "as"
      guard isOpening, index > 0 else { return nil }
      let end = analysis.tag(index - 1) == .comma ? index - 1 : index
      return phrase(endingAt: end).map { .category($0.words) }
    }
  }

  private var contrasts: [Fact.Claim] {
    let phrases = Phrases(analysis.tokens)
    guard phrases.containsAny(of: Self.contrasting) else { return [] }
    return relatedPhrases(from: mainClauseStart).map { .contrast($0) }
  }

  private static let contrasting: PhraseTable = [
    "unlike", "rather than", "whereas", "in contrast to", "compared with", "compared to",
    "apart from",
  ]

  /// After "unlike A, which …," the main clause begins behind the last comma before its verb.
  private var mainClauseStart: Int {
    guard analysis.word(0) == "unlike" || analysis.word(0) == "whereas" else { return 0 }
    return analysis.tags.lastIndex(of: .comma).map { $0 + 1 } ?? 0
  }

  // MARK: Relations and rules

  private var rules: [Fact.Claim] {
    let words = [
      "should", "must", "recommended", "contraindicated", "indicated", "avoided", "required",
    ]
    guard let mark = analysis.tokens.indices.first(where: { words.contains(analysis.word($0)) })
    else {
      return []
    }
    return relatedPhrases(from: mark).map { .rule($0) }
  }

  /// Any other words that would have to be learnt; the ranking knows that few are worth asking for.
  private var mentions: [Fact.Claim] {
    analysis.nounPhrases.filter { phrase in
      let tokens = Array(analysis.tokens[phrase.words])
      return !phrase.isListed && (1...4).contains(phrase.count)
        && (phrase.count > 1 || AnswerType.of(tokens) != nil || !Everyday.holds(tokens[0].text))
    }
    .map { .mention($0.words) }
  }

  private var relations: [Fact.Claim] {
    relatedPhrases(from: 0).map { .relation($0) }
  }

  /// Noun phrases right after a verb, a gerund or the preposition that belongs to one.
  private func relatedPhrases(from start: Int) -> [Range<Int>] {
    analysis.nounPhrases.compactMap { phrase in
      guard !phrase.isListed, phrase.words.lowerBound > start else { return nil }
      var before = phrase.words.lowerBound - 1
      while before > 0, analysis.tag(before) == .determiner || analysis.tag(before) == .adverb {
        before -= 1
      }
      if analysis.tag(before) == .preposition {
        guard isLinking(before) || continuesVagueObject(before) else { return nil }
        return phrase.words
      }
      let opens: Set<Tag> = [.verb, .gerund]
      return analysis.tag(before).map(opens.contains) == true ? phrase.words : nil
    }
  }

  /// "has a history of X", "promotes the formation of X": the noun before says nothing by itself.
  private func continuesVagueObject(_ preposition: Int) -> Bool {
    guard ["of", "for", "in"].contains(analysis.word(preposition)),
      let object = analysis.nounPhrases.first(where: { $0.words.upperBound == preposition }),
      object.count == 1, Wording.vague.contains(analysis.word(object.words.lowerBound))
    else { return false }
    var before = object.words.lowerBound - 1
    while before > 0, analysis.tag(before) == .determiner { before -= 1 }
    return before > 0 && (analysis.tags[before] == .verb || analysis.tags[before] == .auxiliary)
  }

  private func isLinking(_ preposition: Int) -> Bool {
    let words = [
      "in", "on", "by", "to", "for", "with", "without", "from", "as", "at", "under", "into", "of",
      "via", "through", "during", "before", "after", "against", "between", "across",
    ]
    guard preposition > 0, words.contains(analysis.word(preposition)) else { return false }
    var before = preposition - 1
    while before > 0,
      analysis.tag(before) == .adverb || ["up", "out", "off"].contains(analysis.word(before))
    { before -= 1 }
    let tag = analysis.tag(before)
    return tag == .participle || tag == .verb || tag == .gerund
  }
}
