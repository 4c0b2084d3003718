import Decks

/// A question on its way out: plain text, with what was lost so far.
struct Outgoing {
  let id: CardID
  let kind: Kind
  let title: String
  /// Vignette and question, over several lines where the author wrote so.
  var stem: String
  let key: Key
  let details: Card.Details
  private(set) var losses: [Loss] = []

  mutating func lose(_ loss: Loss) {
    if !losses.contains(loss) { losses.append(loss) }
  }

  /// Tells the fields that the card has and the format has no place for.
  mutating func dropFields(besides kept: Set<FieldName> = [], title keepsTitle: Bool = false) {
    if !keepsTitle, !title.isEmpty { lose(.fieldDropped("title")) }
    for field in details.present where !kept.contains(field) { lose(.fieldDropped(field.text)) }
  }

  /// The rationale as plain text.
  mutating func why() -> String? {
    details.why.map { plain($0) }
  }

  /// Text without markup, noting where there was some.
  mutating func plain(_ text: String) -> String {
    let plain = InlineMarkup.plain(text)
    if plain != text, plain != DeckText.unescaped(text) { lose(.markupFlattened) }
    return plain
  }

  /// Text on one line, noting where it had several.
  mutating func line(_ text: String) -> String {
    guard text.utf8.contains(0x0A) || text.utf8.contains(0x09) else { return text }
    if text.utf8.contains(0x0A) { lose(.linesJoined) }
    return text.utf8.split { $0 == 0x0A || $0 == 0x09 }
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }
}

extension Outgoing {
  /// The questions that a card asks; where its kind has no place, the report says so.
  static func items(of card: Card, kinds: [Kind], report: inout LossReport) -> [Outgoing] {
    let id = card.id ?? card.provisionalID
    guard card.body != .unreadable else {
      report.add(.cardUnreadable, at: .card(id))
      return []
    }
    guard kinds.contains(card.kind) else {
      report.add(.kindNotSupported(card.kind), at: .card(id))
      return []
    }
    let questions = card.questions(id: id, deck: "")
    return questions.compactMap { question in
      guard let key = question.key.single, kinds.contains(question.kind) else {
        report.add(.kindNotSupported(question.kind), at: .card(question.id))
        return nil
      }
      var item = Outgoing(question, key: key)
      item.noteShape(of: card, among: questions.count)
      return item
    }
  }

  private init(_ question: Question, key: Key) {
    id = question.id
    kind = question.kind
    title = question.title
    stem = [question.caseVignette, question.vignette, question.stem]
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
    self.key = key
    details = question.details
    if !question.vignette.isEmpty || !question.caseVignette.isEmpty { lose(.vignetteJoined) }
  }

  private mutating func noteShape(of card: Card, among count: Int) {
    if card.status != .active { lose(.fieldDropped("status")) }
    if !card.silencedChecks.isEmpty { lose(.fieldDropped("check")) }
    if count > 1 { lose(.siblingsParted) }
    switch card.body {
    case .question(let stem, let key):
      noteMarkup([card.vignette, stem] + key.texts)
    case .reversed(let front, let back, let accepted):
      noteMarkup([card.vignette, front, back] + accepted)
    case .cloze(let text, let accepted):
      lose(.kindChanged(.cloze))
      noteMarkup([card.vignette, text] + accepted)
    case .stages(let stages):
      noteMarkup([card.vignette] + stages.flatMap(\.texts))
    case .unreadable:
      break
    }
  }

  private mutating func noteMarkup(_ texts: [String]) {
    for text in texts { _ = plain(text) }
  }
}
