/// A document as it was read: its text as Unicode scalars, and the passages in it.
///
/// Every range in this module is in scalars of `text`. For text and Markdown that is the file, with
/// the byte order mark where it has one and both scalars of a CRLF; for the other kinds it is what a
/// reader made of the file, and the same file gives the same text again.
package struct Document: Sendable {
  /// The file's name without its folders.
  package let name: String
  package let kind: Kind
  package let text: [Unicode.Scalar]
  package let lines: LineTable
  /// Where each page begins in `text`; empty where the document has no pages.
  package let pages: [Int]
  /// The first heading of the text that tells what it is about, or the page's own title, or the
  /// file's name without its extension.
  package let title: String
  /// Whether it is the leaflet or the label of one product.
  package let isOfOneProduct: Bool
  let blocks: [Block]

  /// Makes the document of a file.
  package init(_ file: DocumentFile) throws(DocumentError) {
    try self.init(name: file.name, kind: file.kind, bytes: file.bytes)
  }

  /// Decodes the bytes of a file; throws what is wrong with them.
  package init(name: String, kind: Kind, bytes: [UInt8]) throws(DocumentError) {
    guard bytes.count <= kind.largestFile else {
      throw .tooLarge(bytes: bytes.count, limit: kind.largestFile)
    }
    guard !bytes.isEmpty else { throw .empty }
    let read = try Self.extracted(kind, bytes)
    guard read.text.contains(where: { !$0.isBlank && $0 != byteOrderMark }) else { throw .empty }
    guard read.text.count <= Self.longest else {
      throw .tooLarge(bytes: nil, limit: Self.longest)
    }
    self.name = name
    self.kind = kind
    text = read.text
    pages = read.pages
    lines = read.lines
    blocks = read.blocks
    let passages = Passage.all(of: blocks, in: text, lines: lines, kind: kind)
    let headings = Boilerplate.sorted(passages).kept.lazy.filter { $0.kind == .heading }
      .prefix(4).map(\.text.string)
    title = KindOfDocument.title(of: Array(headings)) ?? read.title ?? Self.stem(of: name)
    isOfOneProduct = headings.prefix(2).contains(where: KindOfDocument.isOfOneProduct)
  }

  /// Reads the file at a path, deciding its kind by the extension.
  package static func read(_ path: String) throws(DocumentError) -> Document {
    try Document(try DocumentFile.read(path))
  }

  /// The longest text that is read, in bytes of a text file or in scalars of another.
  ///
  /// A textbook of a thousand pages holds about 3 MB of text, so a longer file is a mistake; the
  /// limit keeps the work on one under 100 MB of memory.
  package static let longest = 8 << 20

  /// The passages of the text in reading order, boilerplate among them.
  package var passages: [Passage] {
    Passage.all(of: blocks, in: text, lines: lines, kind: kind)
  }

  /// The text of a range, exactly as the document has it.
  package func string(_ range: Range<Int>) -> String {
    text[range].string
  }

  private static func extracted(
    _ kind: Kind,
    _ bytes: [UInt8]
  ) throws(DocumentError) -> ExtractedText {
    switch kind {
    case .plainText, .markdown:
      let text = try UTF8Decoder.scalars(of: bytes)
      let lines = LineTable(text)
      let blocks =
        kind == .markdown
        ? MarkdownReader(text, lines).blocks() : PlainTextReader(text, lines).blocks()
      return ExtractedText(text: text, lines: lines, blocks: blocks)
    case .html: return try HTMLReader.read(bytes)
    case .pdf: return try PDFReader.read(bytes)
    case .word: return try WordReader.read(bytes)
    }
  }

  private static func stem(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}

let byteOrderMark: Unicode.Scalar = "\u{FEFF}"
