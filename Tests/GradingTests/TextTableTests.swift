import Testing

@testable import Decks
@testable import Grading

/// Rows 28 to 36 of the table of typed answers.
@Suite struct TextTableTests {
  @Test func `every row of the table of words`() {
    for row in Self.quantities + Self.drugs + Self.words + Self.abbreviations {
      let verdict = row.verdict()
      #expect(verdict.outcome == row.outcome, "\(row.testDescription): \(verdict)")
      for reason in row.reasons {
        #expect(verdict.reasons.contains(reason), "\(row.testDescription): \(verdict.reasons)")
      }
      if row.outcome == .wrong { #expect(verdict.suggested == .again) }
    }
  }

  @Test func `half an answer is at most hard, and words the key may lack leave all grades open`() {
    #expect(Self.infusion.row("0.5 mg/kg", .judge).verdict().cap == .hard)
    let unmatched = Rows(text: "NMDA receptor").row("glutamate channel", .judge).verdict()
    #expect(unmatched.cap == nil)
    #expect(unmatched.suggested == .none)
    let turned = Rows(text: "raise A, then lower B").row("lower B, then raise A", .judge)
    #expect(turned.verdict().cap == .hard)
  }

  @Test func `a hedge suggests again`() {
    let verdict = Rows(text: "NMDA receptor").row("NMDA or AMPA receptor", .judge).verdict()
    #expect(verdict.suggested == .again)
  }

  private static let infusion = Rows(text: "0.5 mg/kg IV over 40 min")

  static let quantities = [
    infusion.row("0.5 mg/kg IV over 4 min", .wrong, .factor(10, .low, typed: "4 min")),
    infusion.row("0.5 mg/kg", .judge, .partMissing(["40 min", "IV", "over"])),
  ]

  static let drugs = [
    Rows(text: "adrenaline").row("epinephrine", .right),
    Rows(text: "adrenaline").row("noradrenaline", .wrong),
    Rows(text: "adrenaline").row("ephedrine", .wrong),
    Rows(text: "adrenaline").row("adrenalne", .right, .spelling("adrenaline")),
    Rows(text: "esketamine").row("ketamine", .wrong),
    Rows(text: "esketamine").row("arketamine", .wrong),
    Rows(text: "esketamine").row("Spravato", .judge),
    Rows(text: "esketamine", accept: ["Spravato"]).row("Spravato", .right),
    Rows(text: "prednisolone").row(
      "prednisone",
      .wrong,
      .otherWord(typed: "prednisone", expected: "prednisolone")
    ),
    Rows(text: "morphine").row("hydromorphone", .wrong),
    Rows(text: "dopamine").row("dobutamine", .wrong),
    Rows(text: "bupropion XL").row("bupropion SR", .wrong),
  ]

  static let words = [
    Rows(text: "hyperkalaemia").row("hyperkalemia", .right),
    Rows(text: "hyperkalaemia").row("hypokalaemia", .wrong),
    Rows(text: "hyperkalaemia").row("hypernatraemia", .wrong),
    Rows(text: "antagonist").row("agonist", .wrong),
    Rows(text: "abduction").row("adduction", .wrong),
    Rows(text: "ileum").row("ilium", .wrong),
    Rows(text: "CYP3A4").row("CYP 3A4", .right),
    Rows(text: "CYP3A4").row("CYP3A5", .wrong),
    Rows(text: "β1").row("beta-1", .right),
    Rows(text: "β1").row("β2", .wrong),
    Rows(text: "NMDA receptor").row("NMDA or AMPA receptor", .judge, .hedged),
    Rows(text: "NMDA receptor").row("not NMDA", .wrong, .negation),
  ]

  static let abbreviations = [
    Rows(text: "once daily").row(
      "QD",
      .judge,
      .abbreviation("QD", meaning: "four times a day")
    ),
    Rows(text: "once daily").row(
      "OD",
      .judge,
      .abbreviation("OD", meaning: "right eye or overdose")
    ),
    Rows(text: "morphine sulfate").row("MS", .wrong),
    Rows(text: "morphine sulfate").row("MSO4", .wrong),
    Rows(text: "morphine sulfate", accept: ["MSO4"]).row("MSO4", .wrong),
  ]
}
