import Scheduling
import Testing

@testable import Decks

@Suite struct CardSplitTests {
  private static func deck(_ text: String) -> Deck { DeckParser.parse(Array(text.utf8)) }

  private static func split(_ deck: Deck, _ index: Int = 0) throws(CardSplit.Obstacle) -> Deck {
    var names = RandomIDs(taken: deck.everyCard.compactMap { $0.card.id?.text })
    var generator = SplitMix64(seed: 5)
    let edit = try CardSplit.edit(
      deck.everyCard[index],
      in: deck,
      naming: &names,
      using: &generator
    )
    return DeckParser.parse(edit.applied(to: deck.source))
  }

  private static func obstacle(_ card: String) -> CardSplit.Obstacle? {
    do throws(CardSplit.Obstacle) {
      _ = try split(deck(card))
      return nil
    } catch {
      return error
    }
  }

  @Test func `each number becomes a card, the others told`() throws {
    let before = Self.deck(
      "## Cloze: t {#x} {status=draft}\n\nC: {{c1::A}} and {{c3::B::hint}} and {{c1::C}}.\nTags: t"
    )
    let text = String(decoding: try Self.split(before).source, as: UTF8.self)
    let cards = text.split(separator: "\n\n## ").map(String.init)
    #expect(cards.count == 2)
    #expect(
      cards[0] == "## Cloze: t {#x} {status=draft}\n\nC: {{c1::A}} and B and {{c1::C}}.\nTags: t"
    )
    #expect(
      cards[1].replacing(/\{#[0-9a-z]{8}\}/, with: "{#new}")
        == "Cloze: t {#new} {status=draft}\n\nC: A and {{c1::B::hint}} and C.\nTags: t"
    )
  }

  @Test func `a stage's parts have ids below its Case`() throws {
    let text = "## Case: t {#c}\r\n\r\nProse.\r\n\r\n### Cloze {#c.s}\r\n\r\nC: {{a}} {{b}}\r\n"
    let after = try Self.split(Self.deck(text), 1)
    #expect(after.cards.count == 1)
    let ids = after.cards[0].stages.compactMap(\.card.id?.text)
    #expect(ids.count == 2 && ids[0] == "c.s" && ids[1].hasPrefix("c.") && ids[1].count == 10)
    #expect(!after.source.enumerated().contains { $1 == 0x0A && after.source[$0 - 1] != 0x0D })
  }

  @Test func `what cannot be parted says why`() {
    #expect(Self.obstacle("## Basic {#x}\nQ: a\nA: b\n") == .notCloze)
    #expect(Self.obstacle("## Cloze {#x}\nC: {{c1::a}} {{c1::b}}\n") == .oneNumber)
    #expect(Self.obstacle("## Cloze {#x}\nC: {{a}} {{b}}\nAccept: c\n") == .accept)
  }

  @Test func `the parts together ask exactly what the card asked`() {
    var cards = RandomCards(seed: 13)
    var count = 0
    for _ in 0..<400 {
      let card = cards.card(.cloze)
      let deck = Self.deck("# head\n\n\(DeckPrinter.text(of: card))\n## Notes\n\nkept\n")
      guard let after = try? Self.split(deck) else { continue }
      count += 1
      let asked = { (deck: Deck) in
        deck.cards.flatMap { $0.card.questions(id: CardID("x"), deck: "") }
          .map { [$0.stem, "\($0.key)", $0.vignette, "\($0.details)"] }
      }
      #expect(asked(after) == asked(deck))
      #expect(after.findings.filter { $0.severity == .error } == [])
      #expect(after.cards.allSatisfy { $0.card.status == card.status })
      #expect(String(decoding: after.source, as: UTF8.self).hasSuffix("\n## Notes\n\nkept\n"))
    }
    #expect(count > 40)
  }
}
