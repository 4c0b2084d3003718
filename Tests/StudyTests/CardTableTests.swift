import Decks
import Scheduling
import Storage
import TestKit
import Testing

@testable import Study

@Suite struct CardTableTests {
  /// Lives as long as the test.
  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
  }

  /// Reviews of cards whose ids are short, long and beginnings of each other.
  private static func reviews(_ count: Int, using generator: inout SplitMix64) -> [Event.Fact] {
    (0..<count).map { _ in
      let number = Int.random(in: 0..<900, using: &generator)
      let id = ["", "c", "card-", "a-card-with-a-long-id-"][number % 4] + "\(number)"
      return review(id, Bool.random(using: &generator) ? .good : .again)
    }
  }

  private static func candidates(_ ids: [CardID]) -> [Candidate] {
    ids.map { Candidate(id: $0, group: $0, isStage: false) }
  }

  private static func standings(
    of ids: [CardID],
    in table: CardTable
  ) -> [(state: CardState, key: Fingerprint?)?] {
    var found: [(state: CardState, key: Fingerprint?)?] = []
    candidates(ids).withUnsafeBufferPointer { candidates in
      table.forEachStanding(of: candidates[...]) { _, standing in
        found.append(standing.map { ($0.state, $0.key) })
      }
    }
    return found
  }

  /// The law: cards of a snapshot, answered since or not, stand where a replay has them.
  @Test func `a table over a snapshot tells what one of a replay tells`() throws {
    var generator = SplitMix64(seed: 31)
    let place = LearnerFolder(temporary.path(of: "store"))
    try place.write(Self.reviews(2000, using: &generator))
    try place.learner().keepSnapshot(after: 0)
    do {
      let learner = try place.learner()
      for (minute, fact) in Self.reviews(400, using: &generator).enumerated() {
        try learner.record(fact, at: noon(2, minute: Int64(minute)))
        if minute % 50 == 9 { try learner.undo(at: noon(2, minute: Int64(minute))) }
      }
    }
    let state = try LogState(reading: place.folder)
    let (table, wanted) = (
      state.progress.cards, try LogState(replaying: place.folder).progress.cards
    )
    #expect(table.kept != nil && wanted.kept == nil && table == wanted)
    let unknown = (0..<300).map { CardID("card-\($0 * 4 + 3)") } + [CardID(""), CardID("card-")]
    let ids = wanted.keys + unknown
    let (found, right) = (
      Self.standings(of: ids, in: table), Self.standings(of: ids, in: wanted)
    )
    #expect(found.count == ids.count)
    for (index, id) in ids.enumerated() {
      #expect(found[index]?.state == wanted.state(of: id), "\(id)")
      #expect(found[index]?.key == right[index]?.key, "\(id)")
      #expect(
        table.state(of: id) == wanted.state(of: id) && table.key(of: id) == wanted.key(of: id)
      )
      #expect(table.contains(id) == wanted.contains(id))
    }
    #expect(table.latest(9).map(\.key).sorted() == wanted.latest(9).map(\.key).sorted())
  }

  @Test func `what was answered since the snapshot is joined to the history behind it`() throws {
    let place = LearnerFolder(temporary.path(of: "store"))
    try place.write([review("a", .good), review("b", .good)])
    try place.learner().keepSnapshot(after: 0)
    let learner = try place.learner()
    for day in 1..<4 { try learner.record(review("a", .good, hash: "\(day / 2)"), at: noon(day)) }
    let card = try #require(learner.progress.cards[CardID("a")])
    #expect(card.history.count == 4 && card.faces.count == 2)
    #expect(card.history.map(\.face) == [0, 0, 1, 1])
    #expect(learner.progress == (try LogState(replaying: place.folder).progress))
    // One that came late goes into the history, and the snapshot's place is given up.
    try learner.record(review("a", .again), at: noon(2, minute: 7))
    #expect(learner.progress.cards[CardID("a")]?.history.map(\.grade)[3] == .again)
    #expect(learner.progress == (try LogState(replaying: place.folder).progress))
  }

  /// Ids of other programs may hold any text; spellings that are the same text are the same card.
  @Test(arguments: [("caf\u{e9}", "cafe\u{301}"), ("K1", "\u{212a}1"), ("\u{212a}1", "K1")])
  func `a card is found under another spelling of its id`(_ first: String, _ other: String) throws {
    let place = LearnerFolder(temporary.path(of: "store"))
    try place.write([review("a", .good), review(first, .good), review("z", .good)])
    try place.learner().keepSnapshot(after: 0)
    #expect(Self.standings(of: [CardID(other)], in: try place.learner().progress.cards).count == 1)
    try place.learner().record(review(other, .again), at: noon(3))
    let state = try LogState(reading: place.folder)
    let wanted = try LogState(replaying: place.folder).progress
    #expect(state.progress.cards.kept != nil && state.progress == wanted)
    for id in [CardID(first), CardID(other), CardID("b")] {
      #expect(Self.standings(of: [id], in: state.progress.cards)[0]?.state == wanted.state(of: id))
    }
  }
}
