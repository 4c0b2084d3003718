import Reading

/// Which words are an answer that one learner and the next would give alike.
extension Gates {
  /// One to five words that name something; a hedge or a negation is no answer.
  static func isFit(_ candidate: Candidate) -> Bool {
    switch candidate.form {
    case .truth, .order, .several: return true
    case .cloze, .basic, .choice: break
    }
    let tokens = candidate.answerTokens
    let words = tokens.filter(\.isWord)
    if candidate.asksForList || candidate.isHeaded {
      let phrases = Phrases(tokens)
      return (candidate.isHeaded ? 1...12 : 3...16).contains(words.count)
        && phrases.those(of: Wording.hedges).isEmpty
        && !phrases.containsAny(of: Wording.negations)
    }
    let commas = tokens.count { $0.text == "," }
    guard candidate.mayBeLong ? words.count <= 8 && commas < 3 : words.count <= 5 && commas == 0,
      !words.isEmpty
    else { return false }
    switch candidate.fact.claim {
    case .quantity, .regimen:
      if let last = words.last?.lower, Self.counted.contains(last) { return false }
      return !["a few", "several", "a couple"].contains {
        candidate.answer.lowercased().hasPrefix($0)
      }
    case .cell:
      // "Good", "Poor or deteriorating": anybody would guess so.
      let tells = words.contains {
        $0.isNumber || !Everyday.holds($0.text) || ["not", "avoid"].contains($0.lower)
      }
      return !tokens.contains { $0.text == ";" } && (tells || words.count > 3)
    case .direction: return true
    default: break
    }
    if words.contains(where: { ["e.g", "i.e", "etc"].contains($0.lower) }) { return false }
    let phrases = Phrases(tokens)
    guard phrases.those(of: Wording.hedges).allSatisfy({ $0 == "under" || $0 == "over" }),
      !phrases.containsAny(of: Wording.negations)
    else { return false }
    let before = candidate.tokensBefore.last
    guard let head = words.last?.lower, !Wording.trailing.contains(head),
      !["most", "more", "less", "least"].contains(before?.lower ?? ""),
      words.contains(where: { Salience.isContent($0.lower) })
    else {
      return false
    }
    // "Karl Landsteiner and A.S": somebody's name.
    if words.contains(where: { isInitials($0.text) }) { return false }
    let isTyped = AnswerType.of(words) != nil || words.contains { Salience.isTechnical($0.text) }
    if !isTyped, Wording.judging.contains(words.first?.lower ?? "") { return false }
    // `Table 7`
    if words.count == 2, words[1].isNumber, Wording.vague.contains(words[0].lower) { return false }
    let isSpecific = words.dropLast().contains { Salience.isTechnical($0.text) }
    return !Wording.vague.contains(head) || isSpecific
  }

  private static func isInitials(_ word: String) -> Bool {
    let letters = word.split(separator: ".", omittingEmptySubsequences: false)
    return letters.count > 1 && letters.allSatisfy { $0.count == 1 && $0.allSatisfy(\.isUppercase) }
  }

  /// Those whom a study counted.
  private static let counted: Set<String> = ["patients", "participants", "subjects", "cases"]

  /// Advice to the reader that asks for a word of everyday life: "brush your […]".
  static func isAdvice(_ candidate: Candidate) -> Bool {
    guard candidate.form == .cloze,
      Phrases(candidate.stemTokens).containsAny(of: Wording.secondPerson)
    else { return false }
    switch candidate.fact.claim {
    case .quantity, .regimen, .called, .name, .direction, .cell, .superlative: return false
    default:
      let answer = candidate.answerTokens
      return AnswerType.of(answer) == nil && !answer.contains { Salience.isTechnical($0.text) }
    }
  }

  /// The number of a volume of distribution or a clearance: looked up, and not remembered.
  static func isKineticDetail(_ candidate: Candidate) -> Bool {
    candidate.fact.claim.asksForNumber
      && Phrases(candidate.stemTokens).containsAny(of: kinetics)
  }

  private static let kinetics: PhraseTable = [
    "volume of distribution", "body clearance", "renal clearance", "plasma clearance", "cmax",
    "apparent clearance", "systemic clearance",
  ]

  /// "The […] recommends": whose word it is, which is a citation's business.
  static func isAuthority(_ candidate: Candidate) -> Bool {
    let after = candidate.tokensAfter
    return candidate.form == .cloze && after.first.map { speaking.contains($0.lower) } == true
  }

  private static let speaking: Set<String> = [
    "recommend", "recommends", "recommended", "suggest", "suggests", "advise", "advises",
    "conclude", "concludes", "concluded", "found", "states", "endorses",
  ]

  /// "[…] is one of the most potent vasoconstrictors": others are too.
  static func isOneOfSeveral(_ candidate: Candidate) -> Bool {
    if case .called = candidate.fact.claim { return false }
    if case .term = candidate.fact.claim { return false }
    guard candidate.form == .cloze, !candidate.fact.claim.asksForNumber,
      candidate.blank.lowerBound < 5
    else { return false }
    let after = Phrases(candidate.tokensAfter)
    return after.containsAny(of: memberships) && !after.containsAny(of: namings)
  }

  private static let memberships: PhraseTable = [
    "is one of", "are among", "is among", "is a", "is an", "are one of",
  ]

  private static let namings: Set<String> = ["defined", "called", "that"]

  /// "A common drug of this kind is […]": others are as common.
  static func isOneOfCommon(_ candidate: Candidate) -> Bool {
    guard candidate.form == .cloze, !candidate.fact.claim.asksForNumber, !candidate.asksForList,
      let last = candidate.tokensBefore.last?.lower, ["is", "are"].contains(last)
    else { return false }
    if case .called = candidate.fact.claim { return false }
    return examples.entries(at: 0, of: candidate.tokensBefore.map(\.lower)).first != nil
  }

  private static let examples: PhraseTable = [
    "a common", "an example", "one example", "examples of", "a couple of", "another", "one of",
    "some common", "common examples",
  ]

  /// "[…] has been reported": so have many.
  static func isReport(_ candidate: Candidate) -> Bool {
    guard candidate.form == .cloze, !candidate.fact.claim.asksForNumber,
      candidate.blank.lowerBound < 5
    else { return false }
    let after = candidate.tokensAfter.map(\.lower)
    return Phrases(candidate.tokensAfter).containsAny(of: reports)
      || ["may occur", "can occur"].contains(after.prefix(2).joined(separator: " "))
  }

  private static let reports: PhraseTable = [
    "has been reported", "have been reported", "has been observed", "have been observed",
    "have been noted", "has been noted", "has been described", "have been described",
    "has also been reported", "have also been reported",
  ]

  /// "[…] is given throughout the course": so few words leave room for many a drug.
  private static func isAnyDrug(_ candidate: Candidate, _ content: Int) -> Bool {
    guard candidate.blank.lowerBound < 5, content < 4 else { return false }
    return candidate.answerTokens.contains { token in
      [.drug, .drugClass, .electrolyte].contains(AnswerType.of(token))
    }
  }

  /// "Nifedipine […] capsules", "Bowman’s […]", "[…] pyogenes": part of a name.
  static func isPartOfName(_ candidate: Candidate) -> Bool {
    guard candidate.form == .cloze else { return false }
    let next = candidate.tokensAfter.first
    if candidate.fact.claim.asksForNumber {
      let isPacked = candidate.tokensAfter.prefix(2).contains { packed.contains($0.lower) }
      let beside = [candidate.tokensBefore.last, next].compactMap(\.self)
      let isTool = next.map { tools.contains($0.lower) } == true
      // "7.5 mg (three […] tablets)"
      let opened = candidate.tokensBefore.suffix(3).contains { $0.text == "(" }
      if isTool || opened && next.map({ packed.contains($0.lower) }) == true { return true }
      let isStrength = candidate.answer.hasSuffix("%") && beside.contains(where: isSubstance)
      let isNamed = candidate.tokensBefore.last.map {
        AnswerType.of($0) == .drug || $0.isCapitalised
      }
      return isStrength || isGrownUp(candidate)
        || Phrases(candidate.stemTokens).containsAny(of: packings)
        || isPacked && candidate.tokensBefore.count > 0 && isNamed == true
    }
    let words = candidate.answerTokens.filter(\.isWord)
    if isHalfOfProperName(candidate, words) { return true }
    if words.count == 1, let owner = candidate.tokensBefore.last, owner.isPossessive,
      owner.isCapitalised, candidate.tokensBefore.count > 1
    {
      return true
    }
    guard words.count == 1, words[0].isCapitalised, AnswerType.of(words) == .organism, let next
    else { return false }
    return next.isWord && !next.isCapitalised && Tagger.tags(of: [next]) == [.noun]
  }

  /// "the […] Cross", "the […] of Neurology": half of what an institution or a country is called.
  private static func isHalfOfProperName(_ candidate: Candidate, _ words: [Token]) -> Bool {
    guard words.count > 1, words.allSatisfy(\.isCapitalised),
      !words.contains(where: { AnswerType.of($0) != nil || Salience.isTechnical($0.text) })
    else { return false }
    let after = candidate.tokensAfter.filter { $0.lower != "the" }
    guard let next = after.first else { return false }
    return next.isWord && next.isCapitalised
      || next.lower == "of" && after.dropFirst().first?.isCapitalised == true
  }

  /// "adolescents of less than […]": who is no adult is told by law.
  private static func isGrownUp(_ candidate: Candidate) -> Bool {
    candidate.answer == "18 years"
      && candidate.stemTokens.contains {
        ["children", "adolescents", "adults", "adult", "paediatric", "pediatric"].contains($0.lower)
      }
  }

  /// What is sold as a solution of so many per cent.
  private static func isSubstance(_ word: Token) -> Bool {
    let type = AnswerType.of(word)
    return type == .drug || type == .electrolyte
      || ["dextrose", "glucose", "saline", "lignocaine", "lidocaine"].contains(word.lower)
  }

  private static let packings: PhraseTable = [
    "comes in", "come in", "comes as", "come as", "available in", "available as", "supplied in",
    "supplied as", "tablet contains", "tablets contain", "capsule contains", "capsules contain",
  ]

  private static let tools: Set<String> = [
    "syringe", "syringes", "needle", "needles", "cannula", "bag", "bags", "bottle", "bottles",
  ]

  private static let packed: Set<String> = [
    "tablet", "tablets", "capsule", "capsules", "film-coated", "extended-release",
  ]

  /// "GABA is a […]": with so few words in sight anything fits.
  static func isBare(_ candidate: Candidate) -> Bool {
    if case .basic(let question) = candidate.form, !candidate.isHeaded {
      // "Which drug is the drug of choice?", and of choice for what?
      let asked = Set(Roots.of(question)).subtracting(Self.sorts)
      return asked.count < 2
    }
    guard candidate.form == .cloze, candidate.setting.isEmpty, !candidate.asksForList else {
      return false
    }
    switch candidate.fact.claim {
    case .quantity, .regimen, .cell, .name, .called: return false
    default:
      let content = candidate.stemTokens.filter {
        $0.isNumber
          || $0.isWord && Salience.isContent($0.lower) && !Wording.vague.contains($0.lower)
      }
      return content.count < 2 || isAnyDrug(candidate, content.count)
    }
  }

  /// What a question of its own words asks for, which says nothing of what it is about.
  private static let sorts: Set<String> = [
    "drug", "class", "test", "hormon", "enzyme", "organ", "part", "body", "organi", "condit",
    "route", "group", "person", "people", "term", "choice",
  ]

  static func standsOnce(_ candidate: Candidate) -> Bool {
    guard candidate.form == .cloze else { return true }
    let answer = candidate.answerTokens
    let all = candidate.ground.tokens
    guard !answer.isEmpty, all.count >= answer.count else { return false }
    return (0...(all.count - answer.count)).count { stands(answer, in: all, at: $0) } == 1
  }
}

extension Candidate {
  /// "0.5 to 1 litre per minute", or what a table says in one place: more words, and still one fact.
  fileprivate var mayBeLong: Bool {
    if case .cell = fact.claim { return true }
    return fact.claim.asksForNumber
  }
}
