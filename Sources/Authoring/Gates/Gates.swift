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
        isWhole(candidate.statement) && isUnbroken(candidate) && !endsInAdjective(candidate)
      }
    ),
    (
      .markup,
      { candidate, _ in
        let text = candidate.setting + candidate.text
        return !["{{", "}}", "::"].contains(where: text.holds)
      }
    ),
    (.answer, { candidate, _ in isFit(candidate) }),
    (
      .ambiguous,
      { candidate, _ in
        standsOnce(candidate) && !isOneOfMany(candidate) && !isOneOfSeveral(candidate)
          && !isBare(candidate)
      }
    ),
    (.answer, { candidate, _ in !isAdvice(candidate) && !isAuthority(candidate) }),
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

  /// Whether the blank is not a part of a compound, a fraction or a range: `3- to […]`.
  private static func isUnbroken(_ candidate: Candidate) -> Bool {
    guard candidate.form == .cloze else { return true }
    let marks: Set<Unicode.Scalar> = ["/", "-", "–", "°", "·", "×", "^", "*"]
    let scalars = candidate.statement.scalars
    let blank = candidate.blank
    if blank.lowerBound > 0, marks.contains(scalars[blank.lowerBound - 1]) { return false }
    if blank.upperBound < scalars.count, marks.contains(scalars[blank.upperBound]) { return false }
    let before = candidate.tokensBefore.suffix(3)
    let answer = candidate.answerTokens
    func isNumber(_ token: Token) -> Bool {
      token.isNumber || Lexicon.numberWords.contains(token.lower)
    }
    let after = candidate.tokensAfter.prefix(3)
    if candidate.fact.claim.asksForNumber,
      before.suffix(2).contains(where: { $0.lower == "or" })
        || ["to", "or"].contains(after.first { $0.text != "," }?.lower ?? "")
          && after.contains(where: isNumber)
    {
      return false
    }
    guard answer.first.map(isNumber) == true, let last = before.last,
      ["to", "and", "or", "by", "×", "x"].contains(last.lower)
    else { return true }
    return !before.dropLast().suffix(2).contains(where: isNumber)
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

  // MARK: The answer

  /// One to five words that name something; a hedge or a negation is no answer.
  private static func isFit(_ candidate: Candidate) -> Bool {
    switch candidate.form {
    case .truth, .order, .several: return true
    case .cloze, .basic, .choice: break
    }
    let tokens = candidate.answerTokens
    let words = tokens.filter(\.isWord)
    guard (1...5).contains(words.count), !tokens.contains(where: { $0.text == "," }) else {
      return false
    }
    switch candidate.fact.claim {
    case .quantity:
      if let last = words.last?.lower, Self.counted.contains(last) { return false }
      return !["a few", "several", "a couple"].contains {
        candidate.answer.lowercased().hasPrefix($0)
      }
    case .cell: return !tokens.contains { $0.text == ";" }
    case .direction: return true
    default: break
    }
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
    let isTyped = AnswerType.of(words) != nil || words.contains { Salience.isTechnical($0.text) }
    if !isTyped, Wording.judging.contains(words.first?.lower ?? "") { return false }
    // `Table 7`
    if words.count == 2, words[1].isNumber, Wording.vague.contains(words[0].lower) { return false }
    let isSpecific = words.dropLast().contains { Salience.isTechnical($0.text) }
    return !Wording.vague.contains(head) || isSpecific
  }

  /// Those whom a study counted.
  private static let counted: Set<String> = ["patients", "participants", "subjects", "cases"]

  /// Advice to the reader that asks for a word of everyday life: "brush your […]".
  private static func isAdvice(_ candidate: Candidate) -> Bool {
    guard candidate.form == .cloze,
      Phrases(candidate.stemTokens).containsAny(of: Wording.secondPerson)
    else { return false }
    switch candidate.fact.claim {
    case .quantity, .called, .name, .direction, .cell, .superlative: return false
    default:
      let answer = candidate.answerTokens
      return AnswerType.of(answer) == nil && !answer.contains { Salience.isTechnical($0.text) }
    }
  }

  /// "The […] recommends": whose word it is, which is a citation's business.
  private static func isAuthority(_ candidate: Candidate) -> Bool {
    let after = candidate.tokensAfter
    return candidate.form == .cloze && after.first.map { speaking.contains($0.lower) } == true
  }

  private static let speaking: Set<String> = [
    "recommend", "recommends", "recommended", "suggest", "suggests", "advise", "advises",
    "conclude", "concludes", "concluded", "found", "states", "endorses",
  ]

  /// "[…] is one of the most potent vasoconstrictors": others are too.
  private static func isOneOfSeveral(_ candidate: Candidate) -> Bool {
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

  /// "GABA is a […]": with so few words in sight anything fits.
  private static func isBare(_ candidate: Candidate) -> Bool {
    guard candidate.form == .cloze, candidate.setting.isEmpty else { return false }
    switch candidate.fact.claim {
    case .quantity, .cell, .name, .called: return false
    default:
      let content = candidate.stemTokens.filter {
        $0.isNumber
          || $0.isWord && Salience.isContent($0.lower) && !Wording.vague.contains($0.lower)
      }
      return content.count < 2
    }
  }

  private static func standsOnce(_ candidate: Candidate) -> Bool {
    guard candidate.form == .cloze else { return true }
    let answer = candidate.answerTokens
    let all = candidate.ground.tokens
    guard !answer.isEmpty, all.count >= answer.count else { return false }
    return (0...(all.count - answer.count)).count { stands(answer, in: all, at: $0) } == 1
  }

  /// Whether the blank is a member of a list whose other members stand in sight.
  private static func isOneOfMany(_ candidate: Candidate) -> Bool {
    guard candidate.form == .cloze, !candidate.fact.claim.asksForNumber else { return false }
    if case .direction = candidate.fact.claim { return false }
    if candidate.statement.isListed { return true }
    let before = candidate.tokensBefore
    let after = candidate.tokensAfter
    if isExample(candidate, before, after) { return true }
    let isLast = ["and", "or"].contains(before.last?.lower ?? "")
    let isFirst = ["and", "or", "and/or"].contains(after.first?.lower ?? "")
    guard after.first?.text == "," else { return isLast || isFirst }
    if before.last?.text == ",", ["and", "or"].contains(after.dropFirst().first?.lower ?? "") {
      return true
    }
    let rest = after.dropFirst().prefix(12)
    return isLast
      || rest.contains { ["and", "or"].contains($0.lower) }
        && !rest.prefix(2).contains {
          ["which", "who", "and", "but", "because"].contains($0.lower)
        }
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
    if answer.contains(" and ") || answer.contains(" or "),
      Lexicon.prepositions.contains(next) || ["that", "which", "who"].contains(next)
    {
      return true
    }
    let opened = before.count { $0.text == "(" } > before.count { $0.text == ")" }
    return opened || heads.contains(after.first?.lower ?? "")
  }

  /// Nouns that are taken for verbs and end the phrase that the blank begins.
  private static let heads: Set<String> = [
    "range", "rate", "rates", "level", "levels", "dose", "doses", "score", "scores", "test",
    "tests", "value", "values", "function", "stress", "balance", "release", "response",
  ]

  // MARK: Leaks

  /// Whether the stem holds the answer's head, most of its words, or its acronym.
  private static func leaks(_ candidate: Candidate) -> Bool {
    switch candidate.form {
    case .truth, .order, .several: return false
    case .cloze, .basic, .choice: break
    }
    let answer = candidate.answerTokens.filter(\.isWord)
    let setting = Token.tokens(of: candidate.setting).filter(\.isWord)
    if case .quantity = candidate.fact.claim {
      return holds(setting, answer) || isReckoned(candidate)
    }
    let stem = setting + candidate.stemTokens.filter(\.isWord)
    if case .direction(_, let choice) = candidate.fact.claim {
      let words = Token.tokens(of: choice).map(\.lower)
      return stem.contains { $0.lower != "or" && words.contains($0.lower) }
    }
    let stemRoots = Set(stem.flatMap(roots))
    if isToldByUnit(candidate) || isWithin(answer, stem) { return true }
    let content = answer.filter { Salience.isContent($0.lower) }
    let shared = content.filter { !stemRoots.isDisjoint(with: roots($0)) }
    if let head = content.last, shared.contains(head) { return true }
    return shared.count * 2 >= max(2, content.count) && !shared.isEmpty
      || sharesAcronym(answer, stem)
      || isExpanded(candidate)
  }

  /// "1 kg (2.2 lb)", "80 mg, divided into 40 mg twice a day": one number gives the other.
  private static func isReckoned(_ candidate: Candidate) -> Bool {
    guard candidate.form == .cloze else { return false }
    let before = candidate.tokensBefore
    let after = candidate.tokensAfter
    let opensConversion =
      after.first?.text == "("
      && after.prefix { $0.text != ")" }.prefix(4).contains(where: \.isNumber)
    let isConversion =
      before.last?.text == "(" && after.first?.text == ")"
      && before.dropLast().suffix(2).contains(where: \.isNumber)
    let isDivided = (before + after).contains { $0.lower == "divided" }
    return opensConversion || isConversion
      || isDivided && (before + after).contains(where: \.isNumber)
  }

  /// Units that name what is measured.
  private static let telling: Set<String> = ["mmhg", "mm", "ml/min", "ml/minute", "ml/min/1.73"]

  private static let bounds: Set<String> = [
    "of", "above", "below", "over", "under", "between", "greater", "less", "more", "at",
  ]

  /// "[…] of 2 to 3", "[…] is below 90 mmHg": who knows the number knows what is measured.
  private static func isToldByUnit(_ candidate: Candidate) -> Bool {
    guard candidate.form == .cloze else { return false }
    let after = candidate.tokensAfter
    let isMeasured =
      after.first.map { bounds.contains($0.lower) } == true
      && after.dropFirst().prefix(2).contains(where: \.isNumber)
    return isMeasured || after.prefix(6).contains { telling.contains($0.lower) }
  }

  /// "antihypertensive" tells "hypertension".
  private static func isWithin(_ answer: [Token], _ stem: [Token]) -> Bool {
    guard let head = answer.last, head.lower.count >= 8 else { return false }
    let root = String(head.lower.prefix(7))
    return stem.contains { $0.lower.holds(root) && $0.lower.count > 7 }
  }

  private static func holds(_ tokens: [Token], _ answer: [Token]) -> Bool {
    guard !answer.isEmpty, tokens.count >= answer.count else { return false }
    return (0...(tokens.count - answer.count)).contains { stands(answer, in: tokens, at: $0) }
  }

  private static func stands(_ answer: [Token], in tokens: [Token], at start: Int) -> Bool {
    zip(tokens[start...], answer).allSatisfy { $0.lower == $1.lower }
  }

  /// Whether the blank is what parentheses hold, or stands right before its own abbreviation.
  private static func isExpanded(_ candidate: Candidate) -> Bool {
    guard candidate.form == .cloze else { return false }
    let scalars = candidate.statement.scalars
    let before = scalars[..<candidate.blank.lowerBound].last { !$0.isBlank }
    let after = Array(scalars[candidate.blank.upperBound...].drop(while: \.isBlank))
    if before == "(", after.first == ")" { return true }
    guard after.first == "(", let close = after.firstIndex(of: ")") else { return false }
    let inside = after[1..<close]
    return inside.count(where: \.isUppercase) >= 2 && inside.count <= 8
  }

  /// The first letters of each part of a word, by which its relatives are known.
  private static func roots(_ token: Token) -> [String] {
    token.lower.split(separator: "-").compactMap { part in
      let count = part.count
      if count >= 6 { return String(part.prefix(5)) }
      return count > 3 ? String(part.last == "s" ? part.dropLast() : part) : nil
    }
  }

  private static func sharesAcronym(_ answer: [Token], _ stem: [Token]) -> Bool {
    isAcronym(of: answer, among: stem) || isAcronym(of: stem, among: answer)
  }

  /// Whether one of `short` is made of the first letters of neighbours in `long`.
  private static func isAcronym(of long: [Token], among short: [Token]) -> Bool {
    let acronyms = short.filter { token in
      let letters = token.text.unicodeScalars
      return letters.count >= 2 && letters.allSatisfy(\.isUppercase)
    }
    guard !acronyms.isEmpty else { return false }
    let initials = String(long.flatMap { $0.lower.split(separator: "-") }.compactMap(\.first))
    return acronyms.contains { initials.holds($0.lower) }
  }

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
