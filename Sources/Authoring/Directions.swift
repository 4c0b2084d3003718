/// Where a statement tells which of two opposites holds.
enum Directions {
  /// One of two words that exclude each other, where the statement does not deny it.
  static func claims(in analysis: Analysis) -> [Fact.Claim] {
    analysis.tokens.indices.compactMap { index in
      let next = analysis.word(index + 1)
      let isBound = next == "than" && analysis.tag(index + 2) == .number
      guard index > 0, !isBound, !analysis.tokens[index - 1].isPossessive,
        !telling.contains(analysis.word(index - 1)),
        !telling.contains(next),
        !analysis.tokens.suffix(from: index).prefix(6).contains(where: {
          valued.contains($0.lower)
        })
      else { return nil }
      let use: Opposites.Use? =
        if analysis.tag(index) == .verb {
          .verb
        } else if analysis.tag(index) == .participle,
          analysis.tags[..<index].last(where: { $0 != .adverb }) == .auxiliary
        { .verb } else if next == "than" {
          .comparative
        } else if next == "in",
          ["a", "an"].contains(analysis.word(index - 1))
        { .change } else { nil }
      guard
        let choice = Opposites.choice(for: analysis.word(index), as: use)
          ?? Opposites.choice(for: analysis.word(index), as: .term)
      else { return nil }
      return .direction(index..<(index + 1), choice: choice)
    }
  }

  /// Neighbours that deny a direction or give it away.
  private static let telling: Set<String> = [
    "not", "lactic", "below", "above", "to", "up", "down", "phosphatase",
  ]

  /// What anybody would wish less or more of.
  private static let valued: Set<String> = [
    "risk", "risks", "survival", "mortality", "deaths", "death", "symptoms", "pain", "outcomes",
    "quality", "chance", "likelihood", "morbidity", "safety",
  ]
}
