import Terminal
import Testing

@Suite struct `Tables` {
  private let table = Table(
    [.text("tag"), .number("cards"), .text("due")],
    rows: [["kardiologie µ", "7", "today"], ["血圧", "1234"], ["", "5", "x", "beyond"]]
  )

  @Test func `columns are aligned by display width`() {
    #expect(
      table.lines(width: 40, style: .plain) == [
        "tag            cards  due",
        "kardiologie µ      7  today",
        "血圧            1234",
        "                   5  x",
      ]
    )
  }

  @Test func `a table too wide becomes a list of titles and cells`() {
    #expect(
      table.lines(width: 20, style: .plain) == [
        "tag: kardiologie µ", "cards: 7", "due: today", "",
        "tag: 血圧", "cards: 1234", "",
        "cards: 5", "due: x",
      ]
    )
  }

  @Test func `list lines are wrapped and hang`() {
    let table = Table([.text("question")], rows: [["what is the loading dose"]])
    #expect(
      table.lines(width: 16, style: .plain) == ["question: what", "  is the loading", "  dose"]
    )
    #expect(table.lines(width: 1, style: .plain).joined().contains("w"))
  }

  @Test func `titles are strong and cells may be coloured`() {
    let style = Style(hasColour: true, hasDrawing: true)
    let table = Table([.number("n"), .text("t")], rows: [[style(.good, "12"), "x"]])
    let lines = table.lines(width: 20, style: style)
    #expect(lines == [" \u{1b}[1mn\u{1b}[0m  \u{1b}[1mt\u{1b}[0m", "\u{1b}[32m12\u{1b}[0m  x"])
  }

  @Test func `a table without rows is its titles`() {
    #expect(Table([.text("a"), .text("b")]).lines(width: 20, style: .plain) == ["a  b"])
    #expect(Table([]).lines(width: 20, style: .plain) == [""])
  }
}
