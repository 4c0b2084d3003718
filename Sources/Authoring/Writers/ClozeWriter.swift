/// Takes one phrase or number out of a statement.
enum ClozeWriter {
  static func candidates(for fact: Fact, in analysis: Analysis) -> [Draftable] {
    let focus = fact.claim.focus
    guard !focus.isEmpty else { return [] }
    return [(.cloze, analysis.range(withoutOpening(focus, analysis)))]
  }

  /// Leaves words of measure and doubt and an owner before the blank in sight.
  private static func withoutOpening(_ words: Range<Int>, _ analysis: Analysis) -> Range<Int> {
    var start = words.lowerBound
    while start + 1 < words.upperBound, analysis.tag(start + 1) != .conjunction,
      kept.contains(analysis.word(start)) || analysis.tokens[start].isPossessive
    { start += 1 }
    return behindSort(start..<words.upperBound, analysis)
  }

  /// "hormone oxytocin" → "oxytocin": the sort of thing stays in sight before its name.
  private static func behindSort(_ words: Range<Int>, _ analysis: Analysis) -> Range<Int> {
    guard let last = words.last, words.count > 1, sorts.contains(analysis.word(last - 1)),
      !Everyday.holds(analysis.word(last)), AnswerType.of([analysis.tokens[last]]) != .receptor
    else { return words }
    return last..<words.upperBound
  }

  private static let sorts: Set<String> = [
    "hormone", "enzyme", "drug", "medicine", "neurotransmitter", "protein", "bacterium", "virus",
    "organism", "antibiotic", "substance",
  ]

  private static let kept = Wording.judging.subtracting(["high", "low", "first"]).union([
    "potential", "possible", "likely", "certain", "significant", "various", "different", "very",
    "novel", "new", "only", "close", "severe", "rapid", "quick",
    "dangerous",
  ])
}
