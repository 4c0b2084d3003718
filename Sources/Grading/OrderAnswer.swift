import Decks

/// Grades the displayed numbers typed for an Order card.
struct OrderAnswer {
  let ordering: Ordering
  let context: GradingContext

  func grade(_ typed: String) -> Verdict {
    let count = ordering.steps.count
    guard let places = places(typed) else { return .ask([.orderWanted(steps: count)]) }
    let order = context.order(of: count)
    let sequence = places.map { order[$0] }
    let hits = sequence.indices.count { ordering.steps[sequence[$0]] == ordering.steps[$0] }
    if hits == count { return .right() }
    let right = (0..<count).map { step in
      String((order.firstIndex(of: step) ?? step) + 1)
    }
    let expected = Reason.expected(right.joined(separator: count > 9 ? " " : ""))
    guard ordering.score == .partial else { return .wrong([expected]) }
    let share = Rational(Int128(hits), over: Int128(max(1, count))) ?? Rational(0)
    return .partial(share, reasons: [expected])
  }

  /// Each displayed place once, counted from 0; nil where the text is no order of all steps.
  private func places(_ typed: String) -> [Int]? {
    let count = ordering.steps.count
    var numbers: [[Unicode.Scalar]] = []
    var isOpen = false
    for scalar in FoldedText(typed).scalars {
      if scalar.isDigit {
        if isOpen { numbers[numbers.count - 1].append(scalar) } else { numbers.append([scalar]) }
        isOpen = true
      } else if " ,;.->)".unicodeScalars.contains(scalar) || scalar == "→" {
        isOpen = false
      } else {
        return nil
      }
    }
    if numbers.count == 1, count <= 9 { numbers = numbers[0].map { [$0] } }
    guard numbers.count == count else { return nil }
    let places = numbers.compactMap { Int($0.text).map { $0 - 1 } }
    return places.sorted() == Array(0..<count) ? places : nil
  }
}
