import Decks
import Scheduling
import Storage
import Testing

@testable import Study

@Suite struct QueueTests {
  /// Cards `g0`, `g1` … with some parts each; every fourth group is a Case.
  static func candidates(groups: Int, parts: Int) -> [Candidate] {
    (0..<groups).flatMap { group in
      (0..<parts).map { part in
        let isStage = group % 4 == 3
        return Candidate(
          id: CardID(isStage ? "g\(group).s\(part)" : "g\(group)/c\(part + 1)"),
          group: CardID("g\(group)"),
          isStage: isStage
        )
      }
    }
  }

  /// A progress in which random cards were answered some days ago.
  static func progress(
    _ candidates: [Candidate],
    using generator: inout SplitMix64
  ) -> Progress {
    var log = Log(seed: generator.next())
    for day in 0..<6 {
      for candidate in candidates where Int.random(in: 0..<4, using: &generator) == 0 {
        let grade = Grade.allCases.randomElement(using: &generator) ?? .good
        log.add(review(candidate.id.text, grade), at: noon(day))
      }
    }
    return log.replayed
  }

  @Test func `due cards come before new ones, the most nearly forgotten first`() {
    var generator = SplitMix64(seed: 4)
    for _ in 0..<60 {
      let cards = Self.candidates(groups: 12, parts: 1).filter { !$0.isStage }
      let progress = Self.progress(cards, using: &generator)
      let queue = Queue(
        of: cards,
        progress: progress,
        moment: noon(20),
        limits: Queue.Limits(new: 99)
      )
      let firstNew = queue.items.firstIndex(where: \.isNew) ?? queue.items.count
      #expect(!queue.items[firstNew...].contains { !$0.isNew })
      let today = progress.days.day(of: noon(20).at, offset: noon(20).offset)
      let recalls = queue.items[..<firstNew].compactMap {
        progress.retrievability(of: $0.id, on: today)
      }
      #expect(recalls == recalls.sorted())
    }
  }

  @Test func `every due card is asked, none twice, and what is left out is counted`() {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<80 {
      let cards = Self.candidates(
        groups: Int.random(in: 1...20, using: &generator),
        parts: Int.random(in: 1...4, using: &generator)
      )
      let progress = Self.progress(cards, using: &generator)
      let new = Int.random(in: 0...12, using: &generator)
      let queue = Queue(
        of: cards,
        progress: progress,
        moment: noon(9),
        limits: Queue.Limits(new: new)
      )
      let ids = queue.items.map(\.id)
      #expect(Set(ids).count == ids.count)
      let today = progress.days.day(of: noon(9).at, offset: 60)
      let due = cards.filter {
        progress.state(of: $0.id)?.isDue(now: noon(9).at.milliseconds, today: today) ?? false
      }
      #expect(Set(due.map(\.id)).isSubset(of: ids))
      let fresh = cards.count { progress.state(of: $0.id) == nil }
      #expect(queue.dueCount == due.count)
      #expect((queue.heldDue + queue.heldNew) == due.count + fresh - ids.count)
      // A Case is never cut, so the limit is passed by less than its stages.
      #expect(queue.newCount <= new + 3)
    }
  }

  @Test func `siblings stand five apart as long as other cards are left`() {
    let cards = (0..<10).flatMap { group in
      (0..<2).map { part in
        Candidate(
          id: CardID("g\(group)/c\(part)"),
          group: CardID("g\(group)"),
          isStage: false
        )
      }
    }
    let queue = Queue(
      of: cards,
      progress: Progress(),
      moment: noon(0),
      limits: Queue.Limits(new: 99)
    )
    #expect(queue.items.count == 20)
    for (index, item) in queue.items.enumerated() {
      let near = queue.items[max(0, index - Queue.siblingDistance + 1)..<index]
      #expect(!near.contains { $0.group == item.group }, "\(queue.items.map(\.id.text))")
    }
  }

  @Test func `a second new sibling waits for the first of all other cards`() {
    let cards = (0..<4).flatMap { group in
      (0..<2).map {
        Candidate(id: CardID("g\(group)/c\($0)"), group: CardID("g\(group)"), isStage: false)
      }
    }
    func asked(_ log: Log, new: Int) -> [String] {
      Queue(
        of: cards,
        progress: log.live,
        moment: noon(40, minute: 30),
        limits: Queue.Limits(new: new)
      ).items.filter(\.isNew).map(\.id.text)
    }
    #expect(asked(Log(), new: 4) == ["g0/c0", "g1/c0", "g2/c0", "g3/c0"])
    #expect(Set(asked(Log(), new: 9).suffix(4)) == ["g0/c1", "g1/c1", "g2/c1", "g3/c1"])
    // A sibling that is due, or was answered today, counts as the first.
    var log = Log()
    log.add(review("g0/c0", .easy), at: noon(0))
    log.add(review("g1/c0", .easy), at: noon(40))
    #expect(asked(log, new: 2) == ["g2/c0", "g3/c0"])
    // One that rests does not.
    log.add(review("g0/c0", .easy), at: noon(39))
    #expect(asked(log, new: 3).contains("g0/c1"))
  }

  @Test func `the most forgotten of a backlog are asked, and the limit is that of the day`() {
    var log = Log()
    for card in 0..<10 { log.add(review("c\(card)", .easy), at: noon(card)) }
    let cards = (0..<12).map {
      Candidate(id: CardID("c\($0)"), group: CardID("c\($0)"), isStage: false)
    }
    func queue(_ log: Log, due: Int) -> Queue {
      Queue(
        of: cards,
        progress: log.live,
        moment: noon(60, minute: 30),
        limits: Queue.Limits(new: 0, due: due - (log.live.reviewedCards[today] ?? 0))
      )
    }
    let today = log.live.days.day(of: noon(60).at, offset: 60)
    let first = queue(log, due: 4)
    #expect(first.items.map(\.id.text) == ["c0", "c1", "c2", "c3"])
    #expect(first.heldDue == 6 && first.heldNew == 2)
    log.add(review("c0", .easy), at: noon(60))
    // Failed today and due again: it is none of those that are left.
    log.add(review("c1", .again), at: noon(60, minute: 1))
    let later = queue(log, due: 4)
    #expect(Set(later.items.map(\.id.text)) == ["c1", "c2", "c3"] && later.heldDue == 6)
    #expect(queue(log, due: 0).items.map(\.id.text) == ["c1"])
  }

  @Test func `a card stands near a sibling only where nothing else of its sort is left`() {
    var generator = SplitMix64(seed: 9)
    var near = 0
    for _ in 0..<150 {
      let cards = Self.candidates(
        groups: Int.random(in: 1...9, using: &generator),
        parts: Int.random(in: 1...4, using: &generator)
      )
      let queue = Queue(
        of: cards,
        progress: Self.progress(cards, using: &generator),
        moment: noon(9),
        limits: Queue.Limits(new: 99)
      )
      // A Case counts as one card.
      let blocks = queue.items.reduce(into: [Queue.Item]()) { blocks, item in
        guard let last = blocks.last, item.isStage, last.group == item.group,
          last.isNew == item.isNew
        else {
          blocks.append(item)
          return
        }
      }
      for (place, block) in blocks.enumerated() {
        let before = Set(
          blocks[max(0, place - Queue.siblingDistance + 1)..<place].map(\.group)
        )
        guard before.contains(block.group) else { continue }
        near += 1
        let rest = blocks[place...].filter { $0.isNew == block.isNew }
        #expect(rest.allSatisfy { before.contains($0.group) }, "\(blocks.map(\.id.text))")
      }
    }
    #expect(near > 0)
  }

  @Test func `no limit cuts a case in two`() {
    let stages = (1...3).map {
      Candidate(id: CardID("c.\($0)"), group: CardID("c"), isStage: true)
    }
    let single = ["a", "b"].map { Candidate(id: CardID($0), group: CardID($0), isStage: false) }
    func asked(new: Int, cards: Int? = nil, _ progress: Progress = Progress()) -> [String] {
      Queue(
        of: [single[0]] + stages + [single[1]],
        progress: progress,
        moment: noon(40),
        limits: Queue.Limits(new: new, cards: cards)
      ).items.map(\.id.text)
    }
    #expect(asked(new: 1) == ["a"])
    #expect(asked(new: 2) == ["a", "c.1", "c.2", "c.3"])
    #expect(asked(new: 9, cards: 3) == ["a", "c.1", "c.2", "c.3"])
    #expect(asked(new: -1) == [])
    // Also where its last stage is the most forgotten of all, and some are new.
    var log = Log()
    for (day, id) in ["c.3", "a", "c.1"].enumerated() {
      log.add(review(id, .easy), at: noon(day * 5))
    }
    #expect(asked(new: 9, cards: 1, log.live) == ["c.1", "c.3"])
    #expect(asked(new: 9, log.live) == ["c.1", "c.3", "a", "b", "c.2"])
  }

  @Test func `the stages of a case follow each other in the order of the file`() {
    var generator = SplitMix64(seed: 6)
    for _ in 0..<40 {
      let cards = Self.candidates(groups: 9, parts: 3)
      let progress = Self.progress(cards, using: &generator)
      let queue = Queue(
        of: cards,
        progress: progress,
        moment: noon(9),
        limits: Queue.Limits(new: 9)
      )
      for group in Set(queue.items.filter(\.isStage).map(\.group)) {
        for isNew in [true, false] {
          let places = queue.items.indices.filter {
            queue.items[$0].group == group && queue.items[$0].isNew == isNew
          }
          let names = places.map { queue.items[$0].id.text }
          #expect(names == names.sorted())
          #expect(places.isEmpty || (places.last ?? 0) - places[0] == places.count - 1)
        }
      }
    }
  }

  @Test func `a limit of cards keeps the due ones and says what it leaves`() {
    var log = Log()
    for card in 0..<8 { log.add(review("c\(card)", .good), at: noon(0)) }
    let cards = (0..<12).map {
      Candidate(id: CardID("c\($0)"), group: CardID("c\($0)"), isStage: false)
    }
    let queue = Queue(
      of: cards,
      progress: log.replayed,
      moment: noon(40),
      limits: Queue.Limits(new: 20, cards: 5)
    )
    #expect(queue.items.count == 5)
    #expect(queue.newCount == 0)
    #expect((queue.heldDue + queue.heldNew) == 7)
  }

  @Test func `ahead, practice and a changed answer make cards due`() {
    var log = Log()
    for card in ["a", "b"] { log.add(review(card, .easy), at: noon(0)) }
    let cards = ["a", "b"].map { Candidate(id: CardID($0), group: CardID($0), isStage: false) }
    func asked(_ scope: Queue.Scope) -> [String] {
      Queue(
        of: cards,
        progress: log.replayed,
        moment: noon(1),
        limits: Queue.Limits(new: 0),
        scope: scope
      ).items.map(\.id.text)
    }
    #expect(asked(Queue.Scope()) == [])
    #expect(asked(Queue.Scope(ahead: 100)).count == 2)
    #expect(asked(Queue.Scope(includesAll: true)).count == 2)
    #expect(asked(Queue.Scope(isChanged: { card, _ in card.id == CardID("b") })) == ["b"])
  }

  @Test func `cards that are easily confused stand apart where others are left`() {
    let cards = (0..<12).map {
      Candidate(id: CardID("c\($0)"), group: CardID("c\($0)"), isStage: false)
    }
    let confused: Set<CardID> = [CardID("c0"), CardID("c1")]
    let queue = Queue(
      of: cards,
      progress: Progress(),
      moment: noon(0),
      limits: Queue.Limits(new: 99),
      interferes: { confused == [$0, $1] }
    )
    let places = queue.items.indices.filter { confused.contains(queue.items[$0].id) }
    #expect(queue.items.count == 12)
    #expect(places.count == 2 && places[1] - places[0] >= Queue.siblingDistance)
  }

  @Test func `a session that was broken off goes on in the same order`() {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<60 {
      let cards = Self.candidates(groups: 14, parts: 2).filter { !$0.isStage }
      let progress = Self.progress(cards, using: &generator)
      func queue(_ progress: Progress, new: Int) -> [CardID] {
        Queue(of: cards, progress: progress, moment: noon(30), limits: Queue.Limits(new: new))
          .items.map(\.id)
      }
      let order = queue(progress, new: 10)
      let done = Int.random(in: 0...order.count, using: &generator)
      var later = progress
      var log = Log(seed: generator.next())
      for (index, card) in order.prefix(done).enumerated() {
        log.add(review(card.text, .easy), at: noon(30, minute: Int64(index)))
      }
      for event in log.events { later.apply(event) }
      let seen = order.prefix(done).count { progress.state(of: $0) == nil }
      #expect(queue(later, new: 10 - seen) == Array(order.dropFirst(done)))
    }
  }
}
