import Decks
import Terminal

/// The place that a citation names, with the lines around it where the document is at hand.
struct CitedPassage {
  let citation: Citation
  let deck: DeckFile
  /// A folder with documents beside the deck's own.
  let folder: String?
  let width: Int
  let style: Style

  /// The citation and what stands there.
  var lines: [String] {
    let head = Wrap(width, hanging: "  ").lines(citation.description.sanitizedLine)
      .map { style(.heading, $0) }
    guard let source = deck.deck.frontMatter.source(citation.document) else {
      return head + Wrap(width).lines("The deck does not name this document.")
    }
    guard let bytes else {
      return head
        + Wrap(width).lines(
          "\(source.file.sanitizedLine) is not at hand. Put it beside the deck, or its folder into "
            + "the setting \"sources\"."
        )
    }
    let text = String(decoding: bytes, as: UTF8.self)
    switch place(in: bytes) {
    case .missing:
      return head + Wrap(width).lines("The cited words do not stand in this document any more.")
    case .moved(let line):
      return head + Wrap(width).lines("The cited words stand on line \(line) now.")
        + passage(line...line, in: text)
    case .found, nil:
      let found = citation.span.flatMap { CitedDocument(bytes).line(of: $0) }.map { $0...$0 }
      guard let lines = citation.lines ?? found else {
        return head + Wrap(width).lines("The citation names no line of it.")
      }
      return head + passage(lines, in: text)
    }
  }

  /// The document's bytes; nil where it is not at hand.
  var bytes: [UInt8]? {
    deck.deck.frontMatter.source(citation.document)
      .flatMap { SourceShelf(besides: deck, folder: folder).path(of: $0) }
      .flatMap { try? FileBytes.read($0) }
  }

  /// Where the cited words stand; nil where none are cited.
  func place(in bytes: [UInt8]) -> CitedDocument.Place? {
    citation.span.map { CitedDocument(bytes).place(of: $0, citedLines: citation.lines) }
  }
}

extension CitedPassage {
  /// The cited lines with one line before and after, the cited words marked.
  private func passage(_ cited: ClosedRange<Int>, in text: String) -> [String] {
    let all = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map { String($0).sanitizedLine }
    guard cited.lowerBound <= all.count else {
      return Wrap(width).lines("The document has no line \(cited.lowerBound).")
    }
    let shown = max(1, cited.lowerBound - 1)...min(all.count - 1, cited.upperBound) + 1
    // A span may go on where its first line ends.
    let near = Array(all[(shown.lowerBound - 1)..<min(all.count, shown.upperBound + 2)])
    let marks = citation.span.map { SpanMarks(of: $0, in: near) }
    return shown.flatMap { number -> [String] in
      let index = number - shown.lowerBound
      guard !near[index].isEmpty else { return [] }
      let isCited = cited.contains(number) || marks?.ranges[index] != nil
      let head = "\(isCited ? ">" : " ") \(number)  "
      let line = marks?.marked(index) { style(.accent, $0) } ?? near[index]
      return Wrap(width, first: head, hanging: "     ").lines(line)
    }
  }
}
