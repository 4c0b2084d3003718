import Testing

@testable import Scheduling

@Suite struct DualSchedulerTests {
  private let noon: Int64 = 1_793_620_800_000
  private let scheduler = Scheduler(dual: .standard)

  @Test func `steps within the day come from the model`() throws {
    let fresh = scheduler.preview(nil, now: noon, day: 100, seed: 5)
    guard case .milliseconds(let wait) = fresh.again.interval else {
      Issue.record("a forgotten new card is left for days")
      return
    }
    #expect(wait >= 60_000 && wait < 43_200_000)
    #expect(fresh.again.phase == .learning(step: 0))
    #expect(fresh.easy.phase == .review && fresh.easy.days > fresh.good.days)
    // Recall at the end of the wait is what was desired.
    let recall = scheduler.retrievability(of: fresh.again, now: noon + wait, day: 100)
    #expect(abs(recall - 0.9) < 1e-3 || wait == 60_000)
    #expect(scheduler.retrievability(of: fresh.again, now: noon + 2 * wait, day: 100) < recall)
  }

  @Test func `a wait promised is the wait given, and days promised too`() {
    for promised in [Interval.milliseconds(512_345), .days(9)] {
      let state = scheduler.next(
        nil,
        .again,
        now: noon,
        day: 100,
        seed: 5,
        promised: promised
      )
      #expect(state.interval == promised)
    }
    // Fixed steps need no promise, and keep none.
    let fixed = Scheduler().next(
      nil,
      .again,
      now: noon,
      day: 1,
      seed: 5,
      promised: .milliseconds(7)
    )
    #expect(fixed.interval == .milliseconds(60_000))
  }

  /// The law: whatever the weights and the answers, what follows is in order and can be reckoned.
  @Test func `better grades rest no less, and no number is lost on the way`() throws {
    var random = SplitMix64(seed: 121)
    for _ in 0..<150 {
      let scheduler = Scheduler(
        dual: try .random(using: &random),
        desiredRetention: .random(in: 0.5...0.99, using: &random)
      )
      var state: CardState?
      var now = noon
      for _ in 0..<12 {
        let longest = Int64(40_000_000_000) >> Int64.random(in: 0...20, using: &random)
        now += Int64.random(in: -10_000...longest, using: &random)
        let day = Int(now / 86_400_000)
        let preview = scheduler.preview(state, now: now, day: day, seed: 3)
        let rests = Grade.allCases.map { Self.days(preview[$0]) }
        for (worse, better) in zip(rests, rests.dropFirst()) { #expect(worse <= better) }
        #expect(rests.allSatisfy { $0 > 0 && $0 <= 36_500 })
        let grade = Grade.allCases.randomElement(using: &random) ?? .good
        let next = scheduler.next(state, grade, now: now, day: day, seed: 3)
        #expect(next == preview[grade])
        state = next
      }
    }
  }

  @Test func `a clock set back counts as no rest`() {
    let first = scheduler.next(nil, .easy, now: noon, day: 100, seed: 5)
    let back = scheduler.next(first, .good, now: noon - 9_000_000, day: 99, seed: 5)
    let same = scheduler.next(first, .good, now: noon, day: 100, seed: 5)
    #expect(back.memory == same.memory)
    #expect(scheduler.next(first, .good, now: .min, day: .min / 2, seed: 5).memory == same.memory)
  }

  @Test func `recall on a day is that of whole days`() {
    let state = scheduler.next(nil, .easy, now: noon, day: 100, seed: 5)
    let days = DualTraceModel(.standard).retrievability(of: state.memory, days: 4)
    #expect(scheduler.retrievability(of: state, on: 104) == days)
    #expect(scheduler.retrievability(of: state, now: noon + 4 * 86_400_000, day: 104) == days)
    #expect(scheduler.stability(of: state.memory) < scheduler.interval(of: state.memory) * 1.001)
    #expect(Scheduler().stability(of: state.memory) == state.memory.stability)
  }

  @Test func `a simulated year is played`() {
    let plan = Simulator.Plan(new: 40, newPerDay: 4, today: 20_000, days: 90)
    let simulator = Simulator(scheduler: scheduler, habits: .standard, plan: plan)
    let outcome = simulator.play(seed: 5)
    #expect(outcome.learned == 40 && outcome.recalled > 25 && outcome.recalled <= 40)
  }

  private static func days(_ state: CardState) -> Double {
    switch state.interval {
    case .days(let days): Double(days)
    case .milliseconds(let wait): Double(wait) / 86_400_000
    }
  }
}
