import Decks
import Scheduling
import Storage
import Testing

@testable import Study

@Suite struct ProgressTests {
  @Test func `an answer gives a card its state, and preview says beforehand which`() {
    var progress = Progress()
    var log = Log()
    #expect(progress.state(of: CardID("a")) == nil)
    for (day, grade) in [Grade.good, .good, .hard, .again, .easy, .good].enumerated() {
      let moment = noon(day * 3)
      let wanted = progress.preview(of: CardID("a"), at: moment)[grade]
      log.add(review("a", grade), at: moment)
      progress.apply(log.events[day])
      #expect(progress.state(of: CardID("a")) == wanted)
    }
    #expect(progress.reviewCount == 6)
    #expect(progress.cards[CardID("a")]?.history.map(\.grade.rawValue) == [3, 3, 2, 1, 4, 3])
    #expect(progress.cards[CardID("a")]?.deck == "d")
  }

  @Test func `what came before an answer is kept with it`() {
    var log = Log()
    log.add(review("a", .easy), at: noon(0))
    log.add(review("a", .good), at: noon(30))
    log.add(review("a", .good), at: noon(30, minute: 20))
    let history = log.live.cards[CardID("a")]?.history ?? []
    #expect(history.map(\.wasInReview) == [false, true, true])
    #expect(history[0].intervalBefore == 0)
    #expect(history[1].intervalBefore > 1)
    #expect(Set(history.map(\.day)).count == 2)
  }

  @Test func `undo restores the state exactly, with the card's face and deck`() {
    var log = Log()
    log.add(review("a", .good, deck: "one", hash: "old"), at: noon(0))
    log.add(review("b", .again), at: noon(0, minute: 1))
    let before = log.live
    let event = log.add(review("a", .easy, deck: "two", hash: "new"), at: noon(2))
    #expect(log.live.cards[CardID("a")]?.hash == hash("new"))
    log.add(.undo(event), at: noon(2, minute: 1))
    #expect(log.live == before)
    #expect(log.live.cards[CardID("a")]?.hash == hash("old"))
    #expect(log.live.cards[CardID("a")]?.deck == "one")
  }

  @Test func `undo of any depth goes back to nothing`() {
    var log = Log()
    var states: [Progress] = [Progress()]
    var generator = SplitMix64(seed: 31)
    for step in 0..<40 {
      let card = ["a", "b", "c"].randomElement(using: &generator) ?? "a"
      let grade = Grade.allCases.randomElement(using: &generator) ?? .good
      log.add(review(card, grade, hash: "\(step % 3)"), at: noon(step / 2, minute: Int64(step)))
      states.append(log.live)
    }
    var progress = log.live
    for step in (0..<40).reversed() {
      guard let last = progress.lastReview else {
        Issue.record("a review is left to undo")
        return
      }
      log.add(.undo(last.id), at: noon(30, minute: Int64(40 - step)))
      progress.apply(log.events[log.events.count - 1])
      #expect(progress == states[step])
    }
    #expect(progress.lastReview == nil && progress == log.replayed)
  }

  @Test func `an undo of what is not there changes nothing`() {
    var log = Log()
    let id = log.add(review("a", .good), at: noon(0))
    let before = log.live
    log.add(.undo(ULID(milliseconds: 1, chance: (1, 1))), at: noon(1))
    #expect(log.live == before)
    log.add(.undo(id), at: noon(1))
    log.add(.undo(id), at: noon(1))
    #expect(log.live == Progress())
  }

  @Test func `new cards are counted on the learner's day, and undo gives them back`() {
    var log = Log()
    log.add(review("a", .again), at: noon(0))
    log.add(review("a", .good), at: noon(0, minute: 2))
    let second = log.add(review("b", .good), at: noon(0, minute: 3))
    log.add(review("a", .good), at: noon(1))
    // Two in the morning still belongs to the day before.
    log.add(review("c", .good), at: noon(1, minute: 13 * 60))
    let days = log.live.days
    let first = days.day(of: noon(0).at, offset: 60)
    #expect(log.live.newCards == [first: 2, first + 1: 1])
    log.add(.undo(second), at: noon(3))
    #expect(log.live.newCards == [first: 1, first + 1: 1])
    #expect(log.live.reviewedCards == [first + 1: 1])
  }

  @Test func `other weights recompute memory and leave due dates standing`() {
    var log = Log()
    for day in [0, 1, 4] { log.add(review("a", .good), at: noon(day)) }
    let before = log.live.state(of: CardID("a"))
    log.add(.parameters(Parameters(weights: otherWeights(1.05))), at: noon(5))
    let after = log.live.state(of: CardID("a"))
    #expect(after?.memory != before?.memory)
    #expect(after?.due == before?.due && after?.phase == before?.phase)
    // As if it had always been so.
    var other = Log()
    other.add(.parameters(Parameters(weights: otherWeights(1.05))), at: noon(-1))
    for day in [0, 1, 4] { other.add(review("a", .good), at: noon(day)) }
    #expect(after?.memory == other.live.state(of: CardID("a"))?.memory)
  }

  @Test func `another retention changes nothing until the next answer`() {
    var log = Log()
    for day in [0, 1, 4] { log.add(review("a", .good), at: noon(day)) }
    let before = log.live
    log.add(.parameters(Parameters(retention: 0.97)), at: noon(5))
    #expect(log.live.cards == before.cards)
    let (wide, narrow) = (
      before.preview(of: CardID("a"), at: noon(20)), log.live.preview(of: CardID("a"), at: noon(20))
    )
    #expect(narrow.good.wholeDays < wide.good.wholeDays)
  }

  @Test func `an undo after other settings leaves the due date of the answer before`() {
    var log = Log()
    log.add(review("a", .easy), at: noon(0))
    let due = log.live.state(of: CardID("a"))?.due
    log.add(.parameters(Parameters(retention: 0.97)), at: noon(1))
    let id = log.add(review("a", .good), at: noon(2))
    log.add(.undo(id), at: noon(3))
    #expect(log.live.state(of: CardID("a"))?.due == due)
    #expect(log.live == log.replayed)
  }

  @Test func `an adopted card keeps its history, and undo finds it under its new id`() {
    var log = Log()
    log.add(review("~x", .good), at: noon(0))
    let second = log.add(review("~x", .easy), at: noon(1))
    let state = log.live.state(of: CardID("~x"))
    log.add(.adopt(from: CardID("~x"), to: CardID("x")), at: noon(2))
    #expect(log.live.state(of: CardID("x")) == state)
    #expect(log.live.cards[CardID("~x")] == nil)
    #expect(log.live.lastReview?.card == CardID("x"))
    log.add(.undo(second), at: noon(3))
    #expect(log.live.cards[CardID("x")]?.history.count == 1)
    #expect(log.live == log.replayed)
  }

  @Test func `a card adopted by one with a history joins it in the order of time`() {
    var log = Log()
    log.add(review("x", .good), at: noon(0))
    log.add(review("~x", .again), at: noon(1))
    log.add(review("x", .good), at: noon(2))
    log.add(.adopt(from: CardID("~x"), to: CardID("x")), at: noon(3))
    let card = log.live.cards[CardID("x")]
    #expect(card?.history.map(\.grade) == [.good, .again, .good])
    #expect(card?.state?.repetitions == 3)
    // The card was new once.
    #expect(log.live.newCards.values.reduce(0, +) == 1)
  }

  /// The laws: one by one or all together, in order or not, the same follows.
  @Test func `live and replay agree on any history`() {
    for seed in 0..<150 {
      var log = RandomHistory(seed: UInt64(seed))
      log.run(events: 60)
      let live = log.log.live
      #expect(live == log.log.replayed, "seed \(seed)")
      var shuffled = log.log.events
      shuffled.shuffle(using: &log.generator)
      #expect(Progress(replaying: shuffled) == live, "seed \(seed)")
      #expect(
        live.newCards.values.reduce(0, +) == live.cards.count
          && live.reviewCount == live.cards.values.reduce(0) { $0 + $1.history.count }
      )
      // A card counts once for each day it turns to, and the first time as new.
      let days = live.cards.values.reduce(0) { sum, card in
        let days = card.history.map(\.day)
        return sum + 1 + zip(days, days.dropFirst()).count { $0 != $1 }
      }
      let counted = [live.newCards, live.reviewedCards].flatMap(\.values).reduce(0, +)
      #expect(counted == days)
      #expect(live.cards.values.allSatisfy { $0.state != nil })
    }
  }

  @Test func `undone reviews leave no trace`() {
    for seed in 200..<260 {
      var history = RandomHistory(seed: UInt64(seed))
      history.run(events: 40)
      let events = history.log.events
      let undone = Set(
        events.compactMap { event in
          if case .undo(let id) = event.fact { id } else { nil }
        }
      )
      let kept = events.filter { event in
        if case .undo = event.fact { false } else { !undone.contains(event.id) }
      }
      #expect(Progress(replaying: kept) == history.log.live, "seed \(seed)")
    }
  }
}
