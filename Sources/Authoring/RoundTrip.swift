import Reading

/// Asks a writer the question of a candidate, first with the cited sentence, then without it.
enum RoundTrip {
  enum Outcome: Hashable, Sendable {
    case passed
    /// Passed, and the answer came without the sentence too.
    case generalKnowledge
    /// The sentence did not give the answer back.
    case failed
    /// The writer gave no answer at all.
    case unanswered

    /// Why a candidate falls by it, or nil.
    var reason: Reason? {
      switch self {
      case .passed, .generalKnowledge: nil
      case .failed: .roundTrip
      case .unanswered: .unchecked
      }
    }
  }

  static func outcome(of candidate: Candidate, by writer: any QuestionWriter) -> Outcome {
    let sentence = candidate.sentence.text.string
    guard let answer = writer.answer(to: candidate.stem, from: sentence) else { return .unanswered }
    guard isSame(answer, candidate.answer) else { return .failed }
    guard let known = writer.answer(to: candidate.stem, from: nil) else { return .unanswered }
    return isSame(known, candidate.answer) ? .generalKnowledge : .passed
  }

  /// Whether two answers have the same words, case, space and articles aside.
  static func isSame(_ left: String, _ right: String) -> Bool {
    let folded = AnswerFold.lenient(left)
    return !folded.isEmpty && folded == AnswerFold.lenient(right)
  }
}
