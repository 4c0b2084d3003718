import Foundation
import Glibc
import Processes
import TestKit
import Testing

/// A line demo on a pseudo-terminal.
struct DemoTerminal {
  let terminal: PseudoTerminal
  let folder: TemporaryFolder

  init(
    rows: UInt16 = 24,
    columns: UInt16 = 80,
    environment: [String: String] = [:],
    without: String? = nil,
    shell: String? = nil
  ) throws {
    let demo = try Binary("line-demo")
    folder = try TemporaryFolder()
    var environment = Binary.environment(home: folder, adding: environment)
    if let without { environment[without] = nil }
    environment["DEMO"] = demo.path
    terminal = try PseudoTerminal(
      shell == nil ? demo.path : "/bin/bash",
      shell.map { ["--norc", "-c", $0] } ?? [],
      rows: rows,
      columns: columns,
      environment: environment,
      folder: folder.path
    )
    try terminal.expect("demo> ")
  }

  /// Types a text and waits for what the program says of it, and for its next prompt.
  func type(_ text: String, expecting answer: String, prompt: String = "demo> ") throws {
    try terminal.send(text)
    try terminal.expect(answer)
    try terminal.expect(prompt)
  }
}

@Suite struct `The line editor on a terminal` {
  @Test func `a line is read and echoed`() throws {
    let demo = try DemoTerminal()
    try demo.type("hello\r", expecting: "hello\n[line: hello]\n")
    try demo.type("\r", expecting: "[line: ]")
    try demo.type("  two  words \r", expecting: "[line:   two  words ]")
  }

  @Test(arguments: ["C.UTF-8", "C", "xx_YY.UTF-8", ""])
  func `characters of all kinds arrive in any language`(_ language: String) throws {
    let demo = try DemoTerminal(environment: ["LANG": language])
    try demo.type("café µ ≥ 血圧 😀 âäæéëøÿ\r", expecting: "[line: café µ ≥ 血圧 😀 âäæéëøÿ]")
  }

  @Test func `bytes that are no UTF-8 do no harm`() throws {
    let demo = try DemoTerminal()
    try demo.terminal.send(bytes: [0x61, 0xff, 0xc3, 0x62, 0x0d])
    try demo.terminal.expect("[line: a\u{fffd}\u{fffd}b]")
  }

  @Test func `keys move and delete within the line`() throws {
    let demo = try DemoTerminal()
    try demo.type("bc\u{1b}[Ha\u{1b}[F\u{1b}OD\u{1b}[3~d\r", expecting: "[line: abd]")
    try demo.type("one two\u{1b}[1;5Dx\u{1b}[1;5D\u{1b}[1;5Dy\r", expecting: "[line: yone xtwo]")
    try demo.type("one two\u{1b}\u{7f}three\r", expecting: "[line: one three]")
    try demo.type("héé\u{7f}\u{7f}ö\r", expecting: "[line: hö]")
  }

  @Test func `unknown escape sequences leave no trace`() throws {
    let demo = try DemoTerminal()
    try demo.type("a\u{1b}[99~b\u{1b}[1;9Pc\u{1b}]0;t\u{7}d\u{1b}OPe\r", expecting: "[line: abcde]")
  }

  @Test func `only remembered lines are in the history`() throws {
    let demo = try DemoTerminal()
    try demo.type(":first\r", expecting: "[line: :first]")
    try demo.type("answer\r", expecting: "[line: answer]")
    try demo.type(":second µ\r", expecting: "[line: :second µ]")
    try demo.type("\u{1b}[A\r", expecting: "[line: :second µ]")
    try demo.type("\u{1b}[A\u{1b}[A\u{1b}[A\r", expecting: "[line: :first]")
    try demo.type("\u{12}sec\r", expecting: "[line: :second µ]")
  }

  @Test func `a single key answers at once, but not within a line and only when asked`() throws {
    let demo = try DemoTerminal()
    try demo.type("keys\r", expecting: "[line: keys]")
    try demo.type("3", expecting: "3\n[key: 3]")
    try demo.type("keys\r", expecting: "[line: keys]")
    try demo.type("µ", expecting: "[key: µ]")
    try demo.type("keys\r", expecting: "[line: keys]")
    try demo.type("a3?\r", expecting: "[line: a3?]")
    try demo.type("keys\r", expecting: "[line: keys]")
    try demo.type("\r", expecting: "[line: ]")
    try demo.type("33\r", expecting: "[line: 33]")
  }

  @Test func `a paste of several lines is one line that is not sent yet`() throws {
    let demo = try DemoTerminal()
    try demo.type("keys\r", expecting: "[line: keys]")
    try demo.terminal.send("\u{1b}[200~3 one\r\ntwo\tx\u{1b}]0;t\u{7}\nthree\n\u{1b}[201~")
    try demo.type(" end\r", expecting: "[line: 3 one two x]0;t three end]")
  }

  @Test func `an answer of 100,000 characters arrives whole, typed or pasted`() throws {
    let demo = try DemoTerminal()
    let long = String(repeating: "abcdefghij", count: 10_000)
    try demo.type(long + "\r", expecting: "[line: 100000 characters]")
    try demo.type("\u{1b}[200~\(long)\u{1b}[201~x\r", expecting: "[line: 100001 characters]")
  }

  @Test func `twenty columns are enough`() throws {
    let demo = try DemoTerminal(columns: 20)
    let text = "The loading dose of ketamine is given over a minute."
    try demo.type("\(text)\u{1b}[HX\r", expecting: "[line: X\(text)]")
    try demo.terminal.send("prompt ketamine 7/30 · a-d> \r")
    try demo.terminal.expect("ketamine 7/30 · a-d>\n> ")
  }

  @Test func `lines above the prompt are printed once`() throws {
    let demo = try DemoTerminal()
    try demo.type("prompt one µ|two|three> \r", expecting: "\none µ\ntwo\n", prompt: "three> ")
    try demo.terminal.send("x\r")
    try demo.terminal.expect("[line: x]\none µ\ntwo\nthree> ")
  }

  @Test func `a coloured prompt is coloured and as wide as it looks`() throws {
    let demo = try DemoTerminal()
    try demo.terminal.send("colour\r")
    try demo.terminal.expect("\u{1b}[36mdemo\u{1b}[0m\u{1b}[1m>\u{1b}[0m ", raw: true)
    try demo.terminal.send("bc\u{1b}[Ha\r")
    // Column 7 is the first after the prompt.
    try demo.terminal.expect("\u{1b}[7G", raw: true)
    try demo.terminal.expect("[line: abc]", raw: true)
  }

  @Test(arguments: [["TERM": "dumb"], ["NO_COLOR": "1"], ["TERM": ""]])
  func `no colours where they are not wanted, and editing all the same`(
    _ environment: [String: String]
  ) throws {
    let demo = try DemoTerminal(environment: environment)
    try demo.type("paint\r", expecting: "[painted]\n")
    try demo.type("colour\r", expecting: "[line: colour]")
    try demo.type("bc\u{1}a\r", expecting: "[line: abc]")
    let output = String(decoding: demo.terminal.transcript, as: UTF8.self)
    #expect(output.contains("[painted]"))
    if environment["NO_COLOR"] == nil { #expect(!output.contains("\u{1b}")) }
  }

  @Test func `a terminal without a name works without colours`() throws {
    let demo = try DemoTerminal(without: "TERM")
    try demo.type("paint\r", expecting: "[line: paint]\n[painted]")
    #expect(!demo.terminal.transcript.contains(0x1b))
  }

  @Test func `colours where they are wanted`() throws {
    let demo = try DemoTerminal()
    try demo.terminal.send("paint\r")
    try demo.terminal.expect("[\u{1b}[32mpainted\u{1b}[0m]", raw: true)
  }

  @Test func `what is typed ahead is dropped where the program says so`() throws {
    let demo = try DemoTerminal()
    let file = demo.folder.path(of: "go")
    try demo.terminal.send("wait \(file)\r")
    try demo.terminal.expect("[waiting]\n")
    try demo.terminal.send("ahead\r4")
    try demo.terminal.waitForTypeAhead(7)
    try demo.folder.write("", to: "go")
    try demo.terminal.expect("demo> ")
    try demo.type("now\r", expecting: "[line: now]")
    #expect(!demo.terminal.printed.contains("[line: ahead]"))
  }

  @Test func `a paste that has begun is dropped with the lines that come later`() throws {
    let demo = try DemoTerminal()
    let file = demo.folder.path(of: "go")
    try demo.terminal.send("wait \(file)\r")
    try demo.terminal.expect("[waiting]\n")
    try demo.terminal.send("\u{1b}[200~one\r")
    try demo.terminal.waitForTypeAhead(10)
    try demo.folder.write("", to: "go")
    try demo.terminal.expect("demo> ")
    try demo.type("two\rthree\u{1b}[201~now\r", expecting: "[line: now]")
    #expect(!demo.terminal.printed.contains("[line: two]"))
  }

  @Test func `what is typed ahead is kept otherwise`() throws {
    let demo = try DemoTerminal()
    try demo.terminal.send("one\rtwo\rthree\r")
    for word in ["one", "two", "three"] { try demo.terminal.expect("[line: \(word)]") }
  }

  @Test func `Ctrl-U between two prompts does not take away the end of a paste`() throws {
    let demo = try DemoTerminal()
    let file = demo.folder.path(of: "go")
    try demo.terminal.send("work \(file)\r")
    try demo.terminal.expect("[waiting]\n")
    try demo.terminal.send("\u{1b}[200~p\r3\r\u{1b}[201~\u{15}")
    try demo.terminal.waitForTypeAhead(17)
    try demo.folder.write("", to: "go")
    try demo.terminal.expect("demo> ")
    try demo.type("now\r", expecting: "[line: now]")
  }

  @Test func `what is typed between two prompts is shown once, in its line`() throws {
    let demo = try DemoTerminal()
    let file = demo.folder.path(of: "go")
    try demo.terminal.send("work \(file)\r")
    try demo.terminal.expect("[waiting]\n")
    try demo.terminal.send("on\u{7f}\u{1b}[De\r")
    try demo.terminal.waitForTypeAhead(7)
    #expect(demo.terminal.unmatched.isEmpty)
    try demo.folder.write("", to: "go")
    try demo.terminal.expect("[line: eo]")
  }

  @Test func `a paste between two prompts is marked and answers one of them`() throws {
    let demo = try DemoTerminal()
    let file = demo.folder.path(of: "go")
    try demo.terminal.send("work \(file)\r")
    try demo.terminal.expect("[waiting]\n")
    let printed = String(decoding: demo.terminal.transcript, as: UTF8.self)
    #expect(printed.split(separator: "\u{1b}[?2004").map(\.first).last == "h")
    try demo.terminal.send("\u{1b}[200~p\r3\r\u{1b}[201~\r")
    try demo.terminal.waitForTypeAhead(17)
    try demo.folder.write("", to: "go")
    try demo.terminal.expect("[line: p 3]")
  }

  @Test func `a program in the foreground has the terminal and gives it back`() throws {
    let demo = try DemoTerminal()
    try demo.terminal.send("run echo ready; read -r x; echo got $x; stty raw -echo\r")
    try demo.terminal.expect("ready\n")
    try demo.terminal.send("typed\r")
    try demo.terminal.expect("got typed")
    try demo.terminal.expect("[ran: exited(0)]\ndemo> ")
    try demo.type("back\r", expecting: "back\n[line: back]\n")
    try demo.terminal.send("\u{4}")
    #expect(try demo.terminal.waitForExit() == .exited(0))
    #expect(demo.terminal.isCooked)
  }

  @Test func `a program in the foreground finds the terminal as it was`() throws {
    let demo = try DemoTerminal()
    try demo.type("first\r", expecting: "[line: first]")
    try demo.type("run stty -a | grep -oE ' -?(icanon|echo) '\r", expecting: "\n icanon \n echo \n")
    let printed = String(decoding: demo.terminal.transcript, as: UTF8.self)
    let beforeTheRun = printed.components(separatedBy: " icanon \r\n")[0]
    #expect(beforeTheRun.components(separatedBy: "\u{1b}[?2004").last?.first == "l")
  }

  @Test(arguments: ["", "-ixon", "-icanon"])
  func `the terminal has its own modes again after the end`(_ mode: String) throws {
    let demo = try DemoTerminal(
      shell: #"stty \#(mode); a=$(stty -g); "$DEMO"; [ "$a" = "$(stty -g)" ] && echo the same"#
    )
    try demo.type("line\r", expecting: "[line: line]")
    try demo.terminal.send("\u{4}")
    try demo.terminal.expect("the same")
  }
}
