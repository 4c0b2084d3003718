/// What a decision about a draft changes in its file.
extension DeckEdit {
  /// Takes `{status=draft}` out of a heading, and puts an id into its place where one is given.
  package static func accepting(_ placed: PlacedCard, naming id: CardID?, in deck: Deck) -> DeckEdit
  {
    var edit = DeckEdit()
    guard let status = placed.heading.statusBytes else { return edit }
    if let id {
      edit.replace(status, with: "{#\(id)}")
    } else {
      var start = status.lowerBound
      while start > placed.heading.bytes.lowerBound, deck.source[start - 1].isBlank { start -= 1 }
      edit.remove(start..<status.upperBound)
    }
    return edit
  }

  /// Puts another card where one stands; the blank lines below stay.
  package static func replacing(_ placed: PlacedCard, with card: Card, in deck: Deck) -> DeckEdit {
    let isStage = deck.lines[placed.lines.lowerBound].role == .stageHeading
    let text = (isStage ? "#" : "") + DeckPrinter.text(of: card).dropLast()
    var edit = DeckEdit()
    edit.replace(deck.inkBytes(of: placed), with: text.withLineEnding(deck.lineEnding))
    return edit
  }

  /// Takes a card out of its file, with the blank lines below it; of the last card, those above it.
  package static func removing(_ placed: PlacedCard, from deck: Deck) -> DeckEdit {
    var edit = DeckEdit()
    let bytes = deck.bytes(of: placed)
    var first = placed.lines.lowerBound
    if bytes.upperBound == deck.source.count {
      while first > 0, deck.lines[first - 1].bytes.isEmpty { first -= 1 }
    }
    edit.remove(deck.lines[first].start..<bytes.upperBound)
    return edit
  }
}

extension Deck {
  /// The card's bytes, from its heading to the next one's.
  package func bytes(of placed: PlacedCard) -> Range<Int> {
    let end = placed.lines.upperBound
    return lines[placed.lines.lowerBound]
      .start..<(end < lines.count ? lines[end].start : source.count)
  }

  /// The card as its author wrote it, without the blank lines below it.
  package func text(of placed: PlacedCard) -> String { text(inkBytes(of: placed)) }

  /// Whether text stands in the card that belongs to none of its parts and would be lost where the
  /// card is written anew.
  package func holdsStrayText(in placed: PlacedCard) -> Bool {
    lines[placed.lines].contains { [.stray, .note].contains($0.role) }
  }

  /// The card's bytes without the blank lines below it and the last line's end.
  func inkBytes(of placed: PlacedCard) -> Range<Int> {
    let last = placed.lines.last { lines[$0].role != .blank } ?? placed.lines.lowerBound
    return lines[placed.lines.lowerBound].start..<lines[last].end
  }

  /// Finding among the deck's own whose place lies within the card.
  func hasError(in placed: PlacedCard) -> Bool {
    let bytes = bytes(of: placed)
    return findings.contains { $0.severity == .error && bytes.contains($0.bytes.lowerBound) }
  }

  /// The bytes of a field of the card itself with the lines that continue it, the last line's end
  /// left out.
  func bytes(ofField name: FieldName, in placed: PlacedCard) -> Range<Int>? {
    let end = placed.stages.first?.lines.lowerBound ?? placed.lines.upperBound
    let own = placed.lines.lowerBound..<end
    guard let first = own.first(where: { lines[$0].role == .field(name) }) else { return nil }
    let rest = (first + 1..<end).prefix { [.more, .blank].contains(lines[$0].role) }
    let last = rest.last { lines[$0].role == .more } ?? first
    return lines[first].start..<lines[last].end
  }
}
