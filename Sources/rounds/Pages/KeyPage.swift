import Decks

extension Key {
  /// The right answer in one line, as it is shown beside what was typed.
  var answerText: String {
    switch self {
    case .text(let key): key.answer
    case .blanks(let blanks): blanks.map(\.text).joined(separator: " … ")
    case .choice(let choice): choice.options.filter(\.isRight).map(\.text).joined(separator: "; ")
    case .truth(let truth): truth ? "true" : "false"
    case .numeric(let key): key.value.answerText
    case .order(let ordering): ordering.steps.joined(separator: " → ")
    }
  }
}

extension NumericValue {
  /// The number without its tolerance.
  fileprivate var answerText: String {
    switch self {
    case .point(let quantity, _, let comparator):
      comparator.map { "\($0.rawValue) \(quantity.text)" } ?? quantity.text
    case .range(let low, let high): "\(low.number.decimalText) to \(high.text)"
    case .interval(let low, let high, _): "\(low.number.decimalText) to \(high.text)"
    }
  }
}
