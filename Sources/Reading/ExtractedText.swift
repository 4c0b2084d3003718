/// What a reader made of a file: the text, and the passages that it saw in it.
struct ExtractedText {
  let text: [Unicode.Scalar]
  let lines: LineTable
  let blocks: [Block]
  /// Where each page begins; empty where there are none.
  let pages: [Int]
  /// The title that the file itself states, apart from its text.
  let title: String?

  init(
    text: [Unicode.Scalar],
    lines: LineTable,
    blocks: [Block],
    pages: [Int] = [],
    title: String? = nil
  ) {
    self.text = text
    self.lines = lines
    self.blocks = blocks
    self.pages = pages
    self.title = title
  }

  /// One line a piece, in order, and a blank one between two tables.
  init(_ pieces: [Piece], title: String?) {
    var text: [Unicode.Scalar] = []
    var blocks: [Block] = []
    for piece in pieces {
      if piece.startsTable, blocks.last?.kind == .tableRow { text.append("\n") }
      let start = text.count
      text += piece.text
      blocks.append(Block(kind: piece.kind, level: piece.level, segments: [start..<text.count]))
      text.append("\n")
    }
    self.init(text: text, lines: LineTable(text), blocks: blocks, title: title)
  }
}

/// A heading, paragraph, item or row on its way into a text.
struct Piece: Equatable {
  var kind: Passage.Kind
  /// 1 is the outermost; only for headings.
  var level = 1
  /// Whether a row is the first of its table.
  var startsTable = false
  /// Without line ends.
  var text: [Unicode.Scalar]
}

extension Collection where Element == Unicode.Scalar {
  /// Single spaces for any white space, and none at either end.
  var onOneLine: [Unicode.Scalar] {
    var line: [Unicode.Scalar] = []
    for scalar in self {
      if !scalar.isBlank {
        line.append(scalar)
      } else if let last = line.last, last != " " {
        line.append(" ")
      }
    }
    if line.last == " " { line.removeLast() }
    return line
  }
}
