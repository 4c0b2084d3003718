import Testing

@testable import Scheduling

@Suite struct SimulatorTests {
  private func simulator(
    retention: Double = 0.9,
    known: [CardState] = [],
    new: Int = 300,
    newPerDay: Int = 5,
    reviewsPerDay: Int? = nil,
    days: Int = 120,
    habits: Habits = .standard,
    steps: [Int64] = [60_000, 600_000]
  ) -> Simulator {
    Simulator(
      scheduler: Scheduler(desiredRetention: retention, learningSteps: steps),
      habits: habits,
      plan: Simulator.Plan(
        known: known,
        new: new,
        newPerDay: newPerDay,
        reviewsPerDay: reviewsPerDay,
        today: 20_000,
        days: days
      )
    )
  }

  private func known(_ count: Int, stability: Double = 20, due: Int = 20_000) -> [CardState] {
    (0..<count).map { card in
      CardState(
        phase: .review,
        memory: MemoryState(stability: stability, difficulty: 5),
        due: .day(due + card % 20),
        lastReview: 0,
        lastDay: 20_000 - 15,
        repetitions: 4,
        lapses: 0
      )
    }
  }

  @Test func `the same seed gives the same play and another seed another`() {
    let simulator = simulator()
    #expect(simulator.play(seed: 4) == simulator.play(seed: 4))
    #expect(simulator.play(seed: 4) != simulator.play(seed: 5))
  }

  @Test(arguments: [1, 2, 3, 7]) func `means do not depend on the number of threads`(
    _ threads: Int
  ) {
    let simulators = [0.7, 0.8, 0.9].map { simulator(retention: $0, days: 60) }
    let one = Simulator.means(of: simulators, plays: 5, seed: 9, threads: 1)
    let some = Simulator.means(of: simulators, plays: 5, seed: 9, threads: threads)
    #expect(one == some)
    #expect(one.count == 3)
  }

  @Test func `new cards come by their daily number until there are no more`() {
    #expect(simulator(new: 300, newPerDay: 5, days: 10).play(seed: 1).learned == 50)
    #expect(simulator(new: 30, newPerDay: 5, days: 10).play(seed: 1).learned == 30)
    #expect(simulator(new: 30, newPerDay: 0, days: 10).play(seed: 1).learned == 0)
    let first = simulator(new: 30, newPerDay: 5, days: 1).play(seed: 1)
    #expect(first.reviews == 0 && first.answers >= 5 && first.learned == 5)
  }

  @Test func `a higher retention costs more reviews and keeps more`() {
    let outcomes = Simulator.means(
      of: [0.7, 0.8, 0.85, 0.9, 0.95].map { simulator(retention: $0, days: 365) },
      plays: 8,
      seed: 3,
      threads: 2
    )
    for (lower, higher) in zip(outcomes, outcomes.dropFirst()) {
      #expect(lower.reviews < higher.reviews)
      #expect(lower.milliseconds < higher.milliseconds)
      #expect(lower.recalled < higher.recalled)
    }
  }

  @Test func `cards are recalled as often as the model says`() {
    // Cards whose recall stands at 90 % when they are asked, once, with nothing after.
    let cards = known(20_000, due: 20_005).map { card in
      var card = card
      card.due = .day(20_005)
      return card
    }
    var outcome = simulator(known: cards, new: 0, days: 6, steps: []).play(seed: 2)
    #expect(outcome.reviews == 20_000 && outcome.answers == 20_000)
    let times = Habits.standard.later
    outcome = simulator(known: cards, new: 0, days: 6).play(seed: 2)
    // Each lapse is asked again on its day; the others are not.
    #expect(outcome.answers > 20_000 + 2 * 1_850 && outcome.answers < 20_000 + 3 * 2_250)
    #expect(outcome.milliseconds / outcome.answers < times.time(of: .again))
  }

  @Test func `the daily limit holds and what waits is counted`() {
    let cards = known(500).map { card in
      var card = card
      card.due = .day(19_900)
      return card
    }
    for limit in [0, 1, 40] {
      let plan = simulator(known: cards, new: 0, reviewsPerDay: limit, days: 5)
      let outcome = plan.play(seed: 6)
      #expect(outcome.reviews == Double(5 * limit))
      #expect(outcome.waiting >= Double(500 - 5 * limit))
    }
    let free = simulator(known: cards, new: 0, days: 5).play(seed: 6)
    #expect(free.waiting == 0 && free.reviews >= 500)
  }

  @Test func `nothing to learn and no days are played without harm`() {
    #expect(simulator(new: 0).play(seed: 1) == Simulator.Outcome())
    let still = simulator(known: known(10), new: 5, days: 0).play(seed: 1)
    #expect(still.reviews == 0 && still.recalled > 5 && still.recalled <= 10)
    let negative = Simulator.Plan(new: -4, newPerDay: -1, reviewsPerDay: -1, days: -9)
    #expect(negative == Simulator.Plan(new: 0, newPerDay: 0, reviewsPerDay: 0, days: 0))
    #expect(Simulator.Plan(new: 0, newPerDay: 0, days: .max).days == Simulator.longest)
    #expect(Simulator.means(of: [], plays: 3, seed: 1, threads: 2) == [])
    #expect(Simulator.means(of: [simulator(new: 0)], plays: 0, seed: 1, threads: 0).count == 1)
  }

  @Test func `one card and one habit alone are played to the end`() {
    for grade in Grade.allCases {
      var tally = Habits.Tally()
      for _ in 0..<100_000 {
        tally.add(grade, milliseconds: 1, daysSince: nil)
        tally.add(grade, milliseconds: 1, daysSince: 0)
        tally.add(grade, milliseconds: 1, daysSince: 1)
      }
      let outcome = simulator(new: 1, newPerDay: 1, habits: Habits(of: tally)).play(seed: 8)
      #expect(outcome.learned == 1)
      #expect((0...1).contains(outcome.recalled))
      // Not more than the most answers on every day.
      #expect(outcome.answers <= 6 * 120 && outcome.answers >= 2)
    }
  }

  @Test func `any weights are played with finite figures`() throws {
    var random = SplitMix64(seed: 61)
    for _ in 0..<60 {
      let simulator = Simulator(
        scheduler: Scheduler(
          weights: try .random(using: &random),
          desiredRetention: .random(in: 0.5...0.99, using: &random)
        ),
        habits: .standard,
        plan: Simulator.Plan(known: known(5), new: 20, newPerDay: 3, today: 20_000, days: 40)
      )
      let outcome = simulator.play(seed: random.next())
      #expect(outcome.recalled.isFinite && (0...25).contains(outcome.recalled))
      #expect(outcome.milliseconds.isFinite && outcome.learned == 20)
    }
  }
}
