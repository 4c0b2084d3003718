import Decks
import Scheduling
import Testing

@testable import Study

@Suite struct SessionTests {
  static func queue(_ count: Int) -> Queue {
    let cards = (0..<count).map {
      Candidate(id: CardID("c\($0)"), group: CardID("c\($0)"), isStage: false)
    }
    return Queue(
      of: cards,
      progress: Progress(),
      moment: noon(0),
      limits: Queue.Limits(new: count)
    )
  }

  /// The state after a grade that keeps the card within the day, or not.
  static func state(dueIn milliseconds: Int64?, now: Int64) -> CardState {
    CardState(
      phase: .learning(step: 0),
      memory: MemoryState(stability: 1, difficulty: 5),
      due: milliseconds.map { .moment(now + $0) } ?? .day(30_000),
      lastReview: now,
      lastDay: 0,
      repetitions: 1,
      lapses: 0
    )
  }

  @Test func `a failed card comes back after others, and not endlessly`() {
    var session = Session(Self.queue(6))
    var order: [String] = []
    var now: Int64 = 0
    while let item = session.next(now: now) {
      order.append(item.id.text)
      now += 20_000
      let fails = item.id.text == "c0"
      session.answered(
        item,
        grade: fails ? .again : .good,
        isCorrect: !fails,
        elapsed: 1,
        next: Self.state(dueIn: fails ? 60_000 : nil, now: now)
      )
    }
    #expect(order.count { $0 == "c0" } == Session.mostShowings)
    #expect(Set(order).count == 6)
    #expect(session.tally.left == 1)
    let second = order.dropFirst().firstIndex(of: "c0") ?? 0
    #expect(second > Session.gap)
  }

  @Test func `any sequence of grades, skips and undos comes to an end and asks every card`() {
    var generator = SplitMix64(seed: 8)
    for _ in 0..<300 {
      let count = Int.random(in: 1...12, using: &generator)
      var session = Session(Self.queue(count))
      var asked: Set<CardID> = []
      var previous: CardID?
      var now: Int64 = 0
      var undos = 0
      var steps = 0
      while let item = session.next(now: now), steps < 2_000 {
        steps += 1
        asked.insert(item.id)
        now += Int64.random(in: 1_000...90_000, using: &generator)
        switch Int.random(in: 0..<8, using: &generator) {
        case 0:
          session.skip(item)
        case 1 where undos < 20:
          undos += 1
          if !session.undo(current: item) { session.putBack(item) }
          previous = nil
          continue
        case 2...4:
          session.answered(
            item,
            grade: .again,
            isCorrect: false,
            elapsed: 1,
            next: Self.state(dueIn: 60_000, now: now)
          )
        default:
          session.answered(
            item,
            grade: .good,
            isCorrect: true,
            elapsed: 1,
            next: Self.state(dueIn: nil, now: now)
          )
        }
        if previous == item.id { #expect(session.remaining == 0) }
        previous = item.id
      }
      #expect(steps < 2_000)
      #expect(asked.count == count)
    }
  }

  @Test func `no card is asked twice in a row while others are left, nor without end`() {
    var generator = SplitMix64(seed: 10)
    for _ in 0..<300 {
      let count = Int.random(in: 1...8, using: &generator)
      var session = Session(Self.queue(count))
      var showings: [CardID: Int] = [:]
      var previous: CardID?
      var now: Int64 = 0
      while true {
        let left = session.remaining + session.comingBack
        guard let item = session.next(now: now) else { break }
        if item.id == previous { #expect(left == 1) }
        previous = item.id
        showings[item.id, default: 0] += 1
        now += Int64.random(in: 1_000...90_000, using: &generator)
        let isSkipped = Int.random(in: 0..<5, using: &generator) == 0
        if isSkipped {
          session.skip(item)
          continue
        }
        let steps: [Int64?] = [30_000, 60_000, 600_000, nil]
        let wait = steps.randomElement(using: &generator) ?? nil
        session.answered(
          item,
          grade: wait == nil ? .good : .again,
          isCorrect: wait == nil,
          elapsed: 1,
          next: Self.state(dueIn: wait, now: now)
        )
      }
      // A skip does not count against a card, and only its first brings it back.
      #expect(showings.values.allSatisfy { $0 <= Session.mostShowings + 1 })
      #expect(showings.count == count)
    }
  }

  @Test func `a skipped stage takes the later ones with it, so that its key is not shown before`() {
    let stages = (1...3).map {
      Candidate(id: CardID("c.\($0)"), group: CardID("c"), isStage: true)
    }
    let others = ["a", "b"].map { Candidate(id: CardID($0), group: CardID($0), isStage: false) }
    var session = Session(
      Queue(
        of: stages + others,
        progress: Progress(),
        moment: noon(0),
        limits: Queue.Limits(new: 9)
      )
    )
    var order: [String] = []
    while let item = session.next(now: 0) {
      order.append(item.id.text)
      if item.id.text == "c.2" {
        session.skip(item)
        continue
      }
      let state = Self.state(dueIn: nil, now: 0)
      session.answered(item, grade: .good, isCorrect: true, elapsed: 1, next: state)
    }
    #expect(order == ["c.1", "c.2", "a", "b", "c.2"])
    #expect(session.tally.left == 2 && session.tally.skipped == 2)
  }

  @Test func `a skipped card waits for the ones that come back`() {
    var session = Session(Self.queue(2))
    var order: [String] = []
    var now: Int64 = 0
    while let item = session.next(now: now), order.count < 9 {
      order.append(item.id.text)
      now += 1_000
      let isFirst = order.count == 1
      if order.count == 2 {
        session.skip(item)
        continue
      }
      session.answered(
        item,
        grade: isFirst ? .again : .good,
        isCorrect: !isFirst,
        elapsed: 1,
        next: Self.state(dueIn: isFirst ? 60_000 : nil, now: now)
      )
    }
    #expect(order == ["c0", "c1", "c0", "c1"])
  }

  @Test func `undo of the card on the screen asks it once`() throws {
    var session = Session(Self.queue(1))
    let shown = session.next(now: 0)
    let item = try #require(shown)
    let failed = Self.state(dueIn: 60_000, now: 0)
    session.answered(item, grade: .again, isCorrect: false, elapsed: 1, next: failed)
    let again = session.next(now: 60_000)
    #expect(again == item)
    let isUndone = session.undo(current: again)
    #expect(isUndone)
    let once = session.next(now: 60_000)
    #expect(once == item)
    let state = Self.state(dueIn: nil, now: 0)
    session.answered(item, grade: .easy, isCorrect: true, elapsed: 1, next: state)
    let end = session.next(now: 60_000)
    #expect(end == nil)
  }

  @Test func `an answer taken back counts neither as asked nor as left`() throws {
    var session = Session(Self.queue(1))
    let failed = Self.state(dueIn: 1, now: 0)
    for _ in 0..<30 {
      let next = session.next(now: 10)
      let item = try #require(next)
      session.answered(item, grade: .again, isCorrect: false, elapsed: 1, next: failed)
      let isUndone = session.undo(current: nil)
      #expect(isUndone)
    }
    for _ in 0..<Session.mostShowings {
      let next = session.next(now: 10)
      let item = try #require(next)
      #expect(session.tally.left == 0)
      session.answered(item, grade: .again, isCorrect: false, elapsed: 1, next: failed)
    }
    #expect(session.tally.left == 1)
    let isUndone = session.undo(current: nil)
    #expect(isUndone && session.tally.left == 0)
  }

  @Test func `a skipped card comes once more at the end`() {
    var session = Session(Self.queue(3))
    var order: [String] = []
    while let item = session.next(now: 0) {
      order.append(item.id.text)
      if item.id.text == "c0" {
        session.skip(item)
      } else {
        session.answered(
          item,
          grade: .good,
          isCorrect: true,
          elapsed: 1,
          next: Self.state(dueIn: nil, now: 0)
        )
      }
    }
    #expect(order == ["c0", "c1", "c2", "c0"])
    #expect(session.tally.skipped == 2)
    #expect(session.tally.left == 1)
  }

  @Test func `undo asks that card again, and then the one on the screen`() throws {
    var session = Session(Self.queue(3))
    let next = session.next(now: 0)
    let first = try #require(next)
    session.answered(
      first,
      grade: .good,
      isCorrect: true,
      elapsed: 1,
      next: Self.state(dueIn: nil, now: 0)
    )
    let after = session.next(now: 0)
    let second = try #require(after)
    let isUndone = session.undo(current: second)
    #expect(isUndone)
    #expect(session.tally.answers.isEmpty)
    let again = [session.next(now: 0), session.next(now: 0)]
    #expect(again == [first, second])
    let isUndoneTwice = session.undo(current: nil)
    #expect(!isUndoneTwice)
  }

  @Test func `cards set aside are gone wherever they waited`() throws {
    var session = Session(Self.queue(5))
    let next = session.next(now: 0)
    let first = try #require(next)
    session.answered(
      first,
      grade: .again,
      isCorrect: false,
      elapsed: 1,
      next: Self.state(dueIn: 1, now: 0)
    )
    session.drop([first.id, CardID("c3")], as: .buried)
    var order: [String] = []
    while let item = session.next(now: 1_000_000) {
      order.append(item.id.text)
      session.answered(
        item,
        grade: .good,
        isCorrect: true,
        elapsed: 1,
        next: Self.state(dueIn: nil, now: 0)
      )
    }
    #expect(order == ["c1", "c2", "c4"])
    #expect(session.tally.setAside == [.buried: 2])
  }
}
