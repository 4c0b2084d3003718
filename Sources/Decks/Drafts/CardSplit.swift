/// Parts a cloze that asks several things into cards that ask one each.
package enum CardSplit {
  /// Why a card cannot be parted.
  package enum Obstacle: Error, Hashable, Sendable {
    /// Only a cloze says by itself where it can be parted.
    case notCloze
    /// All that is hidden is asked together.
    case oneNumber
    /// `Accept:` does not say which blank it is about.
    case accept
    /// A part would have a fault.
    case faulty
  }

  /// The edit that puts one card for each cloze number in the place of a card.
  ///
  /// The first keeps the id; `names` gives the others theirs where the card has one.
  package static func edit(
    _ placed: PlacedCard,
    in deck: Deck,
    naming names: inout RandomIDs,
    using generator: inout some RandomNumberGenerator
  ) throws(Obstacle) -> DeckEdit {
    let texts = try texts(of: placed, in: deck)
    guard let field = deck.bytes(ofField: .cloze, in: placed) else { throw .faulty }
    let range = deck.bytes(of: placed)
    var bytes: [UInt8] = []
    for (index, text) in texts.enumerated() {
      var part = DeckEdit()
      let line = DeckPrinter.field("C", text).dropLast()
      part.replace(field, with: String(line).withLineEnding(deck.lineEnding))
      if index > 0, let id = placed.heading.idBytes {
        let isStage = deck.lines[placed.lines.lowerBound].role == .stageHeading
        let prefix = isStage ? placed.card.id.map(Self.prefix) ?? "" : ""
        part.replace(id, with: "{#\(names.next(prefix: prefix, using: &generator))}")
      }
      if index > 0 { endWithBlankLine(&bytes, deck.lineEnding) }
      bytes += part.applied(to: deck.source, within: range)
    }
    var edit = DeckEdit()
    edit.replace(range, with: bytes)
    try check(edit, of: placed, in: deck, texts)
    return edit
  }

  /// The text of each part: one number hidden, the others told.
  private static func texts(of placed: PlacedCard, in deck: Deck) throws(Obstacle) -> [String] {
    guard case .cloze(let text, _) = placed.card.body else { throw .notCloze }
    guard let cloze = try? ClozeText(reading: text) else { throw .faulty }
    guard cloze.numbers.count > 1 else { throw .oneNumber }
    guard deck.bytes(ofField: .accept, in: placed) == nil else { throw .accept }
    let texts = cloze.numbers.map(cloze.hidingOnly)
    // Braces in what is told now could open another blank.
    let stems = texts.map { (try? ClozeText(reading: $0))?.hiding(1) }
    guard stems == cloze.numbers.map(cloze.hiding) else { throw .faulty }
    return texts
  }

  /// What a stage's id begins with: its Case's id and the point.
  private static func prefix(_ id: CardID) -> String {
    guard let point = id.text.lastIndex(of: ".") else { return "" }
    return String(id.text[...point])
  }

  private static func endWithBlankLine(_ bytes: inout [UInt8], _ eol: String) {
    if bytes.last != 0x0A { bytes += eol.utf8 }
    if bytes.suffix(2 * eol.utf8.count) != ArraySlice((eol + eol).utf8) { bytes += eol.utf8 }
  }

  private static func check(
    _ edit: DeckEdit,
    of placed: PlacedCard,
    in deck: Deck,
    _ texts: [String]
  ) throws(Obstacle) {
    let after = DeckParser.parse(edit.applied(to: deck.source))
    let start = placed.heading.bytes.lowerBound
    let parts = after.everyCard.drop { $0.heading.bytes.lowerBound < start }.prefix(texts.count)
    guard
      parts.map(\.card.body) == texts.map({ .cloze(text: $0, accepted: []) }),
      !parts.contains(where: after.hasError)
    else { throw .faulty }
  }
}

extension ClozeText {
  /// The text with the blanks of one number, as the first and only number.
  fileprivate func hidingOnly(_ number: Int) -> String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .shown(let shown): text += shown
      case .blank(let blank) where blank.number == number:
        text += "{{c1::\(blank.text)\(blank.hint.map { "::\($0)" } ?? "")}}"
      case .blank(let blank): text += blank.text
      }
    }
  }
}
