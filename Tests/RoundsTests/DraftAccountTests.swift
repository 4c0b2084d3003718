import Authoring
import Decks
import Foundation
import Scheduling
import Terminal
import TestKit
import Testing

@testable import rounds

@Suite struct `Why a draft was written` {
  /// A desk with a deck of two drafts that the program made, and the ids of both.
  private static func generated() throws -> (desk: Desk, ids: [String]) {
    let desk = try Desk(cards: 1)
    try desk.folder.copy("\(Shared.packageRoot)/Tests/RoundsTests/Transcripts/adrenaline.md")
    _ = try desk.run(["generate", "adrenaline.md", "-o", "new.md"])
    let deck = DeckParser.parse(Array(try desk.folder.read("new.md").utf8))
    return (desk, deck.cards.compactMap { $0.card.id?.text })
  }

  private static func explain(_ desk: Desk, _ id: String, _ more: String...) throws -> Binary.Result
  {
    try desk.run(["generate", "--explain", id] + (more.isEmpty ? ["new.md"] : more))
  }

  @Test func `a part of a card and a deck in the usual place are found`() throws {
    let (desk, ids) = try Self.generated()
    let whole = try Self.explain(desk, ids[1])
    #expect(whole.status == 0 && whole.output.contains("What it was worth"))
    #expect(try Self.explain(desk, "\(ids[1])/c1", "-o", "new.md").output == whole.output)
    try FileManager.default.createDirectory(
      atPath: desk.folder.path(of: "Decks"),
      withIntermediateDirectories: true
    )
    for name in ["new.md", "new.md.drafts.jsonl"] {
      try FileManager.default.moveItem(
        atPath: desk.folder.path(of: name),
        toPath: desk.folder.path(of: "Decks/\(name)")
      )
    }
    #expect(try desk.run(["generate", "--explain", ids[1]]).output == whole.output)
  }

  @Test func `what is no draft, no card, or not known says so with its status`() throws {
    let (desk, ids) = try Self.generated()
    #expect(try Self.explain(desk, "nobody").status == 66)
    _ = try desk.run(["drafts", "new.md"], ["a", "q"])
    let accepted = try Self.explain(desk, ids[0])
    #expect(
      accepted.status == 1 && accepted.errorOutput.contains("no draft any more (it is active)")
    )
    try desk.folder.write("nonsense\n", to: "new.md.drafts.jsonl")
    let unknown = try Self.explain(desk, ids[1])
    #expect(unknown.status == 66 && unknown.errorOutput.contains("says nothing of \(ids[1])"))
    try FileManager.default.removeItem(atPath: desk.folder.path(of: "new.md.drafts.jsonl"))
    let gone = try Self.explain(desk, ids[1])
    #expect(gone.status == 66 && gone.errorOutput.contains("is not there"))
    #expect(try Self.explain(desk, ids[1], "a.md", "b.md").status == 64)
    #expect(try Self.explain(desk, ids[1], "new.md", "--evidence", "x").status == 64)
  }

  @Test func `a card that was changed since is told, and one that was taken is accounted for`()
    throws
  {
    let (desk, ids) = try Self.generated()
    _ = try desk.run(["drafts", "new.md"], ["2", "q"])
    let taken = try Self.explain(desk, ids[0]).output
    #expect(taken.contains("Form: the sentence with the answer taken out"))
    #expect(taken.contains("You took this card in its place.") && !taken.contains("changed since"))
    let deck = try desk.folder.read("new.md")
    try desk.folder.write(deck.replacing("adult dose", with: "dose"), to: "new.md")
    #expect(try Self.explain(desk, ids[0]).output.contains("It was changed since"))
    let json = try Self.explain(desk, ids[0], "new.md", "--json").output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(object?["changed"] as? Bool == true && object?["id"] as? String == ids[0])
    #expect((object?["beaten"] as? [[String: Any]])?.count == 2)
  }

  @Test(arguments: [20, 80])
  func `any account whatever fits the width, and its points add up`(_ width: Int) throws {
    var generator = SplitMix64(seed: 45)
    let folder = try TemporaryFolder()
    let text = "---\nrounds: 1\n---\n\n## Basic: t {#x} {status=draft}\n\nQ: What is it?\nA: This\n"
    let deck = DeckFile(
      path: try folder.write(text, to: "deck.md"),
      deck: DeckParser.parse(Array(text.utf8))
    )
    for round in 0..<40 {
      var notes = DraftNotes(besides: deck.path)
      var note = `What is known of drafts`.note(&generator, id: "x")
      if round == 0 {
        let huge = Account.Feature(name: "huge", value: 1e300, weight: -1e300)
        note = DraftNote(
          id: "x",
          content: "",
          sentence: String(repeating: "word ", count: 50),
          account: Account(form: .question, claim: .name, worth: 1, features: [huge], deduction: 0),
          runnersUp: []
        )
      }
      notes.put(note)
      try notes.keep(["x"])
      let page = DraftAccountPage(
        draft: try KnownDraft("x", in: [deck]),
        width: width,
        style: .plain
      )
      #expect(page.lines.allSatisfy { $0.columns <= width }, "\(page.lines)")
      #expect(page.lines.contains { $0.hasSuffix("in all") })
    }
  }
}
