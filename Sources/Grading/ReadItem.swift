import Decks

/// One thing found in a text, in reading order.
enum ReadItem: Hashable {
  case quantity(ReadQuantity)
  case ratio(ReadRatio)
  case word(ReadWord)
  /// A sign that carries meaning (`↑`, `<` without a number).
  case symbol(Unicode.Scalar)
}

/// A number or range with its unit and comparator.
struct ReadQuantity: Hashable {
  var comparator: Comparator?
  var low: ReadEnd
  /// The upper end of a range.
  var high: ReadEnd?
  var notations: [Notation]
  /// Whether it was not written the plain way, so that its reading is echoed.
  var isReshaped: Bool

  /// The unit of the upper end, else of the only one.
  var unit: UnitReading? { high?.unit ?? low.unit }

  /// The quantity written plainly, `1.5 mg/kg`.
  var plain: String {
    let sign = comparator.map { $0.rawValue + " " } ?? ""
    guard let high else { return sign + low.plain }
    return low.unit == high.unit
      ? "\(sign)\(low.number.decimalText) to \(high.plain)" : "\(sign)\(low.plain) to \(high.plain)"
  }

  /// Gives a bare number the unit that the prompt shows.
  func reading(in unit: UnitReading) -> ReadQuantity {
    var reading = self
    reading.low.unit = unit
    reading.high?.unit = unit
    reading.isReshaped = true
    return reading
  }
}

extension ReadQuantity {
  /// The units of its ends.
  var units: [UnitReading] { [low.unit, high?.unit].compactMap(\.self) }

  /// The number alone.
  var withoutUnit: ReadQuantity {
    var bare = self
    bare.low.unit = nil
    bare.high?.unit = nil
    return bare
  }
}

/// One number with its unit.
struct ReadEnd: Hashable {
  var number: Rational
  var unit: UnitReading?

  var plain: String {
    guard let unit else { return number.decimalText }
    let isJoined = unit.name == "%" || unit.name.hasPrefix("/")
    return number.decimalText + (isJoined ? "" : " ") + unit.name
  }
}

/// Numbers that belong together but are no number: `1:10,000`, `120/80 mmHg`, `1/2`.
struct ReadRatio: Hashable {
  let numbers: [Rational]
  let mark: Mark
  let unit: UnitReading?

  /// What stands between the numbers.
  enum Mark: String, Hashable {
    case colon = ":"
    case slash = "/"
    /// `1 in 1000`.
    case within = " in "
  }

  /// Whether both say the same: `1 in 1000` and `1/1000` are `1:1000`.
  ///
  /// With small numbers a colon may mean parts to parts, so that 1:4 is no quarter.
  func equals(_ other: ReadRatio) -> Bool {
    guard numbers == other.numbers, unit?.dimensions == other.unit?.dimensions,
      unit?.factor == other.unit?.factor
    else { return false }
    if mark == other.mark { return true }
    guard numbers.count == 2, numbers[0] == Rational(1), unit == nil else { return false }
    return numbers[1] >= Rational(100) || mark != .colon && other.mark != .colon
  }

  /// The ratio written plainly.
  var plain: String {
    numbers.map(\.decimalText).joined(separator: mark.rawValue)
      + (unit.map { " " + $0.name } ?? "")
  }
}

/// A word in lower case, as it is compared.
struct ReadWord: Hashable {
  let folded: String
  let written: String
  /// Words with digits are never forgiven a slip.
  let hasDigit: Bool
}

/// All that was found in a text.
struct Reading {
  var items: [ReadItem] = []
  /// What cannot be read one way.
  var faults: [Reason] = []
  /// Chemical formulas that stand among the items as words.
  var formulas: [String] = []

  var quantities: [ReadQuantity] {
    items.compactMap { if case .quantity(let quantity) = $0 { quantity } else { nil } }
  }

  var ratios: [ReadRatio] {
    items.compactMap { if case .ratio(let ratio) = $0 { ratio } else { nil } }
  }

  var words: [ReadWord] {
    items.compactMap { if case .word(let word) = $0 { word } else { nil } }
  }
}
