import Glibc
import Processes
import TestKit
import Testing

@Suite struct `The line editor and signals` {
  @Test func `Ctrl-C forgets the line and goes on`() throws {
    let demo = try DemoTerminal()
    try demo.terminal.send("half")
    try demo.terminal.expect("half")
    try demo.type("\u{3}", expecting: "^C\n[interrupted]\n")
    try demo.type("\u{3}", expecting: "[interrupted]")
    try demo.type("whole\r", expecting: "[line: whole]")
  }

  @Test func `Ctrl-C in the middle of a long line prints below it`() throws {
    let demo = try DemoTerminal(columns: 20)
    let text = "a line of three rows, all of them full"
    try demo.terminal.send(text)
    try demo.terminal.expect("full")
    try demo.terminal.send("\u{1b}[H\u{3}")
    try demo.terminal.expect("^C\n[interrupted]\ndemo> ")
  }

  @Test func `Ctrl-C ends a paste whose end never came`() throws {
    let demo = try DemoTerminal()
    try demo.terminal.send("x\u{1b}[200~half")
    try demo.terminal.expect("x")
    try demo.type("\u{3}", expecting: "[interrupted]")
    try demo.type("whole\r", expecting: "[line: whole]")
  }

  @Test func `Ctrl-D ends on an empty line and only there`() throws {
    let demo = try DemoTerminal()
    try demo.type("text\u{4}\r", expecting: "[line: text]")
    try demo.terminal.send("\u{4}")
    try demo.terminal.expect("[end]")
    #expect(try demo.terminal.waitForExit() == .exited(0))
    #expect(demo.terminal.isCooked)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT])
  func `a signal to end is told and the terminal is in order`(_ signal: Int32) throws {
    let demo = try DemoTerminal()
    try demo.terminal.send("half")
    try demo.terminal.expect("half")
    #expect(!demo.terminal.isCooked)
    demo.terminal.signal(signal)
    try demo.terminal.expect("[terminated \(signal)]")
    #expect(try demo.terminal.waitForExit() == .exited(3))
    #expect(demo.terminal.isCooked)
    let printed = String(decoding: demo.terminal.transcript, as: UTF8.self)
    let pastes = printed.split(separator: "\u{1b}[?2004").map(\.first)
    #expect(pastes.last == "l")
  }

  @Test func `Ctrl-backslash ends like a signal`() throws {
    let demo = try DemoTerminal()
    try demo.terminal.send("\u{1c}")
    try demo.terminal.expect("[terminated \(SIGQUIT)]")
    #expect(try demo.terminal.waitForExit() == .exited(3))
  }

  @Test func `a signal goes to no other program`() throws {
    let demo = try DemoTerminal(shell: #""$DEMO"; echo after $?"#)
    let pids = try Program("pgrep", ["-P", "\(demo.terminal.child)"]).run()
    let child = try #require(Int32(String(decoding: pids.output, as: UTF8.self).filter(\.isNumber)))
    kill(child, SIGTERM)
    try demo.terminal.expect("[terminated 15]")
    try demo.terminal.expect("after 3")
    #expect(try demo.terminal.waitForExit() == .exited(0))
  }

  @Test func `a terminal that is gone ends the program`() throws {
    let demo = try DemoTerminal()
    demo.terminal.closeMaster()
    #expect(try demo.terminal.waitForExit() == .exited(74))
  }

  @Test func `a terminal that is gone ends a program that ignores hanging up`() throws {
    let demo = try DemoTerminal(shell: #"trap "" HUP; exec "$DEMO""#)
    demo.terminal.closeMaster()
    #expect(try demo.terminal.waitForExit() == .exited(74))
  }

  @Test func `Ctrl-Z stops with the terminal in order, and fg shows the line again`() throws {
    let demo = try DemoTerminal(
      shell: #"set -m; "$DEMO"; echo stopped $?; stty -a | grep -o ' icanon'; fg; echo over $?"#
    )
    try demo.terminal.send("half")
    try demo.terminal.expect("half")
    try demo.terminal.send("\u{1a}")
    try demo.terminal.expect("stopped 148")
    try demo.terminal.expect(" icanon")
    try demo.terminal.expect("demo> half")
    try demo.terminal.send(" whole\r")
    let drawn = try demo.terminal.expect("[line: half whole]")
    #expect(!drawn.contains("demo> "), "the line is drawn once")
    try demo.terminal.expect("demo> ")
    try demo.terminal.send("\u{4}")
    try demo.terminal.expect("over 0")
  }

  @Test func `Ctrl-Z between two prompts stops at once with the terminal in order`() throws {
    let demo = try DemoTerminal(
      shell: #"set -m; "$DEMO"; echo stopped $?; stty -a | grep -o ' icanon'; fg; echo over $?"#
    )
    try demo.terminal.send("work \(demo.folder.path(of: "go"))\r")
    try demo.terminal.expect("[waiting]\n")
    try demo.terminal.send("\u{1a}")
    try demo.terminal.expect("stopped 148")
    try demo.terminal.expect(" icanon")
    try demo.folder.write("", to: "go")
    try demo.terminal.expect("demo> ")
    try demo.type("on\r", expecting: "[line: on]")
    try demo.terminal.send("\u{4}")
    try demo.terminal.expect("over 0")
  }

  @Test func `Ctrl-Z while a foreground program runs stops both`() throws {
    let demo = try DemoTerminal(shell: #"set -m; "$DEMO"; echo stopped $?; fg; echo over $?"#)
    try demo.terminal.send("run echo ready; read -r x; echo got $x\r")
    try demo.terminal.expect("ready\n")
    try demo.terminal.send("\u{1a}")
    try demo.terminal.expect("stopped 148")
    try demo.terminal.send("typed\r")
    try demo.terminal.expect("got typed\n[ran: exited(0)]\ndemo> ")
    try demo.terminal.send("\u{4}")
    try demo.terminal.expect("over 0")
  }

  @Test func `Ctrl-Z ends a paste whose end never came`() throws {
    let demo = try DemoTerminal(shell: #"set -m; "$DEMO"; echo stopped $?; fg; echo over $?"#)
    try demo.terminal.send("x\u{1b}[200~half")
    try demo.terminal.expect("x")
    try demo.terminal.send("\u{1a}")
    try demo.terminal.expect("stopped 148")
    try demo.terminal.expect("demo> ")
    try demo.type("whole\r", expecting: "[line: xwhole]")
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a signal to end between two prompts waits for the next`(_ signal: Int32) throws {
    let demo = try DemoTerminal()
    try demo.terminal.send("work \(demo.folder.path(of: "go"))\r")
    try demo.terminal.expect("[waiting]\n")
    demo.terminal.signal(signal)
    try demo.folder.write("", to: "go")
    try demo.terminal.expect("[terminated \(signal)]")
    #expect(try demo.terminal.waitForExit() == .exited(3))
    #expect(demo.terminal.isCooked)
  }

  @Test(arguments: [SIGSEGV, SIGABRT], [true, false])
  func `a crash leaves the terminal in order`(_ signal: Int32, _ isEditing: Bool) throws {
    let demo = try DemoTerminal(environment: ["SWIFT_BACKTRACE": "enable=no"])
    try demo.terminal.send(isEditing ? "half" : "work \(demo.folder.path(of: "go"))\r")
    try demo.terminal.expect(isEditing ? "half" : "[waiting]\n")
    #expect(!demo.terminal.isCooked)
    demo.terminal.signal(signal)
    #expect(try demo.terminal.waitForExit() == .killed(signal: signal))
    #expect(demo.terminal.isCooked)
  }

  @Test func `a stop that cannot be caught is survived too`() throws {
    let demo = try DemoTerminal()
    try demo.terminal.send("half")
    try demo.terminal.expect("half")
    demo.terminal.signal(SIGSTOP)
    try demo.terminal.waitForStop()
    demo.terminal.signal(SIGCONT)
    try demo.terminal.expect("demo> half")
    try demo.type("\r", expecting: "[line: half]")
  }

  @Test func `a new size is drawn at once and told`() throws {
    let demo = try DemoTerminal(columns: 60)
    try demo.terminal.send("a line that fits into sixty columns")
    try demo.terminal.expect("columns")
    demo.terminal.resize(rows: 24, columns: 30)
    try demo.terminal.expect("demo> ")
    try demo.type(
      "!\r",
      expecting: "[line: a line that fits into sixty columns!]"
    )
    try demo.type("width\r", expecting: "[width 30]")
    demo.terminal.resize(rows: 24, columns: 100)
    try demo.terminal.expect("demo> ")
    try demo.type("width\r", expecting: "[width 100]")
  }

  @Test func `rows that a wider window no longer needs are cleared`() throws {
    let demo = try DemoTerminal(columns: 20)
    try demo.terminal.send("a line that takes three rows of the window")
    try demo.terminal.expect("window")
    try demo.terminal.expect("window", raw: true)
    demo.terminal.resize(rows: 24, columns: 100)
    try demo.terminal.expect("\u{1b}[J", raw: true)
    try demo.terminal.expect("demo> a line that takes three rows of the window", raw: true)
  }

  @Test func `Ctrl-C while a foreground program runs is that program's`() throws {
    let demo = try DemoTerminal()
    try demo.terminal.send("run echo ready; exec sleep 1000\r")
    try demo.terminal.expect("ready\n")
    try demo.terminal.send("\u{3}")
    try demo.terminal.expect("[ran: killed(signal: 2)]")
    try demo.type("on\r", expecting: "[line: on]")
    #expect(!demo.terminal.printed.contains("[interrupted]"))
  }
}
