import Foundation
import Processes
import TestKit
import Testing

@Suite struct `How a session looks` {
  /// Plays answers and grades of the sample until the end and returns the terminal.
  private func play(
    columns: UInt16,
    _ options: [String] = [],
    environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let desk = try Desk()
    let terminal = try desk.terminal(
      ["--seed", "1"] + options,
      columns: columns,
      environment: environment
    )
    for answer in [
      "nmda", "norketamine", "liver", "a", "ab", "t", "24 mL", "1234", "20 mg", "b", "", "x",
    ] {
      try terminal.send("\(answer)\r")
      try terminal.expect("grade ")
      try terminal.expect("> ")
      try terminal.send("1")
      try terminal.expect("Saved: ")
      try terminal.expect("> ")
    }
    try terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .exited(0))
    return terminal
  }

  @Test(arguments: [20, 33, 80])
  func `no line is wider than the terminal`(_ columns: Int) throws {
    let terminal = try play(columns: UInt16(columns))
    // Where a typed line wraps, the editor draws with moves of the cursor instead of line feeds.
    let lines = terminal.printed.split(separator: "\n").filter { !$0.contains("> ") }
    #expect(lines.count > 100)
    for line in lines { #expect(line.count <= columns, "\(line)") }
  }

  @Test(arguments: [5, 7, 12])
  func `a window of very few columns is survived`(_ columns: UInt16) throws {
    let desk = try Desk(cards: 2)
    // So few columns leave the prompt above and this mark before what is typed.
    let terminal = try desk.terminal(columns: columns, prompt: "\n> ")
    try terminal.send("answer 1\r")
    try terminal.expect("[3]>")
    try terminal.expect("\n> ")
    try terminal.send("4")
    try terminal.expect("2/2")
    try terminal.expect("\n> ")
    try terminal.send("\u{3}")
    try terminal.expect("2/2")
    try terminal.expect("\n> ")
    try terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isCooked)
    #expect(try desk.reviews().map(\.card) == ["card-1"])
  }

  @Test func `no line breaks within a word where twenty columns hold it`() throws {
    let printed = try play(columns: 20).printed
    for word in ["calculation;", "N-demethylated", "intravenously.", "high-pitched", "norketamine"]
    {
      #expect(printed.contains(word))
    }
    #expect(!printed.contains("calculatio\n"))
  }

  @Test func `the title of a card is not shown before the answer`() throws {
    let desk = try Desk(cards: 1)
    let terminal = try desk.terminal()
    #expect(!terminal.printed.contains("title of"))
  }

  @Test func `colours where they are wanted`() throws {
    let output = try play(columns: 80).transcript
    #expect(Self.hasColour(output))
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"], ["TERM": ""], [:]])
  func `no colours where they are not wanted`(_ environment: [String: String]) throws {
    let options = environment.isEmpty ? ["--plain"] : []
    let terminal = try play(columns: 80, options, environment: environment)
    #expect(!Self.hasColour(terminal.transcript))
    #expect(terminal.printed.contains("right a") || terminal.printed.contains("right b"))
    #expect(terminal.printed.contains("Wrong: "))
    if environment["TERM"] != nil { #expect(!terminal.transcript.contains(0x1b)) }
  }

  @Test func `a resize wraps the line at once and the next question anew`() throws {
    let desk = try Desk(
      Desk.card("long", "A question that is long enough to need two lines of forty?", "yes")
    )
    let terminal = try desk.terminal()
    try terminal.send("hel")
    try terminal.expect("hel")
    terminal.resize(rows: 24, columns: 40)
    try terminal.expect("answer> hel")
    try terminal.send("lo\r")
    try terminal.expect("Yours: hello")
    try terminal.expect(Desk.gradePrompt)
    try terminal.send("1")
    try terminal.expect("A question that is long enough to need\ntwo lines of forty?\n")
    try terminal.expect("> ")
    try terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isCooked)
  }

  /// Whether bytes hold a sequence `ESC [ … m`.
  private static func hasColour(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains(/\u{1b}\[[0-9;]*m/)
  }
}
