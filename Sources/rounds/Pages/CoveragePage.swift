import Decks
import Reading
import Storage
import Terminal

/// The passages of a document with the number of cards that cite each.
struct CoveragePage {
  let coverage: SourceCoverage
  /// Whether passages with cards are left out.
  let onlyUncited: Bool
  let width: Int
  let style: Style

  var lines: [String] {
    let name = "\(coverage.source.title) (\(coverage.source.file))".sanitizedLine
    let head = Wrap(width, hanging: "  ").lines(name).map { style(.heading, $0) }
    guard let passages = coverage.passages else {
      return head + wrapped("Not at hand. Name its folder with --sources or in the settings.") + [
        ""
      ]
    }
    let cited = passages.count { !$0.cards.isEmpty }
    var lines = head + wrapped("\(cited) of \(passages.counted("passage")) have cards.")
    if coverage.misplaced > 0 {
      let count = coverage.misplaced.counted("citation")
      lines += wrapped("\(count) could not be placed: run \"rounds check --sources\".")
    }
    return lines + sections(shown) + [""]
  }

  /// One JSON object a passage.
  var json: [String] {
    shown.map { entry in
      var json = JSONWriter()
      json.object { json in
        json.member("document", coverage.source.file)
        json.member("linesOf", coverage.hasLines ? "original" : "extracted")
        json.member("line", entry.passage.lines.lowerBound)
        json.member("lastLine", entry.passage.lines.upperBound)
        if case .page(let page) = entry.place { json.member("page", page) }
        json.member("section", entry.passage.headings.last ?? "")
        json.member("cards", entry.cards.map(\.text))
        json.member("text", entry.passage.text.string)
      }
      return json.text
    }
  }

  private var shown: [SourceCoverage.CoveredPassage] {
    (coverage.passages ?? []).filter { !onlyUncited || $0.cards.isEmpty }
  }

  private func sections(_ passages: [SourceCoverage.CoveredPassage]) -> [String] {
    var lines: [String] = []
    var section: String?
    for entry in passages {
      let heading = entry.passage.headings.last ?? ""
      if heading != section, !heading.isEmpty {
        lines += Wrap(width, hanging: "  ").lines("§ \(heading.sanitizedLine)")
          .map { style(.strong, $0) }
      }
      section = heading
      lines += row(entry)
    }
    return lines
  }

  /// `line 5 · 3 cards · the first words`, the count in words where there is none.
  private func row(_ entry: SourceCoverage.CoveredPassage) -> [String] {
    let count = entry.cards.isEmpty ? "no card" : entry.cards.counted("card")
    let role: Role = entry.cards.isEmpty ? .warning : .good
    let place = "  \(entry.place.words) · "
    let text = entry.passage.text.string.sanitizedLine
    let used = place.columns + count.columns + 3
    guard width - used >= 12 else { return [place + style(role, count)] }
    return [place + style(role, count) + " · " + text.shortened(to: width - used)]
  }

  private func wrapped(_ text: String) -> [String] {
    Wrap(width, hanging: "  ").lines(text)
  }
}
