/// Reads a Word document: a zip file with the text, the styles and the notes as XML in it.
enum WordReader {
  static func read(_ bytes: [UInt8]) throws(DocumentError) -> ExtractedText {
    guard bytes.starts(with: "PK".utf8) else {
      // An old Word file, or a new one under a password, is an OLE container.
      throw bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) ? .encrypted : .broken(.word)
    }
    let entries = try ArchiveDoor.entries({ parts.contains($0) || isText($0) }, of: bytes)
    guard let text = entries.first(where: { isText($0.key) })?.value else { throw .broken(.word) }
    var styles = WordStyles()
    for part in ["word/styles.xml", "word/numbering.xml"] {
      if let xml = entries[part] { styles.take(try MarkupDoor.xml(xml)) }
    }
    var outline = WordOutline(styles: styles)
    outline.take(try MarkupDoor.xml(text))
    var pieces = outline.pieces
    if let xml = entries["word/footnotes.xml"] {
      var notes = WordOutline(styles: styles)
      notes.take(try MarkupDoor.xml(xml))
      if !notes.pieces.isEmpty {
        pieces.append(Piece(kind: .heading, text: Array("Footnotes".unicodeScalars)))
        pieces += notes.pieces
      }
    }
    return ExtractedText(pieces, title: nil)
  }

  private static let parts: Set<String> = [
    "word/styles.xml", "word/numbering.xml", "word/footnotes.xml",
  ]

  /// Whether an entry is the text itself; some servers call it `document2.xml`.
  private static func isText(_ path: String) -> Bool {
    path == "word/document.xml" || path == "word/document2.xml"
  }
}
