import Decks

/// Finds the quantities and words of a typed answer or a key.
struct QuantityReader {
  let text: [Unicode.Scalar]
  let mode: NumberReader.Mode
  let units: UnitReader
  var index = 0
  var reading = Reading()
  private let hasMappedDigits: Bool

  private init(_ folded: FoldedText, mode: NumberReader.Mode, declared: [String]) {
    text = folded.scalars
    hasMappedDigits = folded.hasMappedDigits
    self.mode = mode
    units = UnitReader(text: folded.scalars, declared: declared)
  }

  /// Reads what a learner typed; `declared` are the card's own units outside the table.
  static func typed(_ typed: String, declared: [String] = []) -> Reading {
    var reader = QuantityReader(FoldedText(typed), mode: .typed, declared: declared)
    reader.run()
    return reader.reading.joiningComparators()
  }

  /// Reads a key, where the point is the decimal mark.
  static func key(_ key: String) -> Reading {
    // In a deck a raised point is a point.
    let plain = key.contains("·") ? key.replacingRaisedPoints : key
    var reader = QuantityReader(FoldedText(plain), mode: .deck, declared: [])
    reader.run()
    return reader.reading.joiningComparators()
  }

  private mutating func run() {
    while index < text.count {
      let scalar = text[index]
      if let (comparator, end) = comparator(at: index) {
        let start = numberStart(after: end)
        if let start {
          quantity(at: start.index, isNegative: start.isNegative, comparator: comparator)
        } else {
          reading.items.append(.symbol(text[index]))
          index = end
        }
      } else if scalar.isDigit || scalar.isForeignNumber || startsNakedDecimal(index) {
        quantity(at: index, isNegative: false, comparator: nil)
      } else if let start = signedNumber(at: index) {
        quantity(at: start.index, isNegative: start.isNegative, comparator: nil)
      } else if scalar.isLetter {
        word(at: index)
      } else {
        if isTornDecimal(index) {
          reading.faults.append(.unreadableNumber(tornDecimal(at: index)))
        } else if Self.meansSomething(scalar) {
          reading.items.append(.symbol(scalar))
        }
        index += 1
      }
    }
  }
}

// MARK: Where a number starts

extension QuantityReader {
  private func comparator(at start: Int) -> (Comparator, end: Int)? {
    let next = start + 1 < text.count ? text[start + 1] : " "
    switch (text[start], next) {
    case ("<", "="), ("=", "<"): return (.atMost, start + 2)
    case (">", "="), ("=", ">"): return (.atLeast, start + 2)
    case ("<", _): return (.less, start + 1)
    case (">", _): return (.greater, start + 1)
    case ("≤", _): return (.atMost, start + 1)
    case ("≥", _): return (.atLeast, start + 1)
    default: return nil
    }
  }

  /// A point or comma before a digit, after neither a digit nor a letter.
  func startsNakedDecimal(_ start: Int) -> Bool {
    text[start].isMark && start + 1 < text.count && text[start + 1].isDigit
      && (start == 0 || !text[start - 1].isWordPart && !text[start - 1].isMark)
  }

  /// A mark before figures that may be a decimal point: `. 5 mg`, `O.5 mg`.
  private func isTornDecimal(_ start: Int) -> Bool {
    guard text[start].isMark, start + 1 < text.count else { return false }
    if text[start + 1].isDigit { return true }
    let isAfterWord = start > 0 && text[start - 1] != " "
    return !isAfterWord && text[start + 1] == " " && start + 2 < text.count
      && text[start + 2].isDigit
  }

  /// The torn decimal with what is stuck to it, for messages.
  private func tornDecimal(at mark: Int) -> String {
    var start = mark
    while start > 0, mark - start < 20, text[start - 1].isWordPart { start -= 1 }
    var end = mark + 1
    if end < text.count, text[end] == " " { end += 1 }
    while end < text.count, end - mark < 20, text[end].isWordPart { end += 1 }
    return text[start..<end].text
  }

  /// The number after a comparator or a range's dash: blanks, then perhaps a sign.
  func numberStart(after end: Int) -> (index: Int, isNegative: Bool)? {
    var next = end
    if next < text.count, text[next] == " " { next += 1 }
    guard next < text.count else { return nil }
    let isNegative = text[next] == "-"
    if isNegative || text[next] == "+" { next += 1 }
    guard next < text.count, text[next].isDigit || startsNakedDecimal(next) else { return nil }
    return (next, isNegative)
  }

  /// A minus or plus that is a sign: at the start, or after a blank and right before the number.
  private func signedNumber(at start: Int) -> (index: Int, isNegative: Bool)? {
    guard text[start] == "-" || text[start] == "+" else { return nil }
    let isFirst = start == 0
    guard isFirst || text[start - 1] == " " || text[start - 1] == "(" else { return nil }
    var next = start + 1
    if isFirst, next < text.count, text[next] == " " { next += 1 }
    guard next < text.count, text[next].isDigit || startsNakedDecimal(next) else { return nil }
    return (next, text[start] == "-")
  }

  static func meansSomething(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "<", ">", "≤", "≥", "+", "%", "/", ":", "↑", "↓", "→", "±", "~", "≈", "×", "Δ", "°", "&":
      true
    case "\0"..."\u{7F}": false
    default:
      switch scalar.properties.generalCategory {
      case .mathSymbol, .otherSymbol, .currencySymbol: true
      default: false
      }
    }
  }
}

// MARK: Quantities

extension QuantityReader {
  mutating func quantity(at start: Int, isNegative: Bool, comparator: Comparator?) {
    let end = text[start].isForeignNumber ? start + 1 : NumberReader.end(in: text, from: start)
    if comparator == nil, !isNegative, oneIn(at: start, end: end) { return }
    let separator = comparator == nil && !isNegative ? ratioSeparator(at: end) : nil
    guard let number = number(start..<end, mode: separator == ":" ? .ratio : mode) else { return }
    var part = ReadEnd(number: isNegative ? -number.value : number.value)
    if let separator {
      ratio(part.number, separator: separator, at: end)
      return
    }
    index = end
    if !scale(&part), !isNegative, comparator == nil, mixedWord(at: start, numberEnd: end) {
      return
    }
    guard unit(of: &part) else { return }
    var notations = number.notations + (part.unit?.notations ?? [])
    var isReshaped = number.isReshaped || part.unit?.isFolded == true || hasMappedDigits
    var high: ReadEnd?
    if let next = rangeStart(at: index) {
      let resume = index
      let faults = reading.faults.count
      if let (upper, upperNumber) = upperEnd(at: next.index, isNegative: next.isNegative) {
        if part.unit == nil { part.unit = upper.unit }
        if part.unit?.dimensions == upper.unit?.dimensions || upper.unit == nil {
          high = ReadEnd(number: upper.number, unit: upper.unit ?? part.unit)
          notations += upperNumber.notations + (upper.unit?.notations ?? [])
          isReshaped = isReshaped || upperNumber.isReshaped || upper.unit?.isFolded == true
        } else {
          index = resume
          reading.faults.removeLast(reading.faults.count - faults)
        }
      } else if reading.faults.count == faults {
        index = resume
      }
    }
    reading.items.append(
      .quantity(
        ReadQuantity(
          comparator: comparator,
          low: part,
          high: high,
          notations: notations,
          isReshaped: isReshaped
        )
      )
    )
  }

  /// The number in a range of the text; a fault is noted and skipped.
  mutating func number(_ range: Range<Int>, mode: NumberReader.Mode) -> ReadNumber? {
    let isForeign = text[range.lowerBound].isForeignNumber
    if isForeign, self.mode == .deck, let value = Self.vulgar[text[range.lowerBound]] {
      return ReadNumber(value: value, notations: [], isReshaped: false)
    }
    let isDotted = isDotted(range.upperBound)
    let isGlued =
      isForeign || isDotted || isExponent(range)
      || (range.upperBound < text.count && text[range.upperBound].isForeignNumber)
    if !isGlued {
      switch NumberReader.read(text[range], as: mode) {
      case .number(let number): return number
      case .ambiguous(let readings):
        reading.faults.append(.ambiguousNumber(readings))
        index = range.upperBound
        return nil
      case .unreadable: break
      }
    }
    var end = range.lowerBound
    while end < text.count,
      text[end].isWordPart || text[end].isMark || text[end].isForeignNumber
        || isDotted && text[end] == "·"
    {
      end += 1
    }
    end = max(end, range.upperBound)
    reading.faults.append(.unreadableNumber(text[range.lowerBound..<end].prefix(40).text))
    index = end
    return nil
  }

  private static let vulgar: [Unicode.Scalar: Rational] = {
    let parts: [(Unicode.Scalar, Int128, Int128)] = [
      ("½", 1, 2), ("¼", 1, 4), ("¾", 3, 4), ("⅓", 1, 3), ("⅔", 2, 3),
    ]
    return parts.reduce(into: [:]) { $0[$1.0] = Rational($1.1, over: $1.2) }
  }()

  /// `2·4`: a decimal point on some paper, a product on other; a power of ten may follow it.
  private func isDotted(_ end: Int) -> Bool {
    guard end + 1 < text.count, text[end] == "·", text[end + 1].isDigit else { return false }
    let isPower =
      end + 3 < text.count && text[(end + 1)...(end + 2)].elementsEqual(["1", "0"])
      && (text[end + 3] == "^" || text[end + 3].isForeignNumber)
    return !isPower
  }

  /// `2.4e3`, `1O`, `5l0`: letters that pass for figures or powers.
  private func isExponent(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    guard end < text.count, "eEOoIl".unicodeScalars.contains(text[end]) else { return false }
    let isPower = text[end] == "e" || text[end] == "E"
    while end < text.count, text[end].isDigit || "eEOoIl".unicodeScalars.contains(text[end]) {
      end += 1
    }
    let run = text[range.upperBound..<end]
    let isWhole = end == text.count || !text[end].isLetter
    // "5 l" and "5l" are litres.
    return isWhole && !(run.count == 1 && run.first == "l")
      && (!isPower || run.contains(where: \.isDigit) || end < text.count && text[end] == "-")
  }
}

extension String {
  /// The text with a point for each middle dot between two figures that begins no power of ten.
  fileprivate var replacingRaisedPoints: String {
    var scalars = Array(unicodeScalars)
    for index in scalars.indices.dropFirst().dropLast()
    where scalars[index] == "·" && scalars[index - 1].isDigit && scalars[index + 1].isDigit {
      let rest = scalars[(index + 1)...].prefix(3)
      let isPower = rest.prefix(2).elementsEqual(["1", "0"]) && rest.last?.isDigit == false
      if !isPower { scalars[index] = "." }
    }
    return scalars.text
  }
}
