import Decks

/// Chooses the unit of a result and shows it.
struct CalculatorDisplay {
  private let value: CalculatorValue
  private let position: Int

  /// Takes a result and the place that errors of its unit name.
  init(_ value: CalculatorValue, at position: Int) {
    self.value = value
    self.position = position
  }

  /// The result with its unit; throws where no dose, rate or strength has such a unit.
  func result() throws(CalculatorError) -> CalculatorResult {
    var parts = Self.shown(value.parts)
    if !value.isFixed { try check(parts) }
    guard var number = Self.number(value, in: parts) else {
      throw CalculatorError(.overflow, at: position)
    }
    if !value.isFixed, let (better, scaled) = Self.rescaled(number, parts, value) {
      (parts, number) = (better, scaled)
    }
    let figures = CalculatorFigures(number)
    let name = Self.name(of: parts, isOne: number == Rational(1))
    let gap = name.isEmpty || name.hasPrefix("/") ? "" : " "
    return CalculatorResult(
      text: (figures.isExact ? "" : "≈ ") + figures.text + gap + name,
      isExact: figures.isExact
    )
  }

  /// The unit of a value, for messages; empty for a plain number.
  static func name(of value: CalculatorValue) -> String {
    name(of: shown(value.parts), isOne: false)
  }

  private static func number(_ value: CalculatorValue, in parts: [CalculatorPart]) -> Rational? {
    CalculatorValue.size(of: parts).flatMap { value.number.divided(by: $0) }
  }

  /// One unit for each dimension that is left: the first one written that stands on its side.
  private static func shown(_ parts: [CalculatorPart]) -> [CalculatorPart] {
    var powers: [Dimension: Int] = [:]
    for part in parts { powers[part.term.dimension, default: 0] += part.power }
    var shown: [CalculatorPart] = []
    for part in parts {
      guard let power = powers[part.term.dimension], power != 0, (power > 0) == (part.power > 0)
      else { continue }
      shown.append(CalculatorPart(part.term, power: power))
      powers[part.term.dimension] = nil
    }
    return shown
  }
}

// MARK: Units that make no sense

extension CalculatorDisplay {
  private func check(_ parts: [CalculatorPart]) throws(CalculatorError) {
    let powers = value.dimensions
    if let weight = powers[.bodyWeight], let mass = powers[.mass], (weight, mass) != (-1, 1) {
      let grams = parts.first { $0.term.dimension == .mass }?.term.name ?? ""
      throw CalculatorError(.weightBesideMass(grams), at: position)
    }
    guard Self.isUsual(powers) else {
      throw CalculatorError(.oddUnit(Self.name(of: parts, isOne: false)), at: position)
    }
  }

  /// Whether a dose, rate, strength or measure may have such a unit.
  private static func isUsual(_ powers: [Dimension: Int]) -> Bool {
    for (dimension, power) in powers {
      guard abs(power) == 1 || dimension == .length && abs(power) == 2 else { return false }
    }
    let above = powers.filter { $0.value > 0 }.map(\.key)
    switch above.count {
    case 0: return powers.isEmpty || powers == [.time: -1]
    case 1: return true
    default:
      // mmHg·min/L (resistance) and mg·h/L (area under a curve), not mL·h or kg·mg.
      let others = above.filter { $0 != .time }
      return above.count == 2 && others.count == 1 && powers[.volume] == -1
    }
  }
}

// MARK: Prefixes and names

extension CalculatorDisplay {
  /// Units that a result may move to; kilograms are body weight, and thousands of units kill.
  private static let ladders: [Dimension: [String]] = [
    .mass: ["g", "mg", "mcg", "ng", "pg"],
    .volume: ["L", "mL", "microlitre"],
    .amount: ["mol", "mmol", "micromol", "nmol", "pmol"],
  ]

  /// The result in another prefix where the written one gives less than 0.01 or 10 000 and more.
  private static func rescaled(
    _ number: Rational,
    _ parts: [CalculatorPart],
    _ value: CalculatorValue
  ) -> ([CalculatorPart], Rational)? {
    let size = number.magnitude
    guard let low = Rational(1, over: 100), size != Rational(0),
      size < low || size >= Rational(10_000)
    else { return nil }
    let above = parts.indices.filter { parts[$0].power > 0 }
    guard above.count == 1, let index = above.first, parts[index].power == 1,
      let ladder = ladders[parts[index].term.dimension]
    else { return nil }
    for name in ladder {
      guard let term = UnitTable.terms[name] else { continue }
      var better = parts
      better[index] = CalculatorPart(term, power: 1)
      if let scaled = Self.number(value, in: better), scaled.magnitude >= Rational(1) {
        return (better, scaled)
      }
    }
    return nil
  }

  private static func name(of parts: [CalculatorPart], isOne: Bool) -> String {
    var above: [String] = []
    var below = ""
    for part in parts {
      let isPlural = part.power > 0 && !isOne
      let power = abs(part.power) == 1 ? "" : String(abs(part.power))
      let name = grammatical(part.term.name, isPlural: isPlural) + power
      if part.power > 0 { above.append(name) } else { below += "/" + name }
    }
    return above.joined(separator: "·") + below
  }

  /// The table's names are partly plural (`tablets`), partly singular (`day`).
  private static func grammatical(_ name: String, isPlural: Bool) -> String {
    if ["dose", "day", "week"].contains(name) { return isPlural ? name + "s" : name }
    guard !isPlural, name.utf8.count > 3, name.hasSuffix("s") else { return name }
    return String(name.dropLast(name.hasSuffix("ches") ? 2 : 1))
  }
}
