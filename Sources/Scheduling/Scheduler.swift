/// Decides when a card is asked again; a value without memory of its own.
///
/// A card climbs the steps of one day first, is then left for days that FSRS-6 counts, and comes
/// back to the steps when it is forgotten.
package struct Scheduler: Sendable {
  /// How memory changes with answers.
  package let model: MemoryModel
  /// The recall aimed at when a card comes back, 0.5 to 0.99.
  package let desiredRetention: Double
  /// The waits within a day, of learning and of relearning alike, in milliseconds.
  package let learningSteps: [Int64]
  /// The longest interval in days, at least 1.
  package let maximumInterval: Int

  /// The days for each day of stability at the desired retention.
  private let stretch: Double

  /// A scheduler; a retention or maximum outside its range is cut to it, steps that do not last are
  /// left out, and none lasts longer than a year.
  package init(
    weights: Weights = .standard,
    desiredRetention: Double = 0.90,
    learningSteps: [Int64] = [60_000, 600_000],
    maximumInterval: Int = 36_500
  ) {
    model = MemoryModel(weights)
    self.desiredRetention = desiredRetention.clamped(to: 0.5...0.99)
    self.learningSteps = learningSteps.filter { $0 > 0 }.map { min($0, 31_536_000_000) }
    self.maximumInterval = maximumInterval.clamped(to: 1...36_500)
    stretch = model.curve.stretch(to: self.desiredRetention)
  }

  /// The state after an answer; `state` is nil before a card's first, `day` is the learner's day of
  /// `now` (UTC milliseconds), `seed` comes from the card's id.
  package func next(
    _ state: CardState?,
    _ grade: Grade,
    now: Int64,
    day: Int,
    seed: UInt64
  ) -> CardState {
    Answer(scheduler: self, state: state, now: now, day: day, seed: seed).state(after: grade)
  }

  /// The states after each of the four grades, exactly as `next` would give them where there is no
  /// balancer.
  package func preview(
    _ state: CardState?,
    now: Int64,
    day: Int,
    seed: UInt64,
    balancer: Balancer? = nil
  ) -> Preview {
    let answer = Answer(
      scheduler: self,
      state: state,
      now: now,
      day: day,
      seed: seed,
      balancer: balancer
    )
    return Preview(
      again: answer.state(after: .again),
      hard: answer.state(after: .hard),
      good: answer.state(after: .good),
      easy: answer.state(after: .easy)
    )
  }

  /// The probability, 0 to 1, that a card is recalled on one of the learner's days; on the day of
  /// its last answer it is 1, since FSRS-6 does not predict within a day.
  package func retrievability(of state: CardState, on day: Int) -> Double {
    let elapsed = max(0, day - state.lastDay)
    return model.curve.retrievability(after: Double(elapsed), stability: state.memory.stability)
  }

  /// The days, not rounded, until recall falls to the desired retention.
  func interval(_ stability: Double) -> Double {
    stability * stretch
  }
}

/// What would follow each of the four grades.
package struct Preview: Hashable, Sendable {
  /// What follows "again".
  package let again: CardState
  /// What follows "hard".
  package let hard: CardState
  /// What follows "good".
  package let good: CardState
  /// What follows "easy".
  package let easy: CardState

  /// What follows a grade.
  package subscript(grade: Grade) -> CardState {
    switch grade {
    case .again: again
    case .hard: hard
    case .good: good
    case .easy: easy
    }
  }
}
