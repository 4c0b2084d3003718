import Decks

// MARK: Ratios, powers, ranges

extension QuantityReader {
  /// The colon or slash between two numbers.
  func ratioSeparator(at end: Int) -> Unicode.Scalar? {
    var next = end
    if next < text.count, text[next] == " " { next += 1 }
    guard next < text.count, text[next] == ":" || text[next] == "/" else { return nil }
    let separator = text[next]
    next += 1
    if next < text.count, text[next] == " " { next += 1 }
    return next < text.count && text[next].isDigit ? separator : nil
  }

  /// Takes `1:10,000`, `120/80 mmHg` or `1:1:2`, whose first number ended at `end`.
  mutating func ratio(_ first: Rational, separator: Unicode.Scalar, at end: Int) {
    var numbers = [first]
    index = end
    while ratioSeparator(at: index) == separator {
      while !text[index].isDigit { index += 1 }
      let numberEnd = NumberReader.end(in: text, from: index)
      let mode: NumberReader.Mode = separator == ":" ? .ratio : mode
      switch NumberReader.read(text[index..<numberEnd], as: mode) {
      case .number(let number): numbers.append(number.value)
      case .ambiguous(let readings): reading.faults.append(.ambiguousNumber(readings))
      case .unreadable:
        reading.faults.append(.unreadableNumber(text[index..<numberEnd].prefix(40).text))
      }
      index = numberEnd
    }
    var part = ReadEnd(number: first)
    guard unit(of: &part) else { return }
    reading.items.append(
      .ratio(ReadRatio(numbers: numbers, mark: separator == ":" ? .colon : .slash, unit: part.unit))
    )
  }

  /// Takes `1 in 1000`, whose one ended at `end`; false where a unit makes it something else.
  mutating func oneIn(at start: Int, end: Int) -> Bool {
    let next = end + 4
    guard text[start..<end].elementsEqual(["1"]), next < text.count, text[next].isDigit,
      text[end..<next].text.lowercased() == " in "
    else { return false }
    let numberEnd = NumberReader.end(in: text, from: next)
    let unitStart = numberEnd < text.count && text[numberEnd] == " " ? numberEnd + 1 : numberEnd
    guard case .number(let number) = NumberReader.read(text[next..<numberEnd], as: .ratio),
      case .none = units.read(at: unitStart)
    else { return false }
    index = numberEnd
    let ratio = ReadRatio(numbers: [Rational(1), number.value], mark: .within, unit: nil)
    reading.items.append(.ratio(ratio))
    return true
  }

  /// Multiplies by a power of ten that follows (`x 10^9`, `×10⁹`); false where none does.
  mutating func scale(_ part: inout ReadEnd) -> Bool {
    var next = index
    func skipSpace() { if next < text.count, text[next] == " " { next += 1 } }
    skipSpace()
    guard next < text.count, ["x", "X", "×", "*", "·"].contains(text[next]) else { return false }
    next += 1
    skipSpace()
    guard next + 2 < text.count, text[next] == "1", text[next + 1] == "0" else { return false }
    next += 2
    let hasCaret = text[next] == "^"
    if hasCaret { next += 1 }
    let isNegative = next < text.count && text[next] == "-"
    if isNegative { next += 1 }
    var exponent = 0
    var figures = 0
    while next < text.count, let digit = Self.exponentDigit(text[next], plain: hasCaret) {
      exponent = min(exponent * 10 + digit, 100)
      figures += 1
      next += 1
    }
    guard figures > 0, exponent <= 18 else { return false }
    let power = Rational((0..<exponent).reduce(Int128(1)) { size, _ in size * 10 }, over: 1)
    guard let power,
      let scaled = isNegative ? part.number.divided(by: power) : part.number.times(power)
    else { return false }
    part.number = scaled
    index = next
    if case .unit(let unit, let end) = units.readCount(at: index) {
      part.unit = unit
      index = end
    }
    return true
  }

  private static func exponentDigit(_ scalar: Unicode.Scalar, plain: Bool) -> Int? {
    if plain, scalar.isDigit { return Int(scalar.value) - 0x30 }
    return scalar.isForeignNumber ? scalar.properties.numericValue.map { Int($0) } : nil
  }

  /// Where the upper end of a range begins: after a dash, two points or "to".
  func rangeStart(at start: Int) -> (index: Int, isNegative: Bool)? {
    var next = start
    if next + 1 < text.count, text[next] == ".", text[next + 1] == "." {
      return numberStart(after: next + 2)
    }
    if next < text.count, text[next] == " " { next += 1 }
    guard next < text.count else { return nil }
    if text[next] == "-" { return numberStart(after: next + 1) }
    guard next > start, next + 2 < text.count, text[next + 2] == " ",
      text[next..<(next + 2)].text.lowercased() == "to"
    else { return nil }
    return numberStart(after: next + 2)
  }

  /// The upper end of a range; nil where it cannot be read or is a word (`2-D4`).
  mutating func upperEnd(at start: Int, isNegative: Bool) -> (ReadEnd, ReadNumber)? {
    let end = NumberReader.end(in: text, from: start)
    guard let number = number(start..<end, mode: mode) else { return nil }
    var part = ReadEnd(number: isNegative ? -number.value : number.value)
    index = end
    _ = scale(&part)
    return unit(of: &part) ? (part, number) : nil
  }

  /// Takes the unit that follows a number, if one does; false where it has two readings.
  mutating func unit(of part: inout ReadEnd) -> Bool {
    guard part.unit == nil else { return true }
    var next = index
    if next + 1 < text.count, text[next] == " " || text[next] == "-" && text[next + 1].isLetter {
      next += 1
    }
    switch units.read(at: next) {
    case .none: return true
    case .unit(let unit, let end):
      part.unit = unit
      index = end
      return true
    case .ambiguous(let word, let readings, let end):
      reading.faults.append(.ambiguousUnit(word, readings))
      index = end
      return false
    }
  }
}

// MARK: Words

extension QuantityReader {
  /// Takes a word that begins with figures (`3A4`, `5-HT`, `2nd`); false where a unit follows.
  mutating func mixedWord(at start: Int, numberEnd: Int) -> Bool {
    var next = numberEnd
    if next + 1 < text.count, text[next] == "-", text[next + 1].isLetter { next += 1 }
    guard next < text.count, text[next].isLetter else { return false }
    guard case .none = units.read(at: next) else { return false }
    let (run, end) = units.word(at: next)
    let isPlain = text[start..<numberEnd].allSatisfy(\.isDigit)
    if next == numberEnd, !isPlain || Self.beginsWithUnit(run) {
      reading.faults.append(.unknownUnit(String(run.prefix(40))))
      index = end
      return true
    }
    guard isPlain else { return false }
    index = start
    word(at: start)
    return true
  }

  /// A unit with something stuck to it, `mgkg`.
  private static func beginsWithUnit(_ run: String) -> Bool {
    let lower = run.lowercased()
    return ["mg", "mcg", "μg", "ug", "ml", "mmol", "unit"].contains { lower.hasPrefix($0) }
  }

  /// Takes a run of letters and figures; a hyphen before figures joins (`IL-6`, `beta-1`).
  mutating func word(at start: Int) {
    if allele(at: start) || enantiomer(at: start) { return }
    var written: [Unicode.Scalar] = []
    var hasDigit = false
    while index < text.count {
      let scalar = text[index]
      let hasNext = index + 1 < text.count
      if scalar.isWordPart || scalar.isAccent {
        hasDigit = hasDigit || scalar.isDigit
        written.append(scalar)
      } else if scalar == "'", hasNext, text[index + 1].isLetter {
        // "don't" and "dont" are one word.
      } else if scalar == "-", hasNext, text[index + 1].isDigit, let last = written.last {
        // "C3-5" is not "C35".
        if last.isDigit { written.append(scalar) }
      } else if scalar == "-", hasNext, text[index + 1].isLetter, let last = written.last,
        last.isDigit
      {
        // "5-HT" and "5HT" are one word.
      } else {
        break
      }
      index += 1
    }
    let text = written.text
    if formula(text) { return }
    reading.items.append(
      .word(ReadWord(folded: WordFold.fold(text), written: text, hasDigit: hasDigit))
    )
  }
}
