import Testing

@testable import Scheduling

@Suite struct SchedulerTests {
  private let scheduler = Scheduler()
  private let noon: Int64 = 1_793_620_800_000

  private func next(_ state: CardState?, _ grade: Grade, at now: Int64, day: Int) -> CardState {
    scheduler.next(state, grade, now: now, day: day, seed: 5)
  }

  private func days(_ state: CardState) -> Int? {
    guard case .days(let days) = state.interval else { return nil }
    return days
  }

  @Test func `a new card waits one, five and a half or ten minutes or is left for days`() {
    let preview = scheduler.preview(nil, now: noon, day: 100, seed: 5)
    #expect(preview.again.interval == .milliseconds(60_000))
    #expect(preview.hard.interval == .milliseconds(330_000))
    #expect(preview.good.interval == .milliseconds(600_000))
    #expect(preview.again.phase == .learning(step: 0))
    #expect(preview.hard.phase == .learning(step: 0))
    #expect(preview.good.phase == .learning(step: 1))
    #expect(preview.easy.phase == .review)
    #expect((days(preview.easy) ?? 0) >= 4)
    #expect(preview.easy.memory == MemoryModel(.standard).first(.easy))
  }

  @Test func `good climbs the steps, hard stays, again falls to the first`() {
    let second = next(nil, .good, at: noon, day: 100)
    #expect(second.due == .moment(noon + 600_000))
    let stays = next(second, .hard, at: noon + 600_000, day: 100)
    #expect(stays.phase == .learning(step: 1))
    #expect(stays.interval == .milliseconds(600_000))
    let falls = next(second, .again, at: noon + 600_000, day: 100)
    #expect(falls.phase == .learning(step: 0))
    #expect(falls.interval == .milliseconds(60_000))
    #expect(falls.lapses == 0)
    let learned = next(second, .good, at: noon + 600_000, day: 100)
    #expect(learned.phase == .review)
    #expect(learned.repetitions == 2)
    #expect(learned.due == .day(100 + (days(learned) ?? 0)))
  }

  @Test func `forgetting a learned card is a lapse and leads through the steps again`() {
    let learned = next(nil, .easy, at: noon, day: 100)
    let lapsed = next(learned, .again, at: noon, day: 108)
    #expect(lapsed.phase == .relearning(step: 0))
    #expect(lapsed.lapses == 1)
    #expect(lapsed.interval == .milliseconds(60_000))
    let again = next(lapsed, .again, at: noon + 60_000, day: 108)
    #expect(again.lapses == 1)
    let second = next(again, .good, at: noon + 120_000, day: 108)
    #expect(second.phase == .relearning(step: 1))
    let back = next(second, .good, at: noon + 720_000, day: 108)
    #expect(back.phase == .review)
    #expect((days(back) ?? 0) < (days(learned) ?? 0))
  }

  @Test func `one step makes hard wait half as long again, at most a day more`() {
    let short = Scheduler(learningSteps: [600_000])
    let hard = short.next(nil, .hard, now: noon, day: 1, seed: 0)
    #expect(hard.interval == .milliseconds(900_000))
    let long = Scheduler(learningSteps: [4 * 86_400_000])
    let later = long.next(nil, .hard, now: noon, day: 1, seed: 0)
    #expect(later.interval == .milliseconds(5 * 86_400_000))
  }

  @Test func `without steps every answer leads to days`() {
    let plain = Scheduler(learningSteps: [])
    let preview = plain.preview(nil, now: noon, day: 1, seed: 3)
    for grade in Grade.allCases { #expect(preview[grade].phase == .review) }
    #expect((days(preview.hard) ?? 0) < (days(preview.good) ?? 0))
    #expect((days(preview.good) ?? 0) < (days(preview.easy) ?? 0))
    let lapsed = plain.next(preview.easy, .again, now: noon, day: 40, seed: 3)
    #expect(lapsed.lapses == 1)
    let kept = plain.next(preview.easy, .hard, now: noon, day: 40, seed: 3)
    #expect((days(lapsed) ?? 99) < (days(kept) ?? 0))
  }

  @Test func `steps that a card has outgrown let it go`() {
    var state = next(nil, .again, at: noon, day: 1)
    state.phase = .learning(step: 7)
    for grade in [Grade.hard, .good, .easy] {
      #expect(next(state, grade, at: noon, day: 1).phase == .review)
    }
    #expect(next(state, .again, at: noon, day: 1).phase == .learning(step: 0))
  }

  @Test func `retention and maximum are cut to their ranges`() {
    #expect(Scheduler(desiredRetention: .nan).desiredRetention == 0.5)
    #expect(Scheduler(desiredRetention: .infinity).desiredRetention == 0.99)
    #expect(Scheduler(desiredRetention: 7).desiredRetention == 0.99)
    #expect(Scheduler(desiredRetention: 0).desiredRetention == 0.5)
    #expect(Scheduler(maximumInterval: 0).maximumInterval == 1)
    #expect(Scheduler(learningSteps: [-1, 0, 5]).learningSteps == [5])
    #expect(Scheduler(learningSteps: [.max]).learningSteps == [31_536_000_000])
  }

  @Test func `recall is certain on the day of an answer and 90 % when a card is due`() {
    var state = next(nil, .easy, at: noon, day: 100)
    state.memory.stability = 30
    #expect(scheduler.retrievability(of: state, on: 100) == 1)
    #expect(scheduler.retrievability(of: state, on: 90) == 1)
    #expect(abs(scheduler.retrievability(of: state, on: 130) - 0.9) < 1e-12)
  }

  @Test func `a card is due from its moment or its day on`() {
    let soon = next(nil, .again, at: noon, day: 100)
    #expect(!soon.isDue(now: noon + 59_999, today: 101))
    #expect(soon.isDue(now: noon + 60_000, today: 100))
    var later = next(nil, .easy, at: noon, day: 100)
    later.due = .day(108)
    #expect(!later.isDue(now: noon * 2, today: 107))
    #expect(later.isDue(now: 0, today: 108))
  }
}
