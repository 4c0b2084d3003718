import Foundation
import Glibc
import Processes
import TestKit
import Testing

@Suite struct `Studying and signals` {
  /// A session with one grade given and the next answer half typed.
  private func halfway(_ desk: Desk, shell: String? = nil) throws -> PseudoTerminal {
    let terminal = try desk.terminal(shell: shell)
    try terminal.send("answer 1\r")
    try terminal.expect(Desk.gradePrompt)
    try terminal.send("4")
    try terminal.expect("answer> ")
    try terminal.send("half")
    try terminal.expect("half")
    return terminal
  }

  /// One review is there, whole, and the session has its end.
  private func expectWhole(_ desk: Desk) throws {
    let log = try desk.log()
    #expect(log.map(\.kind) == ["session", "review", "session"])
    #expect(log.filter { !$0.isSound }.isEmpty)
    #expect(try desk.study([]).status == 0)
  }

  @Test func `Ctrl-C clears the line, and twice it ends`() throws {
    let desk = try Desk(cards: 2)
    let terminal = try halfway(desk)
    try terminal.send("\u{3}")
    try terminal.expect("Ctrl-C again, or :quit, ends the session.")
    try terminal.expect("answer> ")
    try terminal.send("answer 2\r")
    try terminal.expect("Right.")
    try terminal.expect(Desk.gradePrompt)
    try terminal.send("\u{3}")
    try terminal.expect("Ctrl-C again, or :quit, ends the session.")
    try terminal.expect(Desk.gradePrompt)
    try terminal.send("\u{3}")
    try terminal.expect("1 card, 1 new; 1 answer: again 0, hard 0, good 0, easy 1.")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isCooked)
    try expectWhole(desk)
  }

  @Test func `Ctrl-D ends on an empty line only`() throws {
    let desk = try Desk(cards: 2)
    let terminal = try halfway(desk)
    try terminal.send("\u{4}\u{15}\u{4}")
    try terminal.expect("1 card, 1 new; 1 answer:")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isCooked)
    try expectWhole(desk)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT])
  func `a signal to end saves, sums up and leaves the terminal in order`(_ signal: Int32) throws {
    let desk = try Desk(cards: 2)
    let terminal = try halfway(desk)
    terminal.signal(signal)
    try terminal.expect("1 card, 1 new; 1 answer:")
    #expect(try terminal.waitForExit() == .exited(128 + signal))
    #expect(terminal.isCooked)
    try expectWhole(desk)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a signal at the grade prompt leaves the card without a grade`(_ signal: Int32) throws {
    let desk = try Desk(cards: 2)
    let terminal = try halfway(desk)
    try terminal.send("\u{15}answer 2\r")
    try terminal.expect(Desk.gradePrompt)
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .exited(128 + signal))
    #expect(terminal.isCooked)
    try expectWhole(desk)
  }

  @Test func `a signal ends a session on a pipe with all it was given`() throws {
    let desk = try Desk(cards: 2)
    let terminal = try desk.terminal(
      shell: #"mkfifo in; "$ROUNDS" study deck.md --acknowledge < in & p=$!; exec 3> in; "#
        + #"printf 'answer 1\n4\n' >&3; read -r x; kill -TERM $p; wait $p; echo over $?"#,
      prompt: "saved "
    )
    try terminal.send("go\r")
    try terminal.expect("1 card, 1 new; 1 answer:")
    try terminal.expect("over 143")
    try expectWhole(desk)
  }

  @Test func `a terminal that is gone ends the session with all it was given`() throws {
    let desk = try Desk(cards: 2)
    let terminal = try halfway(desk)
    terminal.closeMaster()
    _ = try terminal.waitForExit()
    try expectWhole(desk)
  }

  @Test func `a terminal that is gone ends a session that ignores hanging up`() throws {
    let desk = try Desk(cards: 2)
    let terminal = try halfway(desk, shell: #"trap "" HUP; exec "$ROUNDS" study deck.md"#)
    terminal.closeMaster()
    _ = try terminal.waitForExit()
    try expectWhole(desk)
  }

  @Test func `Ctrl-Z stops, and going on finds the line as it was`() throws {
    let desk = try Desk(cards: 2)
    let terminal = try halfway(
      desk,
      shell: #"set -m; "$ROUNDS" study deck.md; echo stopped $?; stty -a | grep -o ' icanon'; "#
        + #"read -r x; fg; echo over $?"#
    )
    try terminal.send("\u{1a}")
    try terminal.expect("stopped 148")
    try terminal.expect(" icanon")
    #expect(terminal.isCooked)
    try terminal.send("go\r")
    try terminal.expect("half")
    try terminal.send("\u{15}answer 2\r")
    try terminal.expect("Right.")
    try terminal.expect(Desk.gradePrompt)
    try terminal.send("4")
    try terminal.expect("over 0")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isCooked)
    #expect(try desk.reviews().map(\.card) == ["card-1", "card-2"])
  }
}
