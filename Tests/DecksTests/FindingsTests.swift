import Testing

@testable import Decks

/// Each fault with the rule that finds it and the line where it stands.
@Suite struct FindingsTests {
  struct Fault: CustomTestStringConvertible, Sendable {
    let text: String
    let rule: String
    let severity: Finding.Severity
    let line: Int
    var testDescription: String { "\(rule): \(text.prefix(40))" }

    init(
      _ text: String,
      _ rule: String,
      _ severity: Finding.Severity = .error,
      line: Int
    ) {
      self.text = text
      self.rule = rule
      self.severity = severity
      self.line = line
    }
  }

  static let faults = [
    Fault("## Basc: x\nQ: a\nA: b", "unknown-kind", line: 1),
    Fault("## Essay {#e1}\nQ: a", "unknown-kind", line: 1),
    Fault("## Heart\n\nQ: a\nA: b", "unknown-kind", line: 1),
    Fault("## BAS: x\nQ: a\nA: b", "unknown-kind", line: 1),
    Fault("## Basic\nQ: a\nA: b\nAnwser: c", "unknown-field", line: 4),
    Fault("## Basic\nQ: a\nA: b\nstray", "stray-text", .warning, line: 4),
    Fault("## Basic\nQ: a\nA: b\nA: c", "repeated-field", line: 4),
    Fault("## Basic\nQ: a", "missing-field", line: 1),
    Fault("## Basic\nA: b", "missing-field", line: 1),
    Fault("## Basic\nQ:\nA: b", "empty-field", line: 2),
    Fault("## Basic\nQ: a\nA: b\nUnit: mg", "useless-field", .warning, line: 4),
    Fault("## Basic {#a b}\nQ: a\nA: b", "id", line: 1),
    Fault("## Basic {#-x}\nQ: a\nA: b", "id", line: 1),
    Fault("## Basic {#a} {#b}\nQ: a\nA: b", "attribute", line: 1),
    Fault("## Basic {status=on}\nQ: a\nA: b", "attribute", line: 1),
    Fault("## Basic {colour=red}\nQ: a\nA: b", "attribute", line: 1),
    Fault("## SBA\nQ: a\n- [x] b\n- [x] c", "right-options", line: 1),
    Fault("## SBA\nQ: a\n- [ ] b\n- [ ] c", "right-options", line: 1),
    Fault("## MR\nQ: a\n- [ ] b\n- [ ] c", "right-options", line: 1),
    Fault("## SBA\nQ: a\n- [x] b", "options", line: 1),
    Fault("## SBA\nQ: a\n- [x] (a) b\n- [ ] (a) c", "option-key", line: 4),
    Fault("## SBA\nQ: a\n- [x] (a)\n- [ ] (b) c", "options", line: 3),
    Fault("## TF\nQ: a\nA: maybe", "truth", line: 3),
    Fault("## Order\nQ: a\n1. b", "steps", line: 1),
    Fault("## Numeric\nQ: a\nA: 5 mg", "numeric", line: 3),
    Fault("## Numeric\nQ: a\nA: 1,5 mg +- 0", "numeric", line: 3),
    Fault("## Numeric\nQ: a\nA: five +- 0", "numeric", line: 3),
    Fault("## Numeric\nQ: a\nA: 5 mg +- 1 g", "numeric", line: 3),
    Fault("## Numeric\nQ: a\nA: 5 mg +- 5 points", "numeric", line: 3),
    Fault("## Numeric\nQ: a\nA: 5 mg +- -1%", "numeric", line: 3),
    Fault("## Numeric\nQ: a\nA: 9..2 mg", "numeric", line: 3),
    Fault("## Numeric\nQ: a\nA: 2..9 mg +- 1%", "numeric", line: 3),
    Fault("## Cloze\nC: nothing hidden", "cloze", line: 2),
    Fault("## Cloze\nC: {{c1::open", "cloze", line: 2),
    Fault("## Cloze\nC: {{c1::}} x", "cloze", line: 2),
    Fault("## Cloze\nC: {{c0::a}}", "cloze", line: 2),
    Fault("## Cloze\nC: {{c1::a}} {{c2::b}}\nAccept: c", "accept", .warning, line: 3),
    Fault("## Case\nProse.", "stage", line: 1),
    Fault("## Case\nProse.\n### Case: in\nProse.", "stage", line: 3),
    Fault("## Case\nProse.\n### Essay\nQ: a", "unknown-kind", line: 3),
    Fault("## Basic\nQ: a\nA: b\n### Basic: stage\nQ: a", "stage", line: 4),
    Fault("## Basic\nQ: a\nA: b\nSource: k \"open", "citation", line: 4),
    Fault("## Basic\nQ: a\nA: b\nSource: k page 3", "citation", line: 4),
    Fault("## Basic\nQ: a\nA: b\nDifficulty: 6", "difficulty", line: 4),
    Fault("## MR\nQ: a\n- [x] b\n- [ ] c\nScore: half", "score", line: 5),
    Fault("## Basic\nQ: a\nA: b\nReview-by: soon", "review-by", line: 4),
    Fault("---\nrounds: 2\n---\n", "version", line: 2),
    Fault("---\nrounds: 1\ndeck: a\ndeck: b\n---\n", "front-matter", line: 4),
    Fault("---\nrounds: 1\ncolour: red\n---\n", "front-matter", .warning, line: 3),
    Fault("---\nrounds: 1\n", "front-matter", line: 1),
    Fault("---\nrounds: 1\nsource.a:\n---\n", "front-matter", line: 3),
    Fault("```\nnever closed\n", "code-fence", .warning, line: 1),
  ]

  @Test(arguments: faults)
  func `each fault is found where it stands`(fault: Fault) throws {
    let deck = DeckParser.parse(Array(fault.text.utf8))
    let finding = try #require(deck.findings.first { $0.rule == fault.rule })
    #expect(finding.severity == fault.severity)
    #expect(deck.position(of: finding.bytes.lowerBound).line == fault.line)
  }

  @Test func `an undecodable line is a finding and the rest is read`() {
    let bytes =
      Array("## Basic\nQ: a".utf8) + [0xFF, 0xFE] + Array("\nA: b\n\n## Basic\nQ: c\n".utf8)
    let deck = DeckParser.parse(bytes + Array("A: d\n".utf8))
    #expect(deck.findings.map(\.rule) == ["encoding"])
    #expect(deck.cards.count == 2)
  }

  @Test(
    arguments: [
      "## Notes\n\nProse.", "## MRI\n\nProse.", "## TB: screening\n\nProse.", "## Cast\nProse.\n",
      "## Ordering tests\n\nProse.",
    ])
  func `a heading that is no card is a note`(text: String) {
    let deck = DeckParser.parse(Array(text.utf8))
    #expect(deck.cards.isEmpty)
    // "Cast" is one letter from "Case": the author is asked.
    #expect(deck.findings.map(\.rule) == (text.contains("Cast") ? ["unknown-kind"] : []))
  }

  static let checks = [
    Fault("## Basic {#a}\nQ: a\nA: b\nEvidence: x", "no-source", .warning, line: 1),
    Fault("## Basic {#a}\nQ: a\nA: b\nSource: k", "no-evidence", .warning, line: 1),
    Fault("## Basic {#a}\nQ: a\nA: b\nSource: nowhere", "unknown-source", line: 4),
    Fault("## Basic {#a}\nQ: a\nA: b\nSource: \"\nSource: nowhere", "unknown-source", line: 5),
    Fault(
      "## Case {#a}\nP\nHint: x\n### TF {#a.b}\nQ: a\nA: true",
      "field-in-vignette",
      .warning,
      line: 3
    ),
    Fault("## Basic {#a}\nP\nWhy: x\n\nQ: a\nA: b", "field-in-vignette", .warning, line: 3),
    Fault("## Basic\nQ: a\nA: b", "unnamed", .note, line: 1),
    Fault("## Cloze {#a}\nC: {{b}}", "unnamed", .note, line: 1),
    Fault("## Case {#a}\nP\n### TF {#b.c}\nQ: a\nA: true", "id", line: 3),
    Fault("## Numeric {#a}\nQ: a\nA: 5 mg +- 11%", "wide-tolerance", .warning, line: 3),
    Fault("## Numeric {#a}\nQ: a\nA: 5 mg +- 2.5 mg", "wide-tolerance", line: 3),
    Fault("## Numeric {#a}\nQ: a\nA: 5.0 mg +- 0", "dangerous-notation", .warning, line: 3),
    Fault("## Basic {#a}\nQ: a\nA: .5 mg", "dangerous-notation", .warning, line: 3),
    Fault("## Basic {#a}\nQ: a\nA: b\nAccept: MSO4", "dangerous-notation", .warning, line: 4),
    Fault(
      "## SBA {#a}\nQ: a\n- [x] (a) b\n  > Better than option B.\n- [ ] (b) c",
      "lettered-rationale",
      .warning,
      line: 4
    ),
    Fault("## Basic {#a}\nQ: a\nA: b\nReview-by: 2026-10", "review-by", .warning, line: 4),
    Fault("## Basic {#a}\nQ: a\u{1B}[2J\nA: b", "control-character", .warning, line: 2),
  ]

  @Test(arguments: checks)
  func `each rule finds its fault`(fault: Fault) throws {
    let head = "---\nrounds: 1\nsource.k: k.md\n---\n"
    let deck = DeckParser.parse(Array((head + fault.text).utf8))
    let findings = DeckChecks.findings(
      in: DeckFile(path: "x.md", deck: deck),
      today: "2026-11-21"
    )
    let finding = try #require(findings.first { $0.rule == fault.rule })
    #expect(finding.severity == fault.severity)
    #expect(deck.position(of: finding.bytes.lowerBound).line == fault.line + 4)
  }

  @Test func `a card or a deck silences a rule by name`() {
    let card = "## Basic {#a} {check=-no-source,-no-evidence}\nQ: a\nA: b\n"
    let byCard = DeckParser.parse(Array("---\nrounds: 1\n---\n\(card)".utf8))
    #expect(
      DeckChecks.findings(in: DeckFile(path: "x", deck: byCard), today: "2026-11-21") == []
    )
    let byDeck = DeckParser.parse(
      Array("---\nrounds: 1\ncheck: -no-source -no-evidence\n---\n## Basic {#a}\nQ: a\nA: b\n".utf8)
    )
    #expect(
      DeckChecks.findings(in: DeckFile(path: "x", deck: byDeck), today: "2026-11-21") == []
    )
  }

  @Test func `the findings about each card are those of the file that stand in it`() {
    var cards = RandomCards(seed: 21)
    let text = (0..<60).map { index -> String in
      let card = DeckPrinter.text(of: cards.card(Kind.allCases[index % Kind.allCases.count]))
      // Every third card loses a line, so that there is something to find.
      let lines = card.split(separator: "\n", omittingEmptySubsequences: false)
      return index % 3 == 0
        ? lines.enumerated().filter { $0.offset != 2 }.map(\.element).joined(separator: "\n") : card
    }
    let source = Array(("---\nrounds: 1\n---\n\n" + text.joined(separator: "\n")).utf8)
    let file = DeckFile(path: "deck.md", deck: DeckParser.parse(source))
    let all = DeckChecks.findings(in: file, today: "2027-01-01")
    #expect(all.contains { $0.severity == .error })
    for placed in file.deck.cards {
      let own = file.deck.bytes(of: placed)
      #expect(
        DeckChecks.findings(about: placed, in: file, today: "2027-01-01")
          == all.filter { own.contains($0.bytes.lowerBound) }
      )
    }
  }
}
