import Reading

/// What keeps a sentence or statement from becoming a card, in the order in which it is asked.
struct SentenceGates {
  let people: People
  let includesPeople: Bool
  /// Names of drugs in lower case, known besides those that show by their ending.
  var drugs: Set<String> = []
  /// Names that the title has and the text never writes small: a brand.
  var brands: Set<String> = []
  /// Under which the whole document stands.
  var title = ""
  /// Whether the title names the disease that "the disease" then is.
  var isOfDisease = false
  /// Whether the whole document is about one drug, so that "this medicine" is that.
  var isOfOneDrug = false
  /// Whether the document is about a product, whose strengths and packs it tells.
  var isOfProduct = false
  /// Drugs that the section has named so far, but for the one the document is about.
  var otherDrugs: Set<String> = []

  /// Why a whole sentence is left out, or nil.
  func reason(against sentence: Sentence) -> Reason? {
    let tokens = Token.tokens(of: sentence.text.scalars)
    guard tokens.count <= Self.mostTokens else { return .length }
    let phrases = Phrases(tokens)
    if !includesPeople, isPersonal(sentence, tokens) { return .people }
    if phrases.containsAny(of: Wording.trivia) || isOfPack(sentence) { return .trivia }
    if let heading = sentence.headings.last, heading != title, isExample(heading) { return .vague }
    if speaksOfItself(tokens) || phrases.containsAny(of: Wording.advice)
      || isToReader(tokens) && Relation.of(phrases) == nil && !tokens.contains(where: \.isNumber)
    {
      return .advice
    }
    return isDeclarative(sentence) ? nil : .notDeclarative
  }

  /// "Worked examples", "Case study": numbers of one patient who never was.
  private func isExample(_ heading: String) -> Bool {
    let words = Phrases(heading)
    return words.containsAny(of: Self.examples)
  }

  private static let examples: PhraseTable = [
    "worked example", "worked examples", "case study", "case studies", "case history",
    "case report", "clinical scenario", "clinical vignette",
  ]

  /// Whether it tells how a medicine is sold: its strengths, excipients and maker.
  private func isOfPack(_ sentence: Sentence) -> Bool {
    guard isOfProduct, let heading = sentence.headings.last?.lowercased() else { return false }
    let name = heading.drop { !$0.isLetter }
    return Self.packs.contains(String(name)) || name.contains("contents of the pack")
      || name.hasPrefix("what ") && name.contains(" looks like")
  }

  private static let packs: Set<String> = [
    "presentations", "how supplied", "pharmaceutical form", "list of excipients", "excipients",
    "qualitative and quantitative composition", "nature and contents of container",
    "marketing authorisation holder", "dosage forms and strengths", "available forms",
    "preparations available", "packaging",
  ]

  /// Speaks to the reader; "your body" alone is the manner in which leaflets speak of any.
  private func isToReader(_ tokens: [Token]) -> Bool {
    let speaks = tokens.contains { Wording.secondPerson.contains($0.lower) }
    return speaks
      && tokens.contains { token in
        token.lower != "your" && Wording.secondPerson.contains(token.lower)
          || Self.advisers.contains(token.lower)
      }
  }

  private static let advisers: Set<String> = [
    "doctor", "doctors", "provider", "pharmacist", "nurse", "team", "family",
  ]

  /// Says "we" or "our", but for "we recommend", by which a guideline speaks.
  private func speaksOfItself(_ tokens: [Token]) -> Bool {
    tokens.indices.contains { index in
      guard Wording.firstPerson.contains(tokens[index].lower),
        !isNumeral(tokens[index], after: tokens[..<index].last)
      else { return false }
      let rest = tokens[(index + 1)...].drop { $0.lower.hasSuffix("ly") }
      return tokens[index].lower != "we" || !Wording.recommending.contains(rest.first?.lower ?? "")
    }
  }

  /// The "I" of "type I" and "angiotensin I".
  private func isNumeral(_ token: Token, after last: Token?) -> Bool {
    token.text == "I" && last.map { Self.numbered.contains($0.lower) } == true
  }

  static let numbered: Set<String> = [
    "type", "types", "class", "grade", "stage", "phase", "factor", "angiotensin", "bipolar",
    "level", "category", "group", "schedule", "mobitz", "nerve", "part", "annex", "section",
    "collagen", "troponin", "complex", "zone",
  ]

  /// A longer sentence is a list or a table, and no part of it is worth reading.
  private static let mostTokens = 120

  /// Why a row of a table is left out, or nil.
  func reason(againstRow row: Sentence) -> Reason? {
    let tokens = Token.tokens(of: row.text.scalars)
    guard tokens.count <= Self.mostTokens else { return .length }
    if !includesPeople, people.appear(in: tokens) { return .people }
    return Phrases(tokens).containsAny(of: Wording.promotion) ? .promotion : nil
  }

  /// Why a statement of a sentence is left out, or nil; behind a `setting` it may point back.
  ///
  /// Where patterns find no verb a parser may find one, which `isRead` tells has had its turn.
  func reason(
    against analysis: Analysis,
    of sentence: Sentence,
    behind setting: Setting = Setting(),
    isRead: Bool = true
  ) -> Reason? {
    let phrases = Phrases(analysis.tokens)
    if phrases.containsAny(of: Wording.promotion) { return .promotion }
    let words = analysis.tokens.count(where: \.isWord)
    guard (least(analysis, sentence)...34).contains(words) else { return .length }
    let isBareItem = sentence.kind != .paragraph && sentence.leadIn == nil
    if !isStatement(analysis, isBareItem, isUnderHeading: sentence.headings.count > 1),
      isRead || sentence.kind != .paragraph
    {
      return .notDeclarative
    }
    switch pointing(analysis, in: sentence) {
    case .nowhere: break
    case .back: if setting.text.isEmpty { return .anaphor }
    case .outside: return .anaphor
    }
    if isDoseOfNothing(analysis, under: sentence.headings, behind: setting) { return .anaphor }
    return phrases.containsAny(of: Wording.vacuous) || namesFigure(analysis.tokens)
      || isOfOneCase(analysis.tokens) ? .vague : nil
  }

  /// "On D4, blood glucose is 14.6 mmol/litre": a day in the life of an example.
  private func isOfOneCase(_ tokens: [Token]) -> Bool {
    guard tokens.count > 2, tokens[0].lower == "on", tokens[2].text == "," else { return false }
    let day = tokens[1].text
    return day.first == "D" && day.dropFirst().allSatisfy(\.isNumber) && day.count > 1
  }

  /// "Table 18.7 shows".
  private func namesFigure(_ tokens: [Token]) -> Bool {
    zip(tokens, tokens.dropFirst()).contains { word, next in
      ["table", "figure", "fig", "box", "trial", "study"].contains(word.lower) && next.isNumber
    }
  }

  /// How few words tell something: with a number or a drug three behind a label, four in a list and
  /// five anywhere.
  private func least(_ analysis: Analysis, _ sentence: Sentence) -> Int {
    let isPart = analysis.statement.scalars.count < sentence.text.count
    let isPlain = analysis.quantities.isEmpty && !analysis.tokens.contains(where: isDrug)
    if !isPlain, analysis.statement.label != nil { return 3 }
    if !isPlain, sentence.kind != .paragraph { return 4 }
    let tells = isPart || !isPlain
    return tells || analysis.tokens.count(where: { $0.isWord && !Everyday.holds($0.text) }) > 1
      ? 5 : 7
  }

  // MARK: People

  private func isPersonal(_ sentence: Sentence, _ tokens: [Token]) -> Bool {
    people.appear(in: tokens) || sentence.isInsideQuotation || quotesAtLength(sentence)
      || sentence.headings.contains(where: people.own)
  }

  /// A quotation of more than three words is somebody's; a shorter one is a term.
  private func quotesAtLength(_ sentence: Sentence) -> Bool {
    let parts = sentence.text.scalars.split(omittingEmptySubsequences: false) {
      $0 == "“" || $0 == "”" || $0 == "\"" || $0 == "«" || $0 == "»"
    }
    let quoted = stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
    return quoted.contains { Token.tokens(of: Array($0)).count > 3 }
  }

  // MARK: Form

  private func isDeclarative(_ sentence: Sentence) -> Bool {
    let scalars = sentence.text.scalars
    let end = scalars.last { !$0.isCloser }
    let isClosed = end == "." || end == ";"
    let isLine = sentence.kind != .paragraph || isOrder(sentence)
    guard isClosed || isLine && end != ":" && end != "?" else { return false }
    let opened = scalars.count { $0 == "(" || $0 == "[" }
    return opened == scalars.count { $0 == ")" || $0 == "]" }
  }

  /// "offer aspirin 300 mg" on a line of its own, as summaries of guidelines write.
  private func isOrder(_ sentence: Sentence) -> Bool {
    let first = Token.tokens(of: sentence.text.scalars).prefix(2).map(\.lower)
    guard let opening = first.first, first.count == 2 else { return false }
    return first == ["do", "not"] || Lexicon.verbs.contains(opening)
      || Lexicon.orders.contains(opening) || opening == "if"
  }

  /// A sentence with a verb, an order of a guideline, or a line that gives a number.
  private func isStatement(
    _ analysis: Analysis,
    _ isBareItem: Bool,
    isUnderHeading: Bool
  ) -> Bool {
    let opensWithBound = analysis.word(0) == "at" && ["least", "most"].contains(analysis.word(1))
    if Self.tasks.contains(analysis.word(0)) || opensWithBound { return false }
    let tellsOfMedicine =
      !analysis.quantities.isEmpty || analysis.tokens.contains(where: isClinical)
    if startsAsOrder(analysis) {
      return tellsOfMedicine || Relation.of(Phrases(analysis.tokens)) != nil
    }
    if isHalf(analysis) || isOnlyDescribed(analysis) { return false }
    // "Mechanical: lifelong anticoagulation with warfarin": the label is what it is said of.
    let rare = analysis.tokens.count { $0.isWord && !Everyday.holds($0.text) }
    if analysis.statement.label != nil, tellsOfMedicine || rare > 1 { return true }
    if speaks(analysis) || analysis.statement.isListed { return true }
    // "Doxycycline by mouth for 7 days" is a regimen, whatever stands over it.
    let isRegimen = analysis.tokens.first.map(isDrug) == true
    if !analysis.quantities.isEmpty, !isBareItem || isRegimen { return true }
    return rare > 2 && (isBareItem || isUnderHeading && tellsOfMedicine)
  }

  /// Whether a verb stands outside parentheses: "Acetazolamide (used to treat glaucoma)" has none.
  private func speaks(_ analysis: Analysis) -> Bool { !verbs(analysis).isEmpty }

  /// "Symptoms that persist for more than 2 weeks": the one verb only tells which symptoms.
  private func isOnlyDescribed(_ analysis: Analysis) -> Bool {
    let verbs = verbs(analysis)
    guard let first = verbs.first, first > 1, analysis.tag(first - 2) == .noun,
      ["that", "which", "who", "where"].contains(analysis.word(first - 1))
        || (first > 2 && analysis.word(first - 2) == "where")
    else { return false }
    return !analysis.quantities.isEmpty && !analysis.tags[first...].contains(.comma)
      && !verbs.contains { $0 > first + 1 }
  }

  /// The finite verbs outside parentheses.
  private func verbs(_ analysis: Analysis) -> [Int] {
    var depth = 0
    return analysis.tokens.indices.filter { index in
      if analysis.tokens[index].text == "(" { depth += 1 }
      if analysis.tokens[index].text == ")" { depth -= 1 }
      return depth == 0 && (analysis.tags[index].isFinite || index == analysis.verb)
    }
  }

  /// A drug, a test or a condition: what an order must name to be one of medicine.
  private func isClinical(_ token: Token) -> Bool {
    if isDrug(token) || brands.contains(token.lower) { return true }
    switch AnswerType.of(token) {
    case .drug, .drugClass, .condition, .test, .organism: return true
    default: return false
    }
  }

  private func startsAsOrder(_ analysis: Analysis) -> Bool {
    if analysis.word(0) == "do", analysis.word(1) == "not" { return true }
    // "Test sensitivity is the probability": the word opens a subject.
    let isSubject = (1...4).contains { index in
      ["is", "are"].contains(analysis.word(index))
        && !analysis.tags[..<index].contains(where: { $0 == .subordinator || $0 == .comma })
    }
    return !isSubject
      && (Lexicon.verbs.contains(analysis.word(0)) || Lexicon.orders.contains(analysis.word(0)))
  }

  /// What a textbook sets its readers: nothing to learn by itself.
  private static let tasks: Set<String> = [
    "explain", "describe", "discuss", "list", "identify", "define", "compare", "outline",
    "recognise", "recognize", "distinguish", "summarise", "summarize", "explore", "understand",
  ]
}

extension Sentence {
  /// Whether the sentence is a step of a numbered list that a lead-in opens.
  var isNumberedStep: Bool {
    kind == .listItem(isNumbered: true) && leadIn != nil
  }
}
