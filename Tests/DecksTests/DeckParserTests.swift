import Scheduling
import Testing

@testable import Decks

@Suite struct DeckParserTests {
  @Test func `the sample deck parses without a finding, every kind once and a case of two stages`()
  {
    let deck = SampleDeck.deck
    #expect(deck.findings.map(\.message) == [])
    #expect(deck.cards.map(\.card.kind) == Kind.allCases)
    #expect(deck.cards.last?.stages.map(\.card.kind) == [.numeric, .singleBestAnswer])
    #expect(deck.frontMatter.id == "ketamine-pharm")
    #expect(deck.frontMatter.sources.map(\.key) == ["hand", "paed"])
    #expect(DeckChecks.findings(in: SampleDeck.file, today: "2026-11-21") == [])
  }

  @Test(arguments: [
    ("b | c", ["b", "c"]), ("b|c", ["b", "c"]), ("b \\| c | d", ["b \\| c", "d"]),
    ("b \\\\| c", ["b \\\\", "c"]), ("\\|", ["\\|"]), ("b | | c |", ["b", "c"]),
    ("b\\", ["b\\"]),
  ])
  func `alternatives split at bars without a backslash`(line: String, wanted: [String]) {
    #expect(AlternativeList.read(line) == wanted)
    let deck = DeckParser.parse(Array("## Basic {#a}\n\nQ: q\nA: a\nAccept: \(line)\n".utf8))
    let question = deck.cards.first?.card.questions(id: CardID("a"), deck: "").first
    let plain = wanted.map(InlineMarkup.plain)
    #expect(question?.key == .text(TextKey(answer: "a", accepted: plain)))
  }

  @Test func `fields, options, steps and citations are read in full`() throws {
    let cards = SampleDeck.deck.cards.map(\.card)
    #expect(
      cards[0].body
        == .question(
          stem: "Which receptor does ketamine block to produce anaesthesia?",
          key: .text(
            TextKey(
              answer: "The NMDA receptor",
              accepted: ["N-methyl-D-aspartate receptor", "NMDA glutamate receptor"]
            )
          )
        )
    )
    #expect(
      cards[0].details.citations == [
        Citation(
          document: "hand",
          locator: "§ Mechanism, line 12",
          span: "blocks the open NMDA channel"
        )
      ]
    )
    #expect(cards[3].vignette.hasPrefix("A 24-year-old"))
    guard case .question(_, .choice(let choice)) = cards[3].body else {
      Issue.record("an SBA has options")
      return
    }
    #expect(choice.options.map(\.letter) == ["b", "c", "a"])
    #expect(choice.options.map(\.isRight) == [true, false, false])
    #expect(choice.options[2].rationale == "It tends to increase salivation.")
    let volume = try NumericGrammar.quantity("2.4 mL")
    #expect(
      cards[6].body
        == .question(
          stem: "How many millilitres of ketamine 50 mg/mL give 1.5 mg/kg to an 80 kg adult?",
          key: .numeric(
            NumericKey(
              value: .point(volume, .percent(Rational(1)), nil),
              unit: .shown("mL")
            )
          )
        )
    )
  }

  @Test func `an ABCDE vignette is prose, and a backslash makes a field's name text`() {
    let deck = DeckParser.parse(
      Array(
        """
        ## Basic: trauma
        A: stridor. C: BP 70/40
        Score: GCS 7
        Tags: trauma
        Q: What comes first?
          \\A: is for airway.
        A: Airway
        """.utf8
      )
    )
    #expect(deck.findings.map(\.message) == [])
    #expect(deck.cards[0].card.vignette == "A: stridor. C: BP 70/40\nScore: GCS 7")
    #expect(deck.cards[0].card.details.tags == ["trauma"])
    #expect(
      deck.cards[0].card.body
        == .question(
          stem: "What comes first?\nA: is for airway.",
          key: .text(TextKey(answer: "Airway"))
        )
    )
  }

  @Test func `a field goes on over indented lines, and over a blank line only if more follows`() {
    let deck = DeckParser.parse(
      Array("## Basic\nQ: One\n  two\n\n  three\n\nA: x\n\n\n".utf8)
    )
    #expect(deck.findings == [])
    #expect(
      deck.cards[0].card.body
        == .question(stem: "One\ntwo\n\nthree", key: .text(TextKey(answer: "x")))
    )
  }

  @Test func `lines in a fenced code block start nothing`() {
    let deck = DeckParser.parse(
      Array("```markdown\n## Basic: shown\nQ: a\nA: b\n```\n\n## Basic: real\nQ: a\nA: b\n".utf8)
    )
    #expect(deck.cards.map(\.card.title) == ["real"])
    #expect(deck.findings == [])
  }

  @Test(arguments: ["# Part two\n", "## Further reading\n"])
  func `a heading of level 1 or 2 ends a card`(heading: String) {
    let deck = DeckParser.parse(Array("## Basic\nQ: a\nA: b\n\n\(heading)\nProse.\n".utf8))
    #expect(deck.findings == [])
    #expect(deck.lines.last?.role == .note)
  }

  @Test func `any bytes at all come back as they were`() {
    var generator = SplitMix64(seed: 1)
    let sample = Array(SampleDeck.text.utf8)
    let pieces: [[UInt8]] = [
      [0x0D, 0x0A], [0], [0xFF], [0xC3], [0xEF, 0xBB, 0xBF], Array("## SBA: x {#a}\n".utf8),
      Array("```".utf8), Array("{{c1::".utf8), Array("}}".utf8), Array("\n\n\n".utf8),
      Array("### ".utf8), Array("- [x] ".utf8), Array("A: ".utf8), Array("---\n".utf8),
      Array("Source: \"".utf8), Array("{status=".utf8), Array("\u{0301}".utf8), [0x1B, 0x5B],
    ]
    for _ in 0..<4_000 {
      var bytes = sample
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let at = Int.random(in: 0...bytes.count, using: &generator)
        let end = min(bytes.count, at + Int.random(in: 0...40, using: &generator))
        let piece = pieces.randomElement(using: &generator) ?? []
        bytes.replaceSubrange(at..<end, with: Bool.random(using: &generator) ? piece : [])
      }
      let deck = DeckParser.parse(bytes)
      #expect(deck.render() == bytes)
      #expect(DeckEdit().applied(to: bytes) == bytes)
      // The lines tile the file: every byte is in one line or in one line's end.
      var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      for line in deck.lines {
        #expect(line.start == position)
        let ending = line.end < bytes.count && bytes[line.end] == 0x0D ? 2 : 1
        position = min(line.end + ending, bytes.count)
      }
      #expect(position == bytes.count)
      for finding in deck.findings {
        #expect(finding.bytes.lowerBound >= 0 && finding.bytes.upperBound <= bytes.count)
      }
    }
  }

  @Test func `CRLF, a byte order mark and a missing final newline change nothing in the cards`() {
    let crlf = SampleDeck.text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    let variant = DeckParser.parse([0xEF, 0xBB, 0xBF] + Array(crlf.utf8.dropLast(2)))
    #expect(variant.cards.map(\.card) == SampleDeck.deck.cards.map(\.card))
    #expect(variant.findings == [])
  }

  @Test func `a line of many megabytes is one line`() {
    let long = Array("## Basic\nQ: ".utf8) + [UInt8](repeating: 0x61, count: 8_000_000)
    let deck = DeckParser.parse(long + Array("\nA: b\n".utf8))
    #expect(deck.lines.count == 3)
    #expect(deck.findings == [])
  }

  @Test func `lines and columns are counted from one, in bytes`() {
    let deck = DeckParser.parse(Array("é\n## Basics: x\nQ: a\n".utf8))
    let finding = deck.findings.first
    #expect(finding?.rule == "unknown-kind")
    #expect(deck.position(of: finding?.bytes.lowerBound ?? 0) == Deck.Position(line: 2, column: 4))
  }
}
