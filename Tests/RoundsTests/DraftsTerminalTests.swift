import Foundation
import Glibc
import Processes
import TestKit
import Testing

@Suite struct `Deciding about drafts on a terminal` {
  private static func draft(_ id: String, _ more: String = "") -> String {
    "## Basic: t {#\(id)} {status=draft}\n\nQ: Question \(id)?\nA: answer \(id)\n\(more)\n"
  }

  private static func desk(_ ids: String...) throws -> Desk {
    try Desk(ids.map { draft($0) }.joined())
  }

  private static func terminal(
    _ desk: Desk,
    _ options: String = "",
    environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    try desk.terminal(
      environment: environment,
      shell: "exec \"$ROUNDS\" drafts deck.md \(options)",
      prompt: "?> "
    )
  }

  /// An editor that runs a line of shell on the file `$2`.
  private static func editor(_ desk: Desk, _ script: String) throws -> [String: String] {
    ["EDITOR": "sh \(try desk.folder.write(script, to: "editor.sh"))"]
  }

  @Test func `one key takes a runner-up, and the same key gives it back`() throws {
    let desk = try Desk(cards: 1)
    try desk.folder.copy("\(Shared.packageRoot)/Tests/RoundsTests/Transcripts/adrenaline.md")
    try FileManager.default.removeItem(atPath: desk.folder.path(of: desk.deck))
    _ = try desk.run(["generate", "adrenaline.md", "-o", desk.deck])
    let before = try desk.folder.read(desk.deck)
    let terminal = try Self.terminal(desk)
    try terminal.send("1")
    try terminal.expect("Taken instead; the one before is 1 now.")
    try terminal.expect("?> ")
    #expect(try desk.folder.read(desk.deck).contains("is {{c1::0.5 mg}} of the 1 mg/mL solution."))
    try terminal.send("1")
    try terminal.expect("Taken instead; the one before is 1 now.")
    try terminal.expect("?> ")
    #expect(try desk.folder.read(desk.deck) == before)
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `the editor finds the terminal as the shell left it`() throws {
    let desk = try Self.desk("one")
    let script = "stty -a | grep -oE ' -?(icanon|echo) '"
    let terminal = try Self.terminal(desk, environment: Self.editor(desk, script))
    try terminal.send("e")
    try terminal.expect(" icanon \n echo \n")
    try terminal.expect("?> ")
    #expect(!terminal.isCooked)
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isCooked)
  }

  @Test func `one key decides, and undo restores every byte`() throws {
    let desk = try Self.desk("one", "two", "three")
    let before = try desk.folder.read(desk.deck)
    let terminal = try Self.terminal(desk)
    #expect(!terminal.isCooked)
    try terminal.send("a")
    try terminal.expect("accepted 1 · rejected 0 · left 2")
    try terminal.expect("Question two?")
    try terminal.expect("?> ")
    #expect(try !desk.folder.read(desk.deck).contains("{#one} {status=draft}"))
    try terminal.send("r")
    try terminal.expect("reason> ")
    try terminal.send("4")
    try terminal.expect("or Enter> ")
    try terminal.send("seen before\r")
    try terminal.expect("accepted 1 · rejected 1 · left 1")
    try terminal.expect("?> ")
    #expect(try !desk.folder.read(desk.deck).contains("Question two?"))
    #expect(try desk.folder.read("deck.md.rejected.jsonl").contains("\"reason\":\"duplicate\""))
    try terminal.send("u")
    try terminal.expect("Taken back: rejecting two.")
    try terminal.expect("Question two?")
    try terminal.expect("?> ")
    try terminal.send("u")
    try terminal.expect("Taken back: accepting one.")
    try terminal.expect("?> ")
    #expect(try desk.folder.read(desk.deck) == before)
    try terminal.send("q")
    try terminal.expect("Next: rounds drafts deck.md")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isCooked)
  }

  @Test func `keys typed before a draft was seen decide nothing`() throws {
    let desk = try Self.desk("one", "two", "three")
    let terminal = try Self.terminal(desk)
    try terminal.send("aaa")
    try terminal.expect("accepted 1 · rejected 0 · left 2")
    try terminal.expect("?> ")
    try terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(try desk.folder.read(desk.deck).split(separator: "{status=draft}").count == 3)
  }

  @Test func `the editor comes back to the draft as it left it`() throws {
    let desk = try Self.desk("one", "two")
    let editor = try Self.editor(desk, "echo \"line $1\"; sed -i 's/answer one/uno/' \"$2\"")
    let terminal = try Self.terminal(desk, environment: editor)
    try terminal.send("e")
    try terminal.expect("line +7")
    try terminal.expect("A: uno")
    try terminal.expect("?> ")
    try terminal.send("a")
    try terminal.expect("accepted 1")
    try terminal.expect("?> ")
    try terminal.send("u")
    try terminal.expect("A: uno")
    try terminal.expect("?> ")
    try terminal.send("u")
    try terminal.expect("A: answer one")
    try terminal.expect("?> ")
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `a key typed while the editor has the terminal decides nothing`() throws {
    let desk = try Self.desk("one", "two")
    let wait = "echo ready; while ! test -e go; do sleep 0.01; done"
    let editor = try Self.editor(desk, "\(wait); sed -i 's/answer one/uno/' \"$2\"")
    let terminal = try Self.terminal(desk, environment: editor)
    try terminal.send("e")
    try terminal.expect("ready\n")
    try terminal.send("a")
    try terminal.expect("a")
    try desk.folder.write("", to: "go")
    try terminal.expect("A: uno")
    try terminal.expect("?> ")
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(!terminal.printed.contains("accepted 1"))
  }

  @Test func `an edit that breaks the draft is put back or mended`() throws {
    let desk = try Self.desk("one", "two")
    let before = try desk.folder.read(desk.deck)
    let breaks = "sed -i 's/^A: answer one/B: answer one/' \"$2\"; test -e again && sed -i "
    let editor = try Self.editor(desk, breaks + "'s/^B: answer one/A: eins/' \"$2\"; touch again")
    let terminal = try Self.terminal(desk, environment: editor)
    try terminal.send("e")
    try terminal.expect("Line 7: ")
    try terminal.expect("edit again?> ")
    try terminal.send("b")
    try terminal.expect("Put back")
    try terminal.expect("?> ")
    #expect(try desk.folder.read(desk.deck) == before)
    try FileManager.default.removeItem(atPath: desk.folder.path(of: "again"))
    try terminal.send("e")
    try terminal.expect("edit again?> ")
    try terminal.send("e")
    try terminal.expect("A: eins")
    try terminal.expect("?> ")
    try terminal.send("u")
    try terminal.expect("A: answer one")
    try terminal.expect("?> ")
    #expect(try desk.folder.read(desk.deck) == before)
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `a deletion in the editor is noticed and can be put back`() throws {
    let desk = try Self.desk("one", "two")
    let before = try desk.folder.read(desk.deck)
    let terminal = try Self.terminal(
      desk,
      environment: try Self.editor(desk, "sed -i '/^## .*#one/,/^A:/d' \"$2\"")
    )
    try terminal.send("e")
    try terminal.expect("The deck no longer has this draft.")
    try terminal.expect("edit again?> ")
    try terminal.send("b")
    try terminal.expect("Question one?")
    try terminal.expect("?> ")
    #expect(try desk.folder.read(desk.deck) == before)
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `a number gets its tolerance in the editor before it is accepted`() throws {
    let desk = try Desk(
      "## Cloze: t {#one} {status=draft}\n\nC: Watch for {{c1::12 hours}}.\nEvidence: x; 2026\n"
    )
    let before = try desk.folder.read(desk.deck)
    let terminal = try Self.terminal(
      desk,
      environment: try Self.editor(desk, "sed -i 's/+- 0/+- 1 hours/' \"$2\"")
    )
    try terminal.send("t")
    try terminal.expect("b Basic, n Numeric")
    try terminal.expect("turn into> ")
    try terminal.send("n")
    try terminal.expect("A: 12 hours +- 0\n")
    try terminal.expect("A: 12 hours +- 1 hours")
    try terminal.expect("?> ")
    try terminal.send("a")
    try terminal.expect("no draft left · u q> ")
    let after = try desk.folder.read(desk.deck)
    #expect(
      after.contains("## Numeric: t {#one}\n\nQ: Watch for […].\nA: 12 hours +- 1 hours\nEvidence")
    )
    for _ in 0..<3 {
      try terminal.send("u")
      try terminal.expect("Taken back")
      try terminal.expect("?> ")
    }
    #expect(try desk.folder.read(desk.deck) == before)
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `what somebody else changes meanwhile is kept and respected`() throws {
    let desk = try Self.desk("one", "two", "three")
    let terminal = try Self.terminal(desk)
    let file = desk.folder.path(of: desk.deck)
    func change(_ text: String, _ other: String) throws {
      let now = try String(contentsOfFile: file, encoding: .utf8)
      try now.replacing(text, with: other).write(toFile: file, atomically: true, encoding: .utf8)
    }
    try change("deck: Test", "deck: Theirs")
    try terminal.send("a")
    try terminal.expect("accepted 1 · rejected 0 · left 2")
    try terminal.expect("?> ")
    try change("Question two?", "Which two?")
    try terminal.send("a")
    try terminal.expect("The draft was changed meanwhile.")
    try terminal.expect("Which two?")
    try terminal.expect("?> ")
    try change("{#two} {status=draft}", "{#two}")
    try terminal.send("r")
    try terminal.expect("holds this draft no more")
    try terminal.expect("Question three?")
    try terminal.expect("?> ")
    try terminal.send("u")
    try terminal.expect("Taken back: accepting one.")
    try terminal.expect("?> ")
    let text = try desk.folder.read(desk.deck)
    #expect(text.contains("deck: Theirs") && text.contains("{#two}\n\nQ: Which two?"))
    #expect(text.contains("{#one} {status=draft}"))
    #expect(!FileManager.default.fileExists(atPath: file + ".rejected.jsonl"))
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `cited words are coloured where there is colour and marked everywhere`() throws {
    let card = Self.draft("one", "Source: h line 2 \"ten units\"\n")
    let desk = try Desk(card)
    try desk.folder.write("---\nrounds: 1\nsource.h: h.txt\n---\n\n\(card)", to: desk.deck)
    try desk.folder.write("one\ngive ten units\nthree\n", to: "shelf/h.txt")
    for (environment, plain) in [([:], false), (["NO_COLOR": "1"], true)] {
      let terminal = try Self.terminal(desk, "--sources shelf", environment: environment)
      #expect(terminal.printed.contains("> 2  give >>ten units<<"))
      let printed = String(decoding: terminal.transcript, as: UTF8.self)
      #expect(printed.contains(">>\u{1b}[36mten units\u{1b}[0m<<") == !plain)
      try terminal.send("q")
      #expect(try terminal.waitForExit() == .exited(0))
    }
  }

  @Test func `Ctrl-C twice ends, a signal ends with its number, and nothing is lost`() throws {
    let desk = try Self.desk("one", "two")
    var terminal = try Self.terminal(desk)
    try terminal.send("a")
    try terminal.expect("left 1")
    try terminal.expect("?> ")
    try terminal.send("\u{3}")
    try terminal.expect("Everything decided is in the deck.")
    try terminal.expect("?> ")
    try terminal.send("\u{3}")
    try terminal.expect("accepted 1")
    #expect(try terminal.waitForExit() == .exited(0))
    terminal = try Self.terminal(desk)
    try terminal.send("r")
    try terminal.expect("reason> ")
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == .exited(128 + SIGTERM))
    #expect(terminal.isCooked)
    #expect(try desk.folder.read(desk.deck).contains("Question two?"))
  }
}
