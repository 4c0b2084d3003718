import Scheduling
import Testing

@testable import Decks
@testable import Grading

/// What holds for every unit of the table, tried on many quantities from a seed.
@Suite struct UnitLawTests {
  private static let words: [Dimension: [String]] = {
    Dictionary(grouping: UnitTable.terms.keys.sorted()) { word in
      UnitTable.terms[word]?.dimension ?? .percent
    }
  }()

  private static func factor(_ word: String) -> Rational {
    UnitTable.terms[word]?.factor ?? Rational(1)
  }

  /// One number in another unit as a plain decimal; nil where that has too many figures to be read.
  private static func converted(_ number: Rational, from: Rational, to: Rational) -> String? {
    guard let value = from.divided(by: to).flatMap(number.times) else { return nil }
    let text = value.decimalText
    return text.utf8.count <= 13 && Rational(decimal: text) == value ? text : nil
  }

  /// Right and note as one: a risky spelling of the unit is pointed out, and the dose is right.
  private static func outcome(_ key: Key, _ typed: String) -> Verdict.Outcome {
    let context = GradingContext(isSecondTry: true)
    let outcome = Grader.grade(key, typed: typed, context: context).outcome
    return outcome == .note ? .right : outcome
  }

  private static func number(_ random: inout SplitMix64) -> Rational {
    let places: Int128 = [1, 10, 100].randomElement(using: &random) ?? 1
    return Rational(Int128.random(in: 1...999, using: &random), over: places) ?? Rational(1)
  }

  @Test func `converting to any unit of the dimension never changes the verdict`() throws {
    var random = SplitMix64(seed: 11)
    var compared: Set<String> = []
    for words in Self.words.values.sorted(by: { $0[0] < $1[0] }) {
      for home in words {
        let number = Self.number(&random)
        let key = try numeric("\(number.decimalText) \(home) +- 1%")
        // On the key, on its bound, and just beyond.
        for percent in [100, 101, 99, 102, 98, 1000, 10] {
          guard let near = Rational(Int128(percent), over: 100).flatMap({ number.times($0) }),
            let plain = Self.converted(near, from: Rational(1), to: Rational(1))
          else { continue }
          let wanted: Verdict.Outcome = (99...101).contains(percent) ? .right : .wrong
          #expect(Self.outcome(key, "\(plain) \(home)") == wanted, "\(plain) \(home) for \(key)")
          for word in words {
            guard
              let text = Self.converted(near, from: Self.factor(home), to: Self.factor(word))
            else { continue }
            compared.insert(word)
            #expect(Self.outcome(key, "\(text) \(word)") == wanted, "\(text) \(word) for \(key)")
          }
        }
      }
    }
    #expect(compared == Set(UnitTable.terms.keys))
  }

  @Test func `every part of a rate converts, however it is written`() throws {
    var random = SplitMix64(seed: 12)
    let masses = (Self.words[.mass] ?? []).filter { Self.factor($0) <= Rational(1) }
    let times = Self.words[.time] ?? []
    var compared = 0
    for _ in 0..<3000 {
      let number = Self.number(&random)
      let key = try numeric("\(number.decimalText) mg/kg/h +- 0")
      let mass = masses.randomElement(using: &random) ?? "mg"
      let time = times.randomElement(using: &random) ?? "h"
      guard let from = Self.factor("mg").divided(by: Self.factor("h")),
        let to = Self.factor(mass).divided(by: Self.factor(time)),
        let text = Self.converted(number, from: from, to: to)
      else { continue }
      compared += 1
      for unit in Self.rates(mass, time) {
        #expect(Self.outcome(key, "\(text) \(unit)") == .right, "\(text) \(unit) for \(key)")
        #expect(Self.outcome(key, "\(text)1 \(unit)") != .right, "\(text)1 \(unit) for \(key)")
      }
    }
    #expect(compared > 500)
  }

  /// Ways to write a mass per body weight and time.
  private static func rates(_ mass: String, _ time: String) -> [String] {
    [
      "\(mass)/kg/\(time)", "\(mass) per kg per \(time)", "\(mass) kg-1 \(time)-1",
      "\(mass)·kg⁻¹·\(time)⁻¹", "\(mass).kg-1.\(time)-1", "\(mass)/\(time)/kg",
      "\(mass)/kg per \(time)", "\(mass) \(time)-1 kg−1", "\(mass) ⋅ kg^-1 ⋅ \(time)^-1",
    ]
  }

  @Test func `a figure, a point, a unit or a comparator too much or too few is never right`() throws
  {
    var random = SplitMix64(seed: 13)
    let all = UnitTable.terms.keys.sorted()
    for word in all {
      let number = Self.number(&random)
      let text = number.decimalText
      let point = try numeric("\(text) \(word) +- 0")
      let prose = Self.prose("give \(text) \(word)")
      var slips = Self.figures(text, number).map { "\($0) \(word)" }
      for _ in 0..<20 {
        let other = all.randomElement(using: &random) ?? "mg"
        let isSame = UnitTable.terms[other]?.dimension == UnitTable.terms[word]?.dimension
        if !isSame || Self.factor(other) != Self.factor(word) { slips.append("\(text) \(other)") }
      }
      for sign in ["<", ">", "≤", "≥", "<= ", "=> ", "-", "−", "more than ", "at least ", "not "] {
        slips.append("\(sign)\(text) \(word)")
      }
      for slip in slips {
        #expect(Self.outcome(point, slip) != .right, "\(slip) for \(text) \(word)")
        #expect(Self.outcome(prose, "give \(slip)") != .right, "\(slip) for \(text) \(word)")
      }
    }
  }

  private static func prose(_ answer: String) -> Key { text(answer) }

  /// The number with each figure added at each place, with its point gone, and with one put in.
  private static func figures(_ text: String, _ number: Rational) -> [String] {
    let characters = Array(text)
    var slips = [text.filter { $0 != "." }]
    for place in 0...characters.count {
      for figure in "0123456789." {
        var longer = characters
        longer.insert(figure, at: place)
        slips.append(String(longer))
      }
    }
    return slips.filter { $0 != text && Rational(decimal: $0) != number }
  }

  @Test func `case, white space and thin spaces never change it`() throws {
    var random = SplitMix64(seed: 14)
    let spaces = [" ", "  ", "\u{A0}", "\u{2009}", "\u{202F}", "\u{200A}", "\t", ""]
    for word in UnitTable.terms.keys.sorted() {
      let number = Self.number(&random).decimalText
      let key = try numeric("\(number) \(word) +- 0")
      for space in spaces {
        let typed = "\(space)\(number)\(space)\(word)\(space)"
        #expect(Self.outcome(key, typed) == .right, "\(typed)")
      }
      for written in [word.lowercased(), word.uppercased(), word.capitalized] {
        let outcome = Self.outcome(key, "\(number) \(written)")
        // Letters that may be two units are asked about.
        #expect(outcome == .right || outcome == .ask, "\(written) for \(word)")
        if case .found = Units.look(up: written) { #expect(outcome == .right, "\(written)") }
      }
    }
  }

  @Test func `months are no weeks and no days`() throws {
    let calendar = Self.words[.calendar] ?? []
    for month in calendar {
      let key = try numeric("12 \(month) +- 0")
      for time in Self.words[.time] ?? [] {
        for number in ["12", "30", "48", "52", "84", "360", "364", "365", "366"] {
          #expect(Self.outcome(key, "\(number) \(time)") == .wrong, "\(number) \(time)")
        }
      }
    }
  }
}

extension String {
  /// The word with its first letter alone in upper case.
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst().lowercased() }
}
