import Reading

/// Asks what the document itself asks in a heading, where the next sentence answers in few words.
enum HeadingWriter {
  /// "What are the greatest dangers?" over "The greatest dangers are X and Y".
  static func candidate(from analysis: Analysis, under headings: [String]) -> (Fact, Draftable)? {
    guard let question = question(headings), !asksForMeaning(question),
      let verb = analysis.verb, verb > 0,
      ["is", "are"].contains(analysis.word(verb)), answers(question, analysis, verb),
      let words = answer(behind: verb, in: analysis)
    else { return nil }
    let phrases = Phrases(analysis.tokens)
    let fact = Fact(
      claim: .heading(words),
      hedges: phrases.those(of: Wording.hedges),
      isNegated: phrases.containsAny(of: Wording.negations),
      relation: Relation.of(phrases)
    )
    return (fact, (.basic(question: question), analysis.range(words)))
  }

  /// The innermost heading without its number, if it asks "What is …?".
  static func question(_ headings: [String]) -> String? {
    guard let heading = headings.last, heading.hasSuffix("?") else { return nil }
    let question = String(heading.drop { !$0.isLetter })
    let words = Token.tokens(of: question).map(\.lower)
    let isOfWhat = words.first == "what" || words.first == "which"
    // "What is it and when is it used?" asks for two things.
    let isDouble = zip(words, words.dropFirst()).contains { word, next in
      word == "and" && ["what", "when", "how", "why", "where", "who", "which"].contains(next)
    }
    guard isOfWhat, !isDouble,
      !words.contains(where: { Wording.secondPerson.contains($0) || $0 == "this" })
    else { return nil }
    return question
  }

  /// "What is gout?": many things may be said of it, and the sentence says one.
  private static func asksForMeaning(_ question: String) -> Bool {
    let words = Token.tokens(of: question)
    return !words.contains { $0.lower == "the" } && Set(Roots.of(words)).count < 3
  }

  /// Whether what stands before the verb is what the question asks about.
  private static func answers(_ question: String, _ analysis: Analysis, _ verb: Int) -> Bool {
    let asked = Set(Roots.of(question))
    // "What causes gout?" is not answered by what gout is.
    let words = Token.tokens(of: question).map(\.lower)
    guard words.contains("is") || words.contains("are") else { return false }
    let subject = Set(Roots.of(Array(analysis.tokens[..<verb])))
    // "What is the cause of gout?" asks for a cause: "Gout is a form of arthritis" tells none.
    let thing = Token.tokens(of: question).prefix { !Lexicon.prepositions.contains($0.lower) }
    guard let head = Roots.of(Array(thing)).last, subject.contains(head) else { return false }
    return subject.intersection(asked).count * 2 >= asked.count
      && !analysis.tags[..<verb].contains(.pronoun) && !analysis.tags[..<verb].contains(.comma)
  }

  private static func answer(behind verb: Int, in analysis: Analysis) -> Range<Int>? {
    let last = analysis.tokens.last?.text == "." ? 1 : 0
    var words = (verb + 1)..<(analysis.tokens.count - last)
    if let first = words.first, analysis.tags[first] == .determiner, words.count > 1 {
      words = (first + 1)..<words.upperBound
    }
    guard let first = words.first, (1...longest).contains(words.count),
      analysis.tags[first].isNominal,
      !analysis.tags[words].contains(where: { $0 == .pronoun || $0 == .mark })
    else { return nil }
    return words
  }

  /// A longer answer is no longer compared word by word.
  private static let longest = 12
}
