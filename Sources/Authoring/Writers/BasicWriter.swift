import Reading

/// Asks a question of its own where turning the statement round cannot change what it says.
enum BasicWriter {
  static func candidates(for fact: Fact, in analysis: Analysis) -> [Draftable] {
    guard !fact.isNegated else { return [] }
    let question =
      switch fact.claim {
      case .quantity(let words, .measure), .quantity(let words, .time):
        measure(words, analysis) ?? interval(words, analysis)
      case .superlative(let subject, _): superlative(subject, analysis)
      case .term(let subject): term(subject, analysis)
      case .agent(let subject): agent(subject, analysis)
      case .passive(let words): passive(words, analysis)
      default: nil as Question?
      }
    guard let question else { return [] }
    return [(.basic(question: question.text), analysis.range(question.answer))]
  }

  private struct Question {
    let text: String
    /// Tokens of the analysis.
    let answer: Range<Int>
  }

  // MARK: Numbers

  /// Asks "What is the half-life of X in adults?" where "The half-life of X is 3 hours in adults".
  private static func measure(_ words: Range<Int>, _ analysis: Analysis) -> Question? {
    guard let verb = analysis.verb, verb + 1 == words.lowerBound,
      ["is", "was"].contains(analysis.word(verb)),
      analysis.word(0) == "the",
      analysis.tokens[..<verb].contains(where: { measures.contains($0.lower) }),
      let rest = rest(from: words.upperBound, analysis)
    else { return nil }
    let subject = analysis.text(0..<verb).withSmallStart
    return Question(text: "What \(analysis.word(verb)) \(subject)\(rest)?", answer: words)
  }

  /// Asks "How often should X be checked?" where "X should be checked every 3 months".
  private static func interval(_ words: Range<Int>, _ analysis: Analysis) -> Question? {
    guard let verb = analysis.verb, analysis.word(words.lowerBound - 1) == "every",
      words.upperBound == end(of: analysis), let subject = subject(analysis, before: verb),
      isPlain(analysis, verb..<words.lowerBound),
      analysis.tags[verb..<words.lowerBound].contains(.participle),
      !analysis.tags[verb..<words.lowerBound].contains(where: {
        $0 == .conjunction || $0 == .number
      })
    else { return nil }
    let middle = analysis.text((verb + 1)..<(words.lowerBound - 1))
    let first = analysis.tokens[verb].text
    return Question(
      text: "How often \(first) \(subject) \(middle)?",
      answer: (words.lowerBound - 1)..<words.upperBound
    )
  }

  // MARK: Subjects

  /// Asks "What is the most abundant Y in Z?" where "X is the most abundant Y in Z".
  private static func superlative(_ subject: Range<Int>, _ analysis: Analysis) -> Question? {
    guard let verb = analysis.verb, ["is", "was"].contains(analysis.word(verb)),
      subject.upperBound == verb,
      subject.lowerBound == 0, !analysis.tags.contains(.comma),
      !analysis.tokens.contains(where: { ["its", "their"].contains($0.lower) }),
      !analysis.tags[(verb + 1)...].contains(where: \.isFinite),
      verb + 2 < end(of: analysis)
    else { return nil }
    let rest = analysis.text((verb + 1)..<end(of: analysis))
    return Question(
      text: "\(asking(subject, analysis)) \(analysis.word(verb)) \(rest)?",
      answer: subject
    )
  }

  /// Asks "Which condition is defined as …?".
  private static func term(_ subject: Range<Int>, _ analysis: Analysis) -> Question? {
    guard let verb = analysis.verb, end(of: analysis) - verb > 5, !pointsBack(analysis) else {
      return nil
    }
    let opening = type(subject, analysis).map { "Which \($0)" } ?? "Which term"
    return Question(
      text: "\(opening) \(analysis.text(verb..<end(of: analysis)))?",
      answer: subject
    )
  }

  /// Asks "Which hormone stimulates …?" where a long enough predicate leaves no other.
  private static func agent(_ subject: Range<Int>, _ analysis: Analysis) -> Question? {
    guard let verb = analysis.verb, let type = type(subject, analysis), !pointsBack(analysis),
      end(of: analysis) - verb > 4, analysis.tag(verb) == .verb, !isTwofold(behind: verb, analysis),
      Lexicon.irregularPasts[analysis.word(verb)] == nil, !analysis.word(verb).hasSuffix("ed")
    else { return nil }
    let isPlural = !analysis.word(verb).hasSuffix("s")
    let predicate = analysis.text(verb..<end(of: analysis))
    return Question(text: "Which \(isPlural ? plural(type) : type) \(predicate)?", answer: subject)
  }

  /// "… and the membrane becomes": another clause with a subject of its own.
  private static func isTwofold(behind verb: Int, _ analysis: Analysis) -> Bool {
    guard let joint = analysis.tags[verb...].firstIndex(of: .conjunction) else { return false }
    return analysis.tags[joint...].contains(where: \.isFinite)
  }

  private static func asking(_ subject: Range<Int>, _ analysis: Analysis) -> String {
    type(subject, analysis).map { "Which \($0)" } ?? "What"
  }

  private static func type(_ words: Range<Int>, _ analysis: Analysis) -> String? {
    AnswerType.of(Array(analysis.tokens[words]))?.rawValue
  }

  private static func plural(_ type: String) -> String {
    switch type {
    case AnswerType.drugClass.rawValue: "drugs"
    case AnswerType.population.rawValue: "people"
    case AnswerType.tissue.rawValue: "parts of the body"
    default: type + "s"
    }
  }

  // MARK: Passives

  /// Asks "What is X treated with?" where "X is treated with Y".
  private static func passive(_ words: Range<Int>, _ analysis: Analysis) -> Question? {
    guard let verb = analysis.verb, let subject = subject(analysis, before: verb),
      [.auxiliary, .modal].contains(analysis.tags[verb]),
      !analysis.tags[(verb + 1)..<words.lowerBound].contains(.verb),
      isPlain(analysis, verb..<words.lowerBound), !pointsBack(analysis)
    else { return nil }
    var before = words.lowerBound
    while analysis.tag(before - 1) == .determiner { before -= 1 }
    let middle = analysis.text((verb + 1)..<before)
    return Question(
      text: "What \(analysis.word(verb)) \(subject) \(middle)?",
      answer: words
    )
  }

  /// The words before the verb, where they are one plain phrase and point to nothing else.
  private static func subject(_ analysis: Analysis, before verb: Int) -> String? {
    guard verb > 0, analysis.tag(0) != .preposition, isPlain(analysis, 0..<verb),
      !analysis.tags[..<verb].contains(where: {
        $0 == .pronoun || $0 == .subordinator || $0.isFinite
      })
    else { return nil }
    let text = analysis.text(0..<verb)
    return analysis.isSentenceCased ? text.withSmallStart : text
  }

  private static func isPlain(_ analysis: Analysis, _ words: Range<Int>) -> Bool {
    !analysis.tags[words].contains { $0 == .comma || $0 == .mark }
  }

  private static func pointsBack(_ analysis: Analysis) -> Bool {
    analysis.tokens.contains { ["its", "their", "it", "they", "them"].contains($0.lower) }
  }

  // MARK: Ends

  private static func end(of analysis: Analysis) -> Int {
    analysis.tokens.count - (analysis.tokens.last?.text == "." ? 1 : 0)
  }

  /// What stands behind the number, if it is a short condition that may follow a question.
  private static func rest(from start: Int, _ analysis: Analysis) -> String? {
    let end = end(of: analysis)
    guard start < end else { return "" }
    let tags = analysis.tags[start..<end]
    // "8.6% in males and 6.7% in females": two numbers, of which the question would show one.
    guard end - start <= 8, analysis.tag(start) == .preposition,
      !tags.contains(where: { $0.isFinite || $0 == .comma || $0 == .mark }),
      !(tags.contains(.conjunction) && tags.contains(.number))
    else { return nil }
    return " " + analysis.text(start..<end)
  }

  private static let measures: Set<String> = [
    "dose", "half-life", "onset", "duration", "incidence", "prevalence", "concentration", "rate",
    "age", "limit", "maximum", "minimum", "bioavailability", "volume", "mortality", "dosage",
    "interval", "temperature", "pressure", "weight", "clearance", "ratio", "threshold", "level",
    "target", "range", "period", "time", "infusion", "course", "ph", "score",
  ]
}

extension Analysis {
  /// Whether the first word has its capital from the sentence alone, and not from a name.
  fileprivate var isSentenceCased: Bool {
    guard let first = tokens.first, !first.isPossessive else { return false }
    return first.text.unicodeScalars.dropFirst().allSatisfy { !$0.isUppercase }
      && (tag(0) == .determiner || Lexicon.determiners.contains(word(0))
        || tag(0) == .noun && !People.eponymous.contains(word(1)))
  }
}

extension String {
  fileprivate var withSmallStart: String {
    prefix(1).lowercased() + dropFirst()
  }
}
