import Decks
import Scheduling
import Testing

@testable import Study

@Suite struct WorkloadTests {
  private static let retentions = [0.7, 0.8, 0.85, 0.9, 0.95]

  private func workload(
    _ cards: Int,
    _ log: Log = Log(),
    newPerDay: Int = 4,
    reviewsPerDay: Int = 200,
    days: Int = 90,
    threads: Int = 2
  ) -> Workload {
    Workload(
      of: (0..<cards).map { CardID("c\($0)") },
      progress: log.live,
      at: noon(40),
      asking: Workload.Question(
        retentions: Self.retentions,
        days: days,
        newPerDay: newPerDay,
        reviewsPerDay: reviewsPerDay
      ),
      threads: threads
    )
  }

  private func log(cards: Int, elapsed: Int) -> Log {
    var log = Log()
    for card in 0..<cards {
      log.add(review("c\(card)", .easy, elapsed: elapsed), at: noon(card % 5))
      log.add(review("c\(card)", .good, elapsed: elapsed), at: noon(20 + card % 9))
    }
    return log
  }

  @Test func `without cards there is no row and nothing is known`() {
    let empty = workload(0)
    #expect(empty.rows.isEmpty && empty.learned == 0)
    #expect(empty.recalledNow == nil && empty.recalledIfStopped == nil)
  }

  @Test func `new cards alone are met, and nothing is known today`() {
    let fresh = workload(30)
    #expect(fresh.rows.map(\.retention) == Self.retentions)
    #expect(fresh.seen == 0 && fresh.new == 30 && fresh.learned == 30 && fresh.answers == 0)
    #expect(fresh.recalledNow == nil && fresh.recalledIfStopped == nil)
    #expect(fresh.rows.allSatisfy { $0.recalled > 15 && $0.recalled <= 30 })
  }

  @Test func `what is known today fades when nothing is reviewed`() throws {
    let known = workload(50, log(cards: 40, elapsed: 5_000), days: 365)
    let now = try #require(known.recalledNow)
    let stopped = try #require(known.recalledIfStopped)
    #expect(known.seen == 40 && known.new == 10 && known.answers == 80)
    #expect(now > stopped && now <= 40 && stopped > 0)
    #expect((known.rows.last?.recalled ?? 0) > stopped)
  }

  @Test func `slow answers take more minutes of as many reviews`() {
    let quick = workload(40, log(cards: 40, elapsed: 1_000))
    let slow = workload(40, log(cards: 40, elapsed: 60_000))
    for (quick, slow) in zip(quick.rows, slow.rows) {
      #expect(quick.reviewsPerDay == slow.reviewsPerDay)
      #expect(quick.minutesPerDay < slow.minutesPerDay)
    }
  }

  @Test func `the daily limit leaves cards waiting`() {
    let held = workload(40, log(cards: 40, elapsed: 1_000), reviewsPerDay: 0)
    #expect(held.rows.allSatisfy { $0.reviewsPerDay == 0 && $0.waiting > 0 })
  }

  @Test func `the figures are the same each time and for any number of threads`() {
    let log = log(cards: 20, elapsed: 3_000)
    #expect(workload(30, log) == workload(30, log, threads: 1))
  }

  @Test func `one review a card and both models give figures in order`() {
    var log = Log()
    for card in 0..<20 { log.add(review("c\(card)", .good), at: noon(30 + card % 8)) }
    for parameters in [Parameters(), Parameters(dual: .standard)] {
      log.add(.parameters(parameters), at: noon(39))
      let rows = workload(25, log).rows
      for (lower, higher) in zip(rows, rows.dropFirst()) {
        #expect(lower.reviewsPerDay < higher.reviewsPerDay)
      }
      #expect(rows.allSatisfy { $0.recalled > 5 && $0.recalled <= 25 })
    }
  }

  @Test(arguments: Grade.allCases) func `a log of one grade gives finite figures`(_ grade: Grade) {
    var log = Log()
    for day in 0..<30 { log.add(review("c0", grade), at: noon(day)) }
    for row in workload(1, log).rows {
      #expect(row.minutesPerDay.isFinite && row.minutesPerDay >= 0)
      #expect((0...1).contains(row.recalled))
    }
  }
}
