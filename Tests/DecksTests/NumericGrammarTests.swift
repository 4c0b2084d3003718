import Testing

@testable import Decks

@Suite struct NumericGrammarTests {
  private static func quantity(_ text: String) throws -> Quantity {
    try NumericGrammar.quantity(text)
  }

  private static func rational(_ text: String) throws -> Rational {
    try #require(Rational(decimal: text))
  }

  @Test func `a value has a tolerance in its unit, in per cent or in points`() throws {
    let tenth = try Self.rational("0.1")
    let cases: [(String, String, Tolerance)] = [
      ("2.4 mL +- 1%", "2.4 mL", .percent(Rational(1))),
      ("5.25 mL/h ± 0.1 mL/h", "5.25 mL/h", .absolute(tenth)),
      ("5.25 mL/h +- 0.1", "5.25 mL/h", .absolute(tenth)),
      ("50 % +- 5 points", "50 %", .points(Rational(5))),
      ("50% +- 5 %", "50%", .percent(Rational(5))),
      ("40 % +- 5", "40 %", .absolute(Rational(5))),
      ("15 points +- 1 points", "15 points", .absolute(Rational(1))),
      ("20 mg +- 0", "20 mg", .absolute(Rational(0))), ("-3+-1", "-3", .absolute(Rational(1))),
    ]
    for (text, value, tolerance) in cases {
      let read = try NumericGrammar.read(text)
      let quantity = try Self.quantity(value)
      #expect(read == .point(quantity, tolerance, nil), "\(text)")
    }
  }

  @Test func `a bound keeps its comparator`() throws {
    let bound = try Self.quantity("6.5 mmol/L")
    for comparator in Comparator.allCases {
      let read = try NumericGrammar.read("\(comparator.rawValue)6.5 mmol/L +- 0")
      #expect(read == .point(bound, .absolute(Rational(0)), comparator))
    }
  }

  @Test func `ranges and intervals take the unit of their second end`() throws {
    let (low, high) = (try Self.quantity("135 mmol/L"), try Self.quantity("145 mmol/L"))
    for text in ["135..145 mmol/L", "135 mmol/L .. 145 mmol/L"] {
      #expect(try NumericGrammar.read(text) == .range(low, high))
    }
    let (one, two) = (try Self.quantity("1 mg/kg"), try Self.quantity("2 mg/kg"))
    let interval = try NumericGrammar.read("1 to 2 mg/kg +- 10%")
    #expect(interval == .interval(one, two, .percent(Rational(10))))
    let below = try Self.quantity("-3")
    let above = try Self.quantity("3")
    #expect(try NumericGrammar.read("-3..3") == .range(below, above))
  }

  @Test func `numbers are exact`() throws {
    #expect(try Self.quantity("0.1").number == Rational(1).divided(by: Rational(10)))
    #expect(try Self.quantity("−2.50 mmol/L").number == Self.rational("-2.5"))
    #expect(try Self.quantity("  .5   mg ").number == Self.rational("0.5"))
    #expect(try Self.quantity("5 mg/kg/h").unit == "mg/kg/h")
    #expect(try Self.quantity("5%").unit == "%")
    #expect(try Self.quantity("7").unit == nil)
    #expect(try Self.quantity("\n5 mg\n").unit == "mg")
  }

  @Test(arguments: [
    ("5 mg", NumericFault.noTolerance), ("1,5 mg +- 0", .decimalComma("1,5 mg")),
    ("1,000 mL +- 0", .decimalComma("1,000 mL")), ("five +- 0", .noNumber("five")),
    ("5. mg +- 0", .noNumber("5. mg")), ("1.2.3 mg +- 0", .noNumber("1.2.3 mg")),
    ("5 3 mg +- 0", .noNumber("5 3 mg")), ("+- 5", .noNumber("")),
    ("1234567890123456789 +- 0", .noNumber("1234567890123456789")),
    ("5 mg +- 1 g", .otherUnit("mg", "g")), ("5 +- 1 mg", .otherUnit("", "mg")),
    ("5 mg +- x", .badTolerance("x")), ("5 mg +-", .badTolerance("")),
    ("5 mg +- -1", .negativeTolerance), ("5 mg +- 1 points", .pointsWithoutPercent),
    ("9..2 mg", .reversedRange), ("2..2 mg", .reversedRange), ("1 g..2 mg", .otherUnit("g", "mg")),
    ("1 mg..2", .otherUnit("mg", "")), ("2..9 mg +- 1%", .extraTolerance),
    ("1 to 2 mg", .noTolerance),
  ])
  func `each fault has its name`(text: String, fault: NumericFault) {
    #expect(throws: fault) { try NumericGrammar.read(text) }
    #expect(!fault.message.isEmpty)
  }
}
