import Testing

@testable import Scheduling

@Suite struct HabitsTests {
  private func occasions(_ habits: Habits) -> [Habits.Occasion] {
    [habits.first, habits.later, habits.sameDay]
  }

  @Test func `without answers the habits are those of others`() {
    #expect(Habits(of: Habits.Tally()) == .standard)
    #expect(Habits.standard.first.shares.map { ($0 * 1000).rounded() } == [240, 94, 495, 171])
    #expect(Habits.standard.later.time(of: .good) == 12_380)
    #expect(Habits.Tally().count == 0)
  }

  @Test func `shares add up to one and times stay between own and others`() {
    var random = SplitMix64(seed: 41)
    for _ in 0..<200 {
      var tally = Habits.Tally()
      for _ in 0..<Int.random(in: 0...400, using: &random) {
        tally.add(
          Grade.allCases.randomElement(using: &random) ?? .good,
          milliseconds: .random(in: -5...500_000, using: &random),
          daysSince: [nil, 0, 1, -3, 40].randomElement(using: &random) ?? nil
        )
      }
      for occasion in occasions(Habits(of: tally)) {
        #expect(abs(occasion.shares.reduce(0, +) - 1) < 1e-12)
        #expect(occasion.shares.allSatisfy { (0..<1).contains($0) && $0 > 0 })
        #expect(occasion.milliseconds.allSatisfy { (0...120_000).contains($0) })
      }
    }
  }

  @Test func `the more answers there are the less others count`() {
    var tally = Habits.Tally()
    var before = Habits.standard.later
    for count in 1...5 {
      for _ in 0..<(200 * count) { tally.add(.good, milliseconds: 4_000, daysSince: 3) }
      let now = Habits(of: tally).later
      #expect(now.shares[2] > before.shares[2])
      #expect(now.time(of: .good) < before.time(of: .good))
      #expect(now.time(of: .easy) == Habits.standard.later.time(of: .easy))
      before = now
    }
    #expect(before.shares[2] > 0.98)
    #expect(abs(before.time(of: .good) - 4_000) < 100)
    #expect(Habits(of: tally).first == Habits.standard.first)
  }

  @Test func `an absence counts for two minutes and a clock set back for the same day`() {
    var tally = Habits.Tally()
    tally.add(.again, milliseconds: 86_400_000, daysSince: nil)
    tally.add(.again, milliseconds: -9, daysSince: -2)
    #expect(tally.first.milliseconds[0] == 120_000)
    #expect(tally.sameDay.milliseconds[0] == 0)
    #expect(tally.count == 2)
  }
}
