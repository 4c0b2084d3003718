/// A heading, a paragraph, an item of a list or a row of a table, with its place in the document.
package struct Passage: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case paragraph
    /// `isNumbered` where the item carries a number or letter.
    case listItem(isNumbered: Bool)
    case heading
    /// The cells of one row of a table, parted by ` | `.
    case tableRow
  }

  package let kind: Kind
  /// The headings that the passage stands under, outermost first.
  package let headings: [String]
  /// The sentence that opens the list ("Side effects include:"), for a list item.
  package let leadIn: String?
  package let text: MappedText
  /// Scalars of the document, from the first to the last that shows.
  package let range: Range<Int>
  /// Line numbers from 1.
  package let lines: ClosedRange<Int>
  /// Whether the passage is longer than `longest`; its text is then only a beginning.
  let isOverlong: Bool

  /// Whether the passage holds sentences.
  package var isProse: Bool { kind != .heading && kind != .tableRow }

  /// The longest passage that is taken for prose, in scalars; a longer line is data.
  static let longest = 1 << 16

  static func all(
    of blocks: [Block],
    in text: [Unicode.Scalar],
    lines: LineTable,
    kind: Document.Kind
  ) -> [Passage] {
    var path = HeadingPath()
    var passages: [Passage] = []
    var leadIn: String?
    for block in blocks {
      let isOverlong = block.length > longest
      let segments = isOverlong ? block.beginning : block.segments
      let mapped = MappedText(segments, of: text, isMarkdown: kind == .markdown)
      guard !mapped.isEmpty else { continue }
      if case .listItem = block.kind {} else { leadIn = nil }
      passages.append(
        Passage(
          kind: block.kind,
          headings: path.titles,
          leadIn: leadIn,
          text: mapped,
          range: mapped.source,
          lines: lines.lines(of: mapped.source),
          isOverlong: isOverlong
        )
      )
      if block.kind == .heading {
        path.enter(mapped.string, level: block.level)
      } else if block.kind == .paragraph, mapped.scalars.last == ":" {
        leadIn = mapped.string
      }
    }
    return passages
  }
}

/// The lines of one passage before they are normalised.
struct Block {
  var kind: Passage.Kind
  /// 1 is the outermost; only for headings.
  var level = 1
  /// The parts of the document that hold the text, without markers and line ends.
  var segments: [Range<Int>]

  var length: Int { segments.reduce(0) { $0 + $1.count } }

  /// A few words to know the block by.
  var beginning: [Range<Int>] { segments.prefix(1).map { $0.prefix(80) } }
}

/// The headings that stand over the place reached.
private struct HeadingPath {
  private var open: [(title: String, level: Int)] = []

  var titles: [String] { open.map(\.title) }

  mutating func enter(_ title: String, level: Int) {
    open.removeAll { $0.level >= level }
    open.append((title, level))
  }
}
