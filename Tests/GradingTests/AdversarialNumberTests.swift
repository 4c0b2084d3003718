import Testing

@testable import Decks
@testable import Grading

/// Numbers that somebody in a hurry, or with another keyboard, may type.
@Suite struct AdversarialNumberTests {
  @Test func `a volume is right only as itself`() throws {
    let volume = try Rows("2.4 mL +- 1%")
    try check([
      volume.row("not 2.4 mL", .ask, .onlyNumber(["not"])),
      volume.row("2.4 mL or 24 mL", .ask, .oneValueWanted),
      volume.row("2.4 mL or 24 mL", .wrong, .extraQuantity("24 mL"), again: true),
      volume.row("2.4 mL IV then 5 mL", .ask),
      volume.row("2.4 mL IV then 5 mL", .wrong, .extraQuantity("5 mL"), again: true),
      volume.row("2.4 mL IV", .right, .ignored(["IV"])),
      volume.row("2.4 mL IV", .right, stem: "How much is given intravenously?"),
      volume.row("2.4 mL IV", .ask, .onlyNumber(["IV"]), stem: "What is the IM volume?"),
      volume.row("2.4 mL IV", .ask, stem: "A dose IV, then one IM: what is the second?"),
      volume.row("2.4e3 mL", .ask),
      volume.row("2.4e0 mL", .ask),
      volume.row("2.4E-3 mL", .ask),
      volume.row("2.4 x 10^3 mL", .wrong, .factor(1000, .high, typed: "2400 mL")),
      volume.row("24 x 10^-1 mL", .right),
      volume.row("2..4 mL", .ask),
      volume.row("02.4 mL", .ask),
      volume.row("002.4 mL", .ask),
      volume.row("2'4 mL", .ask),
      volume.row("мл 2.4", .ask),
      volume.row("2.4 мл", .ask),
      volume.row("2.4.0 mL", .ask),
      volume.row("2 4 mL", .ask),
      volume.row("2. 4 mL", .ask),
      volume.row(". 4 mL", .ask, .unreadableNumber(". 4")),
      volume.row("-2.4 mL", .wrong, .wrongSign),
      volume.row("- 2.4 mL", .wrong, .wrongSign),
      volume.row("+2.4 mL", .right),
      volume.row("±2.4 mL", .ask),
      volume.row("~2.4 mL", .ask),
      volume.row("=2.4 mL", .right),
      volume.row("> 2.4 mL", .wrong, .wrongComparator(expected: nil, typed: .greater)),
      volume.row("<=2.4 mL", .wrong, .wrongComparator(expected: nil, typed: .atMost)),
      volume.row("2.4 ml.", .right),
      volume.row("(2.4 mL)", .right),
      volume.row("2.4-mL", .right),
      volume.row("2.4 l", .wrong, .factor(1000, .high, typed: "2.4 L")),
      volume.row("0.0024 L", .right),
      volume.row("0,0024 l", .right),
      volume.row("2.4 mL/h", .wrong, .perUnasked("h")),
      volume.row("2.4 mg", .wrong),
      volume.row("2.4 m L", .ask),
      volume.row("2.4", .ask, .needsUnit),
      volume.row("2.4", .wrong, .needsUnit, again: true),
      volume.row("mL", .ask, .numberWanted),
      volume.row("", .ask, .nothingTyped),
      volume.row("   ", .ask, .nothingTyped),
      volume.row("two point four mL", .ask, .numberWanted),
      volume.row("2½ mL", .ask),
      volume.row("½ mL", .ask),
      volume.row("2,400 mL", .ask, .ambiguousNumber(["2400", "2.4"])),
      volume.row("2.400 mL", .ask, .ambiguousNumber(["2400", "2.4"])),
      volume.row("2,400.0 mL", .wrong, .factor(1000, .high, typed: "2400 mL")),
      volume.row("2.4 cm3", .note, .notation(.cubicCentimetre)),
      volume.row("2.4 CC", .note, .notation(.cubicCentimetre)),
      volume.row("2.4\u{200B} mL", .right),
      volume.row("2\u{200B}4 mL", .wrong),
      volume.row("1.2-2.4 mL", .ask, .oneValueWanted),
      volume.row("1.2-2.4 mL", .wrong, .oneValueWanted, again: true),
    ])
  }

  @Test func `letters that look like figures are asked about`() throws {
    let half = try Rows("0.5 mg +- 0")
    let ten = try Rows("10 mg +- 0")
    try check([
      half.row("O.5 mg", .ask, .unreadableNumber("O.5")),
      half.row("o,5 mg", .ask),
      half.row("0.5 mg", .right),
      half.row(".5 mg", .note, .notation(.nakedDecimal)),
      half.row(",5 mg", .note, .notation(.nakedDecimal)),
      half.row(" .5mg", .note),
      half.row("5 mg", .wrong, .factor(10, .high, typed: "5 mg")),
      half.row("0.500 mg", .right),
      half.row("1/2 mg", .ask),
      half.row("½ mg", .ask),
      half.row("0.5 Mg", .right, reads: "0.5 mg"),
      half.row("0.5 g", .wrong, .factor(1000, .high, typed: "0.5 g")),
      half.row("500 mcg", .right),
      half.row("500 micrograms", .right),
      half.row("500 ng", .wrong, .factor(1000, .low, typed: "500 ng")),
      ten.row("1O mg", .ask),
      ten.row("lO mg", .ask),
      ten.row("l0 mg", .ask),
      ten.row("I0 mg", .ask),
      ten.row("1o mg", .ask),
      ten.row("１０ mg", .right, reads: "10 mg"),
      ten.row("١٠ mg", .ask),
      ten.row("१० mg", .ask),
      ten.row("10² mg", .ask),
      ten.row("10₀ mg", .ask),
      ten.row("1 0 mg", .ask),
      ten.row("100 mg", .wrong, .factor(10, .high, typed: "100 mg")),
      ten.row("1 mg", .wrong, .factor(10, .low, typed: "1 mg")),
      ten.row("10-20 mg", .ask, .oneValueWanted),
      ten.row("10 mg PE", .ask),
      ten.row("10.0 mg", .note, .notation(.trailingZero)),
      ten.row("10 milligrams", .right),
      ten.row("10 mg.", .right),
      ten.row("10 MG", .right),
      ten.row("10 mg/", .ask),
      ten.row("10 mg/wibble", .ask, .unknownUnit("wibble")),
      ten.row("10 wibble", .ask, .unknownUnit("wibble")),
      ten.row("99999999999999999999 mg", .ask),
      ten.row("0.00000000000000000001 mg", .ask),
    ])
  }

  @Test func `rates keep every part`() throws {
    let perKilogram = try Rows("5 mg/kg +- 0")
    let perDay = try Rows("60 mg/kg/day +- 0")
    try check([
      perKilogram.row("5 mg/kg/day", .wrong, .perUnasked("day")),
      perKilogram.row("5 mg per kg", .right),
      perKilogram.row("5 mg / kg", .right),
      perKilogram.row("5mg/KG", .right),
      perKilogram.row("5 mgkg", .ask),
      perKilogram.row("5mgkg", .ask),
      perKilogram.row("5.0mgkg", .ask),
      perKilogram.row("5 mg kg", .ask),
      perKilogram.row("5 mg/lb", .ask),
      perKilogram.row("5 mg/g", .wrong),
      perKilogram.row("0.005 g/kg", .right),
      perKilogram.row("350 mg/70 kg", .right),
      perKilogram.row("5 mL/kg", .wrong),
      perKilogram.row("5 mmol/kg", .wrong),
      perDay.row("2.5 mg/kg/h", .right),
      perDay.row("60 mg/kg/24 h", .right),
      perDay.row("60 mg/kg per day", .right),
      perDay.row("60 mg/kg/d", .right),
      perDay.row("60 mg/day", .wrong, .perMissing("kg")),
      perDay.row("60 mg/kg", .wrong, .perMissing("day")),
      perDay.row("60 mg", .wrong, .perMissing("kg/day")),
      perDay.row("60 mg/kg/h", .wrong, .factor(24, .high, typed: "60 mg/kg/h")),
      perDay.row("60 mg/kg/dose", .wrong, .perOther(expected: "day", typed: "dose")),
    ])
  }

  @Test func `ranges keep both ends`() throws {
    let ends = try Rows("10 to 20 mg +- 0")
    let shown = try Rows("10 to 20 mg +- 0", unit: .shown("mg"))
    let below = try Rows("-4 to -2 mmol/L +- 0")
    try check([
      ends.row("10-20", .ask, .needsUnit),
      shown.row("10-20", .right, reads: "10 to 20 mg"),
      shown.row("10 - 20", .right),
      shown.row("10 -20", .right),
      shown.row("-5", .ask, .bothEndsWanted),
      shown.row("-10-20", .wrong, .lowerEnd),
      shown.row("20-10", .wrong, .lowerEnd),
      ends.row("10 mg to 20 mg", .right),
      ends.row("10 mg–20 mg", .right),
      ends.row("10 mg to 20 g", .wrong, .upperEnd),
      ends.row("0.01 g to 20 mg", .right),
      ends.row("10 TO 20 MG", .right),
      ends.row("10..20 mg", .right),
      ends.row("10-2O mg", .ask),
      ends.row("1O-20 mg", .ask),
      ends.row("10 and 20 mg", .ask, .bothEndsWanted),
      ends.row("10-20-30 mg", .ask),
      ends.row("10-200 mg", .wrong, .expected("10 to 20 mg")),
      ends.row("10-200 mg", .wrong, .upperEnd),
      ends.row("1-20 mg", .wrong, .lowerEnd),
      ends.row("10 mg", .ask, .bothEndsWanted),
      ends.row("10 mg", .wrong, .endMissing(.high), again: true),
      ends.row("0.02 g", .wrong, .endMissing(.low), again: true),
      ends.row("15 mg", .wrong, .bothEndsWanted, again: true),
      below.row("-4 to -2 mmol/L", .right),
      below.row("−4–−2 mmol/L", .right),
      below.row("4 to 2 mmol/L", .wrong),
      below.row("-4-2 mmol/L", .wrong, .upperEnd),
    ])
  }

  @Test func `a noun of the question may stand behind a number, a measure may not`() throws {
    let four = try Rows("4 +- 0")
    let bare = try Rows("4 +- 0", unit: .none)
    let patients = "How many adult patients must be treated?"
    try check([
      four.row("4 patients", .right, .ignored(["patients"]), stem: patients),
      four.row("4 patient", .right, stem: patients),
      four.row("4 adults", .right, stem: patients),
      four.row("5 patients", .wrong, stem: patients),
      four.row("4 children", .ask, stem: patients),
      four.row("4 treated patients", .ask, stem: patients),
      four.row("4 not", .ask, stem: patients),
      four.row("4 fewer", .ask, stem: "How many fewer deaths?"),
      four.row("4 deaths", .right, stem: "How many fewer deaths?"),
      four.row("4 %", .wrong, .noUnitBelongs, stem: patients),
      four.row("4 mg", .wrong, .noUnitBelongs, stem: "How many mg?"),
      four.row("4 days", .wrong, .noUnitBelongs, stem: "How many days?"),
      bare.row("4 tablets", .right, .ignored(["tablets"]), stem: "How many tablets?"),
      bare.row("4 tabs", .right, stem: "The number of tablets is"),
      bare.row("4 capsules", .wrong, .noUnitBelongs, stem: "How many tablets?"),
      bare.row("4 mL", .wrong, .noUnitBelongs, stem: "How many tablets?"),
      bare.row("4 tablets/day", .wrong, .noUnitBelongs, stem: "How many tablets?"),
    ])
  }

  @Test func `comparators keep their sense in words`() throws {
    let bound = try Rows("> 6.5 mmol/L +- 0")
    try check([
      bound.row("> 6.5 mmol/L", .right),
      bound.row("more than 6.5 mmol/L", .right),
      bound.row("at least 6.5 mmol/L", .wrong),
      bound.row("not more than 6.5 mmol/L", .ask),
      bound.row("greater than or equal to 6.5 mmol/L", .wrong),
      bound.row(">> 6.5 mmol/L", .ask),
      bound.row("> 65 mmol/L", .wrong, .factor(10, .high, typed: "65 mmol/L")),
      bound.row("5 < 6.5 mmol/L", .ask),
      bound.row("≯ 6.5 mmol/L", .ask),
      bound.row("> -6.5 mmol/L", .wrong, .wrongSign),
    ])
  }

  @Test func `units that look alike stay apart`() throws {
    let units = try Rows("5000 units +- 0")
    let sodium = try Rows("140 mmol/L +- 0")
    let rate = try Rows("72 beats/min +- 0")
    let oddity = try Rows("3 wibbles +- 0")
    try check([
      units.row("5 kU", .note, .notation(.unitLetter)),
      units.row("5 000 units", .right),
      units.row("5,000 units", .ask),
      units.row("5.000 units", .ask),
      units.row("5 MU", .ask),
      units.row("5000 UNITS", .right),
      units.row("5000 international units", .right),
      units.row("50000 units", .wrong, .factor(10, .high, typed: "50000 units")),
      sodium.row("140 mEq/L", .wrong),
      sodium.row("140 mmol", .wrong, .perMissing("L")),
      sodium.row("140 mMol/l", .right),
      sodium.row("140 MMOL/L", .right),
      sodium.row("14 mmol/dL", .right),
      sodium.row("140 mM", .ask),
      sodium.row("140 µmol/L", .wrong, .factor(1000, .low, typed: "140 micromol/L")),
      rate.row("72 bpm", .right),
      rate.row("72/min", .ask),
      rate.row("72 beats per minute", .right),
      oddity.row("3 wibbles", .right),
      oddity.row("3 Wibbles", .right),
      oddity.row("3 mg", .wrong),
      oddity.row("4 wibbles", .wrong),
      oddity.row("3", .ask),
    ])
  }

  private func check(_ rows: [Row]) throws {
    for row in rows {
      let verdict = row.verdict()
      #expect(verdict.outcome == row.outcome, "\(row.testDescription): \(verdict)")
      for reason in row.reasons {
        #expect(verdict.reasons.contains(reason), "\(row.testDescription): \(verdict.reasons)")
      }
      if let readAs = row.readAs {
        #expect(verdict.readAs == readAs, "\(row.testDescription)")
      }
    }
  }
}
