import Reading

/// Which blanks are a whole phrase, rightly read, for which no other would do.
extension Gates {
  /// "the […] the pancreatic duct" for "duodenum and blocks": a verb was taken for the last noun.
  static func endsInVerb(_ candidate: Candidate) -> Bool {
    guard asksForPhrase(candidate), let next = candidate.tokensAfter.first,
      let last = candidate.answerTokens.last?.lower
    else { return false }
    let opensClause = ["so", "but", "yet"].contains(candidate.answerTokens[0].lower)
    let isBeforeArticle = ["the", "a", "an", "their", "its", "than"].contains(next.lower)
    let isBeforeNumber = next.isNumber || [">", "<", "≥", "≤"].contains(next.text)
    let isGerund = last.hasSuffix("ing") && candidate.answerTokens.count > 1
    let isLong = candidate.answerTokens.count > 1
    // "The [right ventricle pumps] deoxygenated blood".
    let isThirdPerson =
      last.hasSuffix("s") && VerbLemma.lemma(of: last).map(Lexicon.isVerb) == true
      && !(candidate.answerTokens.dropLast().last?.lower.hasSuffix("s") ?? true)
      && next.isWord && [.noun, .participle].contains(Tagger.tags(of: [next])[0])
    // "[opportunistic infections or increased] risk": the last word belongs to the next.
    let endsHalfway =
      last.hasSuffix("ed") && Tagger.tags(of: [next]) == [.noun]
      && candidate.answerTokens.contains { ["and", "or"].contains($0.lower) }
    // "increasing [metabolism 2] to 5 times".
    let takesNumber = isLong && candidate.answerTokens.last?.isNumber == true && next.lower == "to"
    return opensClause || isBeforeArticle || isThirdPerson || participles.contains(last)
      || isGerund && isBeforeNumber || endsHalfway || takesNumber
      || isLong && postpositives.contains(last)
  }

  /// "neonates born": what is said of the noun before.
  private static let participles: Set<String> = [
    "born", "given", "known", "seen", "caused", "used", "taken", "treated", "found", "exposed",
  ]

  /// "tumors deep" before "in the body": what stands behind its noun and opens the next phrase.
  private static let postpositives: Set<String> = [
    "deep", "past", "suggestive", "similar", "typical", "due", "adjacent", "close", "consistent",
    "responsible", "midway", "secondary", "specific", "proximal", "distal",
  ]

  /// "the […] of breath", "the small […]": the words around it are half of the name.
  static func isPartOfTerm(_ candidate: Candidate) -> Bool {
    guard asksForPhrase(candidate) else { return false }
    let answer = candidate.answerTokens.map(\.lower)
    let before = candidate.tokensBefore.last?.lower ?? ""
    if ["small", "large"].contains(before), ["intestine", "bowel"].contains(answer[0]) {
      return true
    }
    if answer.last == "shortness", candidate.tokensAfter.first?.lower == "of" { return true }
    return answer[0] == "breath" || before == "whooping"
      || before == "multiple" && ["sclerosis", "myeloma"].contains(answer[0])
      || ["term", "word"].contains(answer[0]) && answer.count > 1
  }

  /// "cardiopulmonary [arrest, stroke and trauma]": the list begins within a phrase.
  static func isCutList(_ candidate: Candidate) -> Bool {
    guard case .enumeration = candidate.fact.claim, candidate.form == .cloze,
      let before = candidate.tokensBefore.last
    else { return false }
    return ["al", "ary", "ous", "ive", "ic"].contains(where: before.lower.hasSuffix)
      && Tagger.tags(of: [before]) == [.noun]
  }

  /// "normal […]" for "saline", "blood […]" for "group incompatibility", "enzyme (ACE) […]": the words
  /// before belong to the same name.
  static func isCutPhrase(_ candidate: Candidate) -> Bool {
    guard candidate.form == .cloze, let before = candidate.tokensBefore.last,
      let first = candidate.answerTokens.first
    else { return false }
    switch candidate.fact.claim {
    case .quantity, .regimen, .cell, .direction, .series, .heading, .called, .name: return false
    default: break
    }
    if before.text == ")" {
      let gloss = candidate.tokensBefore.suffix(4)
      return gloss.count == 4 && gloss[gloss.startIndex + 1].text == "("
        && gloss[gloss.startIndex + 2].text.unicodeScalars.allSatisfy(\.isUppercase)
        && Tagger.tags(of: [gloss[gloss.startIndex]]) == [.noun]
    }
    // "below this [range secretions]", "no [longer need ventilation]".
    if ["this", "these"].contains(before.lower) || first.lower == "longer" {
      return true
    }
    // "acute liver failure" is asked for whole; "severe [liver failure]" may be cut.
    let isOfName = naming.contains(before.lower) || AnswerType.of(before) == .organ
    return isOfName && Tagger.tags(of: [first]) == [.noun] && !before.isPossessive
  }

  /// What opens the names of things of the body besides its organs.
  private static let naming: Set<String> = [
    "normal", "white", "red", "blood", "muscle", "body", "receptor", "cord", "tubular", "tract",
  ]

  /// "As with […], liothyronine is contraindicated": any other drug could stand there.
  static func isAsOther(_ candidate: Candidate) -> Bool {
    guard candidate.form == .cloze else { return false }
    let before = candidate.tokensBefore.suffix(2).map(\.lower)
    return before == ["as", "with"] || before == ["similar", "to"]
  }

  /// "[1 unit] of whole blood is 500 mL": what is measured, and no measure.
  static func isUnitOfSubject(_ candidate: Candidate) -> Bool {
    candidate.form == .cloze && candidate.fact.claim.asksForNumber
      && candidate.tokensBefore.isEmpty && candidate.tokensAfter.first?.lower == "of"
      && ["1", "one"].contains(candidate.answerTokens.first?.lower ?? "")
  }

  /// "20 units oxytocin", "six electrolytes": two things in one, of which one may be known.
  static func isCounted(_ candidate: Candidate) -> Bool {
    guard asksForPhrase(candidate), candidate.answerTokens.count > 1 else { return false }
    let first = candidate.answerTokens[0]
    return Lexicon.numberWords.contains(first.lower) || first.isNumber
      || !QuantityFinder.quantities(in: candidate.answerTokens).isEmpty
  }

  /// "a […] called the oval window", "the […], pepsin.": what is worth asking stands beside it.
  static func isDescription(_ candidate: Candidate) -> Bool {
    guard asksForPhrase(candidate) else { return false }
    let after = candidate.tokensAfter
    if ["called", "named", "termed"].contains(after.first?.lower ?? "") { return true }
    guard after.first?.text == ",",
      candidate.tokensBefore.last.map({ articles.contains($0.lower) }) == true
    else { return false }
    let name = after.dropFirst().prefix { $0.isWord }
    let rest = after.dropFirst(1 + name.count)
    return (1...2).contains(name.count) && rest.allSatisfy { $0.text == "." }
      && Tagger.tags(of: Array(name)).allSatisfy(\.isNominal)
  }

  private static let articles: Set<String> = ["the", "a", "an"]

  /// "As with other […]", "[…] have been reported in 1% of patients": what is true of many.
  static func isOneAmongOthers(_ candidate: Candidate) -> Bool {
    guard candidate.form == .cloze else { return false }
    if candidate.fact.claim.asksForNumber {
      return candidate.answer.hasSuffix("%")
        && Phrases(candidate.stemTokens).containsAny(of: reported)
    }
    return asksForPhrase(candidate) && candidate.tokensBefore.last?.lower == "other"
  }

  private static let reported: PhraseTable = [
    "reported in", "have been reported", "has been reported", "were reported", "was reported",
    "reported with",
  ]

  /// A line of words parted by commas, without a verb: "Anorexia, constipation, […]".
  static func isOfBareList(_ candidate: Candidate) -> Bool {
    asksForPhrase(candidate) && !candidate.ground.hasVerb
      && candidate.ground.tokens.count { $0.text == "," } > 1
  }

  /// Whether it asks for words that stand in a sentence, and neither for a number nor for a list.
  private static func asksForPhrase(_ candidate: Candidate) -> Bool {
    guard candidate.form == .cloze, !candidate.answerTokens.isEmpty else { return false }
    switch candidate.fact.claim {
    case .quantity, .regimen, .cell, .direction, .series, .enumeration, .heading, .called, .name:
      return false
    default: return true
    }
  }
}
