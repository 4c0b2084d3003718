/// Decides when a card is asked again; a value without memory of its own.
///
/// Under FSRS-6 a card climbs the steps of one day first, is then left for days that the model
/// counts, and comes back to the steps when it is forgotten. Under FSRS-7 the model counts within
/// the day too, and the steps are not used.
package struct Scheduler: Sendable {
  /// How memory changes with answers under FSRS-6.
  package let model: MemoryModel
  /// How it changes under FSRS-7; nil where FSRS-6 is in force.
  package let dual: DualTraceModel?
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
    dual: DualWeights? = nil,
    desiredRetention: Double = 0.90,
    learningSteps: [Int64] = [60_000, 600_000],
    maximumInterval: Int = 36_500
  ) {
    model = MemoryModel(weights)
    self.dual = dual.map { DualTraceModel($0) }
    self.desiredRetention = desiredRetention.clamped(to: 0.5...0.99)
    self.learningSteps = learningSteps.filter { $0 > 0 }.map { min($0, 31_536_000_000) }
    self.maximumInterval = maximumInterval.clamped(to: 1...36_500)
    stretch = model.curve.stretch(to: self.desiredRetention)
  }

  /// The state after an answer; `state` is nil before a card's first, `day` is the learner's day of
  /// `now` (UTC milliseconds), `seed` comes from the card's id.
  ///
  /// An interval that was promised is kept: days where the card is left for days, and under FSRS-7
  /// also a wait within the day.
  package func next(
    _ state: CardState?,
    _ grade: Grade,
    now: Int64,
    day: Int,
    seed: UInt64,
    promised: Interval? = nil
  ) -> CardState {
    let answer = Answer(to: state, under: self, now: now, day: day, seed: seed, promised: promised)
    var ladder = Ladder()
    return self.state(after: grade, answer, &ladder)
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
    let answer = Answer(to: state, under: self, now: now, day: day, seed: seed, balancer: balancer)
    var ladder = Ladder()
    return Preview(
      again: self.state(after: .again, answer, &ladder),
      hard: self.state(after: .hard, answer, &ladder),
      good: self.state(after: .good, answer, &ladder),
      easy: self.state(after: .easy, answer, &ladder)
    )
  }

  /// The model in force.
  package var memory: any RecallModel {
    if let dual { dual } else { model }
  }

  /// The probability, 0 to 1, that a card is recalled on one of the learner's days; on the day of
  /// its last answer it is 1 under FSRS-6, which does not predict within a day.
  package func retrievability(of state: CardState, on day: Int) -> Double {
    let days = max(0, day - state.lastDay)
    if let dual { return dual.retrievability(of: state.memory, days: Double(days)) }
    return model.curve.retrievability(after: Double(days), stability: state.memory.stability)
  }

  /// The probability of recall at a moment (UTC milliseconds) of one of the learner's days.
  package func retrievability(of state: CardState, now: Int64, day: Int) -> Double {
    let rest = Rest(since: state, now: now, day: day)
    // Not by `memory`, which would put the model into a box for each of very many cards.
    if let dual { return dual.retrievability(of: state.memory, after: rest) }
    return model.retrievability(of: state.memory, after: rest)
  }

  /// The days until recall has fallen to 90 %.
  package func stability(of memory: MemoryState) -> Double {
    dual?.interval(of: memory, retention: 0.9) ?? memory.stability
  }

  /// The days, not rounded, until recall falls to the desired retention.
  func interval(of memory: MemoryState) -> Double {
    dual?.interval(of: memory, retention: desiredRetention) ?? memory.stability * stretch
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
