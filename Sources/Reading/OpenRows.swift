/// The rows of tables that are being read, the innermost last.
///
/// Empty cells and cells that span columns keep their places: a value one column further would be
/// another's.
struct OpenRows {
  private var rows: [[(text: String, span: Int)]] = []

  mutating func openRow() { rows.append([]) }

  mutating func openCell() {
    if !rows.isEmpty { rows[rows.count - 1].append(("", 1)) }
  }

  /// Widens the open cell over so many columns.
  mutating func span(_ columns: String) {
    guard let row = rows.indices.last, let cell = rows[row].indices.last else { return }
    rows[row][cell].span = min(max(1, Int(columns) ?? 1), Self.widest)
  }

  /// More columns than any table has that a person reads.
  private static let widest = 60

  /// Adds a text to the open cell; false where none is open.
  mutating func append(_ text: String) -> Bool {
    guard let row = rows.indices.last, let cell = rows[row].indices.last else { return false }
    if !rows[row][cell].text.isEmpty { rows[row][cell].text += " " }
    rows[row][cell].text += text
    return true
  }

  /// The cells of the innermost row, with bars between; nil where none says anything.
  mutating func closeRow() -> String? {
    let cells = (rows.popLast() ?? []).flatMap { cell in
      [cell.text] + [String](repeating: "", count: cell.span - 1)
    }
    let shown = cells.filter { !$0.isEmpty }
    return shown.isEmpty ? nil : (shown.count == 1 ? shown : cells).joined(separator: " | ")
  }
}
