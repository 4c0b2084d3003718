import Testing

@testable import Scheduling

/// The reviews of a simulated year beside those that fsrs-rs counts for the same settings.
@Suite struct SimulatorReferenceTests {
  private static let days = 365
  private static let newPerDay = 8
  private static let plays = 4

  /// What fsrs-rs 6.6.2 counts by retention for 3,000 cards, 8 new ones a day and no other limit, in
  /// the mean of seeds 1 to 8.
  private static let reference: KeyValuePairs = [0.7: 10_211.0, 0.9: 24_796, 0.95: 40_774]

  /// A year of cards that are asked one by one, on the scheduler's dates or after bare intervals
  /// rounded to days.
  private struct Year {
    let scheduler: Scheduler
    let isBare: Bool
    var random: SplitMix64
    private(set) var reviews = 0

    init(_ scheduler: Scheduler, isBare: Bool, seed: UInt64) {
      self.scheduler = scheduler
      self.isBare = isBare
      random = SplitMix64(seed: seed)
    }

    /// Plays a card from its first day to the end of the year.
    mutating func play(from first: Int) {
      let seed = random.next()
      var state = ask(nil, seed, on: first)
      while case .day(let due) = state.due, due < SimulatorReferenceTests.days {
        reviews += 1
        state = ask(state, seed, on: due)
      }
    }

    private mutating func ask(
      _ known: CardState?,
      _ seed: UInt64,
      on day: Int
    ) -> CardState {
      let now = Int64(day) * 86_400_000
      var state = scheduler.next(known, grade(known, on: day), now: now, day: day, seed: seed)
      for _ in 1..<SimulatedRun.mostAnswers {
        guard case .moment(let due) = state.due else { break }
        let grade = draw(Habits.standard.sameDay.shares, from: .again)
        state = scheduler.next(state, grade, now: due, day: day, seed: seed)
      }
      return dated(state, on: day)
    }

    private mutating func grade(_ known: CardState?, on day: Int) -> Grade {
      guard let known else { return draw(Habits.standard.first.shares, from: .again) }
      let isRecalled =
        Double.random(in: 0..<1, using: &random) < scheduler.retrievability(of: known, on: day)
      return isRecalled ? draw(Habits.standard.later.shares, from: .hard) : .again
    }

    private func dated(_ state: CardState, on day: Int) -> CardState {
      var state = state
      let bare = max(1, Int(scheduler.interval(of: state.memory).rounded()))
      switch state.due {
      case .day where isBare: state.due = .day(day + bare)
      case .day: break
      // A card that is still on its steps is asked tomorrow.
      case .moment: state.due = .day(day + 1)
      }
      return state
    }

    private mutating func draw(_ shares: [Double], from lowest: Grade) -> Grade {
      let allowed = Grade.allCases.filter { $0 >= lowest }
      var left = Double.random(
        in: 0..<allowed.reduce(0) { $0 + shares[$1.rawValue - 1] },
        using: &random
      )
      return allowed.first { grade in
        left -= shares[grade.rawValue - 1]
        return left < 0
      } ?? .easy
    }
  }

  /// The reviews of a year, in the mean of several.
  private func reviews(_ retention: Double, isBare: Bool) -> Double {
    let scheduler = Scheduler(desiredRetention: retention)
    let years = (0..<Self.plays).map { seed in
      var year = Year(scheduler, isBare: isBare, seed: UInt64(seed))
      for day in 0..<Self.days {
        for _ in 0..<Self.newPerDay { year.play(from: day) }
      }
      return Double(year.reviews)
    }
    return years.reduce(0, +) / Double(Self.plays)
  }

  @Test func `bare intervals come to the reviews of the reference`() {
    for (retention, expected) in Self.reference {
      let ratio = reviews(retention, isBare: true) / expected
      #expect((0.96...1.04).contains(ratio), "\(retention): \(ratio)")
    }
  }

  @Test func `the simulator plays the dates that the scheduler sets, and needs fewer reviews`() {
    for (retention, expected) in Self.reference {
      let simulator = Simulator(
        scheduler: Scheduler(desiredRetention: retention),
        habits: .standard,
        plan: Simulator.Plan(new: 3000, newPerDay: Self.newPerDay, days: Self.days)
      )
      let means = Simulator.means(of: [simulator], plays: Self.plays, seed: 3, threads: 2)
      let played = means.reduce(0) { $0 + $1.reviews }
      let ratio = played / reviews(retention, isBare: false)
      #expect((0.97...1.03).contains(ratio), "\(retention): \(ratio)")
      #expect(retention < 0.9 || played < 0.95 * expected, "\(retention): \(played / expected)")
    }
  }
}
