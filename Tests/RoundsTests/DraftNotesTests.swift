import Authoring
import Decks
import Scheduling
import TestKit
import Testing

@testable import rounds

@Suite struct `What is known of drafts` {
  static func note(_ generator: inout SplitMix64, id: String? = nil) -> DraftNote {
    let words = ["a \"b\"", "é\u{1}", "{{c1::b}}", "\\", "µ 血圧 😀", "two words"]
    func word() -> String { words.randomElement(using: &generator) ?? "" }
    func number() -> Double { Double(Int.random(in: -9...9, using: &generator)) / 2 }
    func account() -> Account {
      Account(
        form: Bool.random(using: &generator) ? .question : .cloze,
        claim: [.measure, .rule, .relation, .year].randomElement(using: &generator) ?? .name,
        worth: number(),
        features: (0..<Int.random(in: 0...3, using: &generator)).map { _ in
          Account.Feature(name: word(), value: number(), weight: number())
        },
        deduction: number()
      )
    }
    let card = Card(
      kind: .basic,
      status: .draft,
      body: .question(stem: "What?", key: .text(TextKey(answer: "This")))
    )
    return DraftNote(
      id: id ?? word(),
      content: word(),
      sentence: word(),
      account: account(),
      runnersUp: (0..<Int.random(in: 0...7, using: &generator)).map { _ in
        RunnerUp(card: card, account: account(), verdict: .second)
      }
    )
  }

  @Test func `a line reads back as what was written`() {
    var generator = SplitMix64(seed: 41)
    for _ in 0..<200 {
      let note = Self.note(&generator)
      #expect(DraftNote(note.line) == note)
      #expect(!note.line.contains(0x0A))
      #expect(DraftNote(Array(note.line.dropLast())) == nil)
    }
  }

  @Test func `only what is wanted stays in the file, and what is gone from it is known still`()
    throws
  {
    let folder = try TemporaryFolder()
    let deck = try folder.write("---\nrounds: 1\n---\n", to: "deck.md")
    var generator = SplitMix64(seed: 42)
    var notes = DraftNotes(besides: deck)
    #expect(!notes.exist)
    let all = ["a", "b", "c"].map { Self.note(&generator, id: $0) }
    for note in all { notes.put(note) }
    try notes.keep(["a", "c"])
    #expect(DraftNotes(besides: deck)["b"] == nil)
    #expect(DraftNotes(besides: deck)["c"] == all[2])
    try notes.keep(["b"])
    #expect(try folder.read("deck.md.drafts.jsonl").split(separator: "\n").count == 1)
    #expect(DraftNotes(besides: deck)["b"] == all[1])
    try notes.keep([])
    #expect(!notes.exist && notes["a"] == all[0])
  }

  @Test func `what another run added meanwhile stays, and what cannot be read is passed over`()
    throws
  {
    let folder = try TemporaryFolder()
    let deck = try folder.write("---\nrounds: 1\n---\n", to: "deck.md")
    var generator = SplitMix64(seed: 43)
    let all = ["a", "b"].map { Self.note(&generator, id: $0) }
    var first = DraftNotes(besides: deck)
    var second = DraftNotes(besides: deck)
    first.put(all[0])
    try first.keep(["a", "b"])
    second.put(all[1])
    try second.keep(["a", "b"])
    #expect(DraftNotes(besides: deck)["a"] == all[0] && DraftNotes(besides: deck)["b"] == all[1])
    try folder.write("nothing\n{\"id\":\"a\"}\n", to: "deck.md.drafts.jsonl")
    #expect(DraftNotes(besides: deck)["a"] == nil)
  }

  @Test func `a runner-up and the card change places`() {
    var generator = SplitMix64(seed: 44)
    var note = Self.note(&generator)
    while note.runnersUp.count < 2 { note = Self.note(&generator) }
    let former = Card(kind: .cloze, status: .draft, body: .cloze(text: "{{c1::a}}", accepted: []))
    let taken = note.taking(1, insteadOf: former)
    #expect(taken.account == note.runnersUp[1].account)
    #expect(taken.content == note.runnersUp[1].card.content)
    #expect(taken.runnersUp[1].card == former && taken.runnersUp[1].verdict == .replaced)
    let back = taken.taking(1, insteadOf: note.runnersUp[1].card)
    #expect(back.account == note.account && back.content == former.content)
  }
}
