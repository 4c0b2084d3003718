/// How the text of an entry is marked up.
enum Markup {
  case plain
  case html
  /// As in decks, so it stays.
  case markdown
}

/// Makes an entry's texts fit for a deck, noting what that costs.
struct IncomingText {
  private(set) var losses: [Loss] = []
  /// Why no card may be made of the texts.
  private(set) var fault: Fault?

  mutating func lose(_ loss: Loss) {
    if !losses.contains(loss) { losses.append(loss) }
  }

  /// Text that may run over lines; blank lines inside stay, those around it go.
  mutating func prose(_ raw: String, _ markup: Markup = .plain) -> String {
    let lines = readable(raw, markup).utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: trimmed(Array($0)[...]), as: UTF8.self) }
    guard let first = lines.firstIndex(where: { !$0.isEmpty }),
      let last = lines.lastIndex(where: { !$0.isEmpty })
    else { return "" }
    return finished(lines[first...last].joined(separator: "\n"), markup)
  }

  /// Text that stands on one line.
  mutating func line(_ raw: String, _ markup: Markup = .plain) -> String {
    let lines = readable(raw, markup).utf8.split(separator: 0x0A)
      .map { trimmed(Array($0)[...]) }.filter { !$0.isEmpty }
    if lines.count > 1 { lose(.linesJoined) }
    return finished(String(decoding: Array(lines.joined(separator: [0x20])), as: UTF8.self), markup)
  }

  /// A title, which has no markup.
  mutating func title(_ raw: String) -> String {
    let title = line(raw, .markdown)
    // Braces at its end would read as an attribute.
    guard !title.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) else {
      lose(.fieldDropped("title"))
      return ""
    }
    return title
  }

  private func finished(_ text: String, _ markup: Markup) -> String {
    markup == .markdown ? text : DeckText.escaped(text)
  }

  private mutating func readable(_ raw: String, _ markup: Markup) -> String {
    let text = markup == .html ? flattened(raw) : raw
    return stripped(text)
  }

  private mutating func flattened(_ raw: String) -> String {
    let html = HTMLText(raw)
    if html.hadMarkup { lose(.markupFlattened) }
    if html.hadMedia { lose(.mediaDropped) }
    if html.hadStruckText { fault = .struckText }
    return html.text
  }

  private mutating func stripped(_ text: String) -> String {
    let (clean, hadControls) = Controls.stripped(text)
    if hadControls { lose(.controlsStripped) }
    return clean.utf8.contains(0x09) ? clean.replacing("\t", with: " ") : clean
  }
}
