import Scheduling
import Testing

@testable import Decks

@Suite struct DeckPrinterTests {
  @Test(arguments: Kind.allCases)
  func `what is printed reads back as the same card`(kind: Kind) {
    var cards = RandomCards(seed: 3)
    for _ in 0..<200 {
      let card = cards.card(kind)
      let text = DeckPrinter.text(of: card)
      let deck = DeckParser.parse(Array(text.utf8))
      #expect(deck.findings.filter { $0.severity == .error } == [], "\(text)")
      #expect(deck.cards.map(\.card) == [card], "\(text)")
      guard deck.cards.map(\.card) == [card] else { return }
    }
  }

  @Test func `cards printed one after another stay apart`() {
    var cards = RandomCards(seed: 4)
    let wanted = (0..<200).map { cards.card(Kind.allCases[$0 % Kind.allCases.count]) }
    let text = wanted.map { DeckPrinter.text(of: $0) }.joined(separator: "\n")
    #expect(DeckParser.parse(Array(text.utf8)).cards.map(\.card) == wanted)
  }

  @Test func `the sample's cards read back from print`() {
    for card in SampleDeck.deck.cards.map(\.card) {
      let deck = DeckParser.parse(Array(DeckPrinter.text(of: card).utf8))
      #expect(deck.cards.map(\.card) == [card])
    }
  }

  @Test func `a card is written as a careful author would`() {
    var details = Card.Details()
    details.hint = "One\n\ntwo"
    details.citations = [Citation(document: "hand", locator: "line 3", span: "some words")]
    details.tags = ["a", "b"]
    let card = Card(
      kind: .singleBestAnswer,
      title: "asthma",
      id: CardID("x-1"),
      status: .draft,
      vignette: "A: stridor.",
      body: .question(
        stem: "Which?",
        key: .choice(
          Choice(
            options: [
              Choice.Option(letter: "b", text: "This", isRight: true, rationale: "So it is."),
              Choice.Option(letter: "", text: "That", isRight: false),
            ],
            allowsSeveral: false
          )
        )
      ),
      details: details
    )
    #expect(
      DeckPrinter.text(of: card) == """
        ## SBA: asthma {#x-1} {status=draft}

        \\A: stridor.

        Q: Which?

        - [x] (b) This
          > So it is.
        - [ ] That

        Hint: One

          two
        Source: hand line 3 "some words"
        Tags: a b

        """
    )
  }

  @Test(arguments: [
    "40 % +- 5", "40 % +- 5 points", "40 % +- 5 %", "15 points +- 1", "3 points +- 0 points",
    "> 6.5 mmol/L +- 0", "0.1 to 0.3 % +- 1 points",
  ])
  func `a tolerance keeps its meaning`(text: String) throws {
    let value = try NumericGrammar.read(text)
    #expect(try NumericGrammar.read(value.text) == value)
  }

  @Test func `the front matter reads back`() {
    let sources = [
      SourceDocument(key: "a", file: "a.md", title: "A title", date: "2026-11-02", sha256: "0f"),
      SourceDocument(key: "b", file: "b.pdf"),
      SourceDocument(key: "c", file: "c.pdf", date: "2026"),
    ]
    let text = DeckPrinter.frontMatter(name: "N: x", id: "n-x", tags: ["p", "q"], sources: sources)
    let front = DeckParser.parse(Array(text.utf8)).frontMatter
    #expect(front.isDeck)
    #expect(front.name == "N: x")
    #expect(front.id == "n-x")
    #expect(front.tags == ["p", "q"])
    #expect(front.sources.map(\.description) == sources.map(\.description))
    #expect(front.sources.map(\.title) == ["A title", "", ""])
    #expect(front.sources.map(\.date) == ["2026-11-02", nil, "2026"])
  }
}
