import Reading

/// What a proposed card must pass, each test with the reason that the report counts.
enum Gates {
  /// The first reason that speaks against a candidate, or nil.
  static func reason(against candidate: Candidate, in document: Document, people: People?)
    -> Reason?
  {
    table.first { !$0.passes(candidate, document) }?.reason
      ?? (people?.areNamed(in: candidate.text) == true ? .people : nil)
  }

  private static let table: [(reason: Reason, passes: @Sendable (Candidate, Document) -> Bool)] = [
    (.markup, { candidate, _ in !["{{", "}}", "::"].contains(where: candidate.text.contains) }),
    (.answer, { candidate, _ in isFit(candidate) }),
    (.ambiguous, { candidate, _ in standsOnce(candidate) }),
    (.leak, { candidate, _ in !leaks(candidate) }),
    (
      .stemLength, { candidate, _ in Token.tokens(of: candidate.stem).count(where: \.isWord) <= 30 }
    ),
    (.number, { candidate, _ in keepsNumbers(candidate) }),
    (.hedge, { candidate, _ in keepsHedges(candidate) }),
    (.noSpan, { candidate, document in CitationWriter.span(of: candidate, in: document) != nil }),
  ]

  // MARK: The answer

  /// One to five words that name something; a hedge or a negation is no answer.
  private static func isFit(_ candidate: Candidate) -> Bool {
    let tokens = Token.tokens(of: candidate.answer)
    let words = tokens.filter(\.isWord)
    guard (1...5).contains(words.count), !tokens.contains(where: { $0.text == "," }) else {
      return false
    }
    if case .quantity = candidate.fact.claim { return true }
    let phrases = Phrases(tokens)
    guard !phrases.containsAny(of: Wording.hedges.filter { $0 != "under" && $0 != "over" }),
      !phrases.containsAny(of: Wording.negations)
    else { return false }
    guard let head = words.last?.lower, words.contains(where: { Salience.isContent($0.lower) })
    else {
      return false
    }
    let isRule = if case .rule = candidate.fact.claim { words.count > 1 } else { false }
    let isSpecific = isRule || words.dropLast().contains { Salience.isTechnical($0.text) }
    return !Wording.vague.contains(head) || isSpecific
  }

  private static func standsOnce(_ candidate: Candidate) -> Bool {
    guard candidate.form == .cloze else { return true }
    let answer = Token.tokens(of: candidate.answer).map(\.lower)
    let all = candidate.statement.tokens.map(\.lower)
    guard !answer.isEmpty, all.count >= answer.count else { return false }
    return (0...(all.count - answer.count)).count { Array(all[$0..<($0 + answer.count)]) == answer }
      == 1
  }

  // MARK: Leaks

  /// Whether the stem holds the answer's head, most of its words, or its acronym.
  private static func leaks(_ candidate: Candidate) -> Bool {
    let answer = Token.tokens(of: candidate.answer).filter(\.isWord)
    let stem = Token.tokens(of: candidate.stem).filter(\.isWord)
    if case .quantity = candidate.fact.claim { return false }
    let stemRoots = Set(stem.flatMap(roots))
    let content = answer.filter { Salience.isContent($0.lower) }
    let shared = content.filter { !stemRoots.isDisjoint(with: roots($0)) }
    if let head = content.last, shared.contains(head) { return true }
    return shared.count * 2 > content.count || sharesAcronym(answer, stem)
  }

  /// The first letters of each part of a word, by which its relatives are known.
  private static func roots(_ token: Token) -> [String] {
    token.lower.split(separator: "-").filter { $0.count > 3 }.map { part in
      part.count >= 7
        ? String(part.prefix(5)) : part.hasSuffix("s") ? String(part.dropLast()) : String(part)
    }
  }

  private static func sharesAcronym(_ answer: [Token], _ stem: [Token]) -> Bool {
    isAcronym(of: answer, among: stem) || isAcronym(of: stem, among: answer)
  }

  /// Whether one of `short` is made of the first letters of neighbours in `long`.
  private static func isAcronym(of long: [Token], among short: [Token]) -> Bool {
    let initials = long.flatMap { $0.lower.split(separator: "-") }.compactMap(\.first)
    let whole = String(initials)
    return short.contains { token in
      let letters = token.text.unicodeScalars.filter(\.isUppercase).count
      return letters >= 2 && letters == token.text.unicodeScalars.count
        && whole.contains(token.lower)
    }
  }

  // MARK: Truth to the source

  private static func keepsNumbers(_ candidate: Candidate) -> Bool {
    let cited = candidate.cited
    let source = Token.tokens(of: cited)
    let card = Token.tokens(of: candidate.text)
    let numbers = Set(source.filter(\.isNumber).map(\.lower))
    guard card.filter(\.isNumber).allSatisfy({ numbers.contains($0.lower) }) else { return false }
    let said = QuantityFinder.quantities(in: source).map { words($0, source) }
    return QuantityFinder.quantities(in: card).allSatisfy { said.contains(words($0, card)) }
  }

  private static func words(_ quantity: Analysis.Quantity, _ tokens: [Token]) -> [String] {
    tokens[quantity.words].map(\.lower)
  }

  private static func keepsHedges(_ candidate: Candidate) -> Bool {
    let source = Phrases(candidate.cited)
    let card = Phrases(candidate.text)
    return (Wording.hedges + Wording.negations).allSatisfy {
      card.count(of: $0) >= source.count(of: $0)
    }
  }
}
