import Decks

/// Takes an expression apart into numbers, units and signs.
struct CalculatorLexer {
  /// The text with the usual look-alikes mapped.
  let text: [Unicode.Scalar]
  /// The character that each scalar belongs to.
  let positions: [Int]
  let words: UnitReader
  private var index = 0
  private var tokens: [CalculatorToken] = []

  static func tokens(of text: String) throws(CalculatorError) -> [CalculatorToken] {
    var lexer = CalculatorLexer(text)
    return try lexer.run()
  }

  func fault(_ fault: CalculatorError.Fault, at index: Int) -> CalculatorError {
    CalculatorError(fault, at: index < positions.count ? positions[index] : positions.last ?? 0)
  }

  func isBlank(_ index: Int) -> Bool {
    !text.indices.contains(index) || text[index] == " "
  }

  func isLetter(_ index: Int) -> Bool {
    text.indices.contains(index) && (text[index].isLetter || text[index] == "°")
  }

  func isDigit(_ index: Int) -> Bool {
    text.indices.contains(index) && text[index].isDigit
  }
}

// MARK: Characters

extension CalculatorLexer {
  private init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    var positions: [Int] = []
    for (position, character) in text.enumerated() {
      let mapped = Self.mapped(character, after: scalars.last)
      scalars.append(contentsOf: mapped)
      positions.append(contentsOf: repeatElement(position, count: mapped.count))
    }
    self.text = scalars
    self.positions = positions
    words = UnitReader(text: scalars, declared: [])
  }

  private static func mapped(_ character: Character, after last: Unicode.Scalar?)
    -> [Unicode.Scalar]
  {
    if let ascii = character.asciiValue {
      return [ascii <= 0x20 || ascii == 0x7F ? " " : Unicode.Scalar(ascii)]
    }
    if character.isWhitespace { return [" "] }
    switch character {
    case "−": return ["-"]
    case "²" where last?.isLetter == true: return ["2"]
    case "³" where last?.isLetter == true: return ["3"]
    case _ where isDash(character): return ["–"]
    default:
      let folded = FoldedText(String(character)).scalars
      // What cannot be seen is refused further on, not left out.
      return folded.isEmpty ? Array(character.unicodeScalars.prefix(1)) : folded
    }
  }

  private static func isDash(_ character: Character) -> Bool {
    ["‐", "‑", "‒", "–", "—", "―", "﹣", "⁻"].contains(character)
  }
}

// MARK: Tokens

extension CalculatorLexer {
  private mutating func run() throws(CalculatorError) -> [CalculatorToken] {
    while index < text.count {
      if text[index] == " " {
        index += 1
      } else if isDigit(index) || text[index].isMark && isDigit(index + 1) {
        try number()
      } else if isLetter(index) || text[index] == "%" {
        try word()
      } else {
        try sign()
      }
    }
    let end = (positions.last ?? -1) + 1
    tokens.append(
      CalculatorToken(kind: .end, position: end, text: "", isAfterBlank: true, isBeforeBlank: true)
    )
    return tokens
  }

  private mutating func take(_ kind: CalculatorToken.Kind, to end: Int) {
    tokens.append(
      CalculatorToken(
        kind: kind,
        position: positions[index],
        text: text[index..<end].prefix(40).text,
        isAfterBlank: isBlank(index - 1),
        isBeforeBlank: isBlank(end)
      )
    )
    index = end
  }

  private mutating func number() throws(CalculatorError) {
    let end = NumberReader.end(in: text, from: index)
    let written = text[index..<end]
    // "2 500 mg" may be two of 500 mg.
    if written.contains(" ") { throw fault(.spacedNumber(written.prefix(40).text), at: index) }
    switch NumberReader.read(written, as: .typed) {
    case .ambiguous(let readings): throw fault(.unclearNumber(readings), at: index)
    case .unreadable: throw fault(.unreadableNumber(written.prefix(40).text), at: index)
    case .number(let number): take(.number(number.value), to: end)
    }
    guard index + 1 < text.count, text[index] == "/", isLetter(index + 1) else { return }
    let (parts, unitEnd) = try units(below: index)
    take(.unit(parts, isCount: true), to: unitEnd)
  }

  private mutating func word() throws(CalculatorError) {
    let (word, end) = words.word(at: index)
    switch word {
    case "x" where isBlank(index - 1) && isBlank(end), "X" where isBlank(index - 1) && isBlank(end):
      take(.times, to: end)
    case "in":
      take(.convert, to: end)
    default:
      let (parts, unitEnd) = try unit(at: index)
      take(.unit(parts, isCount: false), to: unitEnd)
    }
  }

  private mutating func sign() throws(CalculatorError) {
    switch text[index] {
    case "+": take(.plus, to: index + 1)
    case "-" where index + 1 < text.count && text[index + 1] == ">": take(.convert, to: index + 2)
    case "-": take(.minus, to: index + 1)
    case "→": take(.convert, to: index + 1)
    case "*", "×": take(.times, to: index + 1)
    case "·", "⋅":
      if isDigit(index - 1), isDigit(index + 1) { throw fault(.raisedPoint, at: index) }
      take(.times, to: index + 1)
    case "/", "÷": take(.over, to: index + 1)
    case "(": take(.open, to: index + 1)
    case ")": take(.close, to: index + 1)
    case "–": throw fault(.dash, at: index)
    case ":": throw fault(.ratio, at: index)
    case "^": throw fault(.power, at: index)
    case let other: throw fault(.unexpected(String(Character(other))), at: index)
    }
  }
}
