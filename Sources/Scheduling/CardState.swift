/// When a card is to be asked again.
package enum Due: Hashable, Sendable {
  /// At a moment of the same session, in UTC milliseconds.
  case moment(Int64)
  /// On one of the learner's days, at any time.
  case day(Int)
}

/// How long a card rests between two answers.
package enum Interval: Hashable, Sendable {
  case milliseconds(Int64)
  case days(Int)
}

/// Where a card stands between its first answer and its next.
package struct CardState: Hashable, Sendable {
  /// Where a card stands between being new and being known.
  package enum Phase: Hashable, Sendable {
    /// Asked for the first time and not yet left for another day; counts from step 0.
    case learning(step: Int)
    case review
    /// Forgotten and not yet left for another day; counts from step 0.
    case relearning(step: Int)
  }

  /// The step the last answer led to.
  package var phase: Phase
  /// What the last answer left in memory.
  package var memory: MemoryState
  /// When the card is to be asked again.
  package var due: Due
  /// The moment of the last answer, in UTC milliseconds.
  package var lastReview: Int64
  /// The learner's day of the last answer.
  package var lastDay: Int
  /// The answers so far.
  package var repetitions: Int
  /// The times the card was forgotten after it had been learned.
  package var lapses: Int
  /// Whether the card took its step of growth on the day of the last answer.
  package var growth: SameDayGrowth

  /// A state put together from its parts.
  package init(
    phase: Phase,
    memory: MemoryState,
    due: Due,
    lastReview: Int64,
    lastDay: Int,
    repetitions: Int,
    lapses: Int,
    growth: SameDayGrowth = SameDayGrowth()
  ) {
    self.phase = phase
    self.memory = memory
    self.due = due
    self.lastReview = lastReview
    self.lastDay = lastDay
    self.repetitions = repetitions
    self.lapses = lapses
    self.growth = growth
  }

  /// The rest from the last answer to the due moment or day.
  package var interval: Interval {
    switch due {
    case .moment(let moment): .milliseconds(moment - lastReview)
    case .day(let day): .days(day - lastDay)
    }
  }

  /// Tells whether the card may be asked now, on the learner's day today.
  package func isDue(now: Int64, today: Int) -> Bool {
    switch due {
    case .moment(let moment): moment <= now
    case .day(let day): day <= today
    }
  }
}
