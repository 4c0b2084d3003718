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
  /// What FSRS-6 makes of the rest; nil before a card's first answer and under FSRS-7.
  private let recall: MemoryModel.Recall?
  /// An interval that was promised when the answer was given.
  private let promised: Interval?
  /// The intervals of FSRS-7 in days after each grade, none shorter than that of a worse one; empty
  /// where they are not needed.
  private var growing: [Double] = []

  init(
    scheduler: Scheduler,
    state: CardState?,
    now: Int64,
    day: Int,
    seed: UInt64,
    balancer: Balancer? = nil,
    promised: Interval? = nil
  ) {
    self.scheduler = scheduler
    self.state = state
    self.now = now
    self.day = day
    fuzz = Fuzz(seed: seed, repetitions: state?.repetitions ?? 0)
    self.balancer = balancer
    self.promised = promised
    ceiling = min(scheduler.maximumInterval, balancer?.ceiling(after: day) ?? .max)
    // A clock set back counts as the same day.
    recall =
      scheduler.dual == nil
      ? state.map {
        scheduler.model.recall(of: $0.memory, elapsedDays: max(0, day - $0.lastDay))
      } : nil
    if scheduler.dual != nil, promised == nil { growing = growingIntervals() }
  }

  func state(after grade: Grade) -> CardState {
    let (phase, due) = place(after: grade)
    let isLapse = grade == .again && state?.phase == .review
    var growth = state?.growth ?? SameDayGrowth()
    _ = growth.isSurplus(grade, days: elapsedDays)
    return CardState(
      phase: phase,
      memory: memory(after: grade),
      due: due,
      lastReview: now,
      lastDay: day,
      repetitions: (state?.repetitions ?? 0) + 1,
      lapses: (state?.lapses ?? 0) + (isLapse ? 1 : 0),
      growth: growth
    )
  }

  /// Nil before a card's first answer; a clock set back counts as the same day.
  private var elapsedDays: Int? { state.map { max(0, day - $0.lastDay) } }

  /// The stability of FSRS-6 after a grade.
  private func stability(after grade: Grade, _ recall: MemoryModel.Recall) -> Double {
    var growth = state?.growth ?? SameDayGrowth()
    let isSurplus = growth.isSurplus(grade, days: elapsedDays)
    return isSurplus ? recall.state.stability : scheduler.model.stability(after: grade, recall)
  }

  private func memory(after grade: Grade) -> MemoryState {
    if let dual = scheduler.dual {
      let rest = state.map { Rest(since: $0, now: now, day: day) }
      return dual.next(state?.memory, grade, days: rest?.fractionalDays ?? 0)
    }
    let model = scheduler.model
    guard let recall else { return model.first(grade) }
    return MemoryState(
      stability: stability(after: grade, recall),
      difficulty: model.difficulty(after: grade, of: recall.state)
    )
  }
}

// MARK: - Steps within a day

extension Answer {
  private func place(after grade: Grade) -> (CardState.Phase, Due) {
    if scheduler.dual != nil {
      guard let wait = waitByModel(after: grade) else { return leftForDays(after: grade) }
      return within(step: 0, wait: wait)
    }
    let step = stepReached(after: grade)
    guard let step, let wait = wait(at: step, grade) else { return leftForDays(after: grade) }
    return within(step: step, wait: wait)
  }

  private func leftForDays(after grade: Grade) -> (CardState.Phase, Due) {
    if case .days(let promised) = promised { return (.review, .day(day + promised)) }
    return (.review, .day(day + days(after: grade)))
  }

  private func within(step: Int, wait: Int64) -> (CardState.Phase, Due) {
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

// MARK: - Waits of a model that predicts within the day

extension Answer {
  /// From half a day on a card is left for whole days.
  private static let longestWait = 0.5
  /// Nothing is asked again sooner, in milliseconds.
  private static let shortestWait: Int64 = 60_000

  /// The wait in milliseconds under FSRS-7, nil where the card is left for days.
  private func waitByModel(after grade: Grade) -> Int64? {
    switch promised {
    case .days: return nil
    case .milliseconds(let wait): return wait
    case nil: break
    }
    let days = growingInterval(after: grade)
    guard days < Self.longestWait else { return nil }
    return max(Self.shortestWait, Int64(days * 86_400_000))
  }

  private func growingIntervals() -> [Double] {
    var longest = 0.0
    return Grade.allCases.map { grade in
      longest = max(longest, interval(after: grade))
      return longest
    }
  }

  private func growingInterval(after grade: Grade) -> Double {
    growing.isEmpty ? interval(after: grade) : growing[grade.rawValue - 1]
  }

  /// Whether a grade leaves the card for days.
  private func leadsToDays(_ grade: Grade) -> Bool {
    growingInterval(after: grade) >= Self.longestWait
  }
}

// MARK: - Days

extension Answer {
  /// The days until a card comes back, each better grade at least one day later than the one below.
  private func days(after grade: Grade) -> Int {
    switch grade {
    case .again: days(.again, atLeast: 1)
    case .hard: days(.hard, atLeast: leastForHard)
    case .good: days(.good, atLeast: leastForGood)
    case .easy: days(.easy, atLeast: leastForEasy)
    }
  }

  /// Under FSRS-6 "again" is a matter of days only without steps, and then shorter by its formulas.
  private var leastForHard: Int {
    scheduler.dual != nil && leadsToDays(.again) ? days(.again, atLeast: 1) : 1
  }

  /// While a card is on its steps "hard" is no matter of days, so "good" need not exceed it.
  private var leastForGood: Int {
    let hardIsInDays =
      scheduler.dual == nil
      ? state?.phase == .review || scheduler.learningSteps.isEmpty : leadsToDays(.hard)
    return hardIsInDays ? days(.hard, atLeast: leastForHard) + 1 : 1
  }

  private var leastForEasy: Int {
    guard scheduler.dual == nil || leadsToDays(.good) else { return 1 }
    return days(.good, atLeast: leastForGood) + 1
  }

  private func days(_ grade: Grade, atLeast minimum: Int) -> Int {
    let interval = growingInterval(after: grade)
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

  /// The days, not rounded, until recall falls to the desired retention.
  private func interval(after grade: Grade) -> Double {
    guard scheduler.dual == nil else { return scheduler.interval(of: memory(after: grade)) }
    guard let recall else { return scheduler.interval(of: scheduler.model.first(grade)) }
    let memory = MemoryState(stability: stability(after: grade, recall), difficulty: 0)
    return scheduler.interval(of: memory)
  }
}
