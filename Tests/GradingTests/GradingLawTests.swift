import Scheduling
import Testing

@testable import Decks
@testable import Grading

/// What holds for any dose, tried on many from a seed.
@Suite struct GradingLawTests {
  private static let scales: [(unit: String, places: Int)] = [
    ("mg", 0), ("mcg", 3), ("g", -3), ("ng", 6), ("micrograms", 3),
  ]

  /// A decimal without trailing zeros and with fewer than three figures behind the point, so
  /// that no reading of it is in doubt.
  private static func dose(_ random: inout SplitMix64) -> Int {
    Int.random(in: 1...9999, using: &random)
  }

  /// `value` hundredths, moved by powers of ten, as plain text.
  private static func plain(_ value: Int, times power: Int) -> String {
    var number = Rational(Int128(value), over: 100) ?? Rational(0)
    for _ in 0..<abs(power) {
      let ten = Rational(10)
      number = (power > 0 ? number.times(ten) : number.divided(by: ten)) ?? number
    }
    return number.decimalText
  }

  private static func grade(_ key: Key, _ typed: String) -> Verdict.Outcome {
    Grader.grade(key, typed: typed, context: GradingContext(isSecondTry: true)).outcome
  }

  private static func key(_ value: Int) throws -> Key {
    try numeric("\(plain(value, times: 0)) mg +- 1%")
  }

  @Test func `another unit of the dimension never changes the verdict`() throws {
    var random = SplitMix64(seed: 1)
    for _ in 0..<500 {
      let value = Self.dose(&random)
      let key = try Self.key(value)
      // Near the bound of 1 %, where a rounded conversion would tip over.
      let typed = max(1, value + Int.random(in: -2...2, using: &random) * max(1, value / 200))
      let verdicts = Self.scales.map { scale -> Verdict.Outcome in
        let number = Self.plain(typed, times: scale.places)
        // A figure such as 1.250 has two readings, and so has no verdict; ours end in no zero.
        return Self.grade(key, "\(number) \(scale.unit)")
      }
      #expect(Set(verdicts).count == 1, "\(typed) for \(key): \(verdicts)")
    }
  }

  @Test func `the key itself is right in every unit`() throws {
    var random = SplitMix64(seed: 2)
    for _ in 0..<500 {
      let value = Self.dose(&random)
      let key = try Self.key(value)
      for scale in Self.scales {
        let typed = "\(Self.plain(value, times: scale.places)) \(scale.unit)"
        #expect(Self.grade(key, typed) == .right, "\(typed)")
      }
    }
  }

  @Test func `one slip of a figure, point, unit or comparator is never right`() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<500 {
      let value = Self.dose(&random)
      let key = try Self.key(value)
      let basic = text("Give \(Self.plain(value, times: 0)) mg")
      let number = Self.plain(value, times: 0)
      for slip in Self.slips(of: number, &random) {
        for (key, typed) in [(key, slip), (basic, "give \(slip)")] {
          let outcome = Self.grade(key, typed)
          #expect(outcome != .right && outcome != .note, "\(typed) for \(number) mg")
        }
      }
    }
  }

  /// Ways to be wrong by one stroke.
  private static func slips(of number: String, _ random: inout SplitMix64) -> [String] {
    let place = Int.random(in: 0...number.count, using: &random)
    let digit = Int.random(in: 1...9, using: &random)
    let index = number.index(number.startIndex, offsetBy: place)
    var longer = number
    longer.insert(contentsOf: String(digit), at: index)
    var slips = [
      "\(number)0 mcg", "\(number) mcg", "\(number) g", "\(number) mL", "\(number) mg/kg",
      "\(number) mg/h", "\(number) mmol", "\(number) units", "\(number) %", "< \(number) mg",
      "≥\(number) mg", "-\(number) mg", "not \(number) mg", "\(number) mg or 2 mg",
      "\(number)-90000 mg", "\(number) mg 1", "1:\(number.filter(\.isNumber))",
      "\(number)e3 mg", "\(number)O mg", "O\(number) mg", "x10 \(number) mg",
    ]
    if number.contains(".") {
      slips.append(number.filter { $0 != "." } + " mg")
    } else {
      slips.append("\(number)0 mg")
    }
    // A figure more behind the point may lie inside 1 %.
    if let changed = Rational(decimal: longer), let kept = Rational(decimal: number),
      let distance = changed.minus(kept)?.magnitude.times(Rational(100)), distance > kept
    {
      slips.append("\(longer) mg")
    }
    return slips
  }

  @Test func `case, white space and thin spaces never change the verdict`() throws {
    var random = SplitMix64(seed: 4)
    let spaces = [" ", "  ", "\u{A0}", "\u{2009}", "\u{202F}", "\t", ""]
    for _ in 0..<500 {
      let key = try Self.key(Self.dose(&random))
      let number = Self.plain(Self.dose(&random), times: 0)
      let wanted = Self.grade(key, "\(number) mg")
      for space in spaces {
        for unit in ["mg", "MG", "mG", "Mg"] {
          let typed = "\(space)\(number)\(space)\(unit)\(space)"
          #expect(Self.grade(key, typed) == wanted, "\(typed)")
        }
      }
    }
  }

  @Test func `whether and what to ask does not depend on the value`() throws {
    var random = SplitMix64(seed: 5)
    let typed = [
      "1,500 mg", "1.500 mg", "5", "5 MU", "5 gr", "1-2 mg", "5 mg 6 mg", "5 mg/kg", "5 mg",
      "½ mg", "abc", "", "5 wibble", "1:1000", "> 5 mg", "5e3 mg", "O.5 mg", "5 mg IV",
    ]
    for text in typed {
      let asks = try (0..<50).map { _ -> Verdict? in
        let key = try Self.key(Self.dose(&random))
        let verdict = Grader.grade(key, typed: text, context: GradingContext())
        return verdict.outcome == .ask ? verdict : nil
      }
      #expect(Set(asks).count == 1, "\(text)")
    }
  }

  @Test func `any bytes get some verdict, and never a right one for a dose`() throws {
    var random = SplitMix64(seed: 6)
    let alphabet = Array(
      " 0123456789.,-–/:%<>≤±×^eEOlµμgmLkhdU½²⁹٣５;|'\u{301}\u{FE0F}to per\0\n".unicodeScalars
    )
    let keys = [
      try numeric("77777.7 mg +- 0"), text("77777.7 mg IV over 9 min"),
      Key.blanks([Blank(text: "77777.7 mg"), Blank(text: "liver")]), .truth(true),
      .order(Ordering(steps: ["a", "b"])),
    ]
    for _ in 0..<1000 {
      let length = Int.random(in: 0...24, using: &random)
      let scalars = (0..<length).map { _ in alphabet.randomElement(using: &random) ?? " " }
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      for typed in [scalars.text, String(decoding: bytes, as: UTF8.self)] {
        for key in keys.prefix(3) {
          let outcome = Grader.grade(key, typed: typed, context: GradingContext()).outcome
          #expect(outcome != .right && outcome != .note, "\(typed)")
        }
        for key in keys.dropFirst(3) {
          _ = Grader.grade(key, typed: typed, context: GradingContext())
        }
      }
    }
  }

  @Test func `very long answers are refused or read, never right`() throws {
    let numericKey = try numeric("2.4 mL +- 1%")
    let keys = [numericKey, text("2.4 mL IV"), text("liver")]
    for part in [
      "2", "2.4 mL ", " ", "2 ", "a", "ab ", "1/", "1:", "1-", "mg/", "½", "2,", "-", "'",
    ] {
      for size in [19_000, 100_000] {
        let typed = "2.4 mL" + String(repeating: part, count: size / part.utf8.count) + "24 mL"
        for key in keys {
          let outcome = Grader.grade(key, typed: typed, context: GradingContext()).outcome
          #expect(outcome != .right && outcome != .note, "\(part)")
        }
      }
    }
  }
}
