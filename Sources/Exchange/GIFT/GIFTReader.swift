import Decks

/// Makes a card of one entry; what cannot be read one way is a fault, never a guess.
struct GIFTReader {
  private let entry: GIFTEntry
  private let source: GIFTText

  init(_ entry: GIFTEntry) {
    self.entry = entry
    source = GIFTText(bytes: entry.bytes)
  }

  func card(text: inout IncomingText) throws(GIFTFault) -> Card {
    guard isUTF8(entry.bytes) else { throw GIFTFault(.undecodable, at: 0) }
    let parts = try GIFTParts(source)
    guard !parts.head.isEmpty || !parts.tail.isEmpty else { throw GIFTFault(.emptyQuestion, at: 0) }
    var key = try GIFTKey(source, parts, text: &text)
    if let feedback = parts.feedback { key.notes.append(prose(feedback, parts.markup, &text)) }
    var card = Card(kind: key.kind, body: try body(parts, key, &text))
    card.title = parts.title.map { text.title(source.text($0)) } ?? ""
    let notes = key.notes.filter { !$0.isEmpty }
    card.details.why = notes.isEmpty ? nil : Self.distinct(notes).joined(separator: "\n")
    card.details.tags = Self.distinct(
      entry.tags.map { text.line($0, .markdown) }.filter { !$0.isEmpty }
    )
    if entry.hasCategory { text.lose(.categoryMadeTag) }
    if entry.hasIdentifier { text.lose(.identifierReplaced) }
    return card
  }
}

extension GIFTReader {
  /// Where a blank stood whose options are listed below.
  private static let gap = "_____"

  private func body(
    _ parts: GIFTParts,
    _ key: GIFTKey,
    _ text: inout IncomingText
  ) throws(GIFTFault) -> Card.Body {
    let head = prose(parts.head, parts.markup, &text)
    guard !parts.tail.isEmpty else {
      guard !head.isEmpty else { throw GIFTFault(.emptyQuestion, at: 0) }
      return .question(stem: head, key: key.key)
    }
    let tail = prose(parts.tail, parts.markup, &text)
    guard case .text(let words) = key.key else {
      return .question(stem: Self.joined(head, Self.gap, tail, parts.spacing), key: key.key)
    }
    guard ![head, tail, words.answer].contains(where: Self.hasClozeMark) else {
      throw GIFTFault(.notRepresentable, at: 0)
    }
    return .cloze(
      text: Self.joined(head, "{{c1::\(words.answer)}}", tail, parts.spacing),
      accepted: words.accepted
    )
  }

  /// Words around a blank, as close to it as they stood to the braces.
  private static func joined(
    _ head: String,
    _ blank: String,
    _ tail: String,
    _ spacing: (before: Bool, after: Bool)
  ) -> String {
    head + (spacing.before && !head.isEmpty ? " " : "") + blank + (spacing.after ? " " : "") + tail
  }

  private static func hasClozeMark(_ text: String) -> Bool {
    text.contains("{{") || text.contains("}}") || text.contains("::")
  }

  private func prose(
    _ range: Range<Int>,
    _ markup: Markup,
    _ text: inout IncomingText
  ) -> String {
    text.prose(source.text(range), markup)
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
