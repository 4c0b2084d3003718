import Foundation
import TestKit
import Testing

@Suite struct `Cards for scripts` {
  struct Entry: Decodable, Equatable {
    let id: String
    let kind: String
    let question: String
    let answer: String
    let options: [Option]
    let status: String
    let citations: [Source]
  }

  struct Option: Decodable, Equatable {
    let key: String
    let text: String
    let correct: Bool
  }

  struct Source: Decodable, Equatable {
    let document: String
    let start: Int?
    let end: Int?
    let span: String?
    let text: String
  }

  struct Answer: Decodable {
    struct Report: Decodable {
      let deck: String?
      let added: Int
    }

    let cards: [Entry]
    let report: Report?
  }

  private static func read(_ desk: Desk, _ arguments: [String], status: Int32 = 0) throws -> Answer
  {
    let result = try desk.run(arguments)
    #expect(result.status == status, "\(result.errorOutput)")
    return try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
  }

  /// The part of a text that a citation points at.
  private static func cited(_ source: Source, in text: String) throws -> String {
    let start = try #require(source.start)
    let end = try #require(source.end)
    return String(String.UnicodeScalarView(Array(text.unicodeScalars)[start..<end]))
  }

  /// The names beside the deck, the home of the program aside.
  private static func files(_ desk: Desk) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).sorted()
      .filter { $0 != "home" }
  }

  @Test func `every kind has its question, its answer and its own id`() throws {
    let cards = try Self.read(Desk(), ["cards", "deck.md", "--json"]).cards
    let entries = Dictionary(uniqueKeysWithValues: cards.map { ($0.id, $0) })
    let expected = [
      "n-basic": ["Basic", "Which receptor does ketamine block?", "The NMDA receptor"],
      "n-rev/fwd": ["Reversed", "Active metabolite of ketamine", "Norketamine"],
      "n-rev/rev": ["Reversed", "Norketamine", "Active metabolite of ketamine"],
      "n-cloze/c1": [
        "Cloze", "Ketamine is N-demethylated in the ____ to norketamine.", "liver",
      ],
      "n-cloze/c2": ["Cloze", "Ketamine is N-demethylated in the liver to ____.", "norketamine"],
      "n-sba": [
        "SBA",
        "A 24-year-old with life-threatening asthma needs induction before intubation.\n\n"
          + "Which property of ketamine is most useful here?",
        "Smooth muscle of the bronchi relaxes",
      ],
      "n-mr": [
        "MR", "Which changes follow an induction dose in a healthy adult?",
        "Higher arterial pressure; Higher heart rate",
      ],
      "n-tf": ["TF", "During sedation with ketamine aspiration remains possible.", "true"],
      "n-num": [
        "Numeric",
        "How many millilitres of ketamine 50 mg/mL give 1.5 mg/kg to an 80 kg adult?", "2.4 mL",
      ],
      "n-order": [
        "Order", "Put the steps of a sedation in order.",
        "Confirm consent and fasting → Prepare suction → Give the dose slowly → Watch for apnoea",
      ],
      "n-case.dose": [
        "Numeric",
        "A 6-year-old (20 kg) needs a forearm fracture reduced.\n\n"
          + "The protocol says 1 mg/kg intravenously. What is the dose?",
        "20 mg",
      ],
    ]
    for (id, texts) in expected {
      let entry = try #require(entries[id])
      #expect([entry.kind, entry.question, entry.answer] == texts)
      #expect(entry.status == "active")
    }
    #expect(entries["n-case"] == nil && entries["n-case.stridor"]?.kind == "SBA")
    #expect(
      entries["n-sba"]?.options == [
        Option(key: "b", text: "Smooth muscle of the bronchi relaxes", correct: true),
        Option(key: "c", text: "Heart rate falls", correct: false),
        Option(key: "a", text: "Salivation falls", correct: false),
      ]
    )
    #expect(entries["n-order"]?.options == [])
    #expect(
      ["n-draft", "n-susp", "n-retired"].map { entries[$0]?.status } == [
        "draft", "suspended", "retired",
      ]
    )
    // A stage inherits what its Case cites.
    #expect(entries["n-case.dose"]?.citations == entries["n-case.stridor"]?.citations)
    #expect(entries["n-case.dose"]?.citations.count == 1)
  }

  @Test func `units, blanks of one number and a Case at rest are told in full`() throws {
    let desk = try Desk(
      """
      ## Numeric: a {#a}

      Q: How much?
      A: 2 to 3 +- 10%
      Unit: mg/kg

      ## Cloze: b {#b}

      C: **{{c1::One::hint}}** and `two` and {{c1::three}} [link](x).

      ## Case: c {#c} {status=retired}

      Prose.

      ### TF: d {#c.d}

      Q: So?
      A: false
      """
    )
    let cards = try Self.read(desk, ["cards", "deck.md", "--json"]).cards
    #expect(cards.map(\.id) == ["a", "b/c1", "c.d"])
    #expect(cards.map(\.answer) == ["2 to 3 mg/kg", "One; three", "false"])
    #expect(cards[1].question == "____ and two and ____ link.")
    #expect(cards[2].status == "retired")
  }

  @Test(arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
  func `a place counts scalars of the file`(_ eol: String, _ mark: String) throws {
    let desk = try Desk(
      Desk.card("one", "Q?", "A", "Source: doc line 4 \"blocks 5 µg\"")
        + Desk.card(
          "two",
          "P?",
          "A",
          "Source: doc line 3-4 \"wraps over lines\"\nSource: doc \"gone\""
        )
        + Desk.card("three", "R?", "A", "Source: away line 1 \"blocks\"")
    )
    let head = "source.doc: doc.txt | Doc\nsource.away: away.pdf | Away\n---\n"
    let deck = try desk.folder.read(desk.deck)
    let end = try #require(deck.range(of: "---\n", options: .backwards))
    try desk.folder.write(deck.replacingCharacters(in: end, with: head), to: desk.deck)
    let text =
      mark
      + ["blocks 5 µg é😀", "", "It wraps", "over lines; blocks 5 µg."]
      .joined(separator: eol)
    try desk.folder.write(text, to: "doc.txt")
    let cards = try Self.read(desk, ["cards", "deck.md", "--json"]).cards
    #expect(try Self.cited(cards[0].citations[0], in: text) == "blocks 5 µg")
    let line = text.unicodeScalars.count - "blocks 5 µg.".unicodeScalars.count
    #expect(cards[0].citations[0].start == line)
    #expect(try Self.cited(cards[1].citations[0], in: text) == "wraps\(eol)over lines")
    #expect(cards[1].citations[1].start == nil && cards[1].citations[1].end == nil)
    #expect(
      cards[2].citations == [
        Source(document: "away.pdf", start: nil, end: nil, span: "blocks", text: "extracted")
      ]
    )
    let away = try TemporaryFolder()
    try away.copy(desk.folder.path(of: desk.deck))
    let unread = try Self.read(desk, ["cards", away.path(of: desk.deck), "--json"]).cards
    #expect(unread[0].citations[0].start == nil && unread[0].citations[0].document == "doc.txt")
    let arguments = ["cards", away.path(of: desk.deck), "--json", "--sources", desk.folder.path]
    #expect(try Self.read(desk, arguments).cards == cards)
  }

  @Test(arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
  func `generate prints its cards, and without a deck writes nothing`(
    _ eol: String,
    _ mark: String
  ) throws {
    let desk = try Desk(cards: 1)
    let sample = "\(Shared.packageRoot)/Tests/RoundsTests/Transcripts/adrenaline.md"
    let text =
      mark
      + (try String(contentsOfFile: sample, encoding: .utf8))
      .replacingOccurrences(of: "\n", with: eol)
    try desk.folder.write(text, to: "adrenaline.md")
    let before = try Self.files(desk)
    let dry = try Self.read(desk, ["generate", "adrenaline.md", "--json"])
    #expect(try Self.files(desk) == before)
    #expect(dry.report?.deck == nil && dry.report?.added == 3 && dry.cards.count == 3)
    for card in dry.cards {
      #expect(card.status == "draft" && card.citations.count == 1)
      #expect(try Self.cited(card.citations[0], in: text) == card.citations[0].span)
    }
    let made = try Self.read(desk, ["generate", "adrenaline.md", "-o", "new.md", "--json"])
    #expect(made.report?.deck == "new.md")
    #expect(made.cards.map(\.question) == dry.cards.map(\.question))
    #expect(try Self.read(desk, ["cards", "new.md", "--json"]).cards == made.cards)
    let again = try Self.read(desk, ["generate", "adrenaline.md", "-o", "new.md", "--json"])
    #expect(again.cards.isEmpty && again.report?.added == 0)
  }

  @Test func `an empty deck is an empty list, and without a match the answer is no`() throws {
    let desk = try Desk("Notes only.\n")
    #expect(try Self.read(desk, ["cards", "deck.md", "--json"]).cards.isEmpty)
    #expect(try Self.read(desk, ["cards", "deck.md", "word", "--json"], status: 1).cards.isEmpty)
    #expect(try desk.run(["cards", "missing.md", "--json"]).status == 66)
    #expect(try desk.run(["cards", "deck.md", "--sources", "."]).status == 64)
  }

  @Test func `as a table every question is a line, with all its tags and its standing`() throws {
    struct Line: Decodable {
      let deck: String
      let card: String
      let status: String
      let tags: [String]
      let question: String
      let stem: String
    }
    let desk = try Desk()
    let output = try desk.run(["cards", "deck.md", "--lines"]).output
    let lines = try output.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    let cards = try Self.read(desk, ["cards", "deck.md", "--json"]).cards
    #expect(lines.map(\.card) == cards.map(\.id))
    #expect(lines.map(\.status) == cards.map(\.status))
    #expect(lines.map(\.question) == cards.map(\.question))
    #expect(lines.allSatisfy { $0.tags.contains("sample") && $0.stem.count == 16 })
    #expect(lines.contains { $0.tags.contains("airway") })
    let found = try desk.run(["cards", "deck.md", "nothing-has-this", "--lines"])
    #expect(found.status == 1 && found.output.isEmpty)
    #expect(try desk.run(["cards", "deck.md", "--lines", "--json"]).status == 64)
  }
}
