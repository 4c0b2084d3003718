import Authoring
import Decks
import Scheduling
import Storage
import TestKit
import Testing

@testable import rounds

@Suite struct `Rejected drafts` {
  private static func rejection(_ generator: inout SplitMix64) -> Rejection {
    let words = ["", "a \"b\"", "é\n\u{1}", "## Cloze {#x}\n\nC: {{a}} b\n", "\\", "µ 血圧", "{}"]
    func word() -> String { words.randomElement(using: &generator) ?? "" }
    return Rejection(
      at: Timestamp(milliseconds: Int64.random(in: 0...4_000_000_000_000, using: &generator)),
      id: word(),
      reason: word(),
      note: word(),
      kind: word(),
      content: word(),
      document: word(),
      sentence: word(),
      card: word()
    )
  }

  @Test func `a line reads back as what was written`() {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<200 {
      let rejection = Self.rejection(&generator)
      #expect(RejectionLine(rejection.line) == .rejected(rejection))
      #expect(
        RejectionLine(rejection.withdrawal(at: rejection.at))
          == .withdrawn(content: rejection.content, id: rejection.id)
      )
      #expect(!rejection.line.contains(0x0A))
      #expect(RejectionLine(Array(rejection.line.dropLast())) == nil)
    }
  }

  @Test func `a withdrawal takes back the last rejection of its card and no other`() throws {
    let folder = try TemporaryFolder()
    let deck = try folder.write("---\nrounds: 1\n---\n", to: "deck.md")
    let file = RejectedFile(besides: deck)
    #expect(try file.read() == RejectedFile.Content())
    var generator = SplitMix64(seed: 8)
    let all = (0..<3).map { _ in Self.rejection(&generator) }
    for rejection in all { try file.append(rejection.line) }
    try file.append(all[1].withdrawal(at: all[1].at))
    try file.append(Array("{\"text\":\"mine\",\"later\":[1]}".utf8))
    try file.append(Array("{\"at\":".utf8))
    let content = try file.read()
    #expect(content.standing == [all[0], all[2]])
    #expect(content.words == ["mine"])
    #expect(content.unreadable == 1)
  }

  @Test func `the card of a rejected stage is read too`() {
    var generator = SplitMix64(seed: 9)
    let sample = Self.rejection(&generator)
    let stage = Rejection(
      at: sample.at,
      id: "c.s",
      reason: "wrong",
      note: "",
      kind: "TF",
      content: "x",
      document: "",
      sentence: "s",
      card: "### TF {#c.s} {status=draft}\n\nQ: a\nA: true"
    )
    #expect(stage.draft?.card.body == .question(stem: "a", key: .truth(true)))
    #expect(stage.draft?.sentence == "s")
  }
}
