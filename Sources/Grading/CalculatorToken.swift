import Decks

/// A unit with its power, as it stands in an expression.
struct CalculatorPart: Hashable {
  let term: UnitTerm
  var power: Int

  init(_ term: UnitTerm, power: Int) {
    // How a unit was written does not tell it from itself.
    self.term = UnitTerm(
      name: term.name,
      dimension: term.dimension,
      factor: term.factor,
      notation: nil
    )
    self.power = power
  }

  /// The parts of an entry of the table: areas are lengths squared, kilograms body weight.
  static func parts(of term: UnitTerm, power: Int) -> [CalculatorPart] {
    func part(_ name: String, _ own: Int) -> [CalculatorPart] {
      UnitTable.terms[name].map { [CalculatorPart($0, power: own * power)] } ?? []
    }
    return switch term.name {
    case "m2": part("m", 2)
    case "cm2": part("cm", 2)
    case "beats/min": part("beats", 1) + part("min", -1)
    default: [CalculatorPart(Units.belowTheLine(term), power: power)]
    }
  }

  /// Puts the parts of a product together, in the order in which they appear.
  static func product(_ left: [CalculatorPart], _ right: [CalculatorPart]) -> [CalculatorPart] {
    var parts = left
    for part in right {
      guard let index = parts.firstIndex(where: { $0.term == part.term }) else {
        parts.append(part)
        continue
      }
      parts[index].power += part.power
      if parts[index].power == 0 { parts.remove(at: index) }
    }
    return parts
  }
}

/// A piece of an expression.
struct CalculatorToken {
  enum Kind: Equatable {
    case number(Rational)
    /// A unit; a count has its slash first, as in `60/min`.
    case unit([CalculatorPart], isCount: Bool)
    case plus
    case minus
    case times
    case over
    case open
    case close
    case convert
    case end
  }

  let kind: Kind
  /// The characters before it.
  let position: Int
  let text: String
  let isAfterBlank: Bool
  let isBeforeBlank: Bool

  /// Whether it is stuck to both neighbours.
  var isTight: Bool { !isAfterBlank && !isBeforeBlank }

  var isNumber: Bool {
    if case .number = kind { true } else { false }
  }

  var isUnit: Bool {
    if case .unit = kind { true } else { false }
  }
}
