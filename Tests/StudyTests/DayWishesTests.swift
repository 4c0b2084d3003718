import Decks
import Scheduling
import Storage
import Testing

@testable import Study

@Suite struct DayWishesTests {
  /// An answer as a session gives it: with the interval that the preview showed.
  @discardableResult
  private func answer(
    _ card: String,
    _ grade: Grade,
    at moment: Moment,
    wishes: DayWishes,
    in progress: Progress,
    _ log: inout Log
  ) -> CardState {
    let promised = progress.preview(of: CardID(card), at: moment, wishes: wishes)[grade]
    guard case .review(var fact) = review(card, grade) else { return promised }
    fact.interval = progress.promise(of: promised)
    log.add(.review(fact), at: moment)
    return promised
  }

  private func wishes(exam: Int? = nil) -> DayWishes {
    var easy = EasyDays()
    easy.set(5, to: .minimum)
    easy.set(6, to: .reduced)
    return DayWishes(easyDays: easy, exam: exam, siblings: [CardID("c1"), CardID("c2")])
  }

  /// Some weeks of study with a balancer, and the states that were shown.
  private func studied(seed: UInt64, cards: Int = 30, days: Int = 60) -> (Log, [CardState]) {
    var log = Log(seed: seed)
    var progress = Progress()
    var random = SplitMix64(seed: seed)
    var shown: [CardState] = []
    for day in 0..<days {
      for number in 0..<8 {
        let card = "c\(Int.random(in: 0..<cards, using: &random))"
        let grade = Grade.allCases.randomElement(using: &random) ?? .good
        let moment = noon(day, minute: Int64(number))
        shown.append(
          answer(card, grade, at: moment, wishes: wishes(), in: progress, &log)
        )
        progress.apply(log.events[log.events.count - 1])
      }
    }
    return (log, shown)
  }

  @Test func `the interval shown is the interval given`() {
    let (log, shown) = studied(seed: 91)
    var progress = Progress()
    for (event, state) in zip(log.events, shown) {
      progress.apply(event)
      guard case .review(let review) = event.fact else { continue }
      #expect(progress.state(of: review.card) == state)
    }
  }

  /// The law: no replay knows the days that were full then, and yet each gives the same due dates.
  @Test func `every device finds the same due days`() {
    for seed in 92..<97 as Range<UInt64> {
      let (log, _) = studied(seed: seed)
      #expect(Progress(replaying: log.events.reversed()) == log.live)
      let lines = log.events.map { $0.encoded() }
      let read = lines.compactMap { line in
        line.withUnsafeBytes { try? Event(decoding: $0) }
      }
      #expect(read == log.events)
      #expect(Progress(replaying: read) == log.live)
    }
  }

  @Test func `what was promised stands when an answer of another device comes before it`() {
    let (log, _) = studied(seed: 98, cards: 5, days: 20)
    var other = Log(seed: 99)
    other.add(review("c1", .again), at: noon(2, minute: 500))
    other.add(review("c3", .good), at: noon(9, minute: 500))
    let merged = Progress(replaying: log.events + other.events)
    for (id, card) in merged.cards {
      guard let last = card.history.last, case .days(let promised) = last.promised else { continue }
      #expect(merged.state(of: id)?.due == .day(last.day + promised))
    }
    #expect(merged == Progress(replaying: other.events + log.events))
  }

  @Test func `the days on which cards are due are those of the cards, undone ones left out`() {
    var (log, _) = studied(seed: 100, cards: 12, days: 15)
    var progress = log.live
    var random = SplitMix64(seed: 101)
    for step in 0..<40 {
      guard let event = log.events.randomElement(using: &random) else { return }
      log.add(.undo(event.id), at: noon(30, minute: Int64(step)))
      progress.apply(log.events[log.events.count - 1])
    }
    log.add(.adopt(from: CardID("c1"), to: CardID("c2")), at: noon(31))
    log.add(.adopt(from: CardID("c3"), to: CardID("new")), at: noon(31, minute: 1))
    log.add(.parameters(Parameters(weights: otherWeights(1.05))), at: noon(32))
    for event in log.events.suffix(3) { progress.apply(event) }
    var counted: [Int: Int] = [:]
    for card in progress.cards.values {
      if let day = card.state?.dueDay { counted[day, default: 0] += 1 }
    }
    #expect(progress.dueCards == counted && !counted.isEmpty)
    #expect(progress == log.replayed)
  }

  @Test func `nothing comes back after the eve of an examination`() {
    var log = Log()
    var progress = Progress()
    let first = progress.days.day(of: noon(0).at, offset: 60)
    for step in 0..<60 {
      let moment = noon(step)
      let day = first + step
      let state = answer(
        "c\(step % 4)",
        .easy,
        at: moment,
        wishes: wishes(exam: first + 40),
        in: progress,
        &log
      )
      progress.apply(log.events[log.events.count - 1])
      if day < first + 39 { #expect((state.dueDay ?? 0) <= first + 39) }
      if day == first + 39 { #expect(state.dueDay == first + 40) }
    }
    #expect(progress.cards.values.contains { ($0.state?.dueDay ?? 0) > first + 70 })
  }

  @Test func `a promise that no scheduler gives is left to the scheduler`() throws {
    for value in ["0", "-4", "36501", "9223372036854775807", "null"] {
      guard case .review(var fact) = review("a", .easy) else { return }
      fact.interval = .days(12)
      var log = Log()
      log.add(.review(fact), at: noon(0))
      let line = String(decoding: log.events[0].encoded(), as: UTF8.self)
        .replacing("\"interval\":12", with: "\"interval\":\(value)")
      #expect(line.contains("\"interval\":\(value)}"))
      let event = try Array(line.utf8).withUnsafeBytes { try Event(decoding: $0) }
      guard case .review(let read) = event.fact else { return }
      #expect(read.interval == nil)
    }
  }

  @Test func `a promise of days does not take a card off its learning steps`() {
    guard case .review(var fact) = review("a", .again) else { return }
    fact.interval = .days(30)
    var log = Log()
    log.add(.review(fact), at: noon(0))
    #expect(log.live.state(of: CardID("a"))?.dueDay == nil)
  }
}
