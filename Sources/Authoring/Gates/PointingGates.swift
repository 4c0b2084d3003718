import Reading

/// Where a statement points beyond its own words.
extension SentenceGates {
  /// Where a statement takes what it says nothing of itself from.
  enum Pointing: Hashable, Sendable {
    case nowhere
    /// From the sentence before: "this", "it", "the drug".
    case back
    /// From what may stand anywhere: "another", "here", "both".
    case outside
  }

  func pointing(_ analysis: Analysis, in sentence: Sentence) -> Pointing {
    let first = analysis.word(0)
    // "Is usually seen in the elderly", but not "Is well known that".
    if ["is", "are", "was", "were"].contains(first), analysis.word(3) != "that" { return .outside }
    if analysis.tag(0) == .modal { return .outside }
    if ["after", "before", "since"].contains(first), analysis.word(1) == "that",
      analysis.tag(2) == .comma
    {
      return .outside
    }
    if Self.pointers.contains(first) { return Self.backward.contains(first) ? .back : .outside }
    if first == "the", isOfDisease, ["disease", "condition", "disorder"].contains(analysis.word(1))
    {
      return .nowhere
    }
    if first == "the", !sentence.isNumberedStep, Wording.pointing.contains(analysis.word(1)),
      !["of", "for"].contains(analysis.word(2))
    {
      return .back
    }
    return analysis.tokens.indices.contains { points(analysis, $0) } ? .back : .nowhere
  }

  /// "The usual dose is 5 mg" where the section has named another drug than the document's own, and
  /// any number under a drug's heading where another has been named since.
  func isDoseOfNothing(
    _ analysis: Analysis,
    under headings: [String],
    behind setting: Setting
  ) -> Bool {
    let heading = headings.last ?? ""
    let headed = heading == title ? [] : Token.tokens(of: heading).filter(isDrug).map(\.lower)
    let hasRival = !headed.isEmpty && otherDrugs.contains { !headed.contains($0) }
    let doses = analysis.quantities.contains { quantity in
      quantity.kind == .measure
        && analysis.tokens[quantity.words].contains { $0.text.contains(where: \.isNumber) }
    }
    // "Symptoms begin within 6 hours" is no dose; "repeat every 6 hours" is.
    let isTimed =
      analysis.quantities.contains { $0.kind == .time }
      && (analysis.tokens.contains { Wording.dosing.contains($0.lower) }
        || Self.endings.contains(analysis.word(0))
        || Phrases(analysis.tokens).containsAny(of: Wording.stopping))
    guard !otherDrugs.isEmpty, doses || isTimed || hasRival && !analysis.quantities.isEmpty else {
      return false
    }
    let shown = analysis.tokens + Token.tokens(of: setting.text)
    return !shown.contains { token in
      isDrug(token) || brands.contains(token.lower) || AnswerType.of(token) == .electrolyte
    }
  }

  func isDrug(_ token: Token) -> Bool { AnswerType.of(token, drugs: drugs) == .drug }

  private func points(_ analysis: Analysis, _ index: Int) -> Bool {
    let hasNoun = analysis.tags[..<index].contains(.noun)
    switch analysis.word(index) {
    // Of the one product that the whole text is about.
    case "this" where isOfOneDrug && Self.products.contains(analysis.word(index + 1)):
      return !otherDrugs.isEmpty || analysis.tokens.contains(where: isDrug)
    case "this", "these",
      "such" where analysis.word(index + 1) != "as":
      return true
    case "same": return analysis.word(index - 1) == "the" && analysis.word(index + 2) != "as"
    case "above" where ["the", "any"].contains(analysis.word(index - 1)): return true
    case "that": return analysis.tag(index - 1) == .comma && analysis.tag(index + 1) == .modal
    case "cause", "causes", "complication", "symptom", "sign":
      return isBareKind(analysis, index)
    case "those": return !Self.afterThose.contains(analysis.word(index + 1))
    case "it", "they": return index <= (analysis.verb ?? 0) || !hasNoun
    case "its", "their", "them": return !hasNoun
    default: return false
    }
  }

  /// "is a common cause" with no word of what it is a cause of.
  private func isBareKind(_ analysis: Analysis, _ index: Int) -> Bool {
    ["common", "frequent", "main", "major", "leading", "important"].contains(
      analysis.word(index - 1)
    ) && index > (analysis.verb ?? index)
      && !["of", "in", "for", "among", "that"].contains(analysis.word(index + 1))
  }

  private static let pointers: Set<String> = [
    "it", "they", "this", "these", "those", "that", "such", "their", "both", "one",
    "another",
    "here", "others", "some", "neither", "either", "doing", "then", "which", "who",
    "other", "its", "similar", "additional",
  ]

  private static let products: Set<String> = ["medicine", "medication", "drug"]

  /// Those that take up the sentence right before.
  private static let backward: Set<String> = [
    "it", "they", "this", "these", "such", "their", "its",
  ]

  private static let afterThose: Set<String> = [
    "who", "with", "without", "in", "of", "used", "taking", "receiving", "at", "under", "over",
    "given",
    "for", "from", "treated", "experiencing", "whose", "that", "on", "seen", "aged",
  ]

  /// Orders that begin or end a medicine.
  private static let endings: Set<String> = ["stop", "start", "hold", "omit", "restart"]
}
