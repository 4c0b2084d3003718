import Glibc
import Processes
import TestKit
import Testing

@Suite struct `The test kit` {
  let shell: Binary
  let folder: TemporaryFolder

  init() throws {
    shell = try Binary("rounds")
    folder = try TemporaryFolder()
  }

  @Test func `a temporary folder is gone with its holder`() throws {
    let path = try TemporaryFolder().path
    #expect(access(path, F_OK) != 0)
    #expect(access(folder.path, F_OK) == 0)
  }

  @Test func `escape sequences are no text, wherever the stream is cut`() {
    let output = "a\u{1b}[1;32mb\u{1b}[0m\u{1b}]0;title\u{7}c\u{1b}(Bd\u{1b}]2;t\u{1b}\\e\r\n"
    #expect(EscapeStripper.text(of: output.utf8) == "abcde\n")
  }

  @Test func `a program on a pseudo-terminal sees a terminal that is its own`() throws {
    let terminal = try PseudoTerminal(
      "/bin/sh",
      ["-c", "stty size; tty; read -r line </dev/tty; echo got $line; stty raw -echo; exit 4"],
      rows: 10,
      columns: 33,
      environment: Binary.environment(home: folder)
    )
    try terminal.expect("10 33")
    try terminal.expect("/dev/pts/")
    #expect(terminal.isCooked)
    try terminal.send("yes\n")
    try terminal.expect("got yes")
    #expect(try terminal.waitForExit() == .exited(4))
    #expect(!terminal.isCooked)
  }

  @Test func `Ctrl-C and hanging up reach the program`() throws {
    let environment = Binary.environment(home: folder)
    let first = try PseudoTerminal("/bin/cat", environment: environment)
    try first.send("a\n")
    try first.expect("a\na\n")
    try first.send("\u{3}")
    #expect(try first.waitForExit() == .killed(signal: SIGINT))
    let second = try PseudoTerminal("/bin/cat", environment: environment)
    second.closeMaster()
    #expect(try second.waitForExit() == .killed(signal: SIGHUP))
  }

  @Test func `a transcript that holds is silent and one that does not says where`() throws {
    let runner = TranscriptRunner(shell, fixtures: [], environment: ["A": "b"], updates: false)
    let right = """
      # A comment.
      $ cat; echo $A >&2; pwd
      < one

      < not input
      """
    let played = try runner.play(right)
    #expect(played == "# A comment.\n$ cat; echo $A >&2; pwd\n< one\none\nb\n{folder}\n")
    let good = try folder.write(played, to: "good.txt")
    #expect(try runner.check(good) == nil)
    let bad = try folder.write("$ echo 1; exit 3\n2\n", to: "bad.txt")
    let difference = try #require(try runner.check(bad))
    #expect(difference.hasPrefix("bad.txt:2: the output differs"))
    #expect(difference.contains("[exit 3]"))
  }

  @Test func `an update rewrites what the program prints and keeps comments and input`() throws {
    let runner = TranscriptRunner(shell, updates: true)
    let file = try folder.write(
      "# Top.\n\n# First.\n$ cat\n< x\n<\nold\n\n# Second.\n$ false\n",
      to: "t.txt"
    )
    #expect(try runner.check(file) == nil)
    let expected = "# Top.\n\n# First.\n$ cat\n< x\n<\nx\n\n# Second.\n$ false\n[exit 1]\n"
    #expect(try folder.read("t.txt") == expected)
  }

  @Test func `rounds is found beside the tests and runs`() throws {
    let result = try shell.run(["--version"])
    #expect(result.status == 0)
    #expect(result.output.hasSuffix("\n"))
    #expect(result.errorOutput == "")
  }
}
