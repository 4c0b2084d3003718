extension Key {
  /// The texts that make the answer what it is, for fingerprints.
  var contentFields: [String] {
    switch self {
    case .text(let key): [key.answer]
    case .blanks(let blanks): blanks.map(\.text)
    case .choice(let choice): choice.options.map { ($0.isRight ? "x " : "  ") + $0.text }
    case .truth(let truth): [truth ? "true" : "false"]
    case .numeric(let key): [key.canonicalText]
    case .order(let ordering): ordering.steps
    }
  }

  /// The key with inline markup made plain.
  var plain: Key {
    switch self {
    case .text(let key):
      .text(
        TextKey(
          answer: InlineMarkup.plain(key.answer),
          accepted: key.accepted.map(InlineMarkup.plain)
        )
      )
    case .choice(let choice):
      .choice(
        Choice(
          options: choice.options.map(\.plain),
          allowsSeveral: choice.allowsSeveral,
          score: choice.score
        )
      )
    case .order(let ordering):
      .order(Ordering(steps: ordering.steps.map(InlineMarkup.plain), score: ordering.score))
    case .blanks(let blanks):
      .blanks(blanks.map(\.plain))
    case .truth, .numeric:
      self
    }
  }
}

extension Blank {
  fileprivate var plain: Blank {
    Blank(
      text: InlineMarkup.plain(text),
      hint: hint.map(InlineMarkup.plain),
      accepted: accepted.map(InlineMarkup.plain)
    )
  }
}

extension Choice.Option {
  fileprivate var plain: Choice.Option {
    Choice.Option(
      letter: letter,
      text: InlineMarkup.plain(text),
      isRight: isRight,
      rationale: rationale.map(InlineMarkup.plain)
    )
  }
}

extension NumericKey {
  /// The answer and its unit rule as a file has them.
  package var canonicalText: String {
    switch unit {
    case .asked: value.text
    case .shown(let unit): "\(value.text) in \(unit)"
    case .none: "\(value.text) without unit"
    }
  }
}

extension NumericValue {
  /// The value as an `A:` line gives it, tolerance included.
  package var text: String {
    switch self {
    case .point(let quantity, let tolerance, let comparator):
      (comparator.map { $0.rawValue + " " } ?? "")
        + "\(quantity.text) +- \(tolerance.text(quantity.unit))"
    case .range(let low, let high):
      "\(low.text)..\(high.text)"
    case .interval(let low, let high, let tolerance):
      "\(low.text) to \(high.text) +- \(tolerance.text(high.unit))"
    }
  }
}

extension Tolerance {
  /// The tolerance as a file has it, for an answer in `unit`.
  fileprivate func text(_ unit: String?) -> String {
    switch self {
    // A number with % would read as relative.
    case .absolute(let size) where unit == nil || unit == "%": size.decimalText
    case .absolute(let size): "\(size.decimalText) \(unit ?? "")"
    case .percent(let size): "\(size.decimalText)%"
    case .points(let size): "\(size.decimalText) points"
    }
  }
}

extension Rational {
  /// The exact decimal where there is one of at most 18 places, else a fraction.
  package var decimalText: String {
    var power: Int128 = 1
    var places = 0
    while places < 18, power % denominator != 0 {
      power *= 10
      places += 1
    }
    let (scaled, overflow) = numerator.magnitude.multipliedReportingOverflow(
      by: (power / denominator).magnitude
    )
    guard power % denominator == 0, !overflow else { return "\(numerator)/\(denominator)" }
    var digits = String(scaled)
    if places > 0 {
      digits = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -places))
    }
    return numerator < 0 ? "-\(digits)" : digits
  }
}
