package import Decks
import Scheduling

/// What several desired retentions would cost and bring in the days to come.
///
/// The learner's days are played with the cards at hand, the weights in force, and the grades and
/// times that the log shows.
package struct Workload: Hashable, Sendable {
  /// What one desired retention leads to.
  package struct Row: Hashable, Sendable {
    package let retention: Double
    /// Known cards that are reviewed, a day.
    package let reviewsPerDay: Double
    /// Minutes of answering a day, new cards and repeats within a day included.
    package let minutesPerDay: Double
    /// Cards that would be recalled at the end.
    package let recalled: Double
    /// Cards that wait at the end because of the daily limit.
    package let waiting: Double
  }

  /// One row for each retention; none where there is no card.
  package let rows: [Row]
  /// The days that were played.
  package let days: Int
  /// Cards at hand that were answered, and that never were.
  package let seen: Int
  package let new: Int
  /// Cards met for the first time in those days.
  package let learned: Int
  /// Cards that would be recalled today; nil where none was answered.
  package let recalledNow: Double?
  /// Cards that would be recalled after those days without any review; nil where none was answered.
  package let recalledIfStopped: Double?
  /// The learner's own answers that grades and times are taken from.
  package let answers: Int

  /// What is asked of the future.
  package struct Question: Hashable, Sendable {
    package var retentions: [Double]
    package var days: Int
    package var newPerDay: Int
    package var reviewsPerDay: Int

    package init(retentions: [Double], days: Int, newPerDay: Int, reviewsPerDay: Int) {
      self.retentions = retentions
      self.days = days
      self.newPerDay = newPerDay
      self.reviewsPerDay = reviewsPerDay
    }
  }

  /// As many plays are averaged; a large deck evens out its luck in one, and takes its time.
  static func plays(cards: Int) -> Int {
    min(max(8000 / max(cards, 1), 1), 8)
  }

  package init(
    of cards: [CardID],
    progress: Progress,
    at moment: Moment,
    asking question: Question,
    threads: Int = 2
  ) {
    let today = progress.days.day(of: moment.at, offset: moment.offset)
    let known = cards.compactMap { progress.state(of: $0) }
    let tally = Habits.Tally(of: progress)
    let plan = Simulator.Plan(
      known: known,
      new: cards.count - known.count,
      newPerDay: question.newPerDay,
      reviewsPerDay: question.reviewsPerDay,
      today: today,
      days: question.days
    )
    let habits = Habits(of: tally)
    let outcomes = Simulator.means(
      of: question.retentions.map { retention in
        progress.simulator(of: plan, cards, aimingAt: retention, habits)
      },
      plays: Self.plays(cards: cards.count),
      seed: 1,
      threads: threads
    )
    rows =
      cards.isEmpty
      ? [] : zip(question.retentions, outcomes).map { Row($0, $1, days: plan.days) }
    days = plan.days
    seen = known.count
    new = plan.new
    learned = Int(outcomes.first?.learned ?? 0)
    recalledNow = progress.recalled(of: cards, on: today)
    recalledIfStopped = progress.recalled(of: cards, on: today + plan.days)
    answers = tally.count
  }
}

extension Workload.Row {
  fileprivate init(_ retention: Double, _ outcome: Simulator.Outcome, days: Int) {
    let days = Double(max(1, days))
    self.retention = retention
    reviewsPerDay = outcome.reviews / days
    minutesPerDay = outcome.milliseconds / days / 60_000
    recalled = outcome.recalled
    waiting = outcome.waiting
  }
}

extension Progress {
  /// Plays a plan of some cards, those of groups by the weights of their own.
  fileprivate func simulator(
    of plan: Simulator.Plan,
    _ cards: [CardID],
    aimingAt retention: Double,
    _ habits: Habits
  ) -> Simulator {
    var aim = parameters
    aim.retention = retention
    let timetable = Timetable(aim)
    let known = timetable.isUniform ? [] : cards.filter { state(of: $0) != nil }
    return Simulator(
      scheduler: timetable.schedulers[0],
      own: Array(timetable.schedulers.dropFirst()),
      of: known.map { timetable.place(of: cardSeed($0.text)) },
      habits: habits,
      plan: plan
    )
  }

  /// How many of some cards would be recalled on a day; nil where none was answered.
  fileprivate func recalled(of cards: [CardID], on day: Int) -> Double? {
    let recalls = cards.compactMap { retrievability(of: $0, on: day) }
    return recalls.isEmpty ? nil : recalls.reduce(0, +)
  }
}

extension Habits.Tally {
  /// All answers of a learner, each with the time that grading it takes.
  fileprivate init(of progress: Progress) {
    self.init()
    for card in progress.cards.values {
      var lastDay: Int?
      for answer in card.history {
        let time = answer.elapsed + Pace.grading
        add(answer.grade, milliseconds: time, daysSince: lastDay.map { answer.day - $0 })
        lastDay = answer.day
      }
    }
  }
}
