/// Writes cards as a careful author would; `parse(print(card))` gives the card back.
package enum DeckPrinter {
  /// The card's lines, with a final newline and no blank line around.
  package static func text(of card: Card) -> String {
    var writer = CardWriter()
    writer.write(card, marks: "##")
    return writer.text
  }

  /// One field with its further lines and a final newline.
  static func field(_ name: String, _ value: String) -> String {
    var writer = CardWriter()
    writer.field(name, value)
    return writer.text
  }

  /// The head of a new deck file.
  package static func frontMatter(
    name: String,
    id: String,
    tags: [String] = [],
    sources: [SourceDocument]
  ) -> String {
    var lines = ["---", "rounds: 1", "deck: \(name)", "id: \(id)"]
    if !tags.isEmpty { lines.append("tags: \(tags.joined(separator: " "))") }
    lines += sources.map(\.description)
    lines.append("---")
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Gathers the lines of one card.
private struct CardWriter {
  private(set) var text = ""

  mutating func write(_ card: Card, marks: String) {
    heading(card, marks: marks)
    text += "\n"
    if !card.vignette.isEmpty { prose(card.vignette) }
    if case .stages(let stages) = card.body {
      details(card.details)
      for stage in stages {
        text += "\n"
        write(stage, marks: "###")
      }
    } else {
      body(card.body)
      details(card.details)
    }
  }

  private mutating func heading(_ card: Card, marks: String) {
    text += "\(marks) \(card.kind.rawValue)"
    if !card.title.isEmpty { text += ": \(card.title)" }
    if let id = card.id { text += " {#\(id)}" }
    if card.status != .active { text += " {status=\(card.status.rawValue)}" }
    if !card.silencedChecks.isEmpty {
      text += " {check=\(card.silencedChecks.map { "-\($0)" }.joined(separator: ","))}"
    }
    text += "\n"
  }

  /// Prose before the question; a line that would read as a field gets its backslash.
  private mutating func prose(_ prose: String) {
    for line in lines(of: prose) {
      text += escaped(line) + "\n"
    }
    text += "\n"
  }

  private func escaped(_ line: String) -> String {
    let isField = Array(line.utf8).withUnsafeBufferPointer { FieldName.nameEnd(of: $0) != nil }
    return isField ? "\\\(line)" : line
  }

  mutating func field(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    var lines = lines(of: value)[...]
    text += "\(name):"
    if let first = lines.first, !first.isEmpty, !opensFence(first) {
      text += " \(first)"
      lines.removeFirst()
    }
    text += "\n"
    for line in lines {
      text += line.isEmpty ? "\n" : "  \(escaped(line))\n"
    }
  }

  /// The lines as a file has them: to a `String` CRLF is one Character and would not be split.
  private func lines(of text: String) -> [String] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// A code block begins on a line of its own, or its end would begin another.
  private func opensFence(_ line: String) -> Bool {
    line.hasPrefix("```") || line.hasPrefix("~~~")
  }

  private mutating func body(_ body: Card.Body) {
    switch body {
    case .question(let stem, let key):
      field("Q", stem)
      write(key)
    case .reversed(let front, let back, let accepted):
      field("Q", front)
      field("A", back)
      field("Accept", accepted.joined(separator: " | "))
    case .cloze(let cloze, let accepted):
      field("C", cloze)
      field("Accept", accepted.joined(separator: " | "))
    case .stages, .unreadable:
      break
    }
  }

  private mutating func write(_ key: Key) {
    switch key {
    case .text(let key):
      field("A", key.answer)
      field("Accept", key.accepted.joined(separator: " | "))
    case .truth(let truth):
      field("A", truth ? "true" : "false")
    case .numeric(let key):
      numeric(key)
    case .choice(let choice):
      text += "\n"
      for option in choice.options { self.option(option) }
      text += "\n"
      if choice.score == .partial { field("Score", choice.score.rawValue) }
    case .order(let ordering):
      text += "\n"
      for (index, step) in ordering.steps.enumerated() { text += "\(index + 1). \(step)\n" }
      text += "\n"
      if ordering.score == .partial { field("Score", ordering.score.rawValue) }
    case .blanks:
      break
    }
  }

  private mutating func numeric(_ key: NumericKey) {
    field("A", key.value.text)
    switch key.unit {
    case .asked: break
    case .shown(let unit): field("Unit", unit)
    case .none: field("Unit", "none")
    }
    field("Accept", key.accepted.map(\.text).joined(separator: " | "))
  }

  private mutating func option(_ option: Choice.Option) {
    let letter = option.letter.isEmpty ? "" : "(\(option.letter)) "
    text += "- [\(option.isRight ? "x" : " ")] \(letter)\(option.text)\n"
    if let rationale = option.rationale { text += "  > \(rationale)\n" }
  }

  private mutating func details(_ details: Card.Details) {
    field("Hint", details.hint)
    field("Why", details.why)
    for citation in details.citations { field("Source", citation.description) }
    field("Evidence", details.evidence)
    field("Disputed", details.disputed)
    field("Review-by", details.reviewBy)
    field("Author", details.author)
    field("Reviewed", details.reviewed)
    field("Objective", details.objective)
    field("Tags", details.tags.joined(separator: " "))
    field("Difficulty", details.difficulty.map { "\($0)" })
    for own in details.extensions {
      if own.text.isEmpty { text += "\(own.name):\n" } else { field(own.name, own.text) }
    }
  }
}
