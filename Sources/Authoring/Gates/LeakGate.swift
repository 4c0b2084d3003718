import Reading

/// What gives an answer away in the words that are shown.
extension Gates {
  /// Whether the stem holds the answer's head, most of its words, or its acronym.
  static func leaks(_ candidate: Candidate) -> Bool {
    switch candidate.form {
    case .truth, .order, .several: return false
    case .cloze, .basic, .choice: break
    }
    let answer = candidate.answerTokens.filter(\.isWord)
    let setting = Token.tokens(of: candidate.setting).filter(\.isWord)
    if candidate.fact.claim.asksForNumber {
      return holds(setting, answer) || isReckoned(candidate)
        || repeatsNumber(answer, in: setting + candidate.stemTokens)
    }
    let stem = setting + candidate.stemTokens.filter(\.isWord)
    if case .direction(_, let choice) = candidate.fact.claim {
      let words = Token.tokens(of: choice).map(\.lower)
      return stem.contains { $0.lower != "or" && words.contains($0.lower) }
        || candidate.stemTokens.contains { Opposites.tell($0.lower) }
        || isAbbreviated(candidate)
    }
    let stemRoots = Set(stem.flatMap(roots))
    if isToldByUnit(candidate) || isWithin(answer, stem) || namesElement(answer, stem)
      || holds(setting, answer)
      || candidate.form == .cloze && candidate.tokensAfter.first?.text == ":"
    {
      return true
    }
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
    // "18 mmol/litre (≥ […])": the sign is no part of the number.
    let signs: Set<String> = ["≥", "≤", ">", "<", "=", "~", "≈"]
    let before = candidate.tokensBefore.filter { !signs.contains($0.text) }
    let after = candidate.tokensAfter
    let opensConversion =
      after.first?.text == "("
      && !["max", "maximum", "up"].contains(after.dropFirst().first?.lower ?? "")
      && after.prefix { $0.text != ")" }.prefix(8).contains(where: \.isNumber)
      && !isRange(after.dropFirst().prefix { $0.text != ")" }, around: candidate.answerTokens)
    let isConversion =
      before.last?.text == "(" && after.first?.text == ")"
      && before.dropLast().suffix(2).contains {
        $0.isNumber || Lexicon.numberWords.contains($0.lower)
      }
    let isDivided = (before + after).contains { $0.lower == "divided" }
    return opensConversion || isConversion
      || isDivided && (before + after).contains(where: \.isNumber)
  }

  /// "7 days (3 to 21 days)": the range tells only that the answer lies in it, unless in its middle.
  private static func isRange(_ aside: ArraySlice<Token>, around answer: [Token]) -> Bool {
    let places = aside.indices.filter { aside[$0].isNumber }
    guard let unit = answer.last?.lower, places.count == 2,
      let low = Double(aside[places[0]].text), let high = Double(aside[places[1]].text),
      let middle = answer.first.flatMap({ Double($0.text) }), low < middle, middle < high
    else { return false }
    let between = aside[places[0]..<places[1]].dropFirst()
    return between.count < 3 && between.contains { ["to", "and", "–", "-"].contains($0.lower) }
      && abs(low + high - 2 * middle) > (high - low) / 4
      && aside.contains { AnswerType.singular($0.lower) == AnswerType.singular(unit) }
  }

  /// "130 mEq" where "130 mEq/L" stands in sight.
  private static func repeatsNumber(_ answer: [Token], in stem: [Token]) -> Bool {
    guard let number = answer.first, number.isNumber, answer.count > 1 else { return false }
    let unit = answer[1].lower.prefix(3)
    return zip(stem, stem.dropFirst()).contains {
      $0.lower == number.lower && $1.lower.hasPrefix(unit)
    }
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
      after.first.map { bounds.contains($0.lower) || "<>≤≥=".contains($0.text) } == true
      && after.dropFirst().prefix(2).contains(where: \.isNumber)
    return isMeasured || after.prefix(6).contains { telling.contains($0.lower) }
  }

  /// "the […] convoluted tubule (DCT)".
  private static func isAbbreviated(_ candidate: Candidate) -> Bool {
    guard let first = candidate.answer.unicodeScalars.first else { return false }
    return candidate.tokensAfter.prefix(5).contains { token in
      let letters = token.text.unicodeScalars
      return letters.count > 1 && letters.allSatisfy(\.isUppercase)
        && letters.first.map { String($0).lowercased() == String(first).lowercased() } == true
    }
  }

  /// "Hyperkalaemia" tells "potassium", and the other way round.
  private static func namesElement(_ answer: [Token], _ stem: [Token]) -> Bool {
    func isNamed(_ root: String, in tokens: [Token]) -> Bool {
      tokens.contains { $0.lower.hasPrefix("hyper" + root) || $0.lower.hasPrefix("hypo" + root) }
    }
    func holds(_ element: String, _ tokens: [Token]) -> Bool {
      tokens.contains { $0.lower.hasPrefix(element) }
    }
    if symbols.contains(where: { symbol, name in
      stem.contains { $0.text.hasPrefix(symbol) } && holds(name, answer)
    }) {
      return true
    }
    return elements.contains { root, element in
      isNamed(root, in: stem) && holds(element, answer)
        || isNamed(root, in: answer) && holds(element, stem)
    }
  }

  private static let symbols = [
    ("K+", "potassium"), ("Na+", "sodium"), ("Ca2+", "calcium"), ("Ca++", "calcium"),
    ("Mg2+", "magnesium"), ("Cl-", "chloride"), ("Cl−", "chloride"), ("H+", "hydrogen"),
    ("HCO3", "bicarbonate"), ("CO2", "carbon dioxide"), ("O2", "oxygen"),
  ]

  private static let elements = [
    ("natr", "sodium"), ("kal", "potassium"), ("calc", "calcium"), ("magnes", "magnesium"),
    ("phosph", "phosph"), ("glyc", "glucose"), ("glyc", "sugar"), ("chlor", "chlor"),
    ("uric", "uric"), ("thyroid", "thyroid"), ("ox", "oxygen"), ("capn", "carbon"),
  ]

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

  static func stands(_ answer: [Token], in tokens: [Token], at start: Int) -> Bool {
    zip(tokens[start...], answer).allSatisfy { $0.lower == $1.lower }
  }

  /// Whether the blank is what parentheses hold, or stands right before its own abbreviation.
  private static func isExpanded(_ candidate: Candidate) -> Bool {
    guard candidate.form == .cloze else { return false }
    let scalars = candidate.statement.scalars
    let before = scalars[..<candidate.blank.lowerBound].last { !$0.isBlank }
    let after = Array(scalars[candidate.blank.upperBound...].drop(while: \.isBlank))
    if before == "(", after.first == ")" { return !isGloss(candidate) }
    guard after.first == "(", let close = after.firstIndex(of: ")") else { return false }
    let inside = after[1..<close]
    let isSynonym =
      !candidate.fact.claim.asksForNumber
      && inside.allSatisfy { $0.isLetter || $0.isBlank || $0 == "-" }
      && inside.count(where: \.isBlank) < 3
    return inside.count(where: \.isUppercase) >= 2 && inside.count <= 8 || isSynonym
  }

  /// The first letters of each part of a word, by which its relatives are known.
  private static func roots(_ token: Token) -> [String] {
    let isAcronym = token.text.unicodeScalars.allSatisfy(\.isUppercase)
    if isAcronym, token.text.count > 1 { return [token.lower] }
    return token.lower.split(separator: "-").compactMap { part in
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
}
