/// Why the `A:` of a Numeric card, or a quantity in it, cannot be read.
enum NumericFault: Error, Hashable {
  case noNumber(String)
  case decimalComma(String)
  case noTolerance
  case badTolerance(String)
  case negativeTolerance
  case pointsWithoutPercent
  case otherUnit(String, String)
  case reversedRange
  case extraTolerance

  var message: String {
    switch self {
    case .noNumber(let text):
      "\"\(text)\" is not a number with its unit, such as 2.4 mL or 0.5 mg/kg."
    case .decimalComma(let text):
      "\"\(text)\" has a comma. In decks the point is the decimal mark, and thousands are not marked."
    case .noTolerance:
      "A Numeric answer says how far off is still right: \"+- 1%\", \"+- 0.1 mL\", "
        + "or \"+- 0\" for exactly this."
    case .badTolerance(let text):
      "\"\(text)\" is no tolerance. Write a quantity in the answer's unit, a number with %, "
        + "or \"5 points\"."
    case .negativeTolerance: "A tolerance is not negative."
    case .pointsWithoutPercent:
      "\"points\" are percentage points: they belong to an answer in %."
    case .otherUnit(let wanted, let found):
      "The units differ: \"\(wanted)\" and \"\(found)\". Write both in one unit."
    case .reversedRange: "The lower end comes first."
    case .extraTolerance: "A range \"low..high\" has no tolerance: its ends are the bounds."
    }
  }
}

/// Reads the answers of Numeric cards; the point is the decimal mark.
enum NumericGrammar {
  /// `2.4 mL +- 1%`, `> 6.5 mmol/L +- 0`, `135..145 mmol/L` or `1 to 2 mg/kg +- 10%`.
  static func read(_ text: String) throws(NumericFault) -> NumericValue {
    let text = text.trimmed
    let (head, tolerance) = splitTolerance(text)
    if let (low, high) = split(head, at: "..") {
      guard tolerance == nil else { throw .extraTolerance }
      let ends = try range(low, high, text: head)
      return .range(ends.0, ends.1)
    }
    guard let tolerance else { throw .noTolerance }
    if let (low, high) = split(head, at: " to ") {
      let ends = try range(low, high, text: head)
      return .interval(ends.0, ends.1, try self.tolerance(tolerance, unit: ends.1.unit))
    }
    let (comparator, rest) = splitComparator(head)
    let quantity = try quantity(rest)
    return .point(quantity, try self.tolerance(tolerance, unit: quantity.unit), comparator)
  }

  /// A number with its unit, if it has one.
  static func quantity(_ text: String) throws(NumericFault) -> Quantity {
    let text = text.trimmed
    let signed = text.hasPrefix("−") ? "-" + text.dropFirst() : text
    var end = signed.utf8.startIndex
    if signed.utf8.first == UInt8(ascii: "-") { end = signed.utf8.index(after: end) }
    while end < signed.endIndex, isNumberByte(signed.utf8[end]) {
      end = signed.utf8.index(after: end)
    }
    let digits = signed[..<end]
    guard !digits.contains(",") else { throw .decimalComma(text) }
    guard let number = Rational(decimal: digits), digits.last != "." else { throw .noNumber(text) }
    let unit = String(signed[end...]).trimmed
    guard unit.first.map({ !$0.isNumber }) ?? true else { throw .noNumber(text) }
    return Quantity(number: number, unit: unit.isEmpty ? nil : unit, text: text)
  }
}

extension NumericGrammar {
  private static func isNumberByte(_ byte: UInt8) -> Bool {
    byte.isDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
  }

  private static func splitTolerance(_ text: String) -> (String, String?) {
    for mark in ["+-", "±"] {
      if let (head, tail) = split(text, at: mark) { return (head, tail) }
    }
    return (text, nil)
  }

  /// The parts around the first occurrence of a mark, without blanks.
  private static func split(_ text: String, at mark: String) -> (String, String)? {
    let bytes = Array(text.utf8)
    let sought = Array(mark.utf8)
    guard bytes.count >= sought.count else { return nil }
    for index in 0...(bytes.count - sought.count)
    where bytes[index..<(index + sought.count)].elementsEqual(sought) {
      let head = String(decoding: bytes[..<index], as: UTF8.self)
      let tail = String(decoding: bytes[(index + sought.count)...], as: UTF8.self)
      return (head.trimmed, tail.trimmed)
    }
    return nil
  }

  private static func splitComparator(_ text: String) -> (Comparator?, String) {
    for comparator in Comparator.allCases where text.hasPrefix(comparator.rawValue) {
      return (comparator, String(text.dropFirst()).trimmed)
    }
    return (nil, text)
  }

  /// Both ends of a range; a unit given once, at the second end, holds for both.
  private static func range(
    _ low: String,
    _ high: String,
    text: String
  ) throws(NumericFault) -> (Quantity, Quantity) {
    var lower = try quantity(low)
    let upper = try quantity(high)
    if lower.unit == nil, let unit = upper.unit {
      lower = Quantity(number: lower.number, unit: unit, text: "\(low) \(unit)")
    }
    guard lower.unit == upper.unit else { throw .otherUnit(lower.unit ?? "", upper.unit ?? "") }
    guard lower.number < upper.number else { throw .reversedRange }
    return (lower, upper)
  }

  private static func tolerance(_ text: String, unit: String?) throws(NumericFault) -> Tolerance {
    let tolerance = try readTolerance(text, unit: unit)
    let size =
      switch tolerance {
      case .absolute(let size), .percent(let size), .points(let size): size
      }
    guard size >= Rational(0) else { throw .negativeTolerance }
    return tolerance
  }

  private static func readTolerance(
    _ text: String,
    unit: String?
  ) throws(NumericFault) -> Tolerance {
    guard let size = try? quantity(text) else { throw .badTolerance(text) }
    switch size.unit {
    case nil:
      return .absolute(size.number)
    case "points" where unit == "%":
      return .points(size.number)
    case "points" where unit != "points":
      throw .pointsWithoutPercent
    case "%":
      return .percent(size.number)
    case let other?:
      guard other == unit else { throw .otherUnit(unit ?? "", other) }
      return .absolute(size.number)
    }
  }
}
