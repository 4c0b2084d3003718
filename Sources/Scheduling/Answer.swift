/// One moment of answering, before the grade is known.
struct Answer {
  let scheduler: Scheduler
  let state: CardState?
  let now: Int64
  let day: Int
  private let fuzz: Fuzz
  private let balancer: Balancer?
  /// The longest interval in days.
  private let ceiling: Int
  private let recall: MemoryModel.Recall?

  init(
    scheduler: Scheduler,
    state: CardState?,
    now: Int64,
    day: Int,
    seed: UInt64,
    balancer: Balancer? = nil
  ) {
    self.scheduler = scheduler
    self.state = state
    self.now = now
    self.day = day
    fuzz = Fuzz(seed: seed, repetitions: state?.repetitions ?? 0)
    self.balancer = balancer
    ceiling = min(scheduler.maximumInterval, balancer?.ceiling(after: day) ?? .max)
    // A clock set back counts as the same day.
    recall = state.map {
      scheduler.model.recall(of: $0.memory, elapsedDays: max(0, day - $0.lastDay))
    }
  }

  func state(after grade: Grade) -> CardState {
    let (phase, due) = place(after: grade)
    let isLapse = grade == .again && state?.phase == .review
    return CardState(
      phase: phase,
      memory: memory(after: grade),
      due: due,
      lastReview: now,
      lastDay: day,
      repetitions: (state?.repetitions ?? 0) + 1,
      lapses: (state?.lapses ?? 0) + (isLapse ? 1 : 0)
    )
  }

  private func memory(after grade: Grade) -> MemoryState {
    let model = scheduler.model
    guard let recall else { return model.first(grade) }
    return MemoryState(
      stability: model.stability(after: grade, recall),
      difficulty: model.difficulty(after: grade, of: recall.state)
    )
  }
}

// MARK: - Steps within a day

extension Answer {
  private func place(after grade: Grade) -> (CardState.Phase, Due) {
    let step = stepReached(after: grade)
    guard let step, let wait = wait(at: step, grade) else {
      return (.review, .day(day + days(after: grade)))
    }
    let due = Due.moment(now + wait)
    switch state?.phase {
    case nil, .learning: return (.learning(step: step), due)
    case .review, .relearning: return (.relearning(step: step), due)
    }
  }

  /// The step a card stands on after a grade, nil when it is left for another day.
  private func stepReached(after grade: Grade) -> Int? {
    let current: Int
    switch state?.phase {
    case nil: current = 0
    case .learning(let step), .relearning(let step): current = max(0, step)
    case .review: return grade == .again ? 0 : nil
    }
    switch grade {
    case .again: return 0
    case .hard: return current
    case .good: return current + 1
    case .easy: return nil
    }
  }

  /// The wait at a step in milliseconds, nil where the steps end.
  private func wait(at step: Int, _ grade: Grade) -> Int64? {
    let steps = scheduler.learningSteps
    guard step < steps.count else { return nil }
    guard grade == .hard, step == 0 else { return steps[step] }
    // "Hard" on the first step waits between "again" and "good".
    if steps.count > 1 { return steps[0] + (steps[1] - steps[0]) / 2 }
    let oneDay: Int64 = 86_400_000
    return steps[0] + min(steps[0] / 2, oneDay)
  }
}

// MARK: - Days

extension Answer {
  /// The days until a card comes back, each better grade at least one day later than the one below.
  private func days(after grade: Grade) -> Int {
    switch grade {
    case .again: days(.again, atLeast: 1)
    case .hard: days(.hard, atLeast: 1)
    case .good: days(.good, atLeast: leastForGood)
    case .easy: days(.easy, atLeast: days(.good, atLeast: leastForGood) + 1)
    }
  }

  /// While a card is on its steps "hard" is no matter of days, so "good" need not exceed it.
  private var leastForGood: Int {
    let hardIsInDays = state?.phase == .review || scheduler.learningSteps.isEmpty
    return hardIsInDays ? days(.hard, atLeast: 1) + 1 : 1
  }

  private func days(_ grade: Grade, atLeast minimum: Int) -> Int {
    let interval = scheduler.interval(stability(after: grade))
    let least = grade == .again ? minimum : max(minimum, leastToGrow(interval))
    let range = Fuzz.range(of: interval, atLeast: least, atMost: ceiling)
    return balancer?.choose(range, after: day, position: fuzz.position) ?? fuzz.days(in: range)
  }

  /// The least that keeps fuzz from turning growth into shrinkage: an interval that grew stays
  /// longer than the one before, and one within reach of it does not fall below.
  private func leastToGrow(_ interval: Double) -> Int {
    guard let state, state.phase == .review, case .days(let previous) = state.interval else {
      return 0
    }
    if Int(interval.rounded()) > previous { return previous + 1 }
    let reach = Fuzz.range(of: interval, atLeast: 1, atMost: ceiling)
    return previous <= reach.upperBound ? previous : 0
  }

  private func stability(after grade: Grade) -> Double {
    guard let recall else { return scheduler.model.first(grade).stability }
    return scheduler.model.stability(after: grade, recall)
  }
}
