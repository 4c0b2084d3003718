import Reading

/// Whether the answer is one of several that stand beside each other.
extension Gates {
  /// Whether the blank is a member of a list whose other members stand in sight.
  static func isOneOfMany(_ candidate: Candidate) -> Bool {
    guard candidate.form == .cloze, !candidate.fact.claim.asksForNumber, !candidate.asksForList
    else { return false }
    switch candidate.fact.claim {
    case .direction: return false
    // "slowness of movement, known as […]": the item itself tells which of them is meant.
    case .called: break
    default: if candidate.statement.isListed { return true }
    }
    let before = candidate.tokensBefore.filter { $0.text != "." }
    let after = candidate.tokensAfter
    if isExample(candidate, before, after) || isInRow(before, after) { return true }
    let isLast = ["and", "or"].contains(before.last?.lower ?? "")
    let isFirst = ["and", "or", "and/or"].contains(after.first?.lower ?? "")
    guard after.first?.text == "," else { return isLast || isFirst }
    if before.last?.text == ",", ["and", "or"].contains(after.dropFirst().first?.lower ?? "") {
      return true
    }
    let rest = after.dropFirst().prefix(24)
    return isLast
      || rest.contains { ["and", "or"].contains($0.lower) }
        && rest.first.map {
          ["which", "who", "and", "but", "because"].contains($0.lower)
        } != true
  }

  /// "a fall in the number of platelets ([…])": the name of what stands before.
  static func isGloss(_ candidate: Candidate) -> Bool {
    let before = candidate.tokensBefore
    let words = candidate.answerTokens
    return before.last?.text == "(" && candidate.tokensAfter.first?.text == ")"
      && before.count(where: \.isWord) > 4 && !candidate.fact.claim.asksForNumber
      && words.allSatisfy { $0.isWord && !$0.text.contains(where: \.isNumber) }
      // "with statins (simvastatin)": an example, and no name.
      && ![.drug, .drugClass].contains(AnswerType.of(words))
      && !words.contains { $0.text.unicodeScalars.dropFirst().contains(where: \.isUppercase) }
      && words.contains { $0.lower.count > 6 && !Everyday.holds($0.lower) }
      && !before.suffix(8).contains { classes.contains($0.lower) }
  }

  /// Behind which parentheses hold one of many.
  private static let classes: Set<String> = [
    "disease", "diseases", "infection", "infections", "disorder", "disorders", "condition",
    "conditions", "agent", "agents", "medicine", "medicines", "drug", "drugs", "cancer", "cancers",
    "organism", "organisms", "bacteria", "viruses",
  ]

  /// "Atazanavir, […], digoxin, iron salts (take apart)": a list that no "and" closes.
  private static func isInRow(_ before: [Token], _ after: [Token]) -> Bool {
    guard before.last?.text == "," || after.first?.text == "," else { return false }
    let near = before.suffix(7) + after.prefix(7)
    let isCounting = before.contains {
      ["include", "includes", "including", ":"].contains($0.lower)
    }
    return near.count { $0.text == "," } > (isCounting ? 1 : 2)
  }

  /// Whether the blank is an example, part of an aside in parentheses, or half a noun phrase.
  private static func isExample(
    _ candidate: Candidate,
    _ before: [Token],
    _ after: [Token]
  ) -> Bool {
    if before.last?.text == "+" || after.first?.text == "+" { return true }
    let last = before.suffix(2).map(\.lower)
    if ["such as", "as in", "e.g", "for example", "for instance"].contains(
      last.joined(separator: " ")
    ) || ["including", "like", "e.g", "especially"].contains(last.last ?? "") {
      return true
    }
    let answer = candidate.answer
    let next = after.first?.lower ?? ""
    // "MMR, OPV, […]" for "yellow fever or BCG": the end of a list.
    if before.last?.text == ",",
      candidate.answerTokens.contains(where: {
        ["and", "or"].contains($0.lower)
      })
    {
      return true
    }
    if answer.contains(" and ") || answer.contains(" or "),
      ["of", "for", "that", "who"].contains(next)
    {
      return true
    }
    let opened = before.count { $0.text == "(" } > before.count { $0.text == ")" }
    return opened && !isGloss(candidate) || heads.contains(after.first?.lower ?? "")
  }

  /// Nouns that are taken for verbs and end the phrase that the blank begins.
  private static let heads: Set<String> = [
    "range", "rate", "rates", "level", "levels", "dose", "doses", "score", "scores", "test",
    "tests", "value", "values", "function", "stress", "balance", "release", "response", "damage",
    "loss", "supply", "flow", "growth", "disease", "syndrome",
  ]
}
