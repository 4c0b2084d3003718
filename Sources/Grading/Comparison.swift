import Decks

/// Compares one typed number with the expected one, exactly, in the expected unit.
struct Comparison {
  let expected: ReadEnd
  let tolerance: Tolerance

  /// Why the number is not right; empty where it is.
  func faults(of typed: ReadEnd) -> [Reason] {
    if let fault = UnitComparison.fault(expected: expected.unit, typed: typed.unit) {
      return [fault]
    }
    guard let number = converted(typed), let margin else {
      return [.off(.high, typed: typed.plain)]
    }
    guard let difference = number.minus(expected.number)?.magnitude else {
      return [.off(number < expected.number ? .low : .high, typed: typed.plain)]
    }
    if difference <= margin { return [] }
    let isSwapped = number.plus(expected.number).map { $0.magnitude <= margin } ?? false
    if isSwapped { return [.wrongSign] }
    let isHigh = number.magnitude > expected.number.magnitude
    let direction: Direction = isHigh ? .high : .low
    if (number < Rational(0)) == (expected.number < Rational(0)),
      let factor = factor(number.magnitude, expected.number.magnitude)
    {
      return [.factor(factor, direction, typed: typed.plain)]
    }
    return [.off(number < expected.number ? .low : .high, typed: typed.plain)]
  }

  /// The typed number in the expected unit; nil where it leaves 128 bits.
  private func converted(_ typed: ReadEnd) -> Rational? {
    guard let from = typed.unit, let to = expected.unit, from.factor != to.factor else {
      return typed.number
    }
    return from.factor.divided(by: to.factor).flatMap(typed.number.times)
  }

  /// How far off is still right, in the expected unit.
  private var margin: Rational? {
    switch tolerance {
    case .absolute(let size), .points(let size): size
    case .percent(let size): expected.number.magnitude.times(size)?.divided(by: Rational(100))
    }
  }

  /// The slips that are named: powers of ten, and minutes, hours and days taken for each other.
  private static let slips = [10, 100, 1000, 10_000, 1_000_000, 60, 24, 1440, 3600]

  private func factor(_ number: Rational, _ wanted: Rational) -> Int? {
    let (small, large) = number < wanted ? (number, wanted) : (wanted, number)
    guard small > Rational(0), let ratio = large.divided(by: small) else { return nil }
    return Self.slips.first { slip in
      // Within a hundredth: a slip of a factor is a slip of a rounded figure, too.
      guard let distance = ratio.minus(Rational(slip))?.magnitude.times(Rational(100)) else {
        return false
      }
      return distance <= Rational(slip)
    }
  }
}

/// Says in what way the units of two quantities differ.
enum UnitComparison {
  /// Nil where both measure the same.
  static func fault(expected: UnitReading?, typed: UnitReading?) -> Reason? {
    let wanted = expected?.dimensions ?? [:]
    let found = typed?.dimensions ?? [:]
    if wanted == found { return nil }
    guard let expected else { return .noUnitBelongs }
    guard let typed else { return .needsUnit }
    if isPumpRate(found), !isPumpRate(wanted), wanted[.time] == -1 { return .pumpRate }
    let missing = expected.denominators.filter { !contains($0, in: typed) }
    let extra = typed.denominators.filter { !contains($0, in: expected) }
    if differs(wanted, by: missing, from: found), extra.isEmpty {
      return .perMissing(missing.map(\.name).joined(separator: "/"))
    }
    if differs(found, by: extra, from: wanted), missing.isEmpty {
      return .perUnasked(extra.map(\.name).joined(separator: "/"))
    }
    if top(wanted, expected) == top(found, typed), !missing.isEmpty, !extra.isEmpty {
      return .perOther(
        expected: missing.map(\.name).joined(separator: "/"),
        typed: extra.map(\.name).joined(separator: "/")
      )
    }
    return .wrongUnit(expected: expected.name, typed: typed.name)
  }

  private static func isPumpRate(_ dimensions: [Dimension: Int]) -> Bool {
    dimensions == [.volume: 1, .time: -1]
  }

  private static func contains(_ term: UnitTerm, in unit: UnitReading) -> Bool {
    unit.denominators.contains { $0.dimension == term.dimension }
  }

  /// Whether taking the denominators off one side leaves the other.
  private static func differs(
    _ longer: [Dimension: Int],
    by denominators: [UnitTerm],
    from shorter: [Dimension: Int]
  ) -> Bool {
    guard !denominators.isEmpty else { return false }
    return without(denominators, longer) == shorter
  }

  /// What stands above the line.
  private static func top(_ dimensions: [Dimension: Int], _ unit: UnitReading) -> [Dimension: Int] {
    without(unit.denominators, dimensions)
  }

  private static func without(
    _ denominators: [UnitTerm],
    _ dimensions: [Dimension: Int]
  ) -> [Dimension: Int] {
    var rest = dimensions
    for term in denominators {
      let power = rest[term.dimension, default: 0] + 1
      rest[term.dimension] = power == 0 ? nil : power
    }
    return rest
  }
}
