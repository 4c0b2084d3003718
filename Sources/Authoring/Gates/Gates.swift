import Reading

/// What a proposed card must pass, each test with the reason that the report counts.
enum Gates {
  /// The first reason that speaks against a candidate, or nil.
  static func reason(against candidate: Candidate, in document: Document, people: People?)
    -> Reason?
  {
    table.first { !$0.passes(candidate, document) }?.reason
      ?? (people?.areNamed(in: candidate.textTokens) == true ? .people : nil)
  }

  private static let table: [(reason: Reason, passes: @Sendable (Candidate, Document) -> Bool)] = [
    (
      .fragment,
      { candidate, _ in
        isWhole(candidate.statement) && !goesOn(candidate) && isUnbroken(candidate)
          && !endsInAdjective(candidate)
          && !startsAsVerb(candidate) && !endsInVerb(candidate) && !isPartOfTerm(candidate)
          && !isCutList(candidate) && !isCutPhrase(candidate)
      }
    ),
    (
      .markup,
      { candidate, _ in
        let text = candidate.setting + candidate.text
        return !["{{", "}}", "::"].contains(where: text.holds)
      }
    ),
    (.answer, { candidate, _ in isFit(candidate) && !isCounted(candidate) }),
    (
      .ambiguous,
      { candidate, _ in
        standsOnce(candidate) && !isOneOfMany(candidate) && !isOneOfSeveral(candidate)
          && !isBare(candidate) && !isReport(candidate) && !isPartOfName(candidate)
          && !isOneOfCommon(candidate) && !isDescription(candidate) && !isOneAmongOthers(candidate)
          && !isOfBareList(candidate) && !isUnitOfSubject(candidate) && !isAsOther(candidate)
      }
    ),
    (
      .answer,
      { candidate, _ in
        !isAdvice(candidate) && !isAuthority(candidate) && !isKineticDetail(candidate)
      }
    ),
    (.parse, { candidate, _ in candidate.form == .cloze || candidate.isParsed != false }),
    (.itemFlaw, { candidate, _ in ItemFlaws.flaws(of: candidate).isEmpty }),
    (.leak, { candidate, _ in !leaks(candidate) }),
    (
      .stemLength, { candidate, _ in candidate.stemTokens.count(where: \.isWord) <= 30 }
    ),
    (.number, { candidate, _ in keepsNumbers(candidate) }),
    (.hedge, { candidate, _ in keepsHedges(candidate) }),
    (.noSpan, { candidate, document in CitationWriter.span(of: candidate, in: document) != nil }),
  ]

  /// Whether each parenthesis that opens closes again, and none closes that never opened.
  private static func isWhole(_ statement: Statement) -> Bool {
    var depth = 0
    for scalar in statement.scalars {
      if scalar == "(" || scalar == "[" { depth += 1 }
      if scalar == ")" || scalar == "]" { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  /// "the clearance falls below 30 mL/min and": half of a condition.
  private static func goesOn(_ candidate: Candidate) -> Bool {
    candidate.ground.tokens.last { $0.isWord }?.lower == "and"
  }

  /// Whether the blank is not a part of a compound, a fraction or a range: `3- to […]`.
  private static func isUnbroken(_ candidate: Candidate) -> Bool {
    guard candidate.form == .cloze else { return true }
    let marks: Set<Unicode.Scalar> = ["/", "-", "–", "°", "·", "×", "^", "*", "’", "'"]
    // "500/mm3" that a blank would cut in two.
    if candidate.answer.hasSuffix("/") { return false }
    let scalars = candidate.statement.scalars
    let blank = candidate.blank
    if blank.lowerBound > 0, marks.contains(scalars[blank.lowerBound - 1]) { return false }
    if blank.upperBound < scalars.count, marks.contains(scalars[blank.upperBound]) { return false }
    let before = candidate.tokensBefore.suffix(3)
    let answer = candidate.answerTokens
    func isNumber(_ token: Token) -> Bool {
      token.isNumber || Lexicon.numberWords.contains(token.lower)
    }
    if answer.first.map(isNumber) == true {
      // "10 1/[…]", and the number of a heading before its words.
      let isHeading = !candidate.fact.claim.asksForNumber && candidate.tokensBefore.isEmpty
      if isHeading || candidate.tokensBefore.last?.isNumber == true { return false }
    }
    let after = candidate.tokensAfter.prefix(3)
    if isBeforeNoun(answer, after) { return false }
    // "1 in […] 000 people": half of a number.
    if answer.last?.isNumber == true, after.first?.isNumber == true { return false }
    if candidate.fact.claim.asksForNumber,
      before.suffix(2).contains(where: { $0.lower == "or" })
        || ["to", "or"].contains(after.first { $0.text != "," }?.lower ?? "")
          && after.contains(where: isNumber)
    {
      return false
    }
    guard answer.first.map(isNumber) == true, let last = before.last,
      ["to", "and", "or", "by", "×", "x"].contains(last.lower)
        || ["in", "every"].contains(last.lower) && shared.contains(answer.last?.lower ?? "")
    else { return true }
    return !before.dropLast().suffix(2).contains(where: isNumber)
  }

  /// Of whom a share is told: "1 in 100 people".
  private static let shared: Set<String> = [
    "people", "patients", "users", "women", "men", "children", "adults", "births", "babies",
  ]

  /// "the […] postnatal visit" for "six week": a time that says which.
  private static func isBeforeNoun(_ answer: [Token], _ after: ArraySlice<Token>) -> Bool {
    guard let unit = answer.last?.lower, let first = answer.first?.lower, let next = after.first
    else { return false }
    return ["day", "week", "month", "year", "hour", "minute"].contains(unit)
      && !["1", "one", "a", "an", "each", "every", "per", "once"].contains(first)
      && next.isWord && !Lexicon.functionWords.contains(next.lower)
  }

  /// "dyspnea and pulmonary […]" before "infiltrates": the noun was taken for a verb.
  private static func endsInAdjective(_ candidate: Candidate) -> Bool {
    guard candidate.form == .cloze, !candidate.fact.claim.asksForNumber,
      let last = candidate.answerTokens.last?.lower,
      let next = candidate.tokensAfter.first,
      ["al", "ary", "ous", "ive", "ic"].contains(where: last.hasSuffix), next.isWord
    else { return false }
    if case .direction = candidate.fact.claim { return false }
    return Tagger.tags(of: [next]) == [.noun]
      || Lexicon.nounVerbs.contains(AnswerType.singular(next.lower))
  }

  /// "they simultaneously […]" for "release chemicals", "need to […]" for "smack infants": the verb
  /// was taken for a noun; "clinically […]" for "evident disease": the adverb belongs to it.
  private static func startsAsVerb(_ candidate: Candidate) -> Bool {
    guard candidate.form == .cloze, !candidate.fact.claim.asksForNumber,
      let first = candidate.answerTokens.first?.lower, candidate.answerTokens.count > 1,
      let before = candidate.tokensBefore.last?.lower
    else { return false }
    let last = candidate.tokensBefore.suffix(2).first?.lower ?? ""
    if before == "to", wishing.contains(last) { return true }
    let copulas: Set<String> = ["is", "are", "was", "were"]
    // "is […] is poor": two clauses were run together.
    if copulas.contains(before), copulas.contains(candidate.tokensAfter.first?.lower ?? "") {
      return true
    }
    let isVerb = Lexicon.nounVerbs.contains(first) || Lexicon.verbs.contains(first)
    // "Do not […]" for "use silver nitrate drops".
    if ["not", "—", "–"].contains(before), isVerb || Lexicon.orders.contains(first) {
      return true
    }
    let isAdverb = before.hasSuffix("ly") && !Lexicon.lyNouns.contains(before)
    return isVerb && (isAdverb || Lexicon.pronouns.contains(before))
      || isAdverb && qualities.contains(where: first.hasSuffix)
  }

  private static let wishing: Set<String> = [
    "need", "needs", "want", "wants", "try", "tries", "able", "ability", "order", "attempt",
  ]

  /// Endings of adjectives that an adverb makes narrower.
  private static let qualities = ["ent", "ant", "able", "ible", "ive", "ous", "ful"]

  // MARK: Truth to the source

  private static func keepsNumbers(_ candidate: Candidate) -> Bool {
    if candidate.holdsWholeItems { return true }
    return candidate.restates
      ? candidate.ground.keepsNumbers : candidate.ground.holdsNumbers(of: candidate.textTokens)
  }

  private static func keepsHedges(_ candidate: Candidate) -> Bool {
    if candidate.holdsWholeItems { return true }
    return candidate.restates
      ? candidate.ground.keepsHedges : candidate.ground.isHedged(in: candidate.textTokens)
  }
}

extension Candidate {
  /// Whether it shows items of a list word by word, so that nothing of them can be lost.
  fileprivate var holdsWholeItems: Bool {
    if case .series = fact.claim { true } else { false }
  }
}
