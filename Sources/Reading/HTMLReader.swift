/// Reads a web page as a browser saves it: its main content, without what hangs around it.
enum HTMLReader {
  static func read(_ bytes: [UInt8]) throws(DocumentError) -> ExtractedText {
    let events = try MarkupDoor.html(PageEncoding.text(of: bytes))
    let (pieces, title) = pieces(of: events)
    return ExtractedText(pieces, title: title)
  }

  /// The pieces of the main content, and what the page calls itself.
  static func pieces(of events: [MarkupEvent]) -> (pieces: [Piece], title: String?) {
    var outline = HTMLOutline()
    for event in events { outline.take(event) }
    let pieces = outline.finished()
    guard pieces.isLittle else { return (pieces, outline.title) }
    // A wrapper around the whole page may be called "sidebar-right" too.
    var whole = HTMLOutline(readsLabels: false)
    for event in events { whole.take(event) }
    let all = whole.finished()
    return (all.isLittle ? pieces : all, outline.title)
  }
}

extension [Piece] {
  /// Whether there is less than a paragraph.
  fileprivate var isLittle: Bool { reduce(0) { $0 + $1.text.count } < 200 }
}
