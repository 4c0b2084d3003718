/// Plays a learner's coming days: cards are asked by a scheduler and recalled as the model of memory
/// says, in the grades and the times of the learner's habits.
///
/// Every date is set by the scheduler that will set the learner's, its fuzz and the order of the grades
/// included. The simulator of fsrs-rs rounds bare intervals to days instead, and so asks 3 % more often
/// at a retention of 70 %, 9 % at 90 % and 20 % at 95 %, where "hard", "good" and "easy" would often
/// fall on one day and here lie a day apart. Without those rules the reviews of both are the same.
package struct Simulator: Sendable {
  /// What there is to learn, and how much of it a day.
  package struct Plan: Hashable, Sendable {
    /// The cards that were answered before.
    package var known: [CardState]
    /// The cards that never were.
    package var new: Int
    /// The most new cards a day.
    package var newPerDay: Int
    /// The most cards reviewed a day; nil for no limit.
    package var reviewsPerDay: Int?
    /// The learner's day on which it begins.
    package var today: Int
    /// The days to play.
    package var days: Int

    /// A plan; numbers below nothing count as nothing, and more than ten years are not played.
    package init(
      known: [CardState] = [],
      new: Int,
      newPerDay: Int,
      reviewsPerDay: Int? = nil,
      today: Int = 0,
      days: Int
    ) {
      self.known = known
      self.new = max(0, new)
      self.newPerDay = max(0, newPerDay)
      self.reviewsPerDay = reviewsPerDay.map { max(0, $0) }
      self.today = today
      self.days = days.clamped(to: 0...Simulator.longest)
    }
  }

  /// What came of it, as counts or as means of several plays.
  package struct Outcome: Hashable, Sendable {
    /// Cards reviewed, each once a day.
    package internal(set) var reviews = 0.0
    /// Answers of every kind.
    package internal(set) var answers = 0.0
    /// The time of all answers in milliseconds.
    package internal(set) var milliseconds = 0.0
    /// Cards met for the first time.
    package internal(set) var learned = 0.0
    /// Cards that would be recalled on the day after the last: the sum of what is expected of each.
    package internal(set) var recalled = 0.0
    /// Cards that were due on the last day and had to wait.
    package internal(set) var waiting = 0.0
  }

  /// What asks, cards without any of their own first.
  let schedulers: [Scheduler]
  /// The places of what asks each known card of the plan; empty where all are asked by the first.
  let places: [Int]
  /// How the learner grades.
  package let habits: Habits
  /// What there is to learn.
  package let plan: Plan

  /// The most days that are played.
  package static let longest = 3650

  /// A simulator; known cards may have schedulers of their own, each by its number from 1 on, 0 where
  /// it has none.
  package init(
    scheduler: Scheduler,
    own: [Scheduler] = [],
    of places: [Int] = [],
    habits: Habits,
    plan: Plan
  ) {
    schedulers = [scheduler] + own
    self.places = places
    self.habits = habits
    self.plan = plan
  }

  /// One play; the same seed gives the same.
  package func play(seed: UInt64) -> Outcome {
    var run = SimulatedRun(self, seed: seed)
    run.play()
    return run.outcome
  }

  /// The means of several plays for each simulator, the same for any number of threads.
  package static func means(
    of simulators: [Simulator],
    plays: Int,
    seed: UInt64,
    threads: Int
  ) -> [Outcome] {
    let plays = max(1, plays)
    var seeds = SplitMix64(seed: seed)
    let luck = (0..<plays).map { _ in seeds.next() }
    let outcomes = Workers(count: threads).map(
      simulators.count * plays,
      initially: Outcome()
    ) { part in simulators[part / plays].play(seed: luck[part % plays]) }
    return simulators.indices.map { index in
      outcomes[index * plays..<(index + 1) * plays].reduce(Outcome(), +) / Double(plays)
    }
  }
}

extension Simulator.Outcome {
  fileprivate static func + (left: Self, right: Self) -> Self {
    Self(
      reviews: left.reviews + right.reviews,
      answers: left.answers + right.answers,
      milliseconds: left.milliseconds + right.milliseconds,
      learned: left.learned + right.learned,
      recalled: left.recalled + right.recalled,
      waiting: left.waiting + right.waiting
    )
  }

  fileprivate static func / (sum: Self, count: Double) -> Self {
    Self(
      reviews: sum.reviews / count,
      answers: sum.answers / count,
      milliseconds: sum.milliseconds / count,
      learned: sum.learned / count,
      recalled: sum.recalled / count,
      waiting: sum.waiting / count
    )
  }
}
