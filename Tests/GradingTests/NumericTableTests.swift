import Testing

@testable import Decks
@testable import Grading

/// Rows 1 to 27 of the table of typed answers.
@Suite struct NumericTableTests {
  @Test func `every row of the table of numbers`() throws {
    for row in try Self.rows() {
      let verdict = row.verdict()
      #expect(verdict.outcome == row.outcome, "\(row.testDescription): \(verdict)")
      for reason in row.reasons {
        #expect(verdict.reasons.contains(reason), "\(row.testDescription): \(verdict.reasons)")
      }
      if let readAs = row.readAs {
        #expect(verdict.readAs == readAs, "\(row.testDescription)")
      }
      if row.outcome == .wrong {
        #expect(verdict.suggested == .again && verdict.cap == .again)
      }
    }
  }

  static func rows() throws -> [Row] {
    try volumes() + doses() + rates() + units() + ranges() + others()
  }

  private static func volumes() throws -> [Row] {
    let volume = try Rows("2.4 mL +- 1%")
    let grams = try Rows("1500 mg +- 0")
    let dose = try Rows("120 mg +- 0")
    let shown = try Rows("120 mg +- 0", unit: .shown("mg"))
    return [
      volume.row("2.4ml", .right),
      volume.row("2.40 mL", .right),
      volume.row("2.4 millilitres", .right),
      volume.row("2.4 cc", .note, .notation(.cubicCentimetre)),
      volume.row("24 mL", .wrong, .factor(10, .high, typed: "24 mL")),
      volume.row(
        ".24 mL",
        .wrong,
        .factor(10, .low, typed: "0.24 mL"),
        .notation(.nakedDecimal)
      ),
      volume.row("2.424 mL", .right),
      volume.row("2.425 mL", .wrong),
      volume.row("2,4 mL", .right, reads: "2.4 mL"),
      grams.row("1,500 mg", .ask, .ambiguousNumber(["1500", "1.5"])),
      grams.row("1.500 mg", .ask, .ambiguousNumber(["1500", "1.5"])),
      grams.row("1 500 mg", .right),
      shown.row("120", .right, reads: "120 mg"),
      dose.row("120", .ask, .needsUnit),
      dose.row("120", .wrong, .needsUnit, again: true),
      dose.row("120 mcg", .wrong, .factor(1000, .low, typed: "120 mcg")),
      dose.row("1.5 mg/kg", .wrong, .perUnasked("kg")),
    ]
  }

  private static func doses() throws -> [Row] {
    let perKilogram = try Rows("1.5 mg/kg +- 0")
    return [
      perKilogram.row("1500 mcg/kg", .right),
      perKilogram.row("1500 µg/kg", .note, .notation(.microgramSign)),
      perKilogram.row("1500 μg/kg", .note, .notation(.microgramSign)),
      perKilogram.row("1500 ug/kg", .note, .notation(.microgramSign)),
      perKilogram.row("1.5 mg", .wrong, .perMissing("kg")),
      perKilogram.row("1.5 mg/m2", .wrong, .perOther(expected: "kg", typed: "m2")),
      Rows(text: "1.5 mg/kg").row("1.5", .ask, .needsUnit),
    ]
  }

  private static func rates() throws -> [Row] {
    let dose = try Rows("0.1 mcg/kg/min +- 0")
    let pump = try Rows("5.25 mL/h +- 0.1 mL/h")
    let perDose = try Rows("15 mg/kg/dose +- 0")
    return [
      dose.row("6 mcg/kg/h", .right),
      dose.row("0.1 mcg/kg/h", .wrong, .factor(60, .low, typed: "0.1 mcg/kg/h")),
      dose.row("0.1 mg/kg/min", .wrong, .factor(1000, .high, typed: "0.1 mg/kg/min")),
      dose.row("5.25 mL/h", .wrong, .pumpRate),
      pump.row("5.3 mL/hr", .right),
      pump.row("5.25 mL", .wrong, .perMissing("h")),
      pump.row("315 mL/h", .wrong, .factor(60, .high, typed: "315 mL/h")),
      perDose.row("15 mg/kg", .wrong, .perMissing("dose")),
      perDose.row("60 mg/kg/day", .wrong, .perOther(expected: "dose", typed: "day")),
    ]
  }

  private static func units() throws -> [Row] {
    let units = try Rows("10 units +- 0")
    let small = try Rows("2 milliunits/min +- 0")
    let five = try Rows("5 mg +- 0")
    let glucose = try Rows("10 mmol/L glucose +- 0")
    let accepting = try Rows("10 mmol/L glucose +- 0", accept: ["180 mg/dL"])
    let calcium = try Rows("2 mmol calcium +- 0")
    let accepted = try Rows("2 mmol calcium +- 0", accept: ["4 mEq"])
    let strength = try Rows("10 mg/mL +- 0")
    let adrenaline = try Rows("0.1 mg/mL +- 0")
    return [
      units.row("10 unit", .right),
      units.row("10 U", .note, .notation(.unitLetter)),
      units.row("10u", .note, .notation(.unitLetter)),
      units.row("10 IU", .note, .notation(.internationalUnit)),
      units.row("10 mg", .wrong),
      units.row("10 mL", .wrong),
      small.row("0.002 units/min", .right),
      small.row("2 MU/min", .ask, .ambiguousUnit("MU", ["million units", "milliunits"])),
      five.row("5.0 mg", .note, .notation(.trailingZero)),
      five.row("5 gr", .ask, .ambiguousUnit("gr", ["grams", "grains"])),
      five.row("5 Mg", .right, reads: "5 mg"),
      glucose.row("180 mg/dL", .wrong),
      accepting.row("180 mg/dL", .right),
      glucose.row("10 mg/dL", .wrong),
      accepting.row("10 mg/dL", .wrong),
      calcium.row("2 mEq", .wrong),
      calcium.row("4 mEq", .wrong),
      accepted.row("4 mEq", .right),
      strength.row("1 %", .wrong, .wrongUnit(expected: "mg/mL", typed: "%")),
      strength.row("1 g/100 mL", .right),
      adrenaline.row("1:10,000", .wrong, .ratioIsNoNumber),
      adrenaline.row("1:1000", .wrong, .ratioIsNoNumber),
    ]
  }

  private static func ranges() throws -> [Row] {
    let ends = try Rows("1 to 2 mg/kg +- 10%")
    let inside = try Rows("135..145 mmol/L")
    return [
      ends.row("1-2 mg/kg", .right),
      ends.row("1–2 mg/kg", .right),
      ends.row("1000 to 2000 mcg/kg", .right),
      ends.row("1.5 mg/kg", .ask, .bothEndsWanted),
      ends.row("1-20 mg/kg", .wrong, .upperEnd),
      inside.row("140 mmol/L", .right),
      inside.row("130-140 mmol/L", .wrong, .lowerEnd),
      inside.row("2 or 3 mmol/L", .ask, .oneValueWanted),
    ]
  }

  private static func others() throws -> [Row] {
    let excess = try Rows("-4 mmol/L +- 0")
    let bound = try Rows("> 6.5 mmol/L +- 0")
    let half = try Rows("50 % +- 5 points")
    let acid = try Rows("7.35 +- 0.01", unit: .none)
    let gas = try Rows("5.3 kPa +- 2%")
    let warm = try Rows("37 °C +- 0.2 °C")
    let accepting = try Rows("37 °C +- 0.2 °C", accept: ["98.6 °F"])
    return [
      excess.row("−4 mmol/L", .right),
      excess.row("4 mmol/L", .wrong, .wrongSign),
      bound.row("< 6.5 mmol/L", .wrong, .wrongComparator(expected: .greater, typed: .less)),
      bound.row("≥ 6.5 mmol/L", .wrong, .wrongComparator(expected: .greater, typed: .atLeast)),
      bound.row("6.5 mmol/L", .wrong, .wrongComparator(expected: .greater, typed: nil)),
      half.row("46 %", .right),
      half.row("0.5", .ask, .needsUnit),
      acid.row("7,35", .right, reads: "7.35"),
      acid.row("7.35 mmol/L", .wrong, .noUnitBelongs),
      gas.row("40 mmHg", .right),
      warm.row("98.6 °F", .wrong),
      accepting.row("98.6 °F", .right),
    ]
  }
}
