import Testing

@testable import Decks

@Suite struct CardMergeTests {
  private static func deck(_ cards: String...) -> Deck {
    DeckParser.parse(Array(cards.joined(separator: "\n").utf8))
  }

  private static func card(_ head: String, _ lines: String...) -> String {
    "## \(head) {status=draft}\n\n" + lines.joined(separator: "\n") + "\n"
  }

  private static func merged(_ deck: Deck, _ first: Int = 0, _ second: Int = 1) throws -> String {
    let cards = deck.everyCard
    let edit = try CardMerge.edit(cards[first], with: cards[second], in: deck)
    let after = edit.applied(to: deck.source)
    let start = edit.place(of: cards[first].heading.bytes.lowerBound)
    #expect(DeckParser.parse(after).everyCard.contains { $0.heading.bytes.lowerBound == start })
    return String(decoding: after, as: UTF8.self)
  }

  private static func obstacle(
    _ deck: Deck,
    _ first: Int = 0,
    _ second: Int = 1
  ) -> CardMerge.Obstacle? {
    do throws(CardMerge.Obstacle) {
      _ = try CardMerge.edit(deck.everyCard[first], with: deck.everyCard[second], in: deck)
      return nil
    } catch {
      return error
    }
  }

  private static func cloze(_ text: String, _ source: String = "a line 1") -> Deck {
    deck(
      card("Cloze {#x}", "C: Give {{c1::0.5 mg}} into the thigh within 5 min.", "Source: a line 1"),
      card("Cloze {#y}", "C: \(text)", "Source: \(source)")
    )
  }

  @Test func `two blanks of one sentence become one card, whichever stands first`() throws {
    let deck = Self.deck(
      Self.card("Cloze: t {#x}", "C: Give {{c1::0.5 mg}} into the thigh.", "Source: a \"Give\""),
      "# Notes\n\nNotes stay.\n",
      Self.card(
        "Cloze: u {#y}",
        "C: Give 0.5 mg into\n  the {{c1::thigh::where?}}.",
        "Source: a \"thigh\"",
        "Evidence: guideline; 2026",
        "Tags: dose"
      )
    )
    let first = try Self.merged(deck)
    let card = first.split(separator: "\n# Notes")[0]
    #expect(
      card == """
        ## Cloze: t {#x} {status=draft}

        C: Give {{c1::0.5 mg}} into the {{c2::thigh::where?}}.
        Source: a "Give"
        Source: a "thigh"
        Evidence: guideline; 2026
        Tags: dose

        """
    )
    #expect(first.contains("Notes stay.") && !first.contains("{#y}"))
    let second = try Self.merged(deck, 1, 0)
    #expect(second.contains("{#y}") && !second.contains("{#x}") && second.contains("Notes stay."))
    #expect(second.contains("C: Give {{c2::0.5 mg}} into\n  the {{c1::thigh::where?}}.\n"))
  }

  @Test func `numbers go on where the first card's end, and line ends are the file's`() throws {
    let deck = Self.deck(
      Self.card("Cloze {#x}", "C: {{c3::A}} and B and {{c1::C}}, D."),
      Self.card("Cloze {#y}", "C: A and {{c2::B}} and C, {{c5::D}}.")
    )
    #expect(try Self.merged(deck).contains("C: {{c3::A}} and {{c4::B}} and {{c1::C}}, {{c5::D}}."))
    let text = String(decoding: deck.source, as: UTF8.self).replacing("\n", with: "\r\n")
    let windows = try Self.merged(Self.deck(text))
    #expect(
      windows.unicodeScalars.count { $0 == "\n" } == windows.unicodeScalars.count { $0 == "\r" }
    )
  }

  @Test func `one fact of two documents becomes one card with both citations`() throws {
    let cloze = "C: The half-life of furosemide is {{c1::2 hours}} in adults."
    let deck = Self.deck(
      Self.card("Cloze {#x}", cloze, "Source: a line 1 \"is 2 hours\""),
      Self.card("Cloze {#y}", cloze, "Source: b line 9 \"is 2 hours\""),
      Self.card(
        "Basic {#z}",
        "Q: What is the half-life of furosemide in adults?",
        "A: 2 hours",
        "Accept: two hours",
        "Source: c p. 3"
      )
    )
    let both = "Source: a line 1 \"is 2 hours\"\nSource: b line 9 \"is 2 hours\"\n"
    #expect(try Self.merged(deck).contains("\(cloze)\n\(both)"))
    let basic = try Self.merged(deck, 0, 2)
    #expect(
      basic.contains(
        "\(cloze)\nAccept: two hours\nSource: a line 1 \"is 2 hours\"\nSource: c p. 3\n"
      )
    )
  }

  @Test(
    arguments: [
      (
        "Give {{c1::0.5 mg}} into the thigh within 5 min.", "a line 1",
        CardMerge.Obstacle.sameDocument
      ),
      ("Give {{c1::0.5 mg into}} the thigh within 5 min.", "a line 1", .sameWords),
      ("Give {{c1::0.5 mg}} into the thigh within 9 min.", "b", .differentNumbers),
      ("Do not give {{c1::0.5 mg}} into the thigh within 5 min.", "b", .differentPolarity),
      ("A stay of {{c1::0.5 mg}} is quite something else, 5 times.", "b", .differentSentences),
      ("Give 0.5 mg into a {{c1::thigh}} within 5 min.", "b", .differentAnswers),
      ("Ketamine relaxes the {{c1::bronchi}}.", "b", .differentSentences),
      ("Give {{c1::0.5 mg}} into the {{c2::thigh}}.", "b", .otherKinds),
    ] as [(String, String, CardMerge.Obstacle)]
  )
  func `what is not the same is not joined`(
    _ text: String,
    _ source: String,
    _ expected: CardMerge.Obstacle
  ) {
    #expect(Self.obstacle(Self.cloze(text, source)) == expected)
  }

  @Test func `what would be lost or is no card by itself is not joined`() {
    let basic = Self.card("Basic {#x}", "Q: q word?", "A: b", "Source: a", "Evidence: trial; 2020")
    let other = basic.replacing("#x", with: "#y").replacing("Source: a", with: "Source: b")
    #expect(Self.obstacle(Self.deck(basic, other)) == nil)
    let newer = other.replacing("2020", with: "2021")
    #expect(Self.obstacle(Self.deck(basic, newer)) == .differs("Evidence"))
    let uncited = other.replacing("Source: b\n", with: "")
    #expect(Self.obstacle(Self.deck(basic, uncited)) == .uncited)
    #expect(Self.obstacle(Self.deck(basic), 0, 0) == .itself)
    #expect(Self.obstacle(Self.deck(basic, "Left over.\n", other)) == .strayText)
    let truth = "### TF {#c.t} {status=draft}\n\nQ: So?\nA: true\n"
    let staged = Self.deck("## Case {#c}\n\nProse.\n\n\(truth)", basic)
    #expect(Self.obstacle(staged, 2, 1) == .staged && Self.obstacle(staged, 0, 2) == .staged)
    #expect(Self.obstacle(Self.deck(basic, "## TF {#t}\n\nQ: So?\nA: true\n")) == .otherKinds)
    let accept = Self.deck(
      Self.card("Cloze {#x}", "C: {{c1::A}} and B.", "Accept: C"),
      Self.card("Cloze {#y}", "C: A and {{c1::B}}.")
    )
    #expect(Self.obstacle(accept) == .accept)
  }
}
