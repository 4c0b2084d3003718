import Decks

/// A number with its units while an expression is evaluated.
struct CalculatorValue {
  /// In base units of each dimension.
  var number: Rational
  /// The units as written, in order; those of one dimension may stand on both sides of the line.
  var parts: [CalculatorPart]
  /// Whether the unit was asked for, so that it is shown as it is.
  var isFixed = false

  /// A number of written units; nil where it leaves 128 bits.
  init?(_ count: Rational, _ parts: [CalculatorPart]) {
    guard let size = Self.size(of: parts), let number = count.times(size) else { return nil }
    self.init(base: number, parts)
  }

  private init(base number: Rational, _ parts: [CalculatorPart]) {
    self.number = number
    self.parts = parts
  }

  /// The powers of the dimensions; none is zero.
  var dimensions: [Dimension: Int] {
    var powers: [Dimension: Int] = [:]
    for part in parts { powers[part.term.dimension, default: 0] += part.power }
    return powers.filter { $0.value != 0 }
  }

  /// The dimensions with a lone kg above the line taken as the mass that it is.
  private var massDimensions: [Dimension: Int] {
    var powers = dimensions
    if powers[.bodyWeight] == 1, powers[.mass] == nil {
      powers[.bodyWeight] = nil
      powers[.mass] = 1
    }
    return powers
  }

  /// Whether the dimensions have a kg that `massDimensions` takes as mass.
  private var hasLoneWeight: Bool { dimensions[.bodyWeight] == 1 && dimensions[.mass] == nil }

  var isPercent: Bool { dimensions == [.percent: 1] }

  private var isTemperature: Bool {
    parts.contains { $0.term.dimension == .celsius || $0.term.dimension == .fahrenheit }
  }

  /// How many base units one of the parts' product is; nil beyond 128 bits.
  static func size(of parts: [CalculatorPart]) -> Rational? {
    var size = Rational(1)
    for part in parts where part.term.factor != Rational(1) {
      for _ in 0..<abs(part.power) {
        let next =
          part.power > 0 ? size.times(part.term.factor) : size.divided(by: part.term.factor)
        guard let next else { return nil }
        size = next
      }
    }
    return size
  }
}

// MARK: Sums and conversion

extension CalculatorValue {
  static prefix func - (value: CalculatorValue) -> CalculatorValue {
    var value = value
    value.number = -value.number
    return value
  }

  func plus(_ other: CalculatorValue, at position: Int) throws(CalculatorError) -> CalculatorValue {
    guard massDimensions == other.massDimensions else {
      let names = (CalculatorDisplay.name(of: self), CalculatorDisplay.name(of: other))
      throw CalculatorError(.unlike(names.0, names.1), at: position)
    }
    guard let right = other.number(like: self), let sum = number.plus(right) else {
      throw CalculatorError(.overflow, at: position)
    }
    return CalculatorValue(base: sum, parts)
  }

  /// The same quantity in another unit of its kind.
  func converted(
    to target: [CalculatorPart],
    at position: Int
  ) throws(CalculatorError) -> CalculatorValue {
    var result = CalculatorValue(base: number, target)
    result.isFixed = true
    let wanted = result.dimensions
    if wanted == [.percent: 1], dimensions.isEmpty {
      guard let share = number.times(Rational(100)) else {
        throw CalculatorError(.overflow, at: position)
      }
      result.number = share
      return result
    }
    guard massDimensions == result.massDimensions else {
      let isDegrees = isTemperature && result.isTemperature
      let names = (CalculatorDisplay.name(of: self), CalculatorDisplay.name(of: result))
      throw CalculatorError(
        isDegrees ? .temperature : .otherKind(from: names.0, to: names.1),
        at: position
      )
    }
    guard let same = self.number(like: result) else {
      throw CalculatorError(.overflow, at: position)
    }
    result.number = same
    return result
  }

  /// The number in the base of another value that has kg for g, or the other way round.
  private func number(like other: CalculatorValue) -> Rational? {
    switch (hasLoneWeight, other.hasLoneWeight) {
    case (true, false): number.times(Rational(1000))
    case (false, true): number.divided(by: Rational(1000))
    default: number
    }
  }
}

// MARK: Products and quotients

extension CalculatorValue {
  func times(
    _ other: CalculatorValue,
    at position: Int
  ) throws(CalculatorError) -> CalculatorValue {
    if isTemperature || other.isTemperature { throw CalculatorError(.temperature, at: position) }
    switch (isPercent, other.isPercent) {
    case (true, _): return try share(of: other, at: position)
    case (false, true): return try other.share(of: self, at: position)
    case (false, false):
      return try Self.checked(number.times(other.number), parts, other.parts, at: position)
    }
  }

  func divided(
    by other: CalculatorValue,
    at position: Int
  ) throws(CalculatorError) -> CalculatorValue {
    if isTemperature || other.isTemperature { throw CalculatorError(.temperature, at: position) }
    if other.number == Rational(0) { throw CalculatorError(.divisionByZero, at: position) }
    if other.isPercent, !isPercent { throw CalculatorError(.divisionByPercent, at: position) }
    if isPercent, !other.isPercent, !other.dimensions.isEmpty {
      throw CalculatorError(.percentBesideUnit, at: position)
    }
    let inverse = other.parts.map { CalculatorPart($0.term, power: -$0.power) }
    return try Self.checked(number.divided(by: other.number), parts, inverse, at: position)
  }

  /// These per cent of another value.
  private func share(
    of whole: CalculatorValue,
    at position: Int
  ) throws(CalculatorError) -> CalculatorValue {
    // 5 % of 1 L is 50 mL of alcohol and 50 g of glucose.
    if whole.parts.contains(where: { $0.term.dimension == .volume }) {
      throw CalculatorError(.percentOfVolume, at: position)
    }
    let product = number.times(whole.number)?.divided(by: Rational(100))
    return try Self.checked(product, whole.parts, [], at: position)
  }

  private static func checked(
    _ number: Rational?,
    _ left: [CalculatorPart],
    _ right: [CalculatorPart],
    at position: Int
  ) throws(CalculatorError) -> CalculatorValue {
    guard let number else { throw CalculatorError(.overflow, at: position) }
    let value = CalculatorValue(base: number, CalculatorPart.product(left, right))
    let powers = value.dimensions
    if powers[.mass, default: 0] > 1, powers[.bodyWeight, default: 0] < 0 {
      throw CalculatorError(.weightNotInKilograms, at: position)
    }
    return value
  }
}
