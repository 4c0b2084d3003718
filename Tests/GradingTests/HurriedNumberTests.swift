import Testing

@testable import Decks
@testable import Grading

/// Numbers as a tired clinician types them: each right spelling with the near-misses beside it.
@Suite struct HurriedNumberTests {
  @Test func `answers for 2 4 mL, 120 mg, 1 5 mg per kg and more`() throws {
    try check(
      Rows("2.4 mL +- 1%"),
      right: [
        "2.4mls", "2.4 MLS", "2,40 ml", "2.4 mL PO", "2.4 mL orally", "IV 2.4 mL", "2.4 mL.",
        "2.4 mL!", "2.4 mL?", "\"2.4 mL\"", "2400 microlitres", "2400 mcL", "2400 uL",
        "0.0024 litres", "2.4000 mL", "2.4 ML",
      ],
      note: [".0024 L", "2.4ccs", "2.4 cm³"],
      ask: [
        "2.4 ml approx", "approx 2.4 ml", "2.4 ml's", "2.4m l", "2.4 mil", "2.4ml IV stat",
        "2.4 mL IV IM", "2.4 mL of ketamine", "ketamine 2.4 mL", "2.4mL = 120 mg",
        "120 mg = 2.4 mL", "2.4 mL (120 mg)", "24 mL/10", "2.400mL", "2;4 mL", "2/4 mL", "2-4 mL",
        "2_4 mL", "2.4+ mL", "2.4 - mL", "-", "dunno", "2.4 x 1 mL", "2.4 mL x 2", "2.4 mL x2",
        "1.2 mL x 2", "two", "2.4mL IVI",
      ],
      wrong: [
        "2.4 mg", "2.4 mL/kg", "2.4 mL/min", "2:4 mL", "2.4L", "2.4 l", "2.4 dL", "2.4 ampoules",
      ]
    )
    try check(
      Rows("120 mg +- 0"),
      right: [
        "120mgs", "120 mg IV", "120mg im", "0.12 g", "0.12g", "0,12 g", "120 000 mcg", "120000 mcg",
        "120000 micrograms", "120 milligrammes", "120 MG", "120Mg", "120 mG",
      ],
      note: [".12 g", "120.0 mg"],
      ask: [
        "120 mg iv push", "120,000 mcg", "120000 mikrograms", "120 mgg", "120 mg daily",
        "120 mg OD", "120 mg bd", "120 mg qds", "120 mg tds", "120 mg every 8 hours",
        "120 mg 8 hourly", "120 mg once", "120 mg stat", "60 mg x 2", "60 mg bd",
        "1.5 mg/kg x 80 kg", "80 x 1.5 = 120 mg", "120 miligrams", "l20 mg", "12O mg", "120-130 mg",
        "max 120 mg", "up to 120 mg",
      ],
      wrong: [
        "120 m", "120 mg/dose", "120 mg/day", "1200 mg", "12 mg", "12.0 mg", "102 mg", "210 mg",
        "120 units", "120 mmol", "<120 mg", "at most 120 mg", "≤120 mg",
      ]
    )
    try check(
      Rows("1.5 mg/kg +- 0"),
      right: [
        "1.5mg/kg", "1.5 mgs/kg", "1.5 mg/kilo", "1.5 mg per kilo", "1.5 mg/kg IV",
        "1.5 milligrams per kilogram", "1.5 mg⁄kg", "1.5 mg∕kg", "1.5mg.kg-1", "1.5 mg.kg^-1",
        "1.5 mg·kg-1", "1.5 mg kg−1", "1.5 mg kg–1", "1500 mcg.kg-1", "0.0015 g/kg", "105 mg/70 kg",
        "1,5 mg/kg",
      ],
      ask: [
        "1.5 mg a kilo", "1.5 mg/kg body weight", "1.5 mg/kg bolus", "1.5 mg \\ kg",
        "1.5 mg × kg⁻¹", "1.5 mg kg -1", "1.5 mg kg1", "1.5 mg kg-10", "1.5 mg kg-1.5",
        "1.5 mg-1 kg", "1.5 mg/lb", "1-2 mg/kg",
      ],
      wrong: [
        "1.5 mg kg-1 dose-1", "1.5 mg kg-1 h-1", "1.5 mcg kg-1", "15 mg kg-1", "1.5 mg g-1",
        "1.5 mg m-2", "1.5 kg/mg", "1.5 µg/kg",
      ]
    )
    try check(
      Rows("15 mcg/kg/min +- 0"),
      right: [
        "15 mcg/kg/min", "15 mcg kg-1 min-1", "15 micrograms/kg/minute",
        "15 microgram per kilogram per minute", "900 mcg/kg/h", "0.9 mg/kg/h", "0.9 mg/kg/hr",
        "0.9 mg kg-1 hr-1", "15 mcg/min/kg",
      ],
      note: ["15 µg·kg⁻¹·min⁻¹", "15 ug/kg/min"],
      ask: ["15 mcg/kg.min", "15 mcg/kg/m", "15 gammas"],
      wrong: [
        "15 mcg/kg", "15 mcg/min", "15 mg/kg/min", "15 mcg/kg/h", "15 mcg/kg/hour", "15 mcg/kg/sec",
        "15 mL/h", "15 mcg",
      ]
    )
    try check(
      Rows("500 mL/h +- 0"),
      right: [
        "500 ml/hr", "500 mls/hour", "500 mL per hour", "500 mL h-1", "0.5 L/h", "500 mL/60 min",
        "500 mL/1 h", "12 L/day", "12 litres/24 hours",
      ],
      note: ["500 cc/h"],
      ask: ["0.5 litres an hour", "500 mL over 1 h", "500 mL q1h"],
      wrong: ["8.333 mL/min", "500 mL", "500 mL/min", "5000 mL/h"]
    )
    try check(
      Rows("10 units +- 0"),
      right: ["10units", "10 Units", "10 international units", "10 units subcut"],
      note: ["10 iu", "10U", "10 units SC", "10 u sc"],
      ask: ["10 i.u.", "10 int units", "1O units", "10 mu", "10 MU"],
      wrong: ["100 units", "10 units/h"]
    )
    try check(
      Rows("1 to 2 mg/kg +- 0"),
      right: [
        "1-2mg/kg", "1 - 2 mg/kg", "1mg/kg-2mg/kg", "1 mg/kg to 2 mg/kg", "1 to 2 mg kg-1",
        "1 mg kg-1 to 2 mg kg-1", "1 mg kg-1–2 mg kg-1", "1–2 mg/kg IV", "1000-2000 mcg/kg",
      ],
      note: ["1,0-2,0 mg/kg"],
      ask: ["between 1 and 2 mg/kg", "1-2-3 mg/kg", "1/2 mg/kg", "1 or 2 mg/kg"],
      wrong: ["1-2 mg", "1-2 mcg/kg", "2-1 mg/kg", "1-20 mg/kg", "0.1-2 mg/kg"]
    )
    try check(
      Rows("135..145 mmol/L"),
      right: [
        "140 mmol/l", "140 mmol L-1", "140 mmol·L⁻¹", "0.14 mol/L", "14 mmol/dL", "135-145 mmol/L",
        "135 mmol/L",
      ],
      ask: ["140", "140mM"],
      wrong: ["140 mEq/L", "146 mmol/L", "134.9 mmol/L", "140 mg/dL"]
    )
  }

  @Test func `answers for 6 months, 14 days, 30 min and more`() throws {
    try check(
      Rows("6 months +- 0"),
      right: ["6 months", "6 mths", "0.5 years", "0.5 yr"],
      ask: ["6/12", "6 mo", "half a year", "6 m"],
      wrong: ["26 weeks", "180 days", "6 weeks", "6 years", "60 months"]
    )
    try check(
      Rows("14 days +- 0"),
      right: ["2 weeks", "2 wk", "1 fortnight", "14 d", "336 h"],
      ask: ["a fortnight", "2/52", "14/7", "14 nights"],
      wrong: ["0.5 months", "2 months"]
    )
    try check(
      Rows("30 min +- 0"),
      right: ["30 mins", "30 minutes", "0.5 h", "1800 s", "30min"],
      ask: ["half an hour", "30'", "30 m"],
      wrong: ["30 h", "30 s", "30 metres"]
    )
    try check(
      Rows("37.5 °C +- 0"),
      right: ["37.5 deg C", "37,5 °C", "37.5 celsius"],
      ask: ["37.5 C", "37.5C", "37.5 degrees", "37.5 F", "99.5 F"],
      wrong: ["37.5 °F", "375 °C"]
    )
    try check(
      Rows("50 % +- 0"),
      right: ["50%", "50 percent", "50 per cent"],
      ask: ["0.5", "50", "half"],
      wrong: ["0.5%", "5%", "50 mg/mL"]
    )
    try check(
      Rows("2 years +- 0"),
      right: ["24 months", "2 yr"],
      wrong: ["104 weeks", "730 days", "24 weeks", "25 months", "24 years"]
    )
    try check(
      Rows("1 year +- 0"),
      right: ["12 months"],
      wrong: ["52 weeks", "365 days", "1 month"]
    )
    try check(
      Rows("1 month +- 0"),
      wrong: ["30 days", "4 weeks", "31 days"]
    )
  }

  @Test func `answers for 40 m, 40 min, 1 5 mg per kg per h and more`() throws {
    try check(
      Rows("40 m +- 0"),
      right: ["40 m", "40 metres", "4000 cm"],
      wrong: ["40 min", "40 mm"]
    )
    try check(
      Rows("40 min +- 0"),
      right: ["40 min", "2400 s"],
      ask: ["40 m", "40m"],
      wrong: ["40 h", "40 metres", "4 min"]
    )
    try check(
      Rows("1.5 mg/kg/h +- 0"),
      right: [
        "1.5 mg·kg⁻¹·h⁻¹", "1.5 mg kg-1 h-1", "1.5 mg.kg-1.h-1", "1.5 mg kg⁻¹ h⁻¹",
        "1.5 mg per kg per h", "1.5 mg/kg/h", "1.5 mg h-1 kg-1",
      ],
      wrong: [
        "1.5 mg kg-1", "1.5 mg kg-1 min-1", "1.5 mg h-1", "1.5 mcg kg-1 h-1", "15 mg·kg⁻¹·h⁻¹",
        "1.5 mg kg-1 day-1",
      ]
    )
    try check(
      Rows("1.5 mg/m2 +- 0"),
      right: ["1.5 mg m-2", "1.5 mg·m⁻²", "1.5 mg/m²"],
      ask: ["1.5 mg m-1 m-1 2"],
      wrong: ["1.5 mg kg-1"]
    )
    try check(
      Rows("0.1 mg/mL +- 0"),
      ask: ["1 in 10000", "1/10000"],
      wrong: ["1:10000"]
    )
    try check(
      Rows("4 +- 0"),
      right: ["4"],
      ask: ["4 patients", "4 fewer"],
      wrong: ["4 mg", "4 tablets", "4 days", "5"]
    )
  }
}
