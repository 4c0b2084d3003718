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
