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
    return start..<words.upperBound
  }

  private static let kept: Set<String> = [
    "potential", "possible", "likely", "certain", "significant", "various", "different", "very",
    "novel", "new", "only", "close", "severe", "rapid", "quick",
  ]
}
