import Decks

/// What a unit measures; two quantities are compared only within the same dimensions.
///
/// Mass and moles, equivalents and moles, units and mass, percent and mass per volume stay apart:
/// what joins them is a substance, which arithmetic does not know.
enum Dimension: Hashable, Sendable {
  case mass
  case volume
  case amount
  case equivalents
  case activity
  case pressure
  case time
  /// Months and years, which are no exact number of days.
  case calendar
  case percent
  case bodyWeight
  case bodySurface
  case length
  case celsius
  case fahrenheit
  case energy
  case osmoles
  /// Things that are counted (tablets, beats), and units outside the table.
  case counted(String)
}

/// One entry of the unit table.
struct UnitTerm: Hashable, Sendable {
  /// The unit as it is shown.
  let name: String
  let dimension: Dimension
  /// How many base units of its dimension one of it is.
  let factor: Rational
  let notation: Notation?
}

/// A simple or compound unit (`mg`, `mcg/kg/min`, `g/100 mL`) as read.
struct UnitReading: Hashable, Sendable {
  /// The unit as it is shown, `mcg/kg/min`.
  var name: String
  /// The powers of the dimensions; none is zero.
  var dimensions: [Dimension: Int]
  /// How many base units one of it is.
  var factor: Rational
  /// The parts below the line, in order.
  var denominators: [UnitTerm] = []
  var notations: [Notation]
  /// Parts that the table does not have.
  var unknown: [String] = []
  /// Whether its case was folded to be read.
  var isFolded = false
  /// Whether a lone `m` was read as metres, which may be minutes.
  var hasBareM = false

  init(_ term: UnitTerm) {
    name = term.name
    dimensions = [term.dimension: 1]
    factor = term.factor
    notations = term.notation.map { [$0] } ?? []
    if term.dimension == .counted("bpm") {
      // The one rate that is written as a single word.
      dimensions = [.counted("beat"): 1, .time: -1]
      factor = Rational(1, over: 60) ?? Rational(1)
    }
  }

  /// A count in the unit below the line alone, as in `10^9/L`.
  init(count term: UnitTerm) {
    name = ""
    dimensions = [:]
    factor = Rational(1)
    notations = []
    self = per(Rational(1), term) ?? self
  }

  /// Puts `count` of a unit below the line; nil where the factors leave 128 bits.
  func per(_ count: Rational, _ term: UnitTerm) -> UnitReading? {
    guard let size = count.times(term.factor), let factor = factor.divided(by: size) else {
      return nil
    }
    var reading = self
    reading.factor = factor
    let power = reading.dimensions[term.dimension, default: 0] - 1
    reading.dimensions[term.dimension] = power == 0 ? nil : power
    reading.name += count == Rational(1) ? "/\(term.name)" : "/\(count.decimalText) \(term.name)"
    reading.denominators.append(term)
    if let notation = term.notation { reading.notations.append(notation) }
    return reading
  }
}

extension UnitReading {
  /// What else this may have been meant for where others are wanted: a lone `m` or `degrees`.
  func doubt(among wanted: [UnitReading]) -> Reason? {
    func isWanted(_ dimension: Dimension) -> Bool {
      wanted.contains { $0.dimensions[dimension] != nil }
    }
    if hasBareM, !isWanted(.length), isWanted(.time) || isWanted(.calendar) {
      return .ambiguousUnit("m", ["minutes", "months", "metres"])
    }
    if dimensions[.counted("degree")] != nil, isWanted(.celsius) || isWanted(.fahrenheit) {
      return .ambiguousUnit("degrees", ["°C", "°F"])
    }
    return nil
  }
}

/// The closed table of units and how a written unit finds its entry.
enum Units {
  enum Lookup: Hashable {
    case found(UnitTerm, isFolded: Bool)
    case ambiguous([String])
    case unknown
  }

  /// Looks one unit word up: as written, else with its case folded where one reading exists.
  static func look(up word: String) -> Lookup {
    if let readings = UnitTable.ambiguous[word] { return .ambiguous(readings) }
    if let term = UnitTable.terms[word] { return .found(term, isFolded: false) }
    let lower = word.lowercased()
    if let readings = UnitTable.ambiguous[lower] { return .ambiguous(readings) }
    guard let term = UnitTable.folded[lower] else { return .unknown }
    return .found(term, isFolded: true)
  }

  /// Below the line, kilograms are body weight and square metres body surface.
  static func belowTheLine(_ term: UnitTerm) -> UnitTerm {
    guard term.name == "kg" else { return term }
    return UnitTerm(name: "kg", dimension: .bodyWeight, factor: Rational(1), notation: nil)
  }

  /// A unit outside the table, compared as written.
  static func opaque(_ word: String) -> UnitTerm {
    UnitTerm(
      name: word,
      dimension: .counted(word.lowercased()),
      factor: Rational(1),
      notation: nil
    )
  }
}
