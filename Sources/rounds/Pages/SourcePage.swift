import Decks
import Terminal

/// The cited documents with the lines around each span, where they are at hand.
struct SourcePage {
  private let question: Question
  private let shelf: Shelf
  private let width: Int
  private let style: Style

  init(_ question: Question, _ shelf: Shelf, _ dialogue: Dialogue) {
    self.question = question
    self.shelf = shelf
    width = dialogue.width
    style = dialogue.style
  }

  var lines: [String] {
    guard !question.details.citations.isEmpty else {
      return Wrap(width).lines("This card cites no document.")
    }
    return question.details.citations.flatMap(lines(of:))
  }

  private func lines(of citation: Citation) -> [String] {
    let head = Wrap(width, hanging: "  ").lines(citation.description.sanitizedLine)
      .map { style(.heading, $0) }
    guard let entry = shelf.collection.entry(holding: question.id) else { return head }
    let deck = shelf.collection.decks[entry.deck]
    guard let source = deck.deck.frontMatter.source(citation.document) else {
      return head + Wrap(width).lines("The deck does not name this document.")
    }
    guard let path = SourceShelf(besides: deck, folder: shelf.settings.sources).path(of: source),
      let bytes = try? FileBytes.read(path)
    else {
      return head
        + Wrap(width).lines(
          "\(source.file.sanitizedLine) is not at hand. Put it beside the deck, or its folder into "
            + "the setting \"sources\"."
        )
    }
    let text = String(decoding: bytes, as: UTF8.self)
    switch citation.span.map({ CitedDocument(bytes).place(of: $0, citedLines: citation.lines) }) {
    case .missing:
      return head + Wrap(width).lines("The cited words do not stand in this document any more.")
    case .moved(let line):
      return head + Wrap(width).lines("The cited words stand on line \(line) now.")
        + passage(citation, lines: line...line, in: text)
    case .found, nil:
      guard let lines = citation.lines else {
        return head + Wrap(width).lines("The citation names no line of it.")
      }
      return head + passage(citation, lines: lines, in: text)
    }
  }

  /// The cited lines with one line before and after, the cited words marked.
  private func passage(
    _ citation: Citation,
    lines cited: ClosedRange<Int>,
    in text: String
  ) -> [String] {
    let all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard cited.lowerBound <= all.count else {
      return Wrap(width).lines("The document has no line \(cited.lowerBound).")
    }
    let shown = max(1, cited.lowerBound - 1)...min(all.count - 1, cited.upperBound) + 1
    return shown.flatMap { number -> [String] in
      let line = all[number - 1].sanitizedLine
      guard !line.isEmpty else { return [] }
      let isCited = cited.contains(number)
      let marked = isCited ? mark(citation.span, in: line) : line
      return Wrap(width, first: "\(isCited ? ">" : " ") \(number)  ", hanging: "     ").lines(
        marked
      )
    }
  }

  /// The words between brackets as well as in colour, so that nothing hangs on colour alone.
  private func mark(_ span: String?, in line: String) -> String {
    guard let span, let range = line.firstRange(of: span) else { return line }
    return line[..<range.lowerBound] + ">>" + style(.strong, String(line[range])) + "<<"
      + line[range.upperBound...]
  }
}
