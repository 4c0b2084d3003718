/// Whether a statement is a condition, of which the text says elsewhere what then holds.
extension SentenceGates {
  /// Whether it has no more clauses than conditions, and no order behind a comma: "If you are treated
  /// for X", "When the history suggests it even if it cannot be confirmed".
  func isHalf(_ analysis: Analysis) -> Bool {
    guard Self.conditions.contains(analysis.word(0)) else { return false }
    let conditions = analysis.tokens.count { Self.conditions.contains($0.lower) }
    let clauses = clauses(analysis)
    guard let comma = analysis.tags.firstIndex(of: .comma) else {
      return clauses <= conditions && !ordersAmidst(analysis)
    }
    return clauses <= conditions && !hasOrder(analysis.tokens[comma...])
  }

  private static let conditions: Set<String> = [
    "if", "when", "although", "because", "while", "unless",
  ]

  private func hasOrder(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.contains { Lexicon.verbs.contains($0.lower) || Lexicon.orders.contains($0.lower) }
  }

  /// "If the changes persist give 30 mL": words that are nothing but orders, with nothing before them
  /// that would make them a noun.
  private func ordersAmidst(_ analysis: Analysis) -> Bool {
    let passed: Set<Tag> = [.determiner, .preposition, .infinitiveMark, .modal, .auxiliary]
    return analysis.tokens.indices.dropFirst(3).contains { index in
      ["give", "administer", "discontinue", "withhold", "refer"].contains(analysis.word(index))
        && !passed.contains(analysis.tag(index - 1) ?? .mark)
    }
  }

  /// "at the next check", "with a capillary refill".
  private func isNoun(_ index: Int, _ analysis: Analysis) -> Bool {
    analysis.tags[index] == .verb
      && (max(0, index - 2)..<index).contains { analysis.tag($0) == .determiner }
      && (index + 1 >= analysis.tokens.count || analysis.tag(index + 1) != .determiner)
  }

  /// Finite verbs with a subject of their own: "has swallowed" is one, what "and" or "which" opens none.
  private func clauses(_ analysis: Analysis) -> Int {
    let verbs = analysis.tags.indices.filter { analysis.tags[$0].isFinite }
    return verbs.indices.count { index in
      let verb = verbs[index]
      guard index > 0 else { return true }
      let last = verbs[index - 1]
      // Behind a comma a clause begins anew: "is weak and cold, fluids are given".
      let between = analysis.tokens[(last + 1)..<verb].split { $0.text == "," }.last ?? []
      let isOne = verb - last < 3 && analysis.tags[last] != .verb
      return !isOne && !isNoun(verb, analysis)
        && !between.contains { ["and", "or", "that", "which", "who"].contains($0.lower) }
    }
  }
}
