import Decks
import Scheduling
import Testing

@testable import Study

@Suite struct BacklogPlanTests {
  /// A log of cards that are each due so many days after day 30.
  private func log(due waits: [Int]) -> Log {
    var log = Log()
    for (card, wait) in waits.enumerated() {
      log.add(review("c\(card)", .easy, interval: .days(30 + wait)), at: noon(0))
    }
    return log
  }

  private func plan(_ waits: [Int], days: Int) -> BacklogPlan {
    let progress = log(due: waits).replayed
    return BacklogPlan(of: progress, on: progress.days.day(of: noon(30).at, offset: 60), over: days)
  }

  @Test func `a backlog is spread evenly`() {
    let plan = plan([Int](repeating: -5, count: 90) + [Int](repeating: 3, count: 10), days: 10)
    #expect(plan.waiting == 90 && plan.coming == 10 && plan.reviewsPerDay == 10)
  }

  @Test func `what comes due late needs room on its own day`() {
    #expect(plan([0, 4, 4, 4, 4], days: 5).reviewsPerDay == 4)
    #expect(plan([0, 3, 3, 4, 4], days: 5).reviewsPerDay == 2)
    #expect(plan([0, 5, 5, 5], days: 5).reviewsPerDay == 1)
  }

  @Test func `nothing due needs nothing, and fewer days than one are one`() {
    #expect(plan([], days: 7).reviewsPerDay == 0)
    #expect(plan([0, 0, 1], days: -3) == plan([0, 0, 1], days: 1))
    #expect(plan([0, 0, 1], days: 1).reviewsPerDay == 2)
  }

  @Test func `suspended cards are not planned`() {
    var log = log(due: [0, 0])
    log.add(.mark(.suspend, card: CardID("c0")), at: noon(1))
    let progress = log.replayed
    let today = progress.days.day(of: noon(30).at, offset: 60)
    #expect(BacklogPlan(of: progress, on: today, over: 1).waiting == 1)
  }

  /// The law: with the pace of the plan nothing waits at the end, with one less something does.
  @Test func `the pace is the least that suffices`() {
    var random = SplitMix64(seed: 61)
    for _ in 0..<60 {
      let days = Int.random(in: 1...9, using: &random)
      let waits = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        Int.random(in: -3...10, using: &random)
      }
      let pace = plan(waits, days: days).reviewsPerDay
      func left(_ pace: Int) -> Int {
        (0..<days).reduce(0) { left, day in
          let due = waits.count { max(0, $0) == day }
          return max(0, left + due - pace)
        }
      }
      #expect(left(pace) == 0)
      #expect(pace == 0 || left(pace - 1) > 0)
    }
  }
}
