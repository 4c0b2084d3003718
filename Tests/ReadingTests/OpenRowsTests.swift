import Testing

@testable import Reading

@Suite struct OpenRowsTests {
  @Test func `every cell keeps its column, and a row inside a row is closed first`() {
    var rows = OpenRows()
    let nothing = rows.closeRow()
    let outside = rows.append("outside")
    #expect(nothing == nil && !outside)
    rows.openRow()
    rows.openCell()
    rows.openCell()
    rows.span("2")
    let isTaken = ["one", "more"].map { rows.append($0) }
    #expect(isTaken == [true, true])
    rows.openRow()
    rows.openCell()
    let inner = rows.closeRow()
    #expect(inner == nil)
    rows.openCell()
    let isLastTaken = rows.append("last")
    let row = rows.closeRow()
    #expect(isLastTaken)
    #expect(row == " | one more |  | last")
  }

  @Test(arguments: ["0", "-3", "many", ""])
  func `a span that is no number is one column`(span: String) {
    #expect(closed(spanning: span) == "a | b")
  }

  @Test func `a span wider than any table is cut`() throws {
    let row = try #require(closed(spanning: "99999999"))
    #expect(row.count { $0 == "|" } < 200)
  }

  private func closed(spanning span: String) -> String? {
    var rows = OpenRows()
    rows.openRow()
    for text in ["a", "b"] {
      rows.openCell()
      rows.span(span)
      if !rows.append(text) { return nil }
    }
    return rows.closeRow()
  }
}
