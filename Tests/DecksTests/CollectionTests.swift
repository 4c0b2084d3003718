import Testing

@testable import Decks

@Suite struct CollectionTests {
  private static func file(_ path: String, _ text: String) -> DeckFile {
    DeckFile(path: path, deck: DeckParser.parse(Array(text.utf8)))
  }

  @Test func `an id in two files is told at both places, and neither card is studied`() {
    let collection = Collection([
      Self.file("a.md", "## Basic {#x}\nQ: a\nA: b\n\n## Basic {#y}\nQ: c\nA: d\n"),
      Self.file("b.md", "note\n\n## TF {#x}\nQ: a\nA: true\n"),
    ])
    #expect(collection.entries.map(\.id.text) == ["y"])
    #expect(collection.findings.map { $0.map(\.rule) } == [["duplicate-id"], ["duplicate-id"]])
    #expect(collection.findings[0][0].message.contains("b.md:3"))
    #expect(collection.findings[1][0].message.contains("a.md:1"))
    #expect(collection.decks[0].deck.text(collection.findings[0][0].bytes) == "{#x}")
  }

  @Test func `an id twice in one file, and a stage's id twice, are told too`() {
    let collection = Collection([
      Self.file(
        "a.md",
        "## Basic {#x}\nQ: a\nA: b\n\n## Basic {#x}\nQ: c\nA: d\n\n"
          + "## Case {#c}\nP\n### TF {#c.s}\nQ: a\nA: true\n\n## Basic {#c.s}\nQ: e\nA: f\n"
      )
    ])
    #expect(collection.entries.isEmpty)
    #expect(collection.findings[0].count == 4)
    #expect(collection.findings[0][0].message.contains("a.md:5"))
  }

  @Test func `the same card twice without ids is told in its own words`() throws {
    let collection = Collection([
      Self.file("a.md", "## Basic\nQ: a\nA: b\n"), Self.file("b.md", "## Basic: t\nQ: a\nA: b\n"),
    ])
    #expect(collection.entries.isEmpty)
    #expect(collection.findings[0][0].message.hasPrefix("The same card stands also at b.md:1."))
  }

  @Test func `a card with a fault is no entry, and the others keep the files' order`() {
    let collection = Collection([
      Self.file("b.md", "## Basic {#z}\nQ: a\nA: b\n\n## Basic {#q}\nQ: a\n"),
      Self.file(
        "a.md",
        "## Basic {#y}\nQ: c\nA: d\n\n## Case {#c}\nP\n### Basic {#c.a}\nQ: only\n"
      ),
    ])
    #expect(collection.entries.map(\.id.text) == ["z", "y"])
    #expect(collection.findings.flatMap { $0 } == [])
  }

  @Test func `the entry is found from a sub-card or a stage`() throws {
    let collection = Collection([
      Self.file(
        "a.md",
        "## Cloze {#a.b}\nC: {{x}}\n\n## Case {#c}\nP\n### Cloze {#c.s}\nC: {{x}}\n### TF\nQ: a\nA: true\n"
          + "\n## Case {#d.e}\nP\n### TF {#d.e.f}\nQ: b\nA: true\n### TF {#other}\nQ: c\nA: true\n"
          + "\n## Case\nP\n### TF\nQ: d\nA: true\n"
      )
    ])
    for entry in collection.entries {
      let card = collection.placed(entry).card
      #expect(card.id ?? card.provisionalID == entry.id)
      for question in collection.questions(of: entry) {
        #expect(collection.entry(holding: question.id)?.id == entry.id, "\(question.id)")
      }
    }
    #expect(collection.entries.count == 4)
    #expect(collection.entry(holding: CardID("nowhere")) == nil)
    #expect(collection.entry(holding: CardID("d.x")) == nil)
  }

  @Test func `a deck is named by its front matter or by its file`() {
    let named = Self.file("x/y.md", "---\nrounds: 1\ndeck: Name\nid: n\n---\n")
    let plain = Self.file("x/y.md", "")
    #expect([named.id, named.name, plain.id, plain.name] == ["n", "Name", "y", "y"])
    #expect(Self.file("deck.txt", "").id == "deck.txt")
  }
}
