/// What the ranking asks of a word of a question.
struct Trait: Sendable {
  let text: String
  let isTechnical: Bool
  let type: AnswerType?
  let isEveryday: Bool

  init(_ token: Token) {
    text = token.text
    isTechnical = Salience.isTechnical(token.text)
    type = AnswerType.of(token)
    isEveryday = Everyday.holds(token.text)
  }
}

extension Candidate {
  /// What each word of the stem is; those of the statement are known already.
  var stemTraits: [Trait] {
    guard form == .cloze else { return stemTokens.filter(\.isWord).map(Trait.init) }
    let before = tokensBefore.filter(\.isWord)
    let after = tokensAfter.filter(\.isWord)
    let known = ground.traits
    let start = known.prefix(before.count)
    let end = known.suffix(after.count)
    // A blank may begin or end within a word.
    let isWhole = start.last?.text == before.last?.text && end.first?.text == after.first?.text
    return isWhole ? Array(start + end) : (before + after).map(Trait.init)
  }
}
