import Decks
import Testing

@testable import Exchange

@Suite struct GIFTTests {
  private func read(_ text: String) -> Import { GIFT.read(Array(text.utf8)) }

  /// The only card of a text, with what was lost.
  private func card(_ text: String) throws -> (card: Card, losses: [Loss]) {
    let result = read(text)
    let losses = result.report.entries.map(\.loss)
    return (try #require(result.entries.first, "\(losses)").card, losses)
  }

  private func key(_ text: String) throws -> Key {
    guard case .question(_, let key) = try card(text).card.body else {
      Issue.record("no question: \(text)")
      return .truth(false)
    }
    return key
  }

  private func faults(_ text: String) -> [Loss] {
    read(text).report.entries.map(\.loss).filter(\.isWhole)
  }

  @Test func `a single choice keeps its options, their feedback and the general one`() throws {
    let (card, losses) = try card(
      """
      // [id:x7] [tag:renal]
      ::high K:: Which drug raises potassium\\: choose one. {
        =spironolactone # It spares potassium.
        ~furosemide
        ~%-20%insulin\\=glucose#Lowers it.
        #### See the handout.
      }
      """
    )
    #expect(
      DeckPrinter.text(of: card) == """
        ## SBA: high K {status=draft}

        Q: Which drug raises potassium: choose one.

        - [x] (a) spironolactone
          > It spares potassium.
        - [ ] (b) furosemide
        - [ ] (c) insulin=glucose
          > Lowers it.

        Why: See the handout.
        Tags: renal

        """
    )
    #expect(losses == [.identifierReplaced])
  }

  @Test func `weights without a best answer make a multiple response`() throws {
    guard
      case .choice(let choice) = try key(
        "Q {~%33.33333%a ~%33.33333%b ~%33.33333%c ~%-100%d}"
      )
    else {
      Issue.record("no choice")
      return
    }
    #expect(choice.allowsSeveral)
    #expect(choice.options.map(\.isRight) == [true, true, true, false])
    #expect(choice.score == .partial)
  }

  @Test func `true and false are read in all their spellings`() throws {
    for (text, truth) in [("T", true), ("TRUE", true), ("F", false), ("False", false)] {
      #expect(try key("Q {\(text)}") == .truth(truth))
    }
    let (card, losses) = try card("Q {FALSE#wrong#right####both}")
    #expect(card.details.why == "wrong\nright\nboth")
    #expect(losses == [.feedbackJoined])
  }

  @Test func `short answers are the answer and what is accepted`() throws {
    #expect(
      try key("Q {=heparin =%100%UFH =2 \\* 3}")
        == .text(TextKey(answer: "heparin", accepted: ["UFH", "2 * 3"]))
    )
    let (_, losses) = try card("Q {=heparin =%50%LMWH =hep*}")
    #expect(losses == [.partialCreditDropped, .alternativeDropped])
  }

  @Test(
    arguments: [
      ("{#2.4:0.1}", "2.4 +- 0.1"), ("{#2.40}", "2.4 +- 0"), ("{#-1..5}", "-1..5"),
      ("{#=2.4:0.1#good}", "2.4 +- 0.1"), ("{# 7 : .5 }", "7 +- 0.5"), ("{#3#why}", "3 +- 0"),
    ]
  )
  func `numbers have a tolerance or a range`(answer: String, wanted: String) throws {
    guard case .numeric(let key) = try key("Q \(answer)") else {
      Issue.record("no number")
      return
    }
    #expect(key.value.text == wanted)
    #expect(key.unit == .none)
  }

  @Test func `a word missing in a sentence becomes a cloze card`() throws {
    #expect(
      try card("Made in the {=liver =hepatocytes}.").card.body
        == .cloze(text: "Made in the {{c1::liver}}.", accepted: ["hepatocytes"])
    )
    #expect(
      try card("10{=0}mg and on").card.body == .cloze(text: "10{{c1::0}}mg and on", accepted: [])
    )
    guard case .question(let stem, _) = try card("Made in the {=liver ~kidney} daily.").card.body
    else {
      Issue.record("no question")
      return
    }
    #expect(stem == "Made in the _____ daily.")
  }

  @Test(
    arguments: [
      ("Q {}", Fault.essay), ("Only a description.", .noAnswer), ("Q {=a", .openAnswer),
      ("Q {=a -> b =c -> d}", .matching), ("Q {=a ~%100%b}", .severalRight),
      ("Q {~a ~b}", .noFullCredit), ("Q {~%50%a ~b}", .noFullCredit), ("Q {a}", .unmarkedAnswer),
      ("Q {#2,4:0.1}", .badNumber("2,4:0.1")), ("Q {#about 3}", .badNumber("about 3")),
      ("Q {#5..1}", .badNumber("5..1")), ("Q {#1:-1}", .badNumber("1:-1")),
      ("{=a}", .emptyQuestion),
      ("Q {=}", .emptyAnswer), ("Q {=met*}", .wildcard), ("Q {%x%=a}", .unmarkedAnswer),
      ("Q {=%x%a}", .badWeight), ("Q {=a} and {=b}", .secondAnswer), ("Q {~=}", .emptyAnswer),
      ("Q {#}", .emptyAnswer), ("Q {=%50%a}", .noFullCredit),
    ]
  )
  func `what cannot be read one way is left out`(text: String, fault: Fault) {
    #expect(read(text).entries == [])
    #expect(faults(text) == [.notUnderstood(fault)])
  }

  @Test func `a fault has its place, and the other entries go on`() {
    let result = read("\u{FEFF}One {T}\r\n\r\n// note\r\n  Two {=a\r\n\r\nThree {F}\r\n")
    #expect(result.entries.map(\.position.line) == [1, 6])
    #expect(
      result.report.entries == [
        LossReport.Entry(
          place: .position(Deck.Position(line: 4, column: 7)),
          loss: .notUnderstood(.openAnswer)
        )
      ]
    )
  }

  @Test func `bytes that are no UTF-8 leave one entry out`() {
    let result = GIFT.read(Array("A\u{0}B {T}\n\nB ".utf8) + [0xFF] + Array(" {T}\n\nC {T}".utf8))
    #expect(result.entries.count == 2)
    #expect(
      result.report.entries.map(\.loss) == [.controlsStripped, .notUnderstood(.undecodable)]
    )
  }

  @Test func `HTML is flattened and says so`() throws {
    let (card, losses) = try card("[html]<p>SpO<sub>2</sub> &lt; 90&nbsp;%?</p> {T}")
    #expect(card.body == .question(stem: "SpO2 < 90 %?", key: .truth(true)))
    #expect(losses == [.markupFlattened])
  }

  @Test func `figures never run together, and what is struck out does not come back`() throws {
    let (card, _) = try card("[html]10<sup>9</sup>/L <table><td>5<td>10</table> m&sup2; {T}")
    #expect(card.body == .question(stem: "10^9/L\n5\n10\nm²", key: .truth(true)))
    #expect(faults("[html]Give <s>10</s> 1 mg {T}") == [.notUnderstood(.struckText)])
  }

  @Test func `a category becomes a tag`() throws {
    let (card, losses) = try card("$CATEGORY: $course$/top/Acid base\n\nQ {T}")
    #expect(card.details.tags == ["Acid-base"])
    #expect(losses == [.categoryMadeTag])
  }

  // MARK: - Writing

  private func numeric(_ value: NumericValue, _ unit: UnitRule, _ more: [Quantity] = []) -> Card {
    Card(
      kind: .numeric,
      id: CardID("n"),
      body: .question(
        stem: "How much?",
        key: .numeric(NumericKey(value: value, unit: unit, accepted: more))
      )
    )
  }

  private func quantity(_ text: String, _ unit: String?) throws -> Quantity {
    Quantity(
      number: try #require(Rational(decimal: text)),
      unit: unit,
      text: text + (unit.map { " \($0)" } ?? "")
    )
  }

  @Test func `a percentage becomes the exact distance and the unit goes into the question`() throws
  {
    let value = NumericValue.point(
      try quantity("2.4", "mL"),
      .percent(try #require(Rational(decimal: "1.5"))),
      nil
    )
    let export = GIFT.write([
      numeric(value, .shown("mL"), [try quantity("2.5", "mL"), try quantity("1", "g")])
    ])
    #expect(
      export.text == """
        // [id:n]
        [plain]How much? [mL] {#=2.4:0.036 =2.5:0}


        """
    )
    #expect(
      export.report.entries.map(\.loss)
        == [.toleranceMadeAbsolute, .unitInStem, .fieldDropped("Accept")]
    )
  }

  @Test func `a bound and two ends have no place`() throws {
    let five = try quantity("5", "mg")
    let cards = [
      numeric(.point(five, .absolute(Rational(0)), .greater), .asked),
      numeric(.interval(five, try quantity("7", "mg"), .absolute(Rational(0))), .asked),
    ]
    let export = GIFT.write(cards)
    #expect(export.text == "")
    #expect(export.report.entries.map(\.loss) == [.numberNotWritable, .numberNotWritable])
  }

  @Test func `every field without a place is told`() {
    var details = Card.Details()
    details.hint = "h"
    details.why = "Because of **this**"
    details.citations = [Citation(document: "hand")]
    details.evidence = "trial"
    details.tags = ["core"]
    let card = Card(
      kind: .trueFalse,
      title: "t",
      id: CardID("a"),
      status: .draft,
      vignette: "A child.",
      body: .question(stem: "Is 2:1 {x}?", key: .truth(true)),
      details: details
    )
    let export = GIFT.write([card])
    #expect(
      export.text == """
        // [id:a] [tag:core]
        ::t::[plain]A child.\\n\\nIs 2\\:1 \\{x\\}? {TRUE####Because of this}


        """
    )
    #expect(
      Set(export.report.entries.map(\.loss)) == [
        .vignetteJoined, .fieldDropped("status"), .fieldDropped("Hint"), .fieldDropped("Source"),
        .fieldDropped("Evidence"), .markupFlattened,
      ]
    )
    #expect(export.report.entries.allSatisfy { $0.place == .card(CardID("a")) })
  }

  @Test func `an order of steps is left out and told`() {
    let order = Card(
      kind: .order,
      id: CardID("o"),
      body: .question(stem: "Order?", key: .order(Ordering(steps: ["a", "b"])))
    )
    let export = GIFT.write([order])
    #expect(export.text == "")
    #expect(export.report.counts == [.kindNotSupported(.order): 1])
  }

  @Test func `both directions, each blank and each stage are questions of their own`() {
    let reversed = Card(
      kind: .reversed,
      id: CardID("r"),
      body: .reversed(front: "Active metabolite", back: "Norketamine", accepted: ["NK"])
    )
    let cloze = Card(
      kind: .cloze,
      id: CardID("c"),
      body: .cloze(
        text: "In the {{c1::liver::organ}} to {{c2::NK}} and {{c2::more}}.",
        accepted: []
      )
    )
    let export = GIFT.write([reversed, cloze])
    #expect(
      export.text == """
        // [id:r/fwd]
        [plain]Active metabolite {=Norketamine =NK}

        // [id:r/rev]
        [plain]Norketamine {=Active metabolite}

        // [id:c/c1]
        [plain]In the [… organ] to NK and more. {=liver}


        """
    )
    #expect(export.report.counts[.siblingsParted] == 3)
    #expect(export.report.counts[.kindNotSupported(.cloze)] == 1)
  }
}
