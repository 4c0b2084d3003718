/// The rows of tables that are being read, the innermost last.
///
/// Empty cells keep their places, and what spans columns or rows stands in each of them: a value one
/// column further would be another's.
struct OpenRows {
  private struct Cell {
    var text = ""
    var columns = 1
    var rows = 1
  }

  private var rows: [[Cell]] = []
  /// What the cells above still reach into, by its column; one of each table that is open.
  private var carried: [[Int: Cell]] = [[:]]

  /// More columns, and rows that one cell spans, than any table has that a person reads.
  private static let widest = 60

  /// Of each table that is open, whether no row of it was closed, and whether a table stands in it.
  private var states: [(isFresh: Bool, isBroken: Bool)] = []
  /// Whether the row that was closed last is the first of its table.
  ///
  /// A table that holds another has no columns that one could trust, so that each of its rows is.
  private(set) var startsTable = false

  mutating func openTable() {
    if let outer = states.indices.last { states[outer].isBroken = true }
    states.append((isFresh: true, isBroken: false))
    carried.append([:])
  }

  mutating func closeTable() {
    _ = states.popLast()
    if carried.count > 1 { carried.removeLast() }
  }

  mutating func openRow() { rows.append([]) }

  mutating func openCell() {
    if !rows.isEmpty { rows[rows.count - 1].append(Cell()) }
  }

  /// Widens the open cell over so many columns and rows.
  mutating func span(columns: String? = nil, rows lines: String? = nil) {
    guard let row = rows.indices.last, let cell = rows[row].indices.last else { return }
    func size(_ text: String?) -> Int { min(max(1, text.flatMap { Int($0) } ?? 1), Self.widest) }
    if columns != nil { rows[row][cell].columns = size(columns) }
    if lines != nil { rows[row][cell].rows = size(lines) }
  }

  /// Adds a text to the open cell; false where none is open.
  mutating func append(_ text: String) -> Bool {
    guard let row = rows.indices.last, let cell = rows[row].indices.last else { return false }
    if !rows[row][cell].text.isEmpty { rows[row][cell].text += " " }
    rows[row][cell].text += text
    return true
  }

  /// The cells of the innermost row, with bars between, or its one cell that says anything; nil where
  /// none does.
  mutating func closeRow() -> String? {
    let row = rows.popLast() ?? []
    startsTable = states.last.map { $0.isFresh || $0.isBroken } ?? false
    if let table = states.indices.last { states[table].isFresh = false }
    var above = carried.removeLast()
    var texts: [String] = []
    func passAbove() {
      while texts.count < Self.widest, let cell = above[texts.count] {
        above[texts.count] = cell.rows > 2 ? Cell(text: cell.text, rows: cell.rows - 1) : nil
        texts.append(cell.text)
      }
    }
    for cell in row {
      passAbove()
      for _ in 0..<cell.columns where texts.count < Self.widest {
        if cell.rows > 1 { above[texts.count] = cell }
        texts.append(cell.text)
      }
    }
    passAbove()
    // What reaches past the end of a short row is lost with it, rather than come back in the next.
    let width = texts.count
    carried.append(above.filter { $0.key < width })
    let own = row.filter { !$0.text.isEmpty }
    if own.count == 1, texts.count(where: { !$0.isEmpty }) == own[0].columns { return own[0].text }
    return own.isEmpty ? nil : texts.joined(separator: " | ")
  }
}
