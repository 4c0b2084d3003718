/// Joins two cards into one where that needs nothing that they do not say.
package enum CardMerge {
  /// Why two cards cannot be joined.
  package enum Obstacle: Error, Hashable, Sendable {
    /// Both are one card.
    case itself
    /// A Case or a stage of one.
    case staged
    /// Text stands in one that belongs to none of its parts.
    case strayText
    /// They hide some of the same words of one sentence.
    case sameWords
    /// They say the same and cite the same document: one of them is enough.
    case sameDocument
    /// One of them cites no document.
    case uncited
    case differentSentences
    case differentAnswers
    case differentNumbers
    /// One denies what the other states.
    case differentPolarity
    /// They answer in other ways than by words.
    case otherKinds
    /// `Accept:` would not say which blank it is about.
    case accept
    /// Both have this field or line, and it says different things.
    case differs(String)
    /// The card would have a fault.
    case faulty
  }

  /// The edit that makes one card of two in the place of the first, which keeps its id.
  ///
  /// Two clozes of the same sentence become one with the blanks of both; two cards that say the
  /// same from different documents become one that cites them all.
  package static func edit(
    _ first: PlacedCard,
    with second: PlacedCard,
    in deck: Deck
  ) throws(Obstacle) -> DeckEdit {
    if first.heading == second.heading { throw .itself }
    for placed in [first, second] {
      guard placed.stages.isEmpty, deck.cards.contains(where: { $0.heading == placed.heading })
      else { throw .staged }
      if deck.holdsStrayText(in: placed) { throw .strayText }
    }
    var card = first.card
    card.body = try body(first.card, second.card)
    try CardDetails.join(&card, second.card)
    var edit = DeckEdit.replacing(first, with: card, in: deck)
    for splice in DeckEdit.removing(second, from: deck).splices {
      edit.replace(splice.range, with: splice.replacement)
    }
    let after = DeckParser.parse(edit.applied(to: deck.source))
    guard after.cards.count == deck.cards.count - 1,
      let joined = after.cards.first(where: { $0.card == card }), !after.hasError(in: joined)
    else { throw .faulty }
    return edit
  }

  private static func body(_ first: Card, _ second: Card) throws(Obstacle) -> Card.Body {
    if case .cloze(let text, let accepted) = first.body,
      case .cloze(let otherText, let otherAccepted) = second.body,
      let joint = ClozeJoint(text, otherText), !joint.hidesTheSame
    {
      guard accepted.isEmpty, otherAccepted.isEmpty else { throw .accept }
      guard let joined = joint.text else { throw .sameWords }
      return .cloze(text: joined, accepted: [])
    }
    try SameFact.prove(first, second)
    return first.body.accepting(second.body)
  }
}

/// The blanks of two clozes of one sentence.
private struct ClozeJoint {
  /// What is hidden, by its scalars in the sentence, white space not counted.
  private struct Gap {
    let range: Range<Int>
    let number: Int
    let hint: String?
  }

  private let sentence: [Unicode.Scalar]
  private let own: [Gap]
  private let others: [Gap]

  /// Nil where the two are not the same sentence.
  init?(_ first: String, _ second: String) {
    guard let first = try? ClozeText(reading: first), let second = try? ClozeText(reading: second),
      Self.folded(first.revealed) == Self.folded(second.revealed)
    else { return nil }
    sentence = Array(first.revealed.unicodeScalars)
    own = Self.gaps(first)
    others = Self.gaps(second)
  }

  /// Whether both ask for exactly the same.
  var hidesTheSame: Bool { own.map(\.range) == others.map(\.range) }

  /// The first text with the blanks of both; nil where they overlap.
  var text: String? {
    guard !own.contains(where: { gap in others.contains { $0.range.overlaps(gap.range) } }) else {
      return nil
    }
    let highest = own.map(\.number).max() ?? 0
    let numbers = Set(others.map(\.number)).sorted()
    let gaps =
      own
      + others.map { gap in
        let number = highest + 1 + (numbers.firstIndex(of: gap.number) ?? 0)
        return Gap(range: gap.range, number: number, hint: gap.hint)
      }
    return written(gaps)
  }

  private func written(_ gaps: [Gap]) -> String {
    var text = ""
    var index = 0
    for scalar in sentence {
      let isInk = !scalar.properties.isWhitespace
      if isInk, let gap = gaps.first(where: { $0.range.lowerBound == index }) {
        text += "{{c\(gap.number)::"
      }
      text.unicodeScalars.append(scalar)
      guard isInk else { continue }
      index += 1
      if let gap = gaps.first(where: { $0.range.upperBound == index }) {
        text += (gap.hint.map { "::\($0)" } ?? "") + "}}"
      }
    }
    return text
  }

  private static func gaps(_ cloze: ClozeText) -> [Gap] {
    var gaps: [Gap] = []
    var index = 0
    for part in cloze.parts {
      switch part {
      case .shown(let text): index += ink(text)
      case .blank(let blank):
        let end = index + ink(blank.text)
        gaps.append(Gap(range: index..<end, number: blank.number, hint: blank.hint))
        index = end
      }
    }
    return gaps
  }

  private static func ink(_ text: String) -> Int {
    text.unicodeScalars.count { !$0.properties.isWhitespace }
  }

  private static func folded(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace)
  }
}

extension Card.Body {
  /// The body with the alternatives that another accepts for the same answer.
  fileprivate func accepting(_ other: Card.Body) -> Card.Body {
    let more =
      switch other {
      case .question(_, .text(let key)): key.accepted
      case .cloze(_, let accepted): accepted
      default: [String]()
      }
    func joined(_ accepted: [String]) -> [String] {
      accepted + more.filter { !accepted.contains($0) }
    }
    switch self {
    case .question(let stem, .text(let key)):
      let key = TextKey(answer: key.answer, accepted: joined(key.accepted))
      return .question(stem: stem, key: .text(key))
    case .cloze(let text, let accepted): return .cloze(text: text, accepted: joined(accepted))
    default: return self
    }
  }
}
