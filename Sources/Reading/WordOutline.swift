/// Finds headings, paragraphs, lists and tables in the text of a Word document.
struct WordOutline {
  private(set) var pieces: [Piece] = []
  private let styles: WordStyles
  private var line: [Unicode.Scalar] = []
  private var role: WordStyles.Role?
  private var rows = OpenRows()
  /// How many elements are open inside one that is left out.
  private var skipped = 0
  private var isText = false
  private var isHidden = false
  private var isRaised = false
  /// What the raised runs said so far.
  private var raised = ""

  init(styles: WordStyles) { self.styles = styles }

  mutating func take(_ events: [MarkupEvent]) {
    for event in events {
      switch event {
      case .open(let name, let attributes):
        if skipped > 0 || Self.isLeftOut(name, attributes) { skipped += 1 }
        if skipped == 0 { open(name, attributes) }
        if skipped == 1, name == "m:oMath" { append(sign: unreadable) }
      case .close(let name):
        if skipped > 0 { skipped -= 1 } else { close(name) }
      case .text(let text):
        if skipped == 0, isText, !isHidden { append(text) }
      }
    }
  }

  private mutating func open(_ name: String, _ attributes: [String: String]) {
    let value = attributes["w:val"] ?? ""
    switch name {
    case "w:p": role = nil
    case "w:pStyle": role = styles.role(ofStyle: value) ?? role
    case "w:numId": listed(value)
    case "w:outlineLvl":
      if let level = Int(value), level < 9 { role = .heading(level: level + 1) }
    case "w:r":
      isHidden = false
      isRaised = false
    case "w:vanish": isHidden = value != "0" && value != "false"
    case "w:vertAlign": isRaised = value == "superscript"
    case "w:t": isText = true
    case "w:tab", "w:br", "w:cr": append(sign: " ")
    case "w:noBreakHyphen": append(sign: "-")
    case "w:sym": append(sign: WordSymbols.scalar(attributes["w:char"] ?? ""))
    case "w:tr": rows.openRow()
    case "w:tc": rows.openCell()
    case "w:gridSpan": rows.span(columns: value)
    case "w:tbl": rows.openTable()
    default: break
    }
  }

  private mutating func close(_ name: String) {
    switch name {
    case "w:t": isText = false
    case "w:r":
      isHidden = false
      isRaised = false
    case "w:p": endParagraph()
    case "w:tr": endRow()
    case "w:tbl": rows.closeTable()
    default: break
    }
  }

  /// A numbered heading is a heading still.
  private mutating func listed(_ list: String) {
    if case .heading = role { return }
    role = styles.role(ofList: list)
  }

  private mutating func append(_ text: String) {
    if isRaised {
      raised += text
    } else {
      lower()
      line += Array(text.unicodeScalars)
    }
  }

  private mutating func append(sign: Unicode.Scalar) {
    if isRaised {
      raised.unicodeScalars.append(sign)
    } else {
      lower()
      line.append(sign)
    }
  }

  /// Ends a raised text, which may stand in several runs.
  private mutating func lower() {
    guard !raised.isEmpty else { return }
    line += Array(Superscript.written(raised, behind: line).unicodeScalars)
    raised = ""
  }

  private mutating func endParagraph() {
    lower()
    let text = line.onOneLine
    line.removeAll(keepingCapacity: true)
    guard !text.isEmpty, role != .contents else { return }
    if rows.append(text.string) { return }
    switch role {
    case .heading(let level): pieces.append(Piece(kind: .heading, level: level, text: text))
    case .listItem(let isNumbered):
      pieces.append(Piece(kind: .listItem(isNumbered: isNumbered), text: text))
    case .contents, nil: pieces.append(Piece(kind: .paragraph, text: text))
    }
  }

  private mutating func endRow() {
    // A table in a table is a part of the cell.
    guard let row = rows.closeRow(), !rows.append(row) else { return }
    var piece = Piece(kind: .tableRow, text: Array(row.unicodeScalars))
    piece.startsTable = rows.startsTable
    pieces.append(piece)
  }

  /// Deleted and moved text, drawings and their substitutes, formulas, the lines between notes.
  private static func isLeftOut(_ name: String, _ attributes: [String: String]) -> Bool {
    switch name {
    case "w:del", "w:moveFrom", "w:drawing", "w:pict", "w:object", "mc:AlternateContent",
      "w:pPrChange", "w:rPrChange", "w:sectPr", "m:oMath":
      true
    case "w:footnote": attributes["w:type"].map { $0 != "normal" } ?? false
    default: false
    }
  }
}

/// Signs that Word writes as places in a font instead of as characters.
enum WordSymbols {
  /// The sign at a place of the Symbol font in hex, such as `F06D` for µ.
  ///
  /// What is not known makes the passage unreadable: a lost µ would change a dose a thousandfold.
  static func scalar(_ place: String) -> Unicode.Scalar {
    UInt32(place, radix: 16).flatMap { signs[$0 & 0xFF] } ?? unreadable
  }

  private static let signs: [UInt32: Unicode.Scalar] = [
    0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6B: "κ", 0x6D: "µ", 0x44: "Δ", 0xA3: "≤",
    0xB3: "≥", 0xB1: "±", 0xB0: "°", 0xB4: "×", 0xAE: "→", 0xAD: "↑", 0xAF: "↓", 0xB7: "·",
  ]
}
