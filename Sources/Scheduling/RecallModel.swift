/// The time between two answers to a card, in both ways that models count it.
package struct Rest: Hashable, Sendable {
  /// Turns of the learner's day, 0 within a day.
  package let days: Int
  /// Milliseconds on the clock.
  package let milliseconds: Int64
  /// Whether the answer after it comes on top of the day's step of growth.
  package let isSurplus: Bool

  /// A rest; a clock set back gives none.
  package init(days: Int, milliseconds: Int64, isSurplus: Bool = false) {
    self.days = max(0, days)
    self.milliseconds = max(0, milliseconds)
    self.isSurplus = isSurplus
  }

  /// The rest since the last answer to a card.
  init(since state: CardState, now: Int64, day: Int) {
    let (elapsed, isTooLong) = now.subtractingReportingOverflow(state.lastReview)
    self.init(days: day - state.lastDay, milliseconds: isTooLong ? 0 : elapsed)
  }

  /// The days of the clock, with their parts.
  var fractionalDays: Double { Double(milliseconds) / 86_400_000 }
}

/// What a scheduler asks of a model of memory.
package protocol RecallModel: Sendable {
  /// The memory after an answer; `state` is nil before the first.
  func next(_ state: MemoryState?, _ grade: Grade, after rest: Rest) -> MemoryState

  /// The probability of recall after a rest, 0 to 1.
  func retrievability(of state: MemoryState, after rest: Rest) -> Double

  /// The days, not rounded, until recall has fallen to a retention.
  func interval(of state: MemoryState, retention: Double) -> Double
}

extension MemoryModel: RecallModel {
  package func next(_ state: MemoryState?, _ grade: Grade, after rest: Rest) -> MemoryState {
    var next = next(state, grade, elapsedDays: rest.days)
    if rest.isSurplus, let state { next.stability = state.clamped.stability }
    return next
  }

  package func retrievability(of state: MemoryState, after rest: Rest) -> Double {
    curve.retrievability(after: Double(rest.days), stability: state.stability)
  }

  package func interval(of state: MemoryState, retention: Double) -> Double {
    curve.interval(stability: state.stability, retention: retention)
  }
}

extension DualTraceModel: RecallModel {
  package func next(_ state: MemoryState?, _ grade: Grade, after rest: Rest) -> MemoryState {
    next(state, grade, days: rest.fractionalDays)
  }

  package func retrievability(of state: MemoryState, after rest: Rest) -> Double {
    retrievability(of: state, days: rest.fractionalDays)
  }
}
