import Decks
import Testing

@testable import Exchange

@Suite struct LossReportTests {
  @Test func `losses are counted by what was lost`() {
    var report = LossReport()
    report.add([.markupFlattened, .fieldDropped("Why")], at: .card(CardID("a")))
    report.add(.markupFlattened, at: .card(CardID("b")))
    report.add(.kindNotSupported(.order), at: .card(CardID("c")))
    report.add(.repeated, at: .card(CardID("d")))
    #expect(report.counts[.markupFlattened] == 2)
    #expect(report.counts[.fieldDropped("Why")] == 1)
    #expect(report.leftOut == 1)
  }

  @Test func `a card with a fault is told as such`() {
    let deck = DeckParser.parse(Array("## Numeric: n {#n}\n\nQ: How much?\nA: 2 mg\n".utf8))
    let export = GIFT.write(deck.cards.map(\.card))
    #expect(export.text == "")
    #expect(export.report.counts == [.cardUnreadable: 1])
  }

  @Test func `control characters do not leave the deck`() {
    let card = Card(
      kind: .trueFalse,
      id: CardID("t"),
      body: .question(stem: "A\u{1B}[2JB", key: .truth(true))
    )
    let export = GIFT.write([card])
    #expect(export.text == "// [id:t]\n[plain]A[2JB {TRUE}\n\n")
    #expect(export.report.counts == [.controlsStripped: 1])
  }
}
