import Reading

/// What speaks against a candidate by where in its document it stands.
extension DocumentDraft {
  /// Whether the answer is what the whole document is about, and what any heading tells.
  func asksForSubject(_ candidate: Candidate) -> Bool {
    switch candidate.fact.claim {
    case .quantity, .regimen, .name, .cell: return false
    default:
      let subjects = [salience.main, salience.mainDrug, salience.commonDrug].compactMap(\.self)
      return context.isTitle(candidate.answer) || context.isHalfOfPair(candidate)
        || isClassOfSubject(candidate)
        || candidate.answerTokens.contains { token in
          subjects.contains { token.lower == $0 || token.lower.hasPrefix($0 + "-") }
            || salience.isRelated(token) || context.isAcronymOfTitle(token)
        }
    }
  }

  /// "tetracyclines" in a text about doxycycline, which keeps speaking of them.
  private func isClassOfSubject(_ candidate: Candidate) -> Bool {
    guard salience.mainDrug != nil, let head = candidate.answerTokens.last?.lower,
      AnswerType.of(candidate.answerTokens) == .drugClass
    else { return false }
    let forms = Set([head, AnswerType.singular(head), AnswerType.singular(head) + "s"])
    return forms.reduce(0) { $0 + salience.count($1) } > 2
  }

  /// An item of a list that no grammar takes for a sentence, and neither a lead-in nor, where a word is
  /// asked for, a heading makes one of.
  func isBrokenItem(_ candidate: Candidate) -> Bool {
    if case .regimen = candidate.fact.claim { return !isRegimen(candidate) }
    guard case .listItem = candidate.sentence.kind, !candidate.statement.isListed else {
      return false
    }
    if candidate.ground.hasVerb {
      let isBare = candidate.context.isEmpty || candidate.fact.claim.asksForNumber
      return candidate.isParsed == false && isBare
    }
    return candidate.ground.tokens.first.map(gates.isDrug) == true
      ? !isRegimen(candidate)
      : candidate.context.isEmpty
  }

  /// "Stroke – Treatment: aspirin for [2 weeks]": a drug, its amount, and what it is given for.
  private func isRegimen(_ candidate: Candidate) -> Bool {
    let names = Token.tokens(of: candidate.context)
    return candidate.fact.claim.asksForNumber
      && names.contains { AnswerType.of($0) == .condition || AnswerType.of($0) == .organism }
  }

  /// A dose, and no drug named in the question or in what stands over it; or a number under a heading
  /// that names a drug of its own, which the question does not show.
  func isDoseOfNothing(_ candidate: Candidate) -> Bool {
    let shown =
      Token.tokens(of: "\(candidate.context) \(candidate.setting)") + candidate.textTokens
    let heading = Token.tokens(of: candidate.sentence.headings.last ?? "").filter(gates.isDrug)
    if candidate.fact.claim.asksForNumber, !heading.isEmpty,
      !heading.contains(where: { drug in shown.contains { $0.lower == drug.lower } })
    {
      return true
    }
    guard
      shown.contains(where: { Self.doses.contains($0.lower) }) || isAmount(candidate, shown)
        || givesNothing(candidate.stemTokens)
    else { return false }
    // That a text names a drug most does not make each line without a verb one about it.
    if case .cell = candidate.fact.claim, !namesOneDrug(shown) { return true }
    let isTold = candidate.ground.hasVerb || salience.isTitledByDrug
    let over = Token.tokens(of: candidate.sentence.headings.joined(separator: " "))
    // "[500 mg] once daily or itraconazole": what stands behind an "or" is another's name.
    let next = candidate.tokensAfter.prefix(2).prefix { !["or", "and", "+"].contains($0.lower) }
    let beside = candidate.tokensBefore + next
    return !namesDrug(shown)
      || !isTold && !namesDrug(over + Token.tokens(of: candidate.setting) + beside)
  }

  /// A class is not enough where a row gives an amount of one of its drugs.
  private func namesOneDrug(_ words: [Token]) -> Bool {
    namesDrug(
      words.filter { AnswerType.of($0, drugs: options.drugs) != .drugClass }
    )
  }

  /// A drug by its name alone, of which the document tells several: others do the same.
  func isOneDrugOfMany(_ candidate: Candidate) -> Bool {
    switch candidate.fact.claim {
    case .superlative, .called, .name, .term: return false
    default: break
    }
    guard candidate.form == .cloze, candidate.tokensBefore.isEmpty, salience.drugs > 4,
      !candidate.stemTokens.contains(where: \.isNumber),
      AnswerType.of(candidate.answerTokens, drugs: options.drugs) == .drug
    else { return false }
    // "[Valproate] displaces phenytoin": of the drug that the text is about.
    return !candidate.stemTokens.contains {
      $0.lower == salience.mainDrug
        || [
          "first", "only", "first-line", "first-choice", "choice", "preferred", "antidote",
        ].contains($0.lower)
    }
  }

  private func namesDrug(_ words: [Token]) -> Bool {
    words.contains { token in
      let type = AnswerType.of(token, drugs: options.drugs)
      return type == .drug || type == .drugClass || type == .electrolyte || type == .hormone
        || ["oxygen", "vaccine", "vaccines", "insulin", "saline"].contains(token.lower)
        // "COVID-19" in a title is no brand.
        || gates.isOfProduct && gates.brands.contains(token.lower)
    }
  }

  /// "Arises from the posterior aortic sinus" under "Coronary anatomy": what does, stood elsewhere.
  func lacksSubject(_ candidate: Candidate) -> Bool {
    let words = candidate.ground.tokens.prefix(2).map(\.lower)
    guard candidate.form == .cloze, candidate.setting.isEmpty, salience.mainDrug == nil,
      let first = words.first, Self.subjectless.contains(first), !candidate.statement.isListed,
      let heading = candidate.sentence.headings.last, heading != document.title
    else { return false }
    // "Causes of hyperkalaemia include": a noun.
    if words.count > 1, ["of", "in", "for"].contains(words[1]) { return false }
    return !Token.tokens(of: candidate.context).contains { token in
      AnswerType.of(token, drugs: options.drugs).map { [.drug, .condition, .organ].contains($0) }
        == true
    }
  }

  private static let subjectless: Set<String> = [
    "arises", "descends", "ascends", "occurs", "causes", "reduces", "inhibits", "acts", "presents",
    "affects", "involves", "crosses", "suppresses", "blocks", "drains", "supplies", "runs", "lies",
    "begins", "starts", "provides", "requires", "becomes", "appears", "follows", "consists",
    "contains", "produces", "prevents", "lasts", "stimulates", "includes", "increases", "decreases",
  ]

  /// "Increase by […] weekly" for 2.5 mg: so much of a drug; "Adults: 100 mg […]" without a verb.
  private func isAmount(_ candidate: Candidate, _ shown: [Token]) -> Bool {
    guard candidate.fact.claim.asksForNumber else { return false }
    let hasMass = candidate.textTokens.contains { Units.isMass($0.lower) }
    let isGiven = shown.contains { Wording.dosing.contains($0.lower) }
    let isScheduled = candidate.textTokens.contains {
      Wording.dosing.contains($0.lower) || ["times", "hourly"].contains($0.lower)
    }
    return candidate.answerTokens.contains { Units.isMass($0.lower) } && isGiven
      || !candidate.ground.hasVerb && (hasMass || isScheduled)
  }

  /// "Do not give to children": what is given was named in a place that is not shown.
  private func givesNothing(_ stem: [Token]) -> Bool {
    zip(stem, stem.dropFirst()).contains { verb, next in
      ["give", "use", "take", "administer", "apply", "inject"].contains(verb.lower)
        && ["to", "for", "with", "during", "before", "after", "within"].contains(next.lower)
    }
  }

  /// "Take nitrates" under the heading "Do not use it if", which is no heading to be shown.
  func isUnderHiddenDenial(_ candidate: Candidate) -> Bool {
    guard let heading = candidate.sentence.headings.last, heading != document.title else {
      return false
    }
    let denies = Token.tokens(of: heading).contains { Self.denials.contains($0.lower) }
    return denies && !candidate.context.contains(heading)
  }

  /// "6 to 11 years: 250 mg twice daily" where no words over the question say for whom.
  func hidesLabel(_ candidate: Candidate) -> Bool {
    guard let label = candidate.statement.label,
      label.contains(where: \.isNumber) || !candidate.ground.hasVerb
    else { return false }
    let shown = Set(Roots.of("\(candidate.context) \(candidate.setting) \(candidate.text)"))
    let isSaid = !label.contains(where: \.isNumber) && shown.isSuperset(of: Roots.of(label))
    return !isSaid && !candidate.context.contains(label)
  }

  private static let denials: Set<String> = ["not", "never", "don't", "don’t", "avoid", "cannot"]

  private static let doses: Set<String> = [
    "dose", "doses", "dosage", "dosing", "tablet", "tablets", "titrated", "bolus", "infusion",
  ]
}
