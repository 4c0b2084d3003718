/// One moment of answering, before the grade is known.
///
/// It is handed beside the scheduler and does not hold it, which is too large to be copied for every
/// answer.
struct Answer {
  let state: CardState?
  let now: Int64
  let day: Int
  /// An interval that was promised when the answer was given.
  let promised: Interval?
  /// Nil before a card's first answer; a clock set back counts as the same day.
  let elapsedDays: Int?
  /// What FSRS-6 makes of the rest; nil before a card's first answer and under FSRS-7.
  let recall: MemoryModel.Recall?
  /// The longest interval in days.
  let ceiling: Int
  private let fuzz: Fuzz
  private let balancer: Balancer?

  init(
    to state: CardState?,
    under scheduler: Scheduler,
    now: Int64,
    day: Int,
    seed: UInt64,
    balancer: Balancer? = nil,
    promised: Interval? = nil
  ) {
    self.state = state
    self.now = now
    self.day = day
    self.promised = promised
    elapsedDays = state.map { max(0, day - $0.lastDay) }
    recall = scheduler.recall(of: state, elapsedDays: elapsedDays)
    ceiling = min(scheduler.maximumInterval, balancer?.ceiling(after: day) ?? .max)
    fuzz = Fuzz(seed: seed, repetitions: state?.repetitions ?? 0)
    self.balancer = balancer
  }

  /// The day of a range that falls to the card.
  func choose(_ range: ClosedRange<Int>) -> Int {
    balancer?.choose(range, after: day, position: fuzz.position) ?? fuzz.days(in: range)
  }
}

extension Scheduler {
  /// The state after a grade; the ladder may have reached worse grades of the same answer.
  func state(after grade: Grade, _ answer: Answer, _ ladder: inout Ladder) -> CardState {
    let state = answer.state
    let (memory, growth) = memory(after: grade, answer)
    let (phase, due) = place(after: grade, memory, answer, &ladder)
    let isLapse = grade == .again && state?.phase == .review
    return CardState(
      phase: phase,
      memory: memory,
      due: due,
      lastReview: answer.now,
      lastDay: answer.day,
      repetitions: (state?.repetitions ?? 0) + 1,
      lapses: (state?.lapses ?? 0) + (isLapse ? 1 : 0),
      growth: growth
    )
  }

  /// The memory after a grade, and whether the day's step of growth is taken then.
  func memory(after grade: Grade, _ answer: Answer) -> (MemoryState, SameDayGrowth) {
    var growth = answer.state?.growth ?? SameDayGrowth()
    let isSurplus = growth.isSurplus(grade, days: answer.elapsedDays)
    if let dual {
      let rest = answer.state.map { Rest(since: $0, now: answer.now, day: answer.day) }
      return (dual.next(answer.state?.memory, grade, days: rest?.fractionalDays ?? 0), growth)
    }
    guard let recall = answer.recall else { return (model.first(grade), growth) }
    let memory = MemoryState(
      stability: isSurplus ? recall.state.stability : model.stability(after: grade, recall),
      difficulty: model.difficulty(after: grade, of: recall.state)
    )
    return (memory, growth)
  }

  fileprivate func recall(of state: CardState?, elapsedDays: Int?) -> MemoryModel.Recall? {
    guard dual == nil, let state, let elapsedDays else { return nil }
    return model.recall(of: state.memory, elapsedDays: elapsedDays)
  }

  private func place(
    after grade: Grade,
    _ memory: MemoryState,
    _ answer: Answer,
    _ ladder: inout Ladder
  ) -> (CardState.Phase, Due) {
    if let (step, wait) = learningStep(after: grade, answer) {
      return (answer.phase(at: step), .moment(answer.now + wait))
    }
    let rest =
      promised(answer) ?? ladder.rest(after: grade, memory, scheduler: self, answer)
    switch rest {
    case .milliseconds(let wait): return (answer.phase(at: 0), .moment(answer.now + wait))
    case .days(let days): return (.review, .day(answer.day + days))
    }
  }

  /// The promise that counts: under FSRS-6 a wait within the day follows from the steps alone.
  private func promised(_ answer: Answer) -> Interval? {
    if case .milliseconds = answer.promised, dual == nil { return nil }
    return answer.promised
  }
}

// MARK: - Steps within a day

extension Answer {
  fileprivate func phase(at step: Int) -> CardState.Phase {
    switch state?.phase {
    case nil, .learning: .learning(step: step)
    case .review, .relearning: .relearning(step: step)
    }
  }
}

extension Scheduler {
  /// The step a card stands on after a grade and the wait there in milliseconds; nil when it is left
  /// for another day, and under FSRS-7.
  private func learningStep(after grade: Grade, _ answer: Answer) -> (step: Int, wait: Int64)? {
    guard dual == nil, let step = stepReached(by: grade, from: answer.state?.phase),
      let wait = wait(at: step, grade)
    else { return nil }
    return (step, wait)
  }

  private func stepReached(by grade: Grade, from phase: CardState.Phase?) -> Int? {
    let current: Int
    switch phase {
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
    guard step < learningSteps.count else { return nil }
    guard grade == .hard, step == 0 else { return learningSteps[step] }
    // "Hard" on the first step waits between "again" and "good".
    let first = learningSteps[0]
    if learningSteps.count > 1 { return first + (learningSteps[1] - first) / 2 }
    let oneDay: Int64 = 86_400_000
    return first + min(first / 2, oneDay)
  }
}
