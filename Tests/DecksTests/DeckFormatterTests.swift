import Scheduling
import Testing

@testable import Decks

@Suite struct DeckFormatterTests {
  private static func format(_ bytes: [UInt8], taken: [String] = [], seed: UInt64 = 1) -> [UInt8] {
    let deck = DeckParser.parse(bytes)
    var generator = SplitMix64(seed: seed)
    return DeckFormatter.edit(for: deck, takenIDs: taken, generator: &generator).applied(to: bytes)
  }

  private static func format(_ text: String) -> String {
    String(decoding: format(Array(text.utf8)), as: UTF8.self)
  }

  private static func cards(_ bytes: [UInt8]) -> [Card] {
    DeckParser.parse(bytes).cards.map(\.card)
  }

  @Test func `cards and stages get ids before the end of the heading's line`() throws {
    let text = Self.format(
      "## Basic: one {status=draft}  \n\nQ: a\nA: b\n\n## Case: c\n\nP\n\n### TF\n\nQ: a\nA: true\n"
    )
    let cards = Self.cards(Array(text.utf8))
    let first = try #require(cards[0].id)
    #expect(text.hasPrefix("## Basic: one {status=draft} {#\(first)}\n"))
    #expect(first.text.count == 8)
    let caseID = try #require(cards[1].id)
    guard case .stages(let stages) = cards[1].body else {
      Issue.record("a case has stages")
      return
    }
    let stage = try #require(stages[0].id)
    #expect(stage.text.hasPrefix("\(caseID).") && stage.text.count == 17)
  }

  @Test func `a stage is named after its case's own id, and taken ids are not given again`() throws
  {
    let bytes = Array("## Case {#c-1}\n\nP\n\n### TF\n\nQ: a\nA: true\n".utf8)
    let first = try #require(DeckParser.parse(Self.format(bytes)).everyCard[1].card.id)
    #expect(first.text.hasPrefix("c-1."))
    let other = DeckParser.parse(Self.format(bytes, taken: [first.text])).everyCard[1].card.id
    #expect(other != nil && other != first)
  }

  @Test func `option keys go on after the highest, and gaps stay gaps`() {
    #expect(
      Self.format(
        "## MR {#m}\n\nQ: a\n\n- [x] (d) one\n- [ ] two\n  > Why.\n- [ ] (a) three\n- [ ] four\n"
      )
        == "## MR {#m}\n\nQ: a\n\n- [x] (d) one\n- [ ] (e) two\n  > Why.\n- [ ] (a) three\n- [ ] (f) four\n"
    )
  }

  @Test func `blanks get the numbers that the parser gave them`() {
    #expect(
      Self.format("## Cloze {#c}\n\nC: {{a}} and {{c4::b::h}}\n  and {{c::d}}\n")
        == "## Cloze {#c}\n\nC: {{c5::a}} and {{c4::b::h}}\n  and {{c6::c::d}}\n"
    )
  }

  @Test func `braces inside a blank are no blank of their own`() {
    #expect(
      Self.format("## Cloze {#c}\n\nC: {{c1::a {{ b}} and {{c}}\n")
        == "## Cloze {#c}\n\nC: {{c1::a {{ b}} and {{c2::c}}\n"
    )
    #expect(
      Self.format("## Cloze {#c}\n\nC: {{c1::a\n  {{ b}}} and {{c}}\n")
        == "## Cloze {#c}\n\nC: {{c1::a\n  {{ b}}} and {{c2::c}}\n"
    )
  }

  @Test func `spacing is put right around headings and at the ends of marked lines`() {
    #expect(
      Self.format("Note.  \n## Basic {#a} \nprose  \nQ: a \nA: b\t\n## TF {#b}\nQ: c\nA: true")
        == "Note.  \n\n## Basic {#a}\n\nprose  \nQ: a\nA: b\n\n## TF {#b}\n\nQ: c\nA: true\n"
    )
  }

  @Test func `an empty option or step is left for its author`() {
    let text = "## SBA {#s}\n\nQ: a\n\n- [x]   \n- [ ] (a) c\n"
    #expect(Self.format(text) == "## SBA {#s}\n\nQ: a\n\n- [x]\n- [ ] (a) c\n")
    let order = Array("## Order {#o}\n\nQ: a\n\n1. b\n2. c\n3. \n".utf8)
    #expect(Self.cards(order).map(\.body) == [.unreadable])
    #expect(Self.cards(Self.format(order)).map(\.body) == [.unreadable])
  }

  @Test func `a heading whose id cannot be one gets no second id`() {
    let text = "## Basic {#a b}\n\nQ: a\nA: b\n"
    #expect(Self.format(text) == text)
  }

  @Test func `a file without cards stays as it is`() {
    #expect(Self.format("# Notes \nno newline at the end") == "# Notes \nno newline at the end")
  }

  @Test func `CRLF files keep CRLF`() {
    let text = "## Basic\nQ: {{a\nA: b\n## Cloze\nC: {{x}}\n## SBA\nQ: a\n- [x] b\n- [ ] c"
    let crlf = text.split(separator: "\n").joined(separator: "\r\n")
    let formatted = Self.format(Array(crlf.utf8))
    for (index, byte) in formatted.enumerated() where byte == 0x0A {
      #expect(index > 0 && formatted[index - 1] == 0x0D)
    }
    let lines = String(decoding: formatted.filter { $0 != 0x0D }, as: UTF8.self)
    #expect(lines == Self.format(text))
  }

  @Test func `formatting twice adds nothing, and cards differ in names only`() {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<1_000 {
      let bytes = Mutations.bytes(using: &generator)
      let deck = DeckParser.parse(bytes)
      let edit = DeckFormatter.edit(for: deck, takenIDs: [], generator: &generator)
      let once = edit.applied(to: bytes)
      let shown = String(decoding: bytes, as: UTF8.self)
      // Only blanks at the ends of lines are taken away.
      for splice in edit.splices {
        #expect(bytes[splice.range].allSatisfy { $0 == 0x20 || $0 == 0x09 }, "\(shown)")
      }
      #expect(Self.isSubsequence(edit.kept(of: bytes), of: once), "\(shown)")
      let before = deck.cards.map(\.card.nameless)
      let after = Self.cards(once).map(\.nameless)
      #expect(after.count == before.count)
      for (old, new) in zip(before, after) { #expect(old == new) }
      let again = DeckFormatter.edit(
        for: DeckParser.parse(once),
        takenIDs: [],
        generator: &generator
      )
      #expect(again.isEmpty, "\(again.splices) in \(String(decoding: once, as: UTF8.self))")
      guard again.isEmpty, before == after else { return }
    }
  }

  @Test func `every printed card can be formatted`() {
    var cards = RandomCards(seed: 6)
    for round in 0..<270 {
      let card = cards.card(Kind.allCases[round % Kind.allCases.count])
      let bytes = Array(DeckPrinter.text(of: card).utf8)
      let once = Self.format(bytes, seed: UInt64(round))
      #expect(Self.cards(once).map(\.nameless) == [card.nameless])
      #expect(Self.format(once, seed: 99) == once)
      #expect(DeckParser.parse(once).everyCard.allSatisfy { $0.card.id != nil })
    }
  }

  private static func isSubsequence(_ part: [UInt8], of whole: [UInt8]) -> Bool {
    var rest = part[...]
    for byte in whole where byte == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }
}

extension DeckEdit {
  /// The bytes that no splice takes away.
  fileprivate func kept(of source: [UInt8]) -> [UInt8] {
    source.indices.filter { index in !splices.contains { $0.range.contains(index) } }
      .map { source[$0] }
  }
}

extension Card {
  /// The card without what `format` writes: ids, option keys and cloze numbers.
  fileprivate var nameless: Card {
    var card = self
    card.id = nil
    switch body {
    case .question(let stem, .choice(let choice)):
      let options = choice.options.map {
        Choice.Option(letter: "", text: $0.text, isRight: $0.isRight, rationale: $0.rationale)
      }
      card.body = .question(
        stem: stem,
        key: .choice(
          Choice(options: options, allowsSeveral: choice.allowsSeveral, score: choice.score)
        )
      )
    case .cloze(let text, let accepted):
      let numbered = (try? ClozeText(reading: text))?.numberedText
      card.body = .cloze(text: numbered ?? text, accepted: accepted)
    case .stages(let stages):
      card.body = .stages(stages.map(\.nameless))
    default: break
    }
    return card
  }
}

/// Damaged copies of the sample deck.
enum Mutations {
  private static let pieces: [[UInt8]] =
    [[0x0D, 0x0A], [0x0D], [0], [0xFF], [0xC3], [0xEF, 0xBB, 0xBF], [0x1B, 0x5B]]
    + [
      "## SBA: x\n", "## Basic\n", "### TF\n", "```", "```\n", "{{c1::", "{{", "}}", "\n\n\n",
      "### ",
      "- [x] ", "- [ ] new\n", "A: ", "---\n", "Source: \"", "{status=", "\u{0301}", "  ", " \n",
      "\t\n", "1. ", "1.", "C: ", "Q: ", "{#", "}", "  > ", "\n  ", "(a) ", "::",
    ].map { Array($0.utf8) }

  static func bytes(using generator: inout SplitMix64) -> [UInt8] {
    var bytes = Array(SampleDeck.text.utf8)
    if Int.random(in: 0..<4, using: &generator) == 0 {
      bytes = Array(bytes.map { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }.joined())
    }
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      let at = Int.random(in: 0...bytes.count, using: &generator)
      let end = min(bytes.count, at + Int.random(in: 0...12, using: &generator))
      let piece = pieces.randomElement(using: &generator) ?? []
      bytes.replaceSubrange(at..<end, with: piece)
    }
    return bytes
  }
}
