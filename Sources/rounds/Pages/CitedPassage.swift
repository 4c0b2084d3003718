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
    do throws(Failure) {
      guard let file = try open() else {
        return head
          + Wrap(width).lines(
            "\(source.file.sanitizedLine) is not at hand. Put it beside the deck, or its folder "
              + "into the setting \"sources\"."
          )
      }
      return head + passage(in: file)
    } catch {
      return head + Wrap(width).lines(error.message.sanitizedLine)
    }
  }

  /// The document; nil where it is not at hand.
  func open() throws(Failure) -> CitedFile? {
    guard let source = deck.deck.frontMatter.source(citation.document),
      let path = SourceShelf(besides: deck, folder: folder).path(of: source)
    else { return nil }
    return try CitedFile.read(path)
  }

  /// Where the cited words stand; nil where none are cited.
  func place(in file: CitedFile) -> CitedDocument.Place? {
    citation.span.map {
      file.document.place(of: $0, citedLines: file.document.lines(of: citation))
    }
  }
}

extension CitedPassage {
  private func passage(in file: CitedFile) -> [String] {
    switch place(in: file) {
    case .missing:
      return Wrap(width).lines("The cited words do not stand in this document any more.")
    case .moved(let line):
      let words = file.isExtracted ? "on another page" : "on line \(line)"
      return Wrap(width).lines("The cited words stand \(words) now.")
        + passage(line...line, in: file)
    case .found, nil:
      let found = citation.span.flatMap { file.document.line(of: $0) }.map { $0...$0 }
      guard let lines = citation.lines ?? found ?? file.document.lines(of: citation) else {
        return Wrap(width).lines("The citation names no line of it.")
      }
      return passage(lines, in: file)
    }
  }

  /// The cited lines with one line before and after, the cited words marked.
  ///
  /// Lines of a text that was made from the file have no number: nobody could find them by it.
  private func passage(_ cited: ClosedRange<Int>, in file: CitedFile) -> [String] {
    let all = file.lines
    guard cited.lowerBound <= all.count else {
      return Wrap(width).lines("The document has no line \(cited.lowerBound).")
    }
    let shown = max(1, cited.lowerBound - 1)...min(all.count - 1, cited.upperBound) + 1
    // A span may go on where its first line ends.
    let near = all[(shown.lowerBound - 1)..<min(all.count, shown.upperBound + 2)]
      .map(\.sanitizedLine)
    let marks = citation.span.map { SpanMarks(of: $0, in: near) }
    return shown.flatMap { number -> [String] in
      let index = number - shown.lowerBound
      guard !near[index].isEmpty else { return [] }
      let isCited = cited.contains(number) || marks?.ranges[index] != nil
      let head = "\(isCited ? ">" : " ") \(file.isExtracted ? "" : "\(number)")  "
      let line = marks?.marked(index) { style(.accent, $0) } ?? near[index]
      return Wrap(width, first: head, hanging: "     ").lines(line)
    }
  }
}
