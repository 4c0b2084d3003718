package import Decks

/// How right an answer is, and why.
package struct Verdict: Hashable, Sendable {
  /// How it is taken.
  package let outcome: Outcome
  /// What the learner is told, the weightiest first; empty for a plain right answer.
  package let reasons: [Reason]
  /// How a number was read, where it was not written the plain way (`1.5 mg` for `1,5 MG`).
  package let readAs: String?
  /// The share of right parts, 0...1, where the card counts parts.
  package let share: Rational?
  /// The grade that Enter takes.
  package let suggested: SuggestedGrade
  /// The best grade that may be given, or nil where all are open.
  package let cap: SuggestedGrade?

  /// The five ways to take an answer.
  package enum Outcome: String, Hashable, Sendable, CaseIterable {
    case right
    /// Right, and a notation that kills is pointed out.
    case note
    case wrong
    /// Cannot be read one way: asked again, costs nothing.
    case ask
    /// The learner compares key and answer and decides.
    case judge
  }

  /// Makes a verdict; grading makes all but those of tests.
  package init(
    outcome: Outcome,
    reasons: [Reason] = [],
    readAs: String? = nil,
    share: Rational? = nil,
    suggested: SuggestedGrade,
    cap: SuggestedGrade? = nil
  ) {
    self.outcome = outcome
    self.reasons = reasons
    self.readAs = readAs
    self.share = share
    self.suggested = suggested
    self.cap = cap
  }
}

/// The grade that a verdict proposes; `none` leaves it to the learner.
package enum SuggestedGrade: String, Hashable, Sendable, CaseIterable {
  case none
  case again
  case hard
  case good
}

extension Verdict {
  /// Right, or right with a note where a notation is pointed out.
  static func right(
    _ reasons: [Reason] = [],
    notations: [Notation] = [],
    readAs: String? = nil,
    share: Rational? = nil
  ) -> Verdict {
    Verdict(
      outcome: notations.isEmpty && !reasons.contains(where: \.isWarning) ? .right : .note,
      reasons: reasons + notations.map(Reason.notation),
      readAs: readAs,
      share: share,
      suggested: .good
    )
  }

  static func wrong(
    _ reasons: [Reason],
    notations: [Notation] = [],
    readAs: String? = nil,
    share: Rational? = nil
  ) -> Verdict {
    Verdict(
      outcome: .wrong,
      reasons: reasons + notations.map(Reason.notation),
      readAs: readAs,
      share: share,
      suggested: .again,
      cap: .again
    )
  }

  static func ask(_ reasons: [Reason]) -> Verdict {
    Verdict(outcome: .ask, reasons: reasons, suggested: .none)
  }

  /// The learner decides.
  ///
  /// No grade is proposed unless the answer hedges, and half an answer is at most hard. Where
  /// nothing matches the key may lack a synonym, so all grades stay open.
  static func judge(
    _ reasons: [Reason],
    notations: [Notation] = [],
    suggested: SuggestedGrade = .none
  ) -> Verdict {
    Verdict(
      outcome: .judge,
      reasons: reasons + notations.map(Reason.notation),
      suggested: suggested,
      cap: reasons.contains(where: \.marksHalfAnAnswer) ? .hard : nil
    )
  }
}
