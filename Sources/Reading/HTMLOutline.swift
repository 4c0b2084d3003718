/// Finds headings, paragraphs, lists and tables in the events of a web page.
struct HTMLOutline {
  /// What the page's `<title>` says.
  private(set) var title: String?
  private let readsLabels: Bool
  private var frames: [HTMLFrame] = []
  private var found: [(piece: Piece, part: HTMLPart)] = []
  private var line: [Unicode.Scalar] = []
  /// Scalars of `line` that are links.
  private var linked = 0
  private var rows = OpenRows()
  private var raised: (text: String, isLink: Bool)?

  /// Without `readsLabels`, nothing is left out for its class or id.
  init(readsLabels: Bool = true) { self.readsLabels = readsLabels }

  mutating func take(_ event: MarkupEvent) {
    switch event {
    case .open(let name, let attributes): open(name.lowercased(), attributes)
    case .close(let name): close(name.lowercased())
    case .text(let text): take(text)
    }
  }

  /// The pieces of the main content.
  mutating func finished() -> [Piece] {
    while !frames.isEmpty { endFrame() }
    flush()
    return HTMLPart.main(of: found)
  }

  // MARK: Elements

  private mutating func open(_ name: String, _ attributes: [String: String]) {
    let frame = HTMLFrame(name, attributes, in: frames.last, readsLabels: readsLabels)
    if !frame.isSkipped { begin(frame, attributes) }
    frames.append(frame)
  }

  private mutating func begin(_ frame: HTMLFrame, _ attributes: [String: String]) {
    if frame.isBlock { flush() }
    switch frame.name {
    case "br": line.append(line.last == "\n" ? "\u{B}" : "\n")
    case "table": rows.openTable()
    case "tr": rows.openRow()
    case "td", "th":
      rows.openCell()
      rows.span(columns: attributes["colspan"], rows: attributes["rowspan"])
    case "sup": raised = ("", frame.isLink)
    case "math": line.append(unreadable)
    case "a": if raised != nil { raised?.isLink = true }
    default: break
    }
    // A blank line made by two line breaks parts paragraphs.
    if line.last == "\u{B}" { flush() }
  }

  /// Closes an element, and with it those inside that were left open.
  private mutating func close(_ name: String) {
    guard let place = frames.lastIndex(where: { $0.name == name }) else { return }
    while frames.count > place { endFrame() }
  }

  private mutating func endFrame() {
    guard let frame = frames.last else { return }
    if !frame.isSkipped {
      if frame.isBlock { flush() }
      if frame.name == "tr" { endRow() }
      if frame.name == "table" { rows.closeTable() }
      if frame.name == "sup" { lower() }
    }
    frames.removeLast()
  }

  // MARK: Text

  private mutating func take(_ text: String) {
    guard let frame = frames.last else { return }
    if frame.name == "title" && title == nil {
      let line = text.unicodeScalars.onOneLine.string
      title = line.isEmpty ? nil : line
    }
    guard !frame.isSkipped, frame.name != "title" else { return }
    if raised != nil {
      raised?.text += text
    } else {
      append(text, isLink: frame.isLink)
    }
  }

  private mutating func append(_ text: String, isLink: Bool) {
    let before = line.count
    for scalar in text.unicodeScalars { line.append(scalar.isBlank ? " " : scalar) }
    if isLink { linked += line.count - before }
  }

  private mutating func lower() {
    guard let raised else { return }
    self.raised = nil
    guard !raised.isLink, !raised.text.allSatisfy(\.isWhitespace) else { return }
    append(Superscript.written(raised.text, behind: line), isLink: false)
  }

  private mutating func flush() {
    let text = line.onOneLine
    let isNavigation = linked * 5 >= line.count * 4 && text.count < 80
    line.removeAll(keepingCapacity: true)
    linked = 0
    guard !text.isEmpty, let frame = frames.last else { return }
    let piece = HTMLFrame.piece(of: text, in: frames)
    let isCell = piece.kind == .tableRow
    if isCell, text.count <= longestCell, rows.append(text.string) { return }
    if !isNavigation || piece.kind == .heading {
      found.append((isCell ? Piece(kind: .paragraph, text: text) : piece, frame.part))
    }
  }

  /// A longer cell is a column of a page that is laid out by tables.
  private let longestCell = 300

  private mutating func endRow() {
    guard let row = rows.closeRow(), let frame = frames.last else { return }
    var piece = Piece(kind: .tableRow, text: Array(row.unicodeScalars))
    piece.startsTable = rows.startsTable
    found.append((piece, frame.part))
  }
}

/// Stands for a formula or a sign that cannot be written as text; what holds it is no prose.
let unreadable: Unicode.Scalar = "\u{FFFD}"
