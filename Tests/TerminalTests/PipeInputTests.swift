import Glibc
import Processes
import TestKit
import Testing

@Suite struct `Input that is no terminal` {
  private let demo: Binary

  init() throws {
    demo = try Binary("line-demo")
  }

  @Test func `lines come one by one, the last without its end too`() throws {
    let result = try demo.run(input: "one\r\n\ntwo µ\nthree")
    #expect(result.output == "[line: one]\n[line: ]\n[line: two µ]\n[line: three]\n[end]\n")
    #expect(result.errorOutput == "")
    #expect(result.status == 0)
  }

  @Test func `no input is the end`() throws {
    #expect(try demo.run().output == "[end]\n")
  }

  @Test func `prompts are printed where they are asked for`() throws {
    #expect(try demo.run(["--prompts"], input: "a\n").output == "demo> [line: a]\ndemo> [end]\n")
  }

  @Test func `a key asked for is a line here`() throws {
    #expect(try demo.run(input: "keys\n3\n").output == "[line: keys]\n[line: 3]\n[end]\n")
  }

  @Test func `very long lines arrive whole`() throws {
    let long = String(repeating: "ab≥", count: 1_000_000)
    let result = try demo.run(input: "\(long)\n\(long)")
    #expect(result.output == "[line: 3000000 characters]\n[line: 3000000 characters]\n[end]\n")
  }

  @Test func `control characters and bad bytes do no harm`() throws {
    let folder = try TemporaryFolder()
    let script = #"printf 'a\033[31mb\tc\377\000d\n' | "# + demo.path
    #expect(try Binary.shell(script, home: folder).output == "[line: a[31mb c\u{fffd}d]\n[end]\n")
  }

  @Test func `type-ahead in a pipe is not dropped`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("", to: "go")
    #expect(try demo.run(input: "wait \(file)\nnext\n").output.contains("[line: next]"))
  }

  @Test(arguments: [("TERM", 15), ("INT", 2), ("HUP", 1), ("QUIT", 3)])
  func `a signal ends the wait for input`(_ name: String, _ number: Int) throws {
    let folder = try TemporaryFolder()
    // The fifo stays open, so only the signal can end the program; it first answers a line.
    let script = """
      mkfifo in out; trap '' PIPE
      perl -e '$SIG{$_} = "DEFAULT" for qw(INT QUIT); exec @ARGV' \(demo.path) <in >out & child=$!
      exec 3>in 4<out; echo ready >&3; read -r line <&4; echo "$line"
      kill -\(name) $child; cat <&4; wait $child; echo status $?
      """
    let result = try Binary.shell(script, home: folder)
    #expect(result.output == "[line: ready]\n[terminated \(number)]\nstatus 3\n")
  }

  @Test func `on a terminal with its output elsewhere the prompt is on standard error`() throws {
    let folder = try TemporaryFolder()
    var environment = Binary.environment(home: folder)
    environment["DEMO"] = demo.path
    let terminal = try PseudoTerminal(
      "/bin/sh",
      ["-c", #""$DEMO" > out; cat out; echo over"#],
      environment: environment,
      folder: folder.path
    )
    try terminal.expect("demo> ")
    try terminal.send("hello\n")
    try terminal.expect("demo> ")
    try terminal.send("\u{4}")
    try terminal.expect("[line: hello]\n[end]\nover")
  }
}
