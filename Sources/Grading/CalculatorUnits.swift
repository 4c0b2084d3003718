import Decks

// The units of an expression: a word of the table, then what is stuck behind its slashes.
extension CalculatorLexer {
  /// The unit at `start` and where it ends.
  func unit(at start: Int) throws(CalculatorError) -> ([CalculatorPart], end: Int) {
    let (first, end) = try simple(at: start, power: 1)
    let (rest, restEnd) = try units(below: end)
    if !rest.isEmpty, first.contains(where: { $0.term.dimension == .percent }) {
      throw fault(.percentInUnit, at: start)
    }
    return (CalculatorPart.product(first, rest), restEnd)
  }

  /// The units behind slashes without blanks, or behind the word "per", from `start` on.
  func units(below start: Int) throws(CalculatorError) -> ([CalculatorPart], end: Int) {
    var parts: [CalculatorPart] = []
    var end = start
    while let next = belowLine(at: end) {
      let (more, wordEnd) = try simple(at: next, power: -1)
      parts = CalculatorPart.product(parts, more)
      end = wordEnd
    }
    return (parts, end)
  }

  private func belowLine(at start: Int) -> Int? {
    guard start < text.count else { return nil }
    if text[start] == "/" { return isLetter(start + 1) ? start + 1 : nil }
    guard start + 5 < text.count, text[start..<(start + 5)].elementsEqual(" per ".unicodeScalars)
    else { return nil }
    return isLetter(start + 5) ? start + 5 : nil
  }

  private func simple(
    at start: Int,
    power: Int
  ) throws(CalculatorError) -> ([CalculatorPart], end: Int) {
    let (word, end) = words.word(at: start)
    if isLetter(end + 1), isBlank(end) {
      let (second, both) = words.word(at: end + 1)
      // The longest second word of the table is "Fahrenheit".
      if word.unicodeScalars.count <= 20, second.unicodeScalars.count <= 10,
        case .found(let term, _) = Units.look(up: "\(word) \(second)")
      {
        return (CalculatorPart.parts(of: term, power: power), both)
      }
    }
    let shown = String(word.prefix(40))
    guard word.unicodeScalars.count <= 20 else { throw fault(.unknownUnit(shown), at: start) }
    switch Units.look(up: word) {
    case .unknown: throw fault(.unknownUnit(shown), at: start)
    case .ambiguous(let readings):
      throw fault(.unclearUnit(shown, readings: readings), at: start)
    case .found(let term, let isFolded):
      if isFolded, let doubt = Self.doubt(of: word, as: term) { throw fault(doubt, at: start) }
      return (CalculatorPart.parts(of: term, power: power), end)
    }
  }

  /// What else a unit in other letters than the table's may be: M is molar, MM may be mM.
  private static func doubt(of word: String, as term: UnitTerm) -> CalculatorError.Fault? {
    if word.unicodeScalars.count == 1 { return .unclearCase(word, known: term.name) }
    let lower = word.lowercased()
    let twin = UnitTable.ambiguous.first { $0.key.lowercased() == lower }
    return twin.map { .unclearUnit(word, readings: $0.value) }
  }
}
