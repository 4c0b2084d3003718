package import Grading
package import Scheduling

/// The grades that may be given after an answer, and the one that Enter takes.
package struct GradeOffer: Hashable, Sendable {
  /// Smallest first; never empty.
  package let allowed: [Grade]
  /// Nil where the learner must decide.
  package let suggested: Grade?

  /// After a graded answer: a wrong one offers again only, half of one at most hard, and a hint
  /// lets hard be the most that is suggested.
  package init(after verdict: Verdict, usedHint: Bool) {
    let best = verdict.cap.flatMap(Grade.init) ?? .easy
    allowed = Grade.allCases.filter { $0 <= best }
    suggested = Grade(verdict.suggested).map { usedHint ? min($0, .hard) : $0 }
  }

  /// After an answer that was only revealed: the learner decides, with nothing suggested.
  package static let revealed = GradeOffer(allowed: Grade.allCases, suggested: nil)

  /// What is left once the learner has said that the card was recalled: good, unless less is
  /// suggested or allowed.
  package var recalled: GradeOffer {
    let grades = allowed.filter { $0 > .again }
    let wanted = suggested.flatMap { grades.contains($0) ? $0 : nil } ?? .good
    return GradeOffer(allowed: grades, suggested: grades.last.map { min($0, wanted) })
  }

  private init(allowed: [Grade], suggested: Grade?) {
    self.allowed = allowed
    self.suggested = suggested
  }
}

extension Grade {
  fileprivate init?(_ suggestion: SuggestedGrade) {
    switch suggestion {
    case .none: return nil
    case .again: self = .again
    case .hard: self = .hard
    case .good: self = .good
    }
  }
}
