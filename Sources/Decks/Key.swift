/// The correct answer of a question, in the shape that its kind asks for.
package enum Key: Hashable, Sendable {
  /// Basic, and either direction of a Reversed card.
  case text(TextKey)
  /// The blanks of one cloze number, asked together in reading order.
  case blanks([Blank])
  /// SBA and MR.
  case choice(Choice)
  /// TF.
  case truth(Bool)
  case numeric(NumericKey)
  case order(Ordering)
}

/// Words that answer a stem, with the author's alternatives.
package struct TextKey: Hashable, Sendable {
  package let answer: String
  /// Alternatives, each of which answers the whole stem.
  package let accepted: [String]

  package init(answer: String, accepted: [String] = []) {
    self.answer = answer
    self.accepted = accepted
  }
}

/// One hidden text of a cloze card.
package struct Blank: Hashable, Sendable {
  package let text: String
  package let hint: String?
  /// Alternatives for this blank; an author can give them where a card hides one blank only.
  package let accepted: [String]

  package init(text: String, hint: String? = nil, accepted: [String] = []) {
    self.text = text
    self.hint = hint
    self.accepted = accepted
  }
}

/// How an answer of several parts counts.
package enum Score: String, Hashable, Sendable {
  /// Right only when every part is.
  case all
  /// By the share of parts that are right.
  case partial
}

/// The options of an SBA or MR.
package struct Choice: Hashable, Sendable {
  package let options: [Option]
  /// Whether several options may be right (MR).
  package let allowsSeveral: Bool
  package let score: Score

  package init(options: [Option], allowsSeveral: Bool, score: Score = .all) {
    self.options = options
    self.allowsSeveral = allowsSeveral
    self.score = score
  }
}

extension Choice {
  /// One option of an SBA or MR.
  package struct Option: Hashable, Sendable {
    /// The author's identity for the option (`a` in `(a)`), never its display letter.
    ///
    /// Empty where the file gives none yet; `format` adds it.
    package let letter: String
    package let text: String
    package let isRight: Bool
    package let rationale: String?

    package init(letter: String, text: String, isRight: Bool, rationale: String? = nil) {
      self.letter = letter
      self.text = text
      self.isRight = isRight
      self.rationale = rationale
    }
  }
}

/// The steps of an Order card in their right sequence.
package struct Ordering: Hashable, Sendable {
  package let steps: [String]
  package let score: Score

  package init(steps: [String], score: Score = .all) {
    self.steps = steps
    self.score = score
  }
}

/// The answer of a Numeric card.
package struct NumericKey: Hashable, Sendable {
  package let value: NumericValue
  package let unit: UnitRule
  /// Further quantities that are right, each exactly.
  package let accepted: [Quantity]

  package init(value: NumericValue, unit: UnitRule, accepted: [Quantity] = []) {
    self.value = value
    self.unit = unit
    self.accepted = accepted
  }
}

/// What number a Numeric card wants.
package enum NumericValue: Hashable, Sendable {
  /// One value, `2.4 mL +- 1%`, with a comparator where the key is a bound (`> 6.5 mmol/L`).
  case point(Quantity, Tolerance, Comparator?)
  /// `135..145 mmol/L`: any one value inside is right, bounds included.
  case range(Quantity, Quantity)
  /// `1 to 2 mg/kg +- 10%`: both ends are asked for.
  case interval(Quantity, Quantity, Tolerance)
}

/// How far from the key a number may lie and still be right; the bound itself is right.
package enum Tolerance: Hashable, Sendable {
  /// In the key's own unit.
  case absolute(Rational)
  /// `1` for `+- 1%` of the key's value.
  case percent(Rational)
  /// Percentage points, where the key's unit is `%`.
  case points(Rational)
}

/// A bound that belongs to the answer.
package enum Comparator: String, Hashable, Sendable, CaseIterable {
  case less = "<"
  case greater = ">"
  case atMost = "≤"
  case atLeast = "≥"
}

/// What the learner must write after the number.
package enum UnitRule: Hashable, Sendable {
  /// No `Unit:` line: the learner must give a unit.
  case asked
  /// `Unit: mg`: the prompt shows it, and a bare number is read in it.
  case shown(String)
  /// `Unit: none`: no unit belongs.
  case none
}
