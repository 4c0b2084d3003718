import Decks
import Terminal

/// A draft as its author sees it, with what the checks say and the passages it cites.
struct DraftPage {
  let placed: PlacedCard
  let deck: DeckFile
  /// A folder with documents beside the deck's own.
  let folder: String?
  let findings: [Finding]
  /// Which draft it is: `draft 3/20`.
  let place: String
  let width: Int
  let style: Style

  var lines: [String] {
    [""] + heading + card + warnings + [""] + sources
  }

  private var heading: [String] {
    let parts = [place, placed.card.kind.rawValue, placed.card.title, placed.card.id?.text ?? ""]
    let text = parts.filter { !$0.isEmpty }.joined(separator: " · ").sanitizedLine
    return Wrap(width, hanging: "  ").lines(text).map { style(.heading, $0) }
  }

  /// The lines of the file without the heading and the citations, which follow below.
  private var card: [String] {
    var lines: [String] = []
    for line in deck.deck.lines[placed.lines].dropFirst() {
      let text = deck.deck.text(line.bytes).sanitizedLine
      switch line.role {
      case .blank where lines.last?.isEmpty != false, .field(.source): break
      case .blank: lines.append("")
      case .field: lines += field(text)
      default: lines += Wrap(width, hanging: "  ").lines(text)
      }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private func field(_ text: String) -> [String] {
    guard let colon = text.firstIndex(of: ":") else { return Wrap(width).lines(text) }
    let name = style(.dim, String(text[...colon]))
    return Wrap(width, hanging: "  ").lines(name + text[text.index(after: colon)...])
  }

  private var warnings: [String] {
    findings.flatMap { finding in
      let role: Role = finding.severity == .error ? .bad : .warning
      let line = deck.deck.position(of: finding.bytes.lowerBound).line
      let head = style(role, finding.severity.rawValue)
      return Wrap(width, hanging: "  ").lines(
        "\(head), line \(line): \(finding.message.sanitizedLine)"
      )
    }
  }

  private var sources: [String] {
    guard !placed.citations.isEmpty else {
      return Wrap(width).lines("This draft cites no document.")
    }
    return placed.citations.flatMap { citation in
      CitedPassage(citation: citation, deck: deck, folder: folder, width: width, style: style).lines
    }
  }
}
