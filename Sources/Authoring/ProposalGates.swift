import Reading

/// What a proposal of a writer must pass besides the gates of every candidate.
///
/// A question may leave words of its sentence out but bring none of its own, save those that any
/// question needs. It keeps their order, so that nobody is said to do what is done to him, and it
/// keeps doubts, negations, conditions and populations.
struct ProposalGates {
  private let proposal: Proposal
  private let source: Analysis
  /// The tokens of the statement that are the answer.
  private let answer: [Token]

  /// The first reason that speaks against a candidate made of a proposal, or nil.
  static func reason(against candidate: Candidate, of proposal: Proposal) -> Reason? {
    let gates = ProposalGates(candidate, proposal)
    switch candidate.form {
    case .cloze: return gates.restates(candidate) ? nil : .misfit
    case .basic(let question): return gates.reason(against: question)
    }
  }

  private init(_ candidate: Candidate, _ proposal: Proposal) {
    self.proposal = proposal
    source = PatternAnalyzer.analysis(of: candidate.statement)
    answer = source.tokens.filter { candidate.blank.overlaps($0.range) }
  }

  /// A statement with other words was not made from this sentence.
  private func restates(_ candidate: Candidate) -> Bool {
    let words = Set(Token.tokens(of: candidate.sentence.text.scalars).map(\.lower))
      .union(source.tokens.map(\.lower))
    return Token.tokens(of: proposal.text).filter(\.isWord).allSatisfy { words.contains($0.lower) }
  }

  private func reason(against question: String) -> Reason? {
    let tokens = Token.tokens(of: question)
    guard question.hasSuffix("?"), tokens.count(where: { $0.text == "?" }) == 1,
      tokens.count(where: \.isWord) >= 3
    else { return .misfit }
    guard bringsNoMark(question), keepsOrder(tokens) else { return .wording }
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
    return (Wording.hedges + Wording.negations).allSatisfy {
      card.count(of: $0) == source.count(of: $0)
    }
  }

  /// Whether every word behind a word of condition, up to the end of its phrase, is in the card.
  private func keepsConditions(_ question: [Token]) -> Bool {
    let said = question + answer
    var isInside = false
    for index in source.tokens.indices {
      let token = source.tokens[index]
      if QuestionWords.conditions.contains(token.lower) {
        isInside = true
      } else if [.comma, .mark].contains(source.tag(index)) {
        isInside = false
      } else if isInside, token.isWord, !QuestionWords.free.contains(token.lower),
        !said.contains(where: { Self.isSame($0, token) })
      {
        return false
      }
    }
    return true
  }
}
