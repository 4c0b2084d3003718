import Decks
import Scheduling

@testable import Exchange

/// Makes cards that a format can carry whole: no field, unit or scoring that it cannot say.
struct PortableCards {
  private var generator: SplitMix64

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
  }

  mutating func card(for format: any Exchanger.Type) -> Card {
    let kinds = format.reads.filter { $0 != .cloze }
    let kind = kinds.randomElement(using: &generator) ?? .basic
    let isRich = format.name == "gift"
    var card = Card(
      kind: kind,
      status: .draft,
      body: .question(
        stem: DeckText.escaped(format.name == "aiken" ? line() : text()),
        key: key(kind, isRich: isRich)
      )
    )
    if isRich {
      if Bool.random(using: &generator) { card.details.why = DeckText.escaped(text()) }
      if Bool.random(using: &generator) { card.title = title() }
    }
    if format.name != "aiken", Bool.random(using: &generator) {
      card.details.tags = ["renal", "é"]
    }
    return card
  }
}

extension PortableCards {
  private static let words = [
    "ketamine", "é", "µg", "2:1", "{x}", "=", "~", "#", "a=b", "//", "\\", "%5%", "[html]", "->x",
    "*", "*x*", "a_b", "`c`", "`d`", "[l](t)", "\"q\"", "::", "$CATEGORY:", "<b>", "&lt;", "~~~",
    "```", "A:", "#html:true", "|", "(a)", "+-", "x\\n", "😀",
  ]

  private mutating func line() -> String {
    let words = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
      Self.words.randomElement(using: &generator) ?? "x"
    }
    return words.joined(separator: " ")
  }

  private mutating func text() -> String {
    (0..<Int.random(in: 1...3, using: &generator)).map { _ in line() }
      .joined(separator: Bool.random(using: &generator) ? "\n" : "\n\n")
  }

  private mutating func title() -> String {
    ["main", "a: b", "x = y", "#1"].randomElement(using: &generator) ?? "t"
  }

  private mutating func key(_ kind: Kind, isRich: Bool) -> Key {
    switch kind {
    case .trueFalse: .truth(Bool.random(using: &generator))
    case .numeric: .numeric(numeric())
    case .singleBestAnswer, .multipleResponse:
      .choice(choice(allowsSeveral: kind == .multipleResponse, isRich: isRich))
    default: .text(isRich ? words() : TextKey(answer: DeckText.escaped(text())))
    }
  }

  /// Answers that no arrow makes a pair of, and alternatives that no bar parts.
  private mutating func words() -> TextKey {
    let accepted = ["alpha", "b*c", "3 = 3"].prefix(Int.random(in: 0...3, using: &generator))
    return TextKey(
      answer: DeckText.escaped(line().replacing("->", with: "-")),
      accepted: accepted.map { DeckText.escaped($0) }
    )
  }

  private mutating func choice(allowsSeveral: Bool, isRich: Bool) -> Choice {
    let count = Int.random(in: 2...9, using: &generator)
    let right = Int.random(in: 0..<count, using: &generator)
    let options = (0..<count).map { index in
      Choice.Option(
        letter: Choice.letters[index],
        text: DeckText.escaped(line()),
        isRight: index == right || (allowsSeveral && Bool.random(using: &generator)),
        rationale: isRich && Bool.random(using: &generator) ? DeckText.escaped(line()) : nil
      )
    }
    return Choice(
      options: options,
      allowsSeveral: allowsSeveral,
      score: allowsSeveral ? .partial : .all
    )
  }

  private mutating func numeric() -> NumericKey {
    let low = quantity()
    guard Bool.random(using: &generator), let high = low.number.plus(Rational(3)) else {
      let tolerance = Tolerance.absolute(quantity().number.magnitude)
      let more = Bool.random(using: &generator) ? [quantity()] : []
      return NumericKey(value: .point(low, tolerance, nil), unit: .none, accepted: more)
    }
    let upper = Quantity(number: high, unit: nil, text: high.decimalText)
    return NumericKey(value: .range(low, upper), unit: .none)
  }

  private mutating func quantity() -> Quantity {
    let whole = Int128(Int.random(in: -99_999...99_999, using: &generator))
    let number = Rational(whole, over: 1000) ?? Rational(1)
    return Quantity(number: number, unit: nil, text: number.decimalText)
  }
}
