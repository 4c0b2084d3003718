import Decks
import Scheduling
import Storage
import Testing

@testable import Study

@Suite struct SummaryTests {
  private static func summary(_ log: Log, _ cards: [String], at moment: Moment) -> Summary {
    let roll = DeckRoll(id: "d", name: "Deck", cards: cards.map { CardID($0) })
    return Summary(of: log.live, decks: [roll], at: moment) { card in
      let day = DayReckoning().day(of: moment.at, offset: moment.offset)
      return log.live.marks[card]?.hindrance(on: day, stem: "", key: "")
    }
  }

  /// A log in which a card left its learning steps with one answer on day 0.
  private static func learned(_ cards: String...) -> Log {
    var log = Log()
    for card in cards { log.add(review(card, .easy), at: noon(0)) }
    return log
  }

  private static func dueDay(_ log: Log, _ card: String) throws -> Int {
    let state = try #require(log.live.state(of: CardID(card)))
    guard case .day(let day) = state.due else {
      Issue.record("the card has left its learning steps")
      return 0
    }
    return day
  }

  private static var firstDay: Int { DayReckoning().day(of: noon(0).at, offset: 60) }

  @Test func `of nothing all is nothing, and no share is made of it`() {
    let summary = Summary(of: Progress(), decks: [], at: noon(0))
    #expect(summary.due == 0 && summary.new == 0 && summary.seen == 0 && summary.overdue == 0)
    #expect(summary.forecast == [Int](repeating: 0, count: 30) && summary.decks.isEmpty)
    #expect(summary.retention.all.value == nil && summary.today.firstTry.interval == nil)
    #expect(summary.today.grades == [0, 0, 0, 0] && summary.today.times.percentile(0.5) == nil)
    #expect(summary.day == Self.firstDay)
  }

  @Test func `today's answers are counted, by grade, by card and by time`() {
    var log = Self.learned("old")
    log.add(review("old", .again, elapsed: 9_000), at: noon(20))
    log.add(review("old", .good, elapsed: 2_000), at: noon(20, minute: 10))
    log.add(review("fresh", .hard, elapsed: 4_000), at: noon(20, minute: 20))
    // Two in the morning is still the same day of the learner; noon after it is the next.
    log.add(review("late", .easy, elapsed: 1_000), at: noon(20, minute: 13 * 60))
    let today = Self.summary(log, [], at: noon(20, minute: 14 * 60)).today
    #expect(today.reviews == 4 && today.newCards == 2)
    #expect(today.grades == [1, 1, 1, 1])
    #expect(today.firstTry == Share(of: 2, in: 3))
    #expect(today.times == [1_000, 2_000, 4_000, 9_000])
    #expect(Self.summary(log, [], at: noon(21)).today.reviews == 0)
  }

  @Test func `learning steps and second answers of a day are no retention`() {
    var log = Log()
    log.add(review("a", .again), at: noon(0))
    log.add(review("a", .again), at: noon(0, minute: 1))
    // Still in its steps a day later.
    log.add(review("a", .again), at: noon(1))
    log.add(review("a", .easy), at: noon(1, minute: 10))
    #expect(Self.summary(log, ["a"], at: noon(2)).retention.all == Share(of: 0, in: 0))
    log.add(review("a", .again), at: noon(3))
    log.add(review("a", .easy), at: noon(3, minute: 10))
    #expect(Self.summary(log, ["a"], at: noon(3)).retention.young == Share(of: 0, in: 1))
    log.add(review("a", .hard), at: noon(5))
    log.add(review("a", .again), at: noon(5, minute: 10))
    #expect(Self.summary(log, ["a"], at: noon(5)).retention.young == Share(of: 1, in: 2))
  }

  @Test func `a card is mature from an interval of 21 days`() throws {
    var intervals: [Int] = []
    for step in 1...40 {
      var log = Self.learned("a")
      log.add(review("a", .good), at: noon(step))
      let interval = try Self.dueDay(log, "a") - Self.firstDay - step
      intervals.append(interval)
      log.add(review("a", .good), at: noon(step + 1))
      let retention = Summary(
        of: log.live,
        decks: [DeckRoll(id: "d", name: "", cards: [CardID("a")])],
        at: noon(step + 1)
      ).retention
      // The first recall came at the interval of the first answer, which is young.
      let isMature = interval >= 21
      #expect(retention.mature == Share(of: isMature ? 1 : 0, in: isMature ? 1 : 0), "\(interval)")
      #expect(retention.young.trials == (isMature ? 1 : 2), "\(interval)")
    }
    #expect(intervals.contains { $0 < 21 } && intervals.contains { $0 >= 21 })
  }

  @Test func `retention is that of the last 30 days, today among them`() {
    var log = Self.learned("a")
    log.add(review("a", .good), at: noon(10))
    #expect(Self.summary(log, ["a"], at: noon(39)).retention.all.trials == 1)
    #expect(Self.summary(log, ["a"], at: noon(40)).retention.all.trials == 0)
  }

  @Test func `the forecast has each card on its day, and what is overdue apart`() throws {
    let log = Self.learned("a")
    let interval = try Self.dueDay(log, "a") - Self.firstDay
    for ahead in 0..<interval {
      let summary = Self.summary(log, ["a"], at: noon(ahead))
      #expect(summary.forecast.firstIndex(of: 1) == interval - ahead)
      #expect(summary.due == 0 && summary.overdue == 0 && summary.seen == 1)
    }
    let onTime = Self.summary(log, ["a"], at: noon(interval))
    #expect(onTime.forecast.first == 1 && onTime.due == 1 && onTime.overdue == 0)
    let late = Self.summary(log, ["a"], at: noon(interval + 1))
    #expect(late.forecast.allSatisfy { $0 == 0 } && late.due == 1 && late.overdue == 1)
  }

  @Test func `decks are counted apart, and cards in no deck nowhere`() {
    var log = Self.learned("a", "b", "gone")
    log.add(review("a", .again), at: noon(5))
    log.add(review("b", .good), at: noon(5))
    let rolls = [
      DeckRoll(id: "one", name: "One", cards: ["a", "x"].map { CardID($0) }),
      DeckRoll(id: "two", name: "Two", cards: ["b", "y", "z"].map { CardID($0) }),
    ]
    let summary = Summary(of: log.live, decks: rolls, at: noon(5, minute: 30))
    #expect(summary.decks.map(\.id) == ["one", "two"] && summary.decks.map(\.cards) == [2, 3])
    #expect(summary.decks.map(\.new) == [1, 2] && summary.decks.map(\.due) == [1, 0])
    #expect(summary.decks.map(\.retention) == [Share(of: 0, in: 1), Share(of: 1, in: 1)])
    #expect(summary.new == 3 && summary.seen == 2 && summary.due == 1)
    #expect(summary.retention.all == Share(of: 1, in: 2))
  }

  @Test func `suspended cards are not due`() {
    var log = Self.learned("a", "b")
    log.add(.mark(.suspend, card: CardID("a")), at: noon(0))
    let summary = Self.summary(log, ["a", "b"], at: noon(60))
    #expect(summary.due == 1 && summary.overdue == 1 && summary.decks.first?.due == 1)
    #expect(summary.seen == 2)
    #expect(Self.summary(log, ["a", "b"], at: noon(1)).forecast.reduce(0, +) == 1)
    log.add(.mark(.resume, card: CardID("a")), at: noon(1))
    #expect(Self.summary(log, ["a", "b"], at: noon(60)).due == 2)
  }

  @Test func `a buried card is due tomorrow, a flagged one on no day`() {
    var log = Self.learned("a", "b")
    log.add(.mark(.bury, card: CardID("a")), at: noon(60))
    let flag = CardFlag(kind: .wrong, reason: "", stem: "", key: "")
    log.add(.mark(.flag(flag), card: CardID("b")), at: noon(60))
    let summary = Self.summary(log, ["a", "b"], at: noon(60))
    #expect(summary.due == 0 && summary.overdue == 0)
    #expect(summary.forecast.prefix(2) == [0, 1])
  }
}
