import Reading

/// What a proposal of a writer must pass besides the gates of every candidate.
///
/// A question brings no word of its own, save those that any question needs. It keeps the order of
/// its sentence, so that nobody is said to do what is done to him, and every word of doubt, duty,
/// negation, condition and population.
struct ProposalGates {
  private let proposal: Proposal
  private let source: Analysis
  /// The tokens of the statement that are the answer.
  private let answer: [Token]

  /// The first reason that speaks against a candidate made of a proposal, or nil.
  static func reason(against candidate: Candidate, of proposal: Proposal) -> Reason? {
    let gates = ProposalGates(candidate, proposal)
    guard gates.answersWhole(candidate) else { return .answer }
    switch candidate.form {
    case .cloze: return gates.restates(candidate) ? nil : .misfit
    case .basic(let question): return gates.reason(against: question, candidate)
    case .choice, .several, .truth, .order: return .misfit
    }
  }

  private init(_ candidate: Candidate, _ proposal: Proposal) {
    self.proposal = proposal
    source = PatternAnalyzer.analysis(of: candidate.statement)
    answer = source.tokens.filter { candidate.blank.overlaps($0.range) }
  }

  /// Whether the answer is a whole phrase or what the patterns would ask for.
  private func answersWhole(_ candidate: Candidate) -> Bool {
    let words = candidate.fact.claim.focus
    if case .relation = candidate.fact.claim { return source.isWholePhrase(words) }
    return true
  }

  /// A statement with other words was not made from this sentence.
  private func restates(_ candidate: Candidate) -> Bool {
    let words = Set(Token.tokens(of: candidate.sentence.text.scalars).map(\.lower))
      .union(source.tokens.map(\.lower))
    return Token.tokens(of: proposal.text).filter(\.isWord).allSatisfy { words.contains($0.lower) }
  }

  private func reason(against question: String, _ candidate: Candidate) -> Reason? {
    let tokens = Token.tokens(of: question)
    guard question.hasSuffix("?"), tokens.count(where: { $0.text == "?" }) == 1,
      tokens.count(where: \.isWord) >= 3
    else { return .misfit }
    guard bringsNoMark(question), keepsOrder(tokens) else { return .wording }
    guard QuestionForm.isSound(tokens, of: candidate, in: source) else { return .misfit }
    guard keepsDoubt(tokens) else { return .hedge }
    return keepsConditions(tokens) ? nil : .condition
  }

  // MARK: Words

  /// Marks other than those of plain prose must stand in the statement.
  private func bringsNoMark(_ question: String) -> Bool {
    question.unicodeScalars.allSatisfy { scalar in
      scalar.isLetter || scalar.isDigit || [" ", ",", "'", "’", "-", "?"].contains(scalar)
        || source.statement.scalars.contains(scalar)
    }
  }

  /// Whether the words of the question stand in the statement one after the other.
  private func keepsOrder(_ tokens: [Token]) -> Bool {
    var rest = source.tokens[...]
    for token in tokens where token.isWord && !QuestionWords.free.contains(token.lower) {
      // A question turns its verb round; that it has no other is for the doubts to see.
      if Lexicon.modals.contains(token.lower) { continue }
      guard let place = rest.firstIndex(where: { Self.isSame($0, token) }) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }

  /// Whether two words are the same but for an ending of grammar; numbers have none.
  private static func isSame(_ left: Token, _ right: Token) -> Bool {
    if left.lower == right.lower { return true }
    guard !left.isNumber, !right.isNumber else { return false }
    return root(left.lower) == root(right.lower)
  }

  /// `blocks`, `blocked` and `blocking` are `block`; `prednisone` and `prednisolone` stay two.
  private static func root(_ word: String) -> String {
    let ending = ["ing", "ed", "es", "s"].first { word.hasSuffix($0) && word.count >= $0.count + 3 }
    let stem = word.dropLast(ending?.count ?? 0)
    return String(stem.count > 3 && stem.hasSuffix("e") ? stem.dropLast() : stem)
  }

  // MARK: Meaning

  /// Whether the card doubts and denies exactly what its statement does.
  private func keepsDoubt(_ question: [Token]) -> Bool {
    let card = Phrases(QuestionWords.withoutMeasure(question) + answer)
    let source = Phrases(source.tokens)
    return [Wording.hedges, Wording.negations, QuestionWords.duties].allSatisfy {
      card.counts(of: $0) == source.counts(of: $0)
    }
  }

  /// Whether the card says every word of the statement that carries meaning.
  ///
  /// Only a reason or a remark at its end may go: an adjective such as `intravenous` is as much a
  /// condition as "in adults" is.
  private func keepsConditions(_ question: [Token]) -> Bool {
    let said = question + answer
    return source.tokens[..<end].allSatisfy { token in
      !QuestionWords.carriesMeaning(token) || said.contains { Self.isSame($0, token) }
    }
  }

  /// Where the statement is told but for ", because …" or ", which …" behind the answer.
  private var end: Int {
    let tokens = source.tokens
    let last = tokens.lastIndex { answer.contains($0) } ?? tokens.count
    return tokens.indices.dropFirst(last).first { index in
      tokens[index].text == "," && ["because", "which"].contains(source.word(index + 1))
    } ?? tokens.count
  }
}
