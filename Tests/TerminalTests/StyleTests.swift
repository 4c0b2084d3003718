import Terminal
import Testing

@Suite struct `Styles` {
  private let xterm = ["TERM": "xterm"]

  @Test func `roles become colours on a terminal`() {
    let style = Style.fitting(isTerminal: true, isPlain: false, environment: xterm)
    #expect(style(.good, "right") == "\u{1b}[32mright\u{1b}[0m")
    #expect(Set(Role.allCases.map { style($0, "x") }).count == Role.allCases.count)
  }

  @Test func `each line is dressed alone, and nothing stays nothing`() {
    let style = Style(hasColour: true, hasDrawing: true)
    #expect(style(.strong, "a\n\nb") == "\u{1b}[1ma\u{1b}[0m\n\n\u{1b}[1mb\u{1b}[0m")
    #expect(style(.strong, "") == "")
  }

  @Test func `no colour where it is not wanted or not understood`() {
    let refused = xterm.merging(["NO_COLOR": "1"]) { $1 }
    let styles = [
      Style.fitting(isTerminal: false, isPlain: false, environment: xterm),
      Style.fitting(isTerminal: true, isPlain: true, environment: xterm),
      Style.fitting(isTerminal: true, isPlain: false, environment: ["TERM": "dumb"]),
      Style.fitting(isTerminal: true, isPlain: false, environment: [:]),
      Style.fitting(isTerminal: true, isPlain: false, environment: refused),
    ]
    for style in styles {
      #expect(Role.allCases.allSatisfy { style($0, "text") == "text" })
    }
    #expect(styles.map(\.hasDrawing) == [true, false, false, false, true])
  }

  @Test func `an empty NO_COLOR refuses nothing`() {
    let environment = xterm.merging(["NO_COLOR": ""]) { $1 }
    #expect(Style.fitting(isTerminal: true, isPlain: false, environment: environment).hasColour)
  }
}
