import Scheduling
import Testing

@testable import Decks

@Suite struct CardTurnTests {
  private static func deck(_ text: String) -> Deck { DeckParser.parse(Array(text.utf8)) }

  private static func turned(_ card: String, into kind: Kind) throws -> String {
    let deck = deck(card)
    let edit = try CardTurn.edit(deck.cards[0], into: kind, in: deck)
    return String(decoding: edit.applied(to: deck.source), as: UTF8.self)
  }

  private static func obstacle(_ card: String, _ kind: Kind) -> CardTurn.Obstacle? {
    do throws(CardTurn.Obstacle) {
      let deck = deck(card)
      _ = try CardTurn.edit(deck.cards[0], into: kind, in: deck)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a cloze becomes the question with the gap in it`() throws {
    let rest = "Accept: twelve hours\nX-own: kept\nSource: k line 3 \"12 hours\"\nstray\n"
    let basic = try Self.turned(
      "## Cloze: t {#x} {status=draft}\n\nC: Wait for {{c2::12 hours::a time}},\n  then *go*.\n\(rest)",
      into: .basic
    )
    #expect(
      basic
        == "## Basic: t {#x} {status=draft}\n\nQ: Wait for [… a time],\n  then *go*.\nA: 12 hours\n\(rest)"
    )
  }

  @Test func `a number with its unit becomes Numeric, right exactly until somebody says more`()
    throws
  {
    let numeric = try Self.turned("## Cloze {#x}\r\nC: Give {{0.5 mg}} now.\r\n", into: .numeric)
    #expect(numeric == "## Numeric {#x}\r\nQ: Give […] now.\r\nA: 0.5 mg +- 0\r\n")
    #expect(
      try Self.turned("## Basic {#x}\nQ: Dose?\nA: 1 to 2 mg/kg", into: .numeric)
        == "## Numeric {#x}\nQ: Dose?\nA: 1 to 2 mg/kg +- 0"
    )
    for answer in ["about 5%", "5", "five mg", "0,5 mg", "norketamine"] {
      #expect(Self.obstacle("## Cloze {#x}\nC: It is {{\(answer)}}.\n", .numeric) == .noQuantity)
    }
  }

  @Test func `Basic and Reversed differ by a word`() throws {
    let basic = "## Basic: t {#x}\n\nQ: Metabolite of ketamine\nA: Norketamine\nAccept: nk\n"
    let reversed = try Self.turned(basic, into: .reversed)
    #expect(reversed == basic.replacing("Basic", with: "Reversed"))
    #expect(try Self.turned(reversed, into: .basic) == basic)
  }

  @Test func `what would have to be made up is refused with its reason`() {
    let cloze = "## Cloze {#x}\nC: {{a}} and {{b}}\n"
    #expect(Self.obstacle(cloze, .basic) == .severalBlanks)
    #expect(Self.obstacle("## Cloze {#x}\nC: {{a}} b\n", .reversed) == .notDirect)
    let basic = "## Basic {#x}\nQ: a\nA: b\n"
    let reasons = Kind.allCases.map { Self.obstacle(basic, $0) }
    #expect(
      reasons == [
        .same, nil, .needsSentence, .needsOptions, .needsOptions, .needsStatement, .noQuantity,
        .needsSteps, .needsStages,
      ]
    )
    #expect(Self.obstacle("## TF {#x}\nQ: a\nA: true\n", .basic) == .leansOnKind)
    #expect(Self.obstacle("## Basic {#x}\nQ: a\nA: 1 mg\nAccept: one\n", .numeric) == .faulty)
    #expect(Self.obstacle("## Basic {#x}\nQ: a\n", .reversed) == .leansOnKind)
  }

  @Test(arguments: [Kind.basic, .reversed, .cloze])
  func `a turned card has no fault, and its neighbours keep their bytes`(_ kind: Kind) {
    var cards = RandomCards(seed: 12)
    var count = 0
    for _ in 0..<150 {
      let parts = [Kind.order, kind, .caseStudy].map { DeckPrinter.text(of: cards.card($0)) + "\n" }
      let deck = Self.deck(parts.joined())
      for wanted in CardTurn.kinds(for: deck.cards[1], in: deck) {
        guard let edit = try? CardTurn.edit(deck.cards[1], into: wanted, in: deck) else { continue }
        count += 1
        let bytes = edit.applied(to: deck.source)
        #expect(bytes.starts(with: parts[0].utf8))
        #expect(bytes.suffix(parts[2].utf8.count) == ArraySlice(parts[2].utf8))
        let after = Self.deck(String(decoding: bytes, as: UTF8.self))
        #expect(after.findings.filter { $0.severity == .error } == [])
        #expect(after.cards.count == 3)
        #expect(after.cards[1].card.kind == wanted)
        #expect(after.cards[1].card.details == deck.cards[1].card.details)
        #expect(after.cards[1].card.vignette == deck.cards[1].card.vignette)
      }
    }
    #expect(count > 30)
  }
}
