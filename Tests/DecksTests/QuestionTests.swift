import Testing

@testable import Decks

@Suite struct QuestionTests {
  private static func card(_ text: String) throws -> Card {
    try #require(DeckParser.parse(Array(text.utf8)).cards.first?.card)
  }

  private static func questions(_ text: String, id: String = "x") throws -> [Question] {
    try card(text).questions(id: CardID(id), deck: "d")
  }

  @Test func `every kind of the sample is asked under its ids`() {
    let ids = SampleDeck.deck.cards.flatMap { placed in
      placed.card.questions(id: placed.card.id ?? CardID("?"), deck: "d").map(\.id.text)
    }
    #expect(
      ids == [
        "ket-nmda", "ket-norket/fwd", "ket-norket/rev", "ket-liver/c1", "ket-liver/c2",
        "ket-asthma", "ket-cvs", "ket-reflex", "ket-volume", "ket-order", "ket-case1.dose",
        "ket-case1.stridor",
      ]
    )
    for placed in SampleDeck.deck.cards {
      let id = placed.card.id ?? CardID("?")
      let questions = placed.card.questions(id: id, deck: "d")
      #expect(questions.map(\.id) == placed.card.questionIDs(id: id))
      #expect(questions.allSatisfy { $0.group == id && $0.deck == "d" })
    }
  }

  @Test func `a Reversed card asks each side for the other, alternatives forwards only`() throws {
    let questions = try Self.questions("## Reversed: t\nV\n\nQ: a\nA: b\nAccept: c\n")
    #expect(questions.map(\.stem) == ["a", "b"])
    #expect(
      questions.map(\.key) == [
        .text(TextKey(answer: "b", accepted: ["c"])), .text(TextKey(answer: "a")),
      ]
    )
    #expect(questions.allSatisfy { $0.vignette == "V" && $0.title == "t" })
  }

  @Test func `a Cloze asks one question a number, with hints in place and markup plain`() throws {
    let questions = try Self.questions(
      "## Cloze\nC: *In* the {{c2::**liver**::organ}} by {{c1::CYP3A4}} and {{c2::CYP2B6}}.\n"
    )
    #expect(
      questions.map(\.stem) == [
        "In the liver by […] and CYP2B6.", "In the [… organ] by CYP3A4 and […].",
      ]
    )
    #expect(
      questions.map(\.key) == [
        .blanks([Blank(text: "CYP3A4")]),
        .blanks([Blank(text: "liver", hint: "organ"), Blank(text: "CYP2B6")]),
      ]
    )
    #expect(questions.allSatisfy { $0.fullText == "In the liver by CYP3A4 and CYP2B6." })
  }

  @Test func `alternatives of a Cloze serve where one blank is hidden`() throws {
    let one = try Self.questions("## Cloze\nC: {{c1::a}}\nAccept: b\n")
    #expect(one.map(\.key) == [.blanks([Blank(text: "a", accepted: ["b"])])])
    let two = try Self.questions("## Cloze\nC: {{c1::a}} {{c1::b}}\nAccept: c\n")
    #expect(two.map(\.key) == [.blanks([Blank(text: "a"), Blank(text: "b")])])
  }

  private static let story = """
    ## Case: story {#c}

    A *patient*.

    Source: k line 1
    Evidence: trial; 2026
    Disputed: all of it
    Review-by: 2027
    Tags: one two

    ### Basic: first {#c.a}

    Now.

    Q: q1
    A: a1
    Tags: two three
    Source: l line 2

    ### Cloze: second {#c.b}

    C: {{c1::x}} and {{c2::y}}
    Evidence: review; 2025

    ### TF: third {#c.d}

    Q: q3
    A: true

    """

  @Test func `stages see the case's vignette and the stages before them`() throws {
    let questions = try Self.questions(Self.story, id: "c")
    #expect(questions.map(\.id.text) == ["c.a", "c.b/c1", "c.b/c2", "c.d"])
    #expect(questions.allSatisfy { $0.caseVignette == "A patient." && $0.group.text == "c" })
    #expect(questions.map(\.vignette) == ["Now.", "", "", ""])
    // Blanks of one stage do not give each other away.
    #expect(questions.map(\.earlierStages.count) == [0, 1, 1, 3])
    #expect(
      questions[3].earlierStages.first
        == Question.Stage(vignette: "Now.", stem: "q1", key: .text(TextKey(answer: "a1")))
    )
  }

  @Test func `a stage inherits what it does not say itself`() throws {
    let questions = try Self.questions(Self.story, id: "c")
    let (first, second) = (questions[0].details, questions[1].details)
    #expect(first.citations.map(\.document) == ["l"])
    #expect(second.citations.map(\.document) == ["k"])
    #expect(first.evidence == "trial; 2026")
    #expect(second.evidence == "review; 2025")
    #expect([first, second].allSatisfy { $0.disputed == "all of it" && $0.reviewBy == "2027" })
    #expect(first.tags == ["one", "two", "three"])
    #expect(second.tags == ["one", "two"])
  }

  @Test func `a card with a fault asks nothing`() throws {
    #expect(try Self.questions("## Basic\nQ: a\n") == [])
    #expect(try Self.card("## Basic\nQ: a\n").questionIDs(id: CardID("x")) == [])
  }

  @Test func `a provisional id hangs on what is asked and what is right`() throws {
    let card = try Self.card("## Basic: t\nQ: a\nA: b\nWhy: c\n")
    #expect(card.provisionalID.isProvisional)
    #expect(card.provisionalID.text.utf8.count == 14)
    let same = try Self.card("## Basic: other {status=draft}\nQ: a\nA: b\nWhy: d\nAccept: e\n")
    #expect(same.provisionalID == card.provisionalID)
    for text in [
      "## Basic\nQ: a\nA: c\n", "## Basic\nQ: c\nA: b\n", "## Basic\nv\n\nQ: a\nA: b\n",
      "## Reversed\nQ: a\nA: b\n", "## Basic\nQ: ab\nA: b\n",
    ] {
      let other = try Self.card(text).provisionalID
      #expect(other != card.provisionalID)
    }
  }

  @Test func `numbers and option keys do not change a provisional id`() throws {
    let pairs = [
      ("## Cloze\nC: {{a}} {{c3::b::h}}\n", "## Cloze\nC: {{c4::a}} {{c3::b::h}}\n", true),
      ("## SBA\nQ: a\n- [x] b\n- [ ] c\n", "## SBA\nQ: a\n- [x] (b) b\n- [ ] (a) c\n", true),
      ("## SBA\nQ: a\n- [x] b\n- [ ] c\n", "## SBA\nQ: a\n- [ ] b\n- [x] c\n", false),
    ]
    for (first, second, isSame) in pairs {
      let one = try Self.card(first).provisionalID
      let other = try Self.card(second).provisionalID
      #expect((one == other) == isSame)
    }
  }

  @Test(arguments: [
    "## Basic\nQ: a\nA: b\n", "## Reversed\nQ: a\nA: b\n", "## Cloze\nC: {{a}} {{c4::b}}\n",
    "## Case\nP\n### TF\nQ: a\nA: true\n### Cloze\nC: {{a}} {{b}}\n",
    "## Case {#c}\nP\n### TF\nQ: a\nA: true\n### TF {#c.t}\nQ: b\nA: true\n",
  ])
  func `what format named is found under its former ids`(text: String) throws {
    let before = DeckParser.parse(Array(text.utf8))
    var generator = SystemRandomNumberGenerator()
    let edit = DeckFormatter.edit(for: before, takenIDs: [], generator: &generator)
    let after = DeckParser.parse(edit.applied(to: before.source)).cards[0].card
    let old = before.cards[0].card
    let oldIDs = old.questionIDs(id: old.id ?? old.provisionalID)
    let id = try #require(after.id)
    let renamed = Dictionary(
      after.formerQuestionIDs(id: id).map { ($0.from, $0.to) },
      uniquingKeysWith: { $1 }
    )
    #expect(oldIDs.map { renamed[$0] ?? $0 } == after.questionIDs(id: id))
    #expect(Set(oldIDs).count == oldIDs.count)
  }

  @Test func `a card that lost no name has no former ids that differ`() throws {
    let card = try Self.card(Self.story)
    let former = card.formerQuestionIDs(id: CardID("c"))
    #expect(former.allSatisfy { $0.from.text.contains(".~") && $0.to.text.hasPrefix("c.") })
  }
}
