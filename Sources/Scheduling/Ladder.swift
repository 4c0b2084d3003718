/// The grades of one answer from the worst up: a better one leaves a card for longer, and what was
/// found for the worse ones is not reckoned again.
struct Ladder {
  /// The grades that were reached, by their number.
  private var reached = 0
  /// The fewest days that those leave to the next.
  private var least = 1
  /// The longest of their intervals under FSRS-7 in days, not rounded.
  private var longest = 0.0

  /// From half a day on a card is left for whole days.
  private static let longestWait = 0.5
  /// Nothing is asked again sooner, in milliseconds.
  private static let shortestWait: Int64 = 60_000

  /// How long a card rests after a grade that leads to no step.
  mutating func rest(
    after grade: Grade,
    _ memory: MemoryState,
    scheduler: Scheduler,
    _ answer: Answer
  ) -> Interval {
    while let worse = Grade(rawValue: reached + 1), worse < grade {
      if scheduler.isRung(worse, answer) {
        _ = climb(worse, scheduler.memory(after: worse, answer).0, scheduler, answer)
      }
      reached = worse.rawValue
    }
    reached = grade.rawValue
    return climb(grade, memory, scheduler, answer)
  }

  private mutating func climb(
    _ grade: Grade,
    _ memory: MemoryState,
    _ scheduler: Scheduler,
    _ answer: Answer
  ) -> Interval {
    let interval = scheduler.interval(of: memory)
    guard scheduler.dual != nil else {
      return .days(days(after: grade, interval, answer, isRung: scheduler.isRung(grade, answer)))
    }
    longest = max(longest, interval)
    guard longest < Self.longestWait else {
      return .days(days(after: grade, longest, answer, isRung: true))
    }
    return .milliseconds(max(Self.shortestWait, Int64(longest * 86_400_000)))
  }

  private mutating func days(
    after grade: Grade,
    _ interval: Double,
    _ answer: Answer,
    isRung: Bool
  ) -> Int {
    let range = answer.range(after: grade, interval, atLeast: least)
    let days = answer.choose(range)
    if isRung { least = grade == .again ? days : days + 1 }
    return days
  }
}

extension Scheduler {
  /// Whether the days after a grade bound those after a better one.
  ///
  /// Under FSRS-6 "again" is a matter of days only without steps, and then shorter by its formulas;
  /// "hard" is none while a card is on its steps.
  fileprivate func isRung(_ grade: Grade, _ answer: Answer) -> Bool {
    guard dual == nil else { return true }
    switch grade {
    case .again: return false
    case .hard: return answer.state?.phase == .review || learningSteps.isEmpty
    case .good, .easy: return true
    }
  }
}

extension Answer {
  /// The days that an interval may become.
  fileprivate func range(
    after grade: Grade,
    _ interval: Double,
    atLeast least: Int
  ) -> ClosedRange<Int> {
    let least = grade == .again ? least : max(least, leastToGrow(interval))
    return Fuzz.range(of: interval, atLeast: least, atMost: ceiling)
  }

  /// The least that keeps fuzz from turning growth into shrinkage: an interval that grew stays
  /// longer than the one before, and one within reach of it does not fall below.
  private func leastToGrow(_ interval: Double) -> Int {
    guard let state, state.phase == .review, case .days(let previous) = state.interval else {
      return 0
    }
    if interval.nearestWhole > previous { return previous + 1 }
    let reach = Fuzz.range(of: interval, atLeast: 1, atMost: ceiling)
    return previous <= reach.upperBound ? previous : 0
  }
}
