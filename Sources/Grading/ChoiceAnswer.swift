import Decks

/// Grades the letters typed for an SBA or MR.
struct ChoiceAnswer {
  let choice: Choice
  let context: GradingContext

  func grade(_ typed: String) -> Verdict {
    guard let chosen = chosen(typed) else {
      return .ask([
        .lettersWanted(options: choice.options.count, several: choice.allowsSeveral)
      ])
    }
    let right = Set(choice.options.indices.filter { choice.options[$0].isRight })
    let hits = chosen.intersection(right)
    let wrong = chosen.subtracting(right)
    guard choice.allowsSeveral, choice.score == .partial else {
      return chosen == right
        ? .right() : .wrong(reasons(wrong: wrong, missed: right.subtracting(hits)))
    }
    let share = Rational(
      Int128(max(0, hits.count - wrong.count)),
      over: Int128(max(1, right.count))
    )
    return .partial(
      share ?? Rational(0),
      reasons: reasons(wrong: wrong, missed: right.subtracting(hits))
    )
  }

  /// The chosen options by their place in the deck; nil where the letters cannot be read.
  private func chosen(_ typed: String) -> Set<Int>? {
    let order = context.order(of: choice.options.count)
    var chosen: Set<Int> = []
    for scalar in FoldedText(typed).scalars {
      if " ,;.()+&/".unicodeScalars.contains(scalar) { continue }
      let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
      guard ("a"..."z").contains(lower) else { return nil }
      let place = Int(lower.value) - 0x61
      guard place < order.count, chosen.insert(order[place]).inserted else { return nil }
    }
    return chosen.isEmpty || !choice.allowsSeveral && chosen.count > 1 ? nil : chosen
  }

  private func reasons(wrong: Set<Int>, missed: Set<Int>) -> [Reason] {
    let order = context.order(of: choice.options.count)
    func letters(_ options: Set<Int>) -> [String] {
      order.indices.filter { options.contains(order[$0]) }.map(Self.letter)
    }
    var reasons: [Reason] = []
    if !missed.isEmpty { reasons.append(.missedOptions(letters(missed))) }
    if !wrong.isEmpty { reasons.append(.wrongOptions(letters(wrong))) }
    return reasons
  }

  private static func letter(_ place: Int) -> String {
    Unicode.Scalar(UInt32(0x61 + place)).map { String($0) } ?? "?"
  }
}

extension Verdict {
  /// A card that counts parts: right only as a whole, hard from a half.
  static func partial(_ share: Rational, reasons: [Reason]) -> Verdict {
    if share >= Rational(1) { return .right(share: share) }
    let isHalf = share.plus(share).map { $0 >= Rational(1) } ?? false
    return Verdict(
      outcome: .wrong,
      reasons: reasons,
      share: share,
      suggested: isHalf ? .hard : .again,
      cap: isHalf ? .hard : .again
    )
  }
}
