import Decks

extension GIFTKeyMaker {
  /// `#2.4:0.1`, `#1..5`, or several with `=`; the first with full credit is the key.
  mutating func number(text: inout IncomingText) throws(GIFTFault) -> NumericKey {
    var key: NumericValue?
    var accepted: [Quantity] = []
    for item in try numberItems() {
      guard item.isFull else {
        text.lose(.partialCreditDropped)
        continue
      }
      let value = try Self.value(source, item.text)
      if key == nil {
        key = value
      } else if case .point(let quantity, .absolute(let size), nil) = value, size == Rational(0) {
        accepted.append(quantity)
      } else {
        text.lose(.alternativeDropped)
      }
      if let feedback = item.feedback { note(feedback, item.markup, text: &text) }
    }
    guard let key else { throw GIFTFault(.noFullCredit, at: range.lowerBound) }
    return NumericKey(value: key, unit: .none, accepted: accepted)
  }

  private func numberItems() throws(GIFTFault) -> [GIFTItem] {
    let rest = source.ink((range.lowerBound + 1)..<range.upperBound)
    guard !rest.isEmpty else { throw GIFTFault(.emptyAnswer, at: range.lowerBound) }
    if source.first(of: Array("=~".utf8), in: rest) == rest.lowerBound {
      return try GIFTItem.all(in: source, rest, markup: markup)
    }
    // The number sign stands where an item has its mark.
    let item = try GIFTItem(source, range, markup: markup)
    return [
      GIFTItem(
        isMarkedRight: true,
        weight: item.weight,
        markup: item.markup,
        text: item.text,
        feedback: item.feedback
      )
    ]
  }

  private static func value(
    _ source: GIFTText,
    _ range: Range<Int>
  ) throws(GIFTFault) -> NumericValue {
    let written = source.text(range)
    let bad = GIFTFault(.badNumber(written), at: range.lowerBound)
    if let dots = written.firstRange(of: "..") {
      guard let low = quantity(written[..<dots.lowerBound]),
        let high = quantity(written[dots.upperBound...]), low.number < high.number
      else { throw bad }
      return .range(low, high)
    }
    let parts = written.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, let number = quantity(parts[0]) else { throw bad }
    let size = parts.count == 2 ? quantity(parts[1])?.number : Rational(0)
    guard let size, size >= Rational(0) else { throw bad }
    return .point(number, .absolute(size), nil)
  }

  /// A decimal with its point, written plainly; blanks around it do not count.
  private static func quantity(_ text: Substring) -> Quantity? {
    let digits = String(decoding: trimmed(Array(text.utf8)[...]), as: UTF8.self)
    return Rational(decimal: digits).map { Quantity(number: $0, unit: nil, text: $0.decimalText) }
  }
}
