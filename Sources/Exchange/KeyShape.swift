import Decks

extension Key {
  /// The key, with a lone blank as the words that answer; nil where several blanks are asked.
  var single: Key? {
    guard case .blanks(let blanks) = self else { return self }
    guard let blank = blanks.first, blanks.count == 1 else { return nil }
    return .text(TextKey(answer: blank.text, accepted: blank.accepted))
  }

  /// Every text that can hold markup.
  var texts: [String] {
    switch self {
    case .text(let key): [key.answer] + key.accepted
    case .blanks(let blanks): blanks.flatMap { [$0.text] + $0.accepted }
    case .choice(let choice):
      choice.options.flatMap { [$0.text] + ($0.rationale.map { [$0] } ?? []) }
    case .order(let ordering): ordering.steps
    case .truth, .numeric: []
    }
  }
}

extension Choice {
  /// Whether the options' keys are a, b, c in their order, so that nothing is lost without them.
  var hasPlainLetters: Bool {
    zip(options, Self.letters).allSatisfy { $0.letter == $1 || $0.letter.isEmpty }
  }

  /// The keys that options get in the order of a file.
  static let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
}

extension Card {
  /// The texts of a stage.
  var texts: [String] {
    switch body {
    case .question(let stem, let key): [vignette, stem] + key.texts
    case .reversed(let front, let back, let accepted): [vignette, front, back] + accepted
    case .cloze(let text, let accepted): [vignette, text] + accepted
    case .stages, .unreadable: []
    }
  }
}

extension Card.Details {
  /// The fields that hold something.
  var present: [FieldName] {
    var fields: [FieldName] = []
    if hint != nil { fields.append(.hint) }
    if why != nil { fields.append(.why) }
    if !citations.isEmpty { fields.append(.source) }
    if evidence != nil { fields.append(.evidence) }
    if disputed != nil { fields.append(.disputed) }
    if reviewBy != nil { fields.append(.reviewBy) }
    if author != nil { fields.append(.author) }
    if reviewed != nil { fields.append(.reviewed) }
    if objective != nil { fields.append(.objective) }
    if !tags.isEmpty { fields.append(.tags) }
    if difficulty != nil { fields.append(.difficulty) }
    if !extensions.isEmpty { fields.append(.extension) }
    return fields
  }
}
