import Terminal
import Testing

@Suite struct `Bar charts` {
  private let drawn = Style(hasColour: false, hasDrawing: true)
  private let chart = BarChart([
    .init("Mon", 8, text: "8"), .init("Tue", 3, text: "3"), .init("Wed", 0, text: "0"),
    .init("Thu", 0.001, text: "few"),
  ])

  @Test func `are drawn in eighths`() {
    #expect(
      chart.lines(width: 16, style: drawn) == [
        "Mon ████████ 8", "Tue ███ 3", "Wed 0", "Thu ▏ few",
      ]
    )
    let halves = BarChart([.init("a", 1.5, text: "1.5")], full: 2)
    #expect(halves.lines(width: 12, style: drawn) == ["a ████▌ 1.5"])
  }

  @Test func `have a form in ASCII`() {
    #expect(
      chart.lines(width: 16, style: .plain) == [
        "Mon ######## 8", "Tue ### 3", "Wed 0", "Thu # few",
      ]
    )
  }

  @Test func `become words where they have no room`() {
    #expect(chart.lines(width: 8, style: drawn).first == "Mon: 8")
    #expect(chart.lines(width: 1, style: drawn).count > 4)
  }

  @Test func `odd numbers count as nothing, and nothing is no division`() {
    let odd = BarChart([
      .init("a", -1, text: "-1"), .init("b", .nan, text: "?"), .init("c", .infinity, text: "∞"),
    ])
    #expect(odd.lines(width: 20, style: drawn) == ["a -1", "b ?", "c ∞"])
    #expect(BarChart([]).lines(width: 20, style: drawn).isEmpty)
  }

  @Test func `no bar is longer than a full one`() {
    let over = BarChart([.init("a", 5, text: "5")], full: 2)
    #expect(over.lines(width: 10, style: drawn) == ["a ██████ 5"])
  }
}
