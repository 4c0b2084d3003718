import Decks

/// Puts the tokens of an expression together, products before sums, from left to right.
struct CalculatorParser {
  /// Where the first kilogram stands, for errors that show only in the result.
  let weightPosition: Int
  private let tokens: [CalculatorToken]
  private var index = 0
  private var depth = 0

  /// Parentheses within parentheses; more than a formula has, fewer than the stack bears.
  private static let deepest = 50

  /// Takes tokens that end with an end.
  init(tokens: [CalculatorToken]) {
    self.tokens = tokens
    let weight = tokens.first { token in
      guard case .unit(let parts, _) = token.kind else { return false }
      return parts.contains { $0.term.dimension == .bodyWeight }
    }
    weightPosition = weight?.position ?? tokens.first?.position ?? 0
  }

  /// The value of the whole expression.
  mutating func whole() throws(CalculatorError) -> CalculatorValue {
    if current.kind == .end { throw fault(.nothing) }
    let value = try conversion()
    switch current.kind {
    case .end: return value
    case .close: throw fault(.unopened)
    default: throw leftOver()
    }
  }

  private var current: CalculatorToken { token(index) }

  private func token(_ index: Int) -> CalculatorToken {
    guard tokens.indices.contains(index) else {
      return CalculatorToken(
        kind: .end,
        position: 0,
        text: "",
        isAfterBlank: true,
        isBeforeBlank: true
      )
    }
    return tokens[index]
  }

  private func fault(_ fault: CalculatorError.Fault) -> CalculatorError {
    CalculatorError(fault, at: current.position)
  }

  /// What stands where an expression could have ended.
  private func leftOver() -> CalculatorError {
    switch current.kind {
    case .plus, .minus, .times, .over: fault(.conversionNotLast)
    default: fault(.operatorWanted(current.text))
    }
  }
}

// MARK: From sums down to numbers

extension CalculatorParser {
  private mutating func conversion() throws(CalculatorError) -> CalculatorValue {
    var value = try sum()
    while current.kind == .convert {
      let position = current.position
      index += 1
      guard case .unit(let parts, false) = current.kind else { throw fault(.unitWanted) }
      value = try value.converted(to: parts, at: position)
      index += 1
    }
    return value
  }

  private mutating func sum() throws(CalculatorError) -> CalculatorValue {
    var value = try product()
    while current.kind == .plus || current.kind == .minus {
      let sign = current
      if sign.kind == .minus, sign.isTight, token(index - 1).isUnit, token(index + 1).isNumber {
        throw fault(.unclearMinus)
      }
      index += 1
      let right = try product()
      value = try value.plus(sign.kind == .minus ? -right : right, at: sign.position)
    }
    return value
  }

  private mutating func product() throws(CalculatorError) -> CalculatorValue {
    var value = try signed()
    var division: CalculatorToken?
    while current.kind == .times || current.kind == .over {
      let sign = current
      try check(sign, after: division, left: value)
      index += 1
      let right = try signed()
      if sign.kind == .over {
        value = try value.divided(by: right, at: sign.position)
        division = sign
      } else {
        value = try value.times(right, at: sign.position)
      }
    }
    return value
  }

  /// Refuses quotients that may be meant to bind in another way than from left to right.
  private func check(
    _ sign: CalculatorToken,
    after division: CalculatorToken?,
    left: CalculatorValue
  ) throws(CalculatorError) {
    let isOver = sign.kind == .over
    if let division, sign.isTight {
      // "12 / 2*3" and "1 g / 5 g/100 mL" look as if the right-hand side came first.
      let isUnit = isOver && token(index - 1).isUnit && token(index + 1).isNumber
      if !division.isTight || isUnit { throw fault(.unclearDivision) }
    }
    guard isOver else { return }
    switch token(index + 1).kind {
    case .unit: throw CalculatorError(.unitBehindSlash(token(index + 1).text), at: sign.position)
    case .number: break
    default: return
    }
    guard case .unit(_, let isCount) = token(index + 2).kind else { return }
    if isCount { throw fault(.unclearDivision) }
    if token(index - 1).isNumber, sign.isTight || left.dimensions.isEmpty {
      throw fault(.numberOverQuantity)
    }
  }

  private mutating func signed() throws(CalculatorError) -> CalculatorValue {
    var isNegative = false
    while current.kind == .minus || current.kind == .plus {
      if current.kind == .minus { isNegative.toggle() }
      index += 1
    }
    let value = try primary()
    return isNegative ? -value : value
  }

  private mutating func primary() throws(CalculatorError) -> CalculatorValue {
    switch current.kind {
    case .number(let number): return try quantity(number)
    case .open: return try parentheses()
    case .unit: throw fault(.numberWanted(unit: current.text))
    default: throw fault(.operandWanted)
    }
  }

  private mutating func quantity(_ number: Rational) throws(CalculatorError) -> CalculatorValue {
    let start = current
    index += 1
    var parts: [CalculatorPart] = []
    if case .unit(let unit, _) = current.kind {
      parts = unit
      index += 1
    }
    guard let value = CalculatorValue(number, parts) else {
      throw CalculatorError(.overflow, at: start.position)
    }
    return value
  }

  private mutating func parentheses() throws(CalculatorError) -> CalculatorValue {
    let open = current
    guard depth < Self.deepest else { throw fault(.tooDeep(limit: Self.deepest)) }
    depth += 1
    index += 1
    let value = try conversion()
    switch current.kind {
    case .close: break
    case .end: throw CalculatorError(.unclosed, at: open.position)
    default: throw leftOver()
    }
    index += 1
    depth -= 1
    return value
  }
}
