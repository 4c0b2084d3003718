import Scheduling
import Testing

@testable import Decks

@Suite struct DraftEditsTests {
  private static func deck(_ text: String) -> Deck { DeckParser.parse(Array(text.utf8)) }

  private static func text(_ edit: DeckEdit, _ deck: Deck) -> String {
    String(decoding: edit.applied(to: deck.source), as: UTF8.self)
  }

  @Test(arguments: [
    ("## TF: t {#x} {status=draft}", "## TF: t {#x}"),
    ("## TF: t {status=draft} {#x}", "## TF: t {#x}"),
    ("## TF: t {#x}{status=draft} ", "## TF: t {#x} "),
    ("## TF {status=draft}  {check=-no-source}", "## TF {#new}  {check=-no-source}"),
    ("## TF \t{status=draft}", "## TF \t{#new}"),
  ])
  func `accepting touches nothing but the heading's attribute`(_ heading: String, _ wanted: String)
  {
    let rest = "\r\n\r\nQ: a \r\nA: true\r\nstray\u{0}\r\n"
    let deck = Self.deck("note\r\n\(heading)\(rest)")
    let placed = deck.cards[0]
    let id = placed.card.id == nil ? CardID("new") : nil
    let accepted = Self.text(.accepting(placed, naming: id, in: deck), deck)
    #expect(accepted == "note\r\n\(wanted)\(rest)")
    #expect(Self.deck(accepted).cards[0].card.status == .active)
    #expect(Self.deck(accepted).cards[0].card.id == CardID(placed.card.id?.text ?? "new"))
  }

  @Test func `a card is taken out with all its lines and nothing else`() {
    let parts = [
      "---\nrounds: 1\n---\n\n", "## TF: a {#a}\n\nQ: a\nA: true\n\n", "## Notes\n\nkept\n\n",
      "## Case: b {#b}\n\nProse.\n\n", "### TF: c {#b.c}\n\nQ: c\nA: true\n\n",
      "### TF: d {#b.d}\n\nQ: d\nA: true\n",
    ]
    let deck = Self.deck(parts.joined())
    func without(_ id: String) -> String {
      let placed = deck.everyCard.first { $0.card.id?.text == id }
      return placed.map { Self.text(.removing($0, from: deck), deck) } ?? ""
    }
    #expect(without("a") == (parts[...0] + parts[2...]).joined())
    #expect(without("b.c") == (parts[..<4] + parts[5...]).joined())
    #expect(without("b.d") == String(parts[..<5].joined().dropLast()))
    #expect(without("b") == String(parts[..<3].joined().dropLast()))
  }

  @Test func `a card that is added and taken out again leaves the file as it was`() {
    var cards = RandomCards(seed: 12)
    for start in ["---\nrounds: 1\n---\n", "---\r\nrounds: 1\r\n---\r\n\r\n## TF: a {#a}\r\n"] {
      for kind in Kind.allCases {
        let deck = Self.deck(start)
        let longer = Self.text(.appending([cards.card(kind)], sources: [], to: deck), deck)
        let again = Self.deck(longer)
        let added = again.cards.last.map { Self.text(.removing($0, from: again), again) }
        #expect(added == start)
      }
    }
  }

  @Test func `the text of a card parses as that card alone`() {
    var cards = RandomCards(seed: 11)
    let wanted = (0..<90).map { cards.card(Kind.allCases[$0 % Kind.allCases.count]) }
    let deck = Self.deck(wanted.map { DeckPrinter.text(of: $0) }.joined(separator: "\n\n"))
    for (placed, card) in zip(deck.cards, wanted) {
      #expect(Self.deck(deck.text(of: placed)).cards.map(\.card) == [card])
    }
  }
}
