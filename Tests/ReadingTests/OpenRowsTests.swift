import Testing

@testable import Reading

@Suite struct OpenRowsTests {
  private typealias Cell = (text: String, columns: String, rows: String)

  private func closed(_ cells: [Cell], in rows: inout OpenRows) -> String? {
    rows.openRow()
    for cell in cells {
      rows.openCell()
      rows.span(columns: cell.columns, rows: cell.rows)
      if !cell.text.isEmpty, !rows.append(cell.text) { return nil }
    }
    return rows.closeRow()
  }

  @Test func `every cell keeps its column, and a row inside a row is closed first`() {
    var rows = OpenRows()
    let nothing = rows.closeRow()
    let outside = rows.append("outside")
    #expect(nothing == nil && !outside)
    rows.openRow()
    rows.openCell()
    rows.openCell()
    let isTaken = ["one", "more"].map { rows.append($0) }
    #expect(isTaken == [true, true])
    rows.openTable()
    rows.openRow()
    rows.openCell()
    let inner = rows.closeRow()
    rows.closeTable()
    #expect(inner == nil)
    rows.openCell()
    let isLastTaken = rows.append("last")
    let row = rows.closeRow()
    #expect(isLastTaken)
    #expect(row == " | one more | last")
  }

  @Test func `what spans columns or rows stands in each of them`() {
    var rows = OpenRows()
    rows.openTable()
    let first = closed([("Age", "1", "2"), ("Dose", "2", "1")], in: &rows)
    #expect(first == "Age | Dose | Dose")
    let second = closed([("by vein", "1", "1"), ("by mouth", "1", "1")], in: &rows)
    #expect(second == "Age | by vein | by mouth")
    let third = closed([("A week", "1", "1"), ("5 mg", "1", "1"), ("1 mg", "1", "1")], in: &rows)
    #expect(third == "A week | 5 mg | 1 mg")
    rows.closeTable()
    let other = closed([("Drug", "1", "1"), ("Dose", "1", "1")], in: &rows)
    #expect(other == "Drug | Dose")
  }

  @Test func `a row of one cell is that cell`() {
    var rows = OpenRows()
    let row = closed([("In renal failure", "3", "1")], in: &rows)
    #expect(row == "In renal failure")
  }

  @Test(arguments: ["0", "-3", "many", ""])
  func `a span that is no number is one column`(span: String) {
    var rows = OpenRows()
    #expect(closed([("a", span, span), ("b", span, span)], in: &rows) == "a | b")
    #expect(closed([("c", span, span), ("d", span, span)], in: &rows) == "c | d")
  }

  @Test func `a row is no wider than any table`() throws {
    var rows = OpenRows()
    let row = try #require(closed([("a", "99999999", "1"), ("b", "99999999", "1")], in: &rows))
    #expect(row.count { $0 == "|" } == 59)
  }

  @Test func `a table that holds another has no columns, and a short row uses up what spans it`() {
    var rows = OpenRows()
    rows.openTable()
    _ = closed([("Drug", "1", "1"), ("Dose", "1", "1")], in: &rows)
    #expect(rows.startsTable)
    _ = closed([("amikacin", "1", "1"), ("long", "1", "3")], in: &rows)
    #expect(!rows.startsTable)
    let short = closed([], in: &rows)
    let next = closed([("a", "1", "1"), ("b", "1", "1")], in: &rows)
    #expect(short == nil && next == "a | b")
    rows.openTable()
    _ = closed([("vial", "1", "1"), ("size", "1", "1")], in: &rows)
    rows.closeTable()
    _ = closed([("vancomycin", "1", "1"), ("15 mg/kg", "1", "1")], in: &rows)
    #expect(rows.startsTable)
  }
}
