import Testing

@testable import rounds

@Suite struct `Commands with a colon` {
  private func command(_ line: String) -> String {
    switch ColonCommand.read(line) {
    case .command(let command, let argument):
      argument.isEmpty ? command.rawValue : "\(command.rawValue)(\(argument))"
    case .unknown(let text): "unknown \(text)"
    case .answer: "answer"
    }
  }

  @Test(arguments: [
    (":hint", "hint"), (":skip", "skip"), (":undo", "undo"), (":quit", "quit"), (":help", "help"),
    (":s", "skip"), (":u", "undo"), (":q", "quit"), (":hi", "hint"), (":he", "help"),
    (":?", "help"), (":x bc", "x(bc)"), (":NOTE Ask  Anna", "note(Ask  Anna)"),
    (":sea a", "search(a)"),
    (":calc 1 mg + 1 mg", "calc(1 mg + 1 mg)"), (":sim", "similar"), (":x", "x"),
    ("  :QUIT  ", "quit"), (":quit\r", "quit"),
  ])
  func `names and clear beginnings of names are commands`(_ line: String, _ name: String) {
    #expect(command(line) == name)
  }

  @Test(arguments: [":", ":h", ":hints", ":quit now", "::quit", ":hint x", ":1"])
  func `anything else with a colon is unknown`(_ line: String) {
    #expect(command(line) == "unknown \(line)")
  }

  @Test(arguments: ["quit", "undo", "?", "", " ", "1:1000", "a:quit", "q", "3"])
  func `anything without one is an answer`(_ line: String) {
    #expect(command(line) == "answer")
  }
}
