/// Whether a statement is a condition, of which the text says elsewhere what then holds.
extension SentenceGates {
  /// "If you are treated for X" with no comma before what then holds, or with nothing behind it.
  func isHalf(_ analysis: Analysis) -> Bool {
    guard Self.conditions.contains(analysis.word(0)) else { return false }
    // "When the history suggests it even if it cannot be confirmed": two conditions, and no more.
    let conditions = analysis.tokens.count { Self.conditions.contains($0.lower) }
    let clauses = clauses(analysis)
    guard let comma = analysis.tags.firstIndex(of: .comma) else {
      return clauses <= conditions && !ordersAmidst(analysis)
    }
    let rest = analysis.tokens[comma...]
    if analysis.tags[comma...].contains(where: \.isFinite) {
      return conditions > 1 && clauses <= conditions && !hasOrder(rest)
    }
    return !hasOrder(rest) && clauses <= conditions
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

  /// Finite verbs with a subject of their own: "has swallowed" is one, what "and" or "which" opens none.
  private func clauses(_ analysis: Analysis) -> Int {
    let verbs = analysis.tags.indices.filter { analysis.tags[$0].isFinite }
    return verbs.indices.count { index in
      let verb = verbs[index]
      guard index > 0 else { return true }
      let last = verbs[index - 1]
      let between = analysis.tokens[(last + 1)..<verb].map(\.lower)
      let isOne = verb - last < 3 && analysis.tags[last] != .verb
      return !isOne && !between.contains { ["and", "or", "that", "which", "who"].contains($0) }
    }
  }
}
