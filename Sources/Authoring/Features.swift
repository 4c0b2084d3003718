import Reading

/// What the table of the ranking asks of a candidate, each 0 or 1 but for counts.
struct Features {
  let candidate: Candidate
  private let salience: Salience
  let answer: [Token]
  let stem: [Token]
  private let isTechnicalAnswer: Bool
  /// Words of the answer that are not of everyday language; none where the card asks for a number.
  private let rareAnswer: [Token]
  /// What each word of the stem is.
  private let traits: [Trait]

  init(_ candidate: Candidate, _ salience: Salience) {
    self.candidate = candidate
    self.salience = salience
    answer = candidate.answerTokens.filter(\.isWord)
    stem = candidate.stemTokens.filter(\.isWord)
    traits = candidate.stemTraits
    isTechnicalAnswer = answer.contains { Salience.isTechnical($0.text) }
    let asksForWords = !candidate.fact.claim.asksForNumber
    rareAnswer = asksForWords ? answer.filter { !Everyday.holds($0.text) } : []
  }

  func claims(_ matches: (Fact.Claim) -> Bool) -> Double { matches(candidate.fact.claim) ? 1 : 0 }

  private var isDirection: Bool {
    if case .direction = candidate.fact.claim { true } else { false }
  }

  func tells(_ relation: Relation?) -> Double { candidate.fact.relation == relation ? 1 : 0 }

  // MARK: The form

  var isQuestion: Double {
    switch candidate.form {
    case .basic, .choice: 1
    case .cloze, .truth, .several, .order: 0
    }
  }

  var hasOptions: Double { if case .choice = candidate.form { 1 } else { 0 } }

  var isTruth: Double { if case .truth = candidate.form { 1 } else { 0 } }

  /// Asks for a whole list.
  var isList: Double {
    switch candidate.form {
    case .order, .several: 1
    default: 0
    }
  }

  var isProposed: Double { candidate.proposal == nil ? 0 : 1 }

  var hasHint: Double { candidate.hint == nil ? 0 : 1 }

  var hasSetting: Double { candidate.setting.isEmpty ? 0 : 1 }

  var hasContext: Double { candidate.context.isEmpty ? 0 : 1 }

  // MARK: The stem

  var isListed: Double { candidate.statement.isListed ? 1 : 0 }

  var isNegated: Double { candidate.fact.isNegated ? 1 : 0 }

  /// Speaks to the reader, or begins with an order.
  var isInstruction: Double {
    let speaks = stem.contains { Wording.secondPerson.contains($0.lower) }
    return speaks || stem.first.map { Lexicon.verbs.contains($0.lower) } == true ? 1 : 0
  }

  /// How many terms of medicine the stem has, up to three.
  var technicalStem: Double {
    Double(min(3, traits.count { $0.isTechnical || $0.type != nil }))
  }

  /// No word of the stem is a verb.
  var isFragment: Double {
    candidate.ground.hasVerb ? 0 : 1
  }

  /// `minutes`, `several weeks`: a time that names no number.
  var isUnnumbered: Double {
    guard candidate.fact.claim.asksForNumber else { return 0 }
    return answer.contains { $0.isNumber || Lexicon.numberWords.contains($0.lower) } ? 0 : 1
  }

  /// An item of a list by itself, of which no grammar makes a sentence.
  var isLooseItem: Double {
    guard case .listItem = candidate.sentence.kind, !candidate.statement.isListed else { return 0 }
    return !candidate.ground.hasVerb || candidate.isParsed == false ? 1 : 0
  }

  /// Stands behind a label that says what it is said of: "Severe:".
  var isLabelled: Double { candidate.statement.label == nil ? 0 : 1 }

  var isParsed: Double { candidate.isParsed == true ? 1 : 0 }

  var isObject: Double { candidate.isObject ? 1 : 0 }

  /// Two things joined by "and" or "or", both of which the learner must guess.
  var isPair: Double { answer.contains { ["and", "or"].contains($0.lower) } ? 1 : 0 }

  /// A percentage: as often a detail of one study as a fact to know.
  var isShare: Double {
    guard candidate.fact.claim.asksForNumber else { return 0 }
    return answer.contains { $0.text.hasSuffix("%") || $0.lower == "percent" } ? 1 : 0
  }

  /// Tells of one trial: `DAPA-HF`, "in the study".
  var isOfTrial: Double {
    stem.contains { token in
      Self.trials.contains(token.lower)
        || token.text.contains("-") && token.text.unicodeScalars.count(where: \.isUppercase) > 3
    } ? 1 : 0
  }

  private static let trials: Set<String> = [
    "trial", "trials", "study", "studies", "cohort", "cohorts", "meta-analysis", "placebo",
    "randomised", "randomized", "respectively", "recipients", "enrolled", "participants",
    "discontinuation", "discontinued", "animals", "regimens", "evaluated", "fetuses",
    "volunteers", "subjects",
  ]

  /// A number that was measured once: "the concentration was […]".
  var isPastNumber: Double {
    candidate.fact.claim.asksForNumber && stem.contains { Self.pasts.contains($0.lower) } ? 1 : 0
  }

  private static let pasts: Set<String> = [
    "was", "were", "ranged", "increased", "decreased", "had", "showed", "occurred",
  ]

  /// Opens with the condition under which it holds.
  var isConditional: Double {
    ["if", "when", "in", "for", "where", "after", "before"].contains(
      candidate.ground.tokens.first?.lower ?? ""
    ) ? 1 : 0
  }

  var namesDrug: Double { traits.contains { $0.type == .drug } ? 1 : 0 }

  var hasAside: Double { candidate.stem.utf8.contains { Self.asides.contains($0) } ? 1 : 0 }

  private static let asides = [UInt8(ascii: "("), UInt8(ascii: ";")]

  /// Stands right behind "is", as the value of what the sentence is about.
  var isStatedOutright: Double {
    let before = candidate.tokensBefore.last
    return ["is", "are", "was", "were"].contains(before?.lower ?? "") ? 1 : 0
  }

  /// Other numbers in sight, of which one may be taken for the answer.
  var otherNumbers: Double {
    candidate.fact.claim.asksForNumber && stem.contains(where: \.isNumber) ? 1 : 0
  }

  /// A noun of everyday language ends the answer, and no term of medicine stands before it.
  var isGeneral: Double {
    guard !candidate.fact.claim.asksForNumber, !isDirection else { return 0 }
    return AnswerType.of(answer) == nil && !isTechnicalAnswer ? 1 : 0
  }

  /// Without a word of the document's subject the learner cannot know what is asked.
  var stemNamesTopic: Double {
    traits.contains(where: \.isTechnical) || stem.contains { salience.topics.contains($0.lower) }
      ? 1 : 0
  }

  /// How many words of the stem are not of everyday language, up to four.
  var rareStem: Double { Double(min(4, traits.count { !$0.isEveryday })) }

  var isLong: Double { stem.count > 24 ? 1 : 0 }

  var isTechnical: Double { isTechnicalAnswer ? 1 : 0 }

  /// Some words of which not all are everyday ones, or a number with its unit.
  var isManyWorded: Double {
    let tells = candidate.fact.claim.asksForNumber || !rareAnswer.isEmpty || isTechnicalAnswer
    return (2...4).contains(answer.count) && tells ? 1 : 0
  }

  /// "direct path", "extra tests": several words, and none that would have to be learnt.
  var isEverydayPhrase: Double {
    guard !candidate.fact.claim.asksForNumber, !isDirection, answer.count > 1 else { return 0 }
    return rareAnswer.isEmpty && AnswerType.of(answer) == nil ? 1 : 0
  }

  /// A word that not everybody knows stands in the answer.
  var isRare: Double { rareAnswer.isEmpty ? 0 : 1 }

  /// Such a word is what the answer names.
  var isRareHeaded: Double { rareAnswer.last.map { $0 == answer.last } == true ? 1 : 0 }

  /// `CSA`: what a learner may know by its full name alone.
  var isAcronym: Double {
    candidate.form == .cloze && !candidate.fact.claim.asksForNumber && answer.count == 1
      && answer[0].text.unicodeScalars.count(where: \.isUppercase) > 1 ? 1 : 0
  }

  func asks(for type: AnswerType) -> Double { candidate.type == type ? 1 : 0 }

  var isSalient: Double { answer.contains { salience.count($0.lower) >= 3 } ? 1 : 0 }

  var isRecast: Double { candidate.statement.isRecast ? 1 : 0 }

  var isResolved: Double { candidate.statement.isResolved ? 1 : 0 }

  var vagueWords: Double {
    Double(
      stem.count {
        Self.vague.contains($0.lower)
      }
    )
  }

  private static let vague: Set<String> = [
    "some", "several", "many", "various", "often", "sometimes", "certain", "very",
  ]

  var isMuchHedged: Double { candidate.fact.hedges.count > 3 ? 1 : 0 }

  /// Asking for the very subject of the document is asking for nothing.
  var isTopic: Double {
    answer.allSatisfy { salience.topics.contains($0.lower) } ? 1 : 0
  }

  var isMainTopic: Double {
    answer.contains { $0.lower == salience.main } ? 1 : 0
  }

  /// One everyday word, which many others could replace.
  var isPlainWord: Double {
    switch candidate.fact.claim {
    case .quantity, .regimen, .name, .superlative, .cell, .direction, .called: 0
    default: answer.count == 1 && (!isTechnicalAnswer || Self.isOfBody(answer[0])) ? 1 : 0
    }
  }

  /// A part of the body that everybody names so.
  private static func isOfBody(_ word: Token) -> Bool {
    [
      "heart", "brain", "lung", "lungs", "skin", "blood", "muscle", "muscles", "nerve", "nerves",
      "liver", "kidney", "kidneys", "body", "head", "eye", "eyes", "airway", "airways", "bone",
      "bones",
    ].contains(word.lower)
  }

  var isVagueHeaded: Double {
    guard let head = answer.last?.lower, Wording.vague.contains(head) else { return 0 }
    switch candidate.fact.claim {
    case .quantity, .regimen, .rule, .cell, .direction: return 0
    default: return 1
    }
  }
}
