import Decks

/// Reads a unit expression (`mg`, `mcg/kg/min`, `g per 100 mL`) out of folded text.
struct UnitReader {
  let text: [Unicode.Scalar]
  /// Units outside the table that this card declares, in lower case.
  let declared: [String]

  enum Result {
    case unit(UnitReading, end: Int)
    case ambiguous(String, [String], end: Int)
    case none
  }

  /// The unit that begins at `start`.
  func read(at start: Int) -> Result {
    if let (name, end) = declaredUnit(at: start) {
      return .unit(UnitReading(Units.opaque(name)), end: end)
    }
    switch simple(at: start) {
    case .none: return .none
    case .ambiguous(let word, let readings, let end):
      return .ambiguous(word, readings, end: end)
    case .term(let term, let isFolded, let end):
      var reading = UnitReading(term)
      reading.isFolded = isFolded
      reading.hasBareM = isBareM(start, end)
      return rate(reading, from: end)
    }
  }

  /// What stands below the line, for a count (`/L`).
  func readCount(at start: Int) -> Result {
    if let (term, end) = inverse(at: start) {
      return rate(UnitReading(count: Units.belowTheLine(term)), from: end)
    }
    guard start < text.count, text[start] == "/",
      case .term(let term, _, let end) = simple(at: start + 1)
    else { return .none }
    return rate(UnitReading(count: Units.belowTheLine(term)), from: end)
  }

  /// The alphanumeric run at `start`, with a leading degree sign or a power (`m^2`).
  func word(at start: Int) -> (String, end: Int) {
    guard start < text.count else { return ("", start) }
    if text[start] == "%" { return ("%", start + 1) }
    var end = start
    if text[end] == "°" { end += 1 }
    guard end < text.count, text[end].isLetter else {
      return (text[start..<end].text, end)
    }
    while end < text.count, text[end].isWordPart { end += 1 }
    if end + 1 < text.count, text[end] == "^", text[end + 1].isDigit { end += 2 }
    return (text[start..<end].text, end)
  }
}

extension UnitReader {
  private enum Simple {
    case term(UnitTerm, isFolded: Bool, end: Int)
    case ambiguous(String, [String], end: Int)
    case none
  }

  private func simple(at start: Int) -> Simple {
    let (first, end) = word(at: start)
    guard !first.isEmpty else { return .none }
    if end + 1 < text.count, text[end] == " ", text[end + 1].isLetter {
      let (second, both) = word(at: end + 1)
      // The longest second word of the table is "Fahrenheit".
      if second.unicodeScalars.count <= 10,
        case .found(let term, let isFolded) = Units.look(up: "\(first) \(second)")
      {
        return .term(term, isFolded: isFolded, end: both)
      }
    }
    guard first.unicodeScalars.count <= 20 else { return .none }
    return switch Units.look(up: first) {
    case .found(let term, let isFolded): .term(term, isFolded: isFolded, end: end)
    case .ambiguous(let readings): .ambiguous(first, readings, end: end)
    case .unknown: .none
    }
  }

  private func rate(_ numerator: UnitReading, from start: Int) -> Result {
    var reading = numerator
    var end = start
    // No dose has more than a few parts below the line; the limit keeps odd input linear.
    for _ in 0..<6 {
      if let (term, termEnd) = inverse(at: end) {
        guard let rate = reading.per(Rational(1), Units.belowTheLine(term)) else { return .none }
        reading = rate
        end = termEnd
        continue
      }
      guard let (isSlash, after) = line(at: end) else { break }
      var next = skippingSpace(after)
      var count = Rational(1)
      if next < text.count, text[next].isDigit {
        let numberEnd = NumberReader.end(in: text, from: next)
        guard case .number(let number) = NumberReader.read(text[next..<numberEnd], as: .deck),
          number.value > Rational(0)
        else { break }
        count = number.value
        next = skippingSpace(numberEnd)
      }
      switch simple(at: next) {
      case .ambiguous(let word, let readings, let wordEnd):
        return .ambiguous(word, readings, end: wordEnd)
      case .term(let term, let isFolded, let termEnd):
        guard let rate = reading.per(count, Units.belowTheLine(term)) else { return .none }
        reading = rate
        reading.isFolded = reading.isFolded || isFolded
        reading.hasBareM = reading.hasBareM || isBareM(next, termEnd)
        end = termEnd
      case .none:
        let (word, wordEnd) = word(at: next)
        guard isSlash, let rate = reading.per(count, Units.opaque(word)) else {
          return .unit(reading, end: end)
        }
        reading = rate
        reading.unknown.append(word.isEmpty ? text[(after - 1)..<max(next, after)].text : word)
        end = max(wordEnd, next)
      }
    }
    return .unit(reading, end: end)
  }

  /// A slash or the word "per" at `start`, blanks around it.
  private func line(at start: Int) -> (isSlash: Bool, end: Int)? {
    let next = skippingSpace(start)
    guard next < text.count else { return nil }
    if text[next] == "/" { return (true, next + 1) }
    guard next > start, next + 3 < text.count, text[next + 3] == " ",
      text[next..<(next + 3)].text.lowercased() == "per"
    else { return nil }
    return (false, next + 4)
  }

  /// A unit with the power minus one, `kg-1` or `·kg^-1`, or `m-2`; a blank or a point leads it.
  private func inverse(at start: Int) -> (UnitTerm, end: Int)? {
    var next = skippingSpace(start)
    if next < text.count, ["·", "*", "."].contains(text[next]) { next = skippingSpace(next + 1) }
    guard next > start else { return nil }
    let letters = text[next...].prefix(12).prefix(while: \.isLetter)
    var end = next + letters.count
    if end < text.count, text[end] == "^" { end += 1 }
    guard !letters.isEmpty, end + 1 < text.count, text[end] == "-",
      isWhole(at: end + 2)
    else { return nil }
    let power = text[end + 1]
    let word = power == "2" && letters.text == "m" ? "m2" : letters.text
    guard power == "1" || word == "m2", case .found(let term, _) = Units.look(up: word) else {
      return nil
    }
    return (term, end + 2)
  }

  /// Whether no figure or letter, nor a mark before a figure, carries on at `end`.
  private func isWhole(at end: Int) -> Bool {
    guard end < text.count else { return true }
    if text[end].isMark { return end + 1 == text.count || !text[end + 1].isDigit }
    return !text[end].isWordPart
  }

  private func isBareM(_ start: Int, _ end: Int) -> Bool {
    end == start + 1 && (text[start] == "m" || text[start] == "M")
  }

  private func skippingSpace(_ index: Int) -> Int {
    index < text.count && text[index] == " " ? index + 1 : index
  }

  private func declaredUnit(at start: Int) -> (String, Int)? {
    for name in declared {
      let length = name.unicodeScalars.count
      let end = start + length
      guard end <= text.count, end == text.count || !text[end].isWordPart,
        text[start..<end].text.lowercased() == name
      else { continue }
      return (name, end)
    }
    return nil
  }
}
