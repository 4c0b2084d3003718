/// Asks a question of its own where turning the statement round cannot change what it says.
enum BasicWriter {
  static func candidates(for fact: Fact, in analysis: Analysis) -> [(
    form: Candidate.Form, blank: Range<Int>
  )] {
    guard !fact.isNegated else { return [] }
    return switch fact.claim {
    case .quantity(let words, .measure), .quantity(let words, .time): measure(words, analysis)
    case .superlative(let subject, _): superlative(subject, analysis)
    default: []
    }
  }

  /// Asks "What is the half-life of X in adults?" where "The half-life of X is 3 hours in adults".
  private static func measure(
    _ words: Range<Int>,
    _ analysis: Analysis
  ) -> [(form: Candidate.Form, blank: Range<Int>)] {
    guard let verb = analysis.verb, verb + 1 == words.lowerBound,
      ["is", "was"].contains(analysis.word(verb)),
      analysis.word(0) == "the",
      analysis.tokens[..<verb].contains(where: { measures.contains($0.lower) }),
      let rest = rest(from: words.upperBound, analysis)
    else { return [] }
    let subject = analysis.text(0..<verb).withSmallThe
    return [
      (.basic(question: "What \(analysis.word(verb)) \(subject)\(rest)?"), analysis.range(words))
    ]
  }

  /// Asks "What is the most abundant Y in Z?" where "X is the most abundant Y in Z".
  private static func superlative(
    _ subject: Range<Int>,
    _ analysis: Analysis
  ) -> [(form: Candidate.Form, blank: Range<Int>)] {
    guard let verb = analysis.verb, ["is", "was"].contains(analysis.word(verb)),
      subject.upperBound == verb,
      subject.lowerBound == 0, !analysis.tags.contains(.comma),
      !analysis.tokens.contains(where: { ["its", "their"].contains($0.lower) })
    else { return [] }
    let end = analysis.tokens.count - (analysis.tokens.last?.text == "." ? 1 : 0)
    guard verb + 2 < end else { return [] }
    let question = "What \(analysis.word(verb)) \(analysis.text((verb + 1)..<end))?"
    return [(.basic(question: question), analysis.range(subject))]
  }

  /// What stands behind the number, if it is a short condition that may follow a question.
  private static func rest(from start: Int, _ analysis: Analysis) -> String? {
    let end = analysis.tokens.count - (analysis.tokens.last?.text == "." ? 1 : 0)
    guard start < end else { return "" }
    guard end - start <= 8, analysis.tag(start) == .preposition,
      !analysis.tags[start..<end].contains(where: { $0.isFinite || $0 == .comma || $0 == .mark })
    else { return nil }
    return " " + analysis.text(start..<end)
  }

  private static let measures: Set<String> = [
    "dose", "half-life", "onset", "duration", "incidence", "prevalence", "concentration", "rate",
    "age", "limit", "maximum", "minimum", "bioavailability", "volume", "mortality", "dosage",
    "interval", "temperature", "pressure", "weight", "clearance", "ratio", "threshold", "level",
  ]
}

extension String {
  fileprivate var withSmallThe: String {
    hasPrefix("The ") ? "the " + dropFirst(4) : self
  }
}
