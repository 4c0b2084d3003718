import Glibc
import Processes
import TestKit
import Testing

@Suite struct `Running a program over pipes` {
  private func shell(
    _ script: String,
    input: [UInt8] = [],
    limits: Limits = Limits(time: .seconds(60))
  ) throws(ProcessError) -> Outcome {
    try Program("/bin/sh", ["-c", script]).run(input: input, limits: limits)
  }

  @Test func `output and errors arrive apart`() throws {
    let outcome = try shell("echo one; echo two >&2")
    #expect(outcome.ending == .exited(0))
    #expect(outcome.ending.isSuccess)
    #expect(String(decoding: outcome.output, as: UTF8.self) == "one\n")
    #expect(String(decoding: outcome.errorOutput, as: UTF8.self) == "two\n")
  }

  @Test func `the exit status is told`() throws {
    #expect(try shell("exit 7").ending == .exited(7))
    #expect(try shell("exit 255").ending == .exited(255))
  }

  @Test func `a killing signal is told`() throws {
    #expect(try shell("kill -TERM $$").ending == .killed(signal: SIGTERM))
  }

  @Test func `megabytes go in and come out at the same time`() throws {
    let input = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    #expect(try Program("cat").run(input: input).output == input)
  }

  @Test func `much error output beside much output does not block`() throws {
    let outcome = try shell("head -c 1000000 /dev/zero >&2; head -c 1000000 /dev/zero")
    #expect(outcome.output.count == 1_000_000)
    #expect(outcome.errorOutput.count == 1_000_000)
  }

  @Test func `a child that does not read its input is no error`() throws {
    let input = [UInt8](repeating: 97, count: 1_000_000)
    #expect(try shell("exec 0<&-; echo done", input: input).ending == .exited(0))
  }

  @Test func `no input is an end at once`() throws {
    #expect(try Program("cat").run().output.isEmpty)
  }

  @Test func `arguments and environment arrive as they are`() throws {
    let program = Program(
      "/bin/sh",
      ["-c", #"printf '%s|%s|%s' "$1" "$COLOUR" "$HOME""#, "sh", "a b'\"c"],
      environment: ["COLOUR": "grün ≥"]
    )
    let outcome = try program.run()
    #expect(String(decoding: outcome.output, as: UTF8.self) == "a b'\"c|grün ≥|")
  }

  @Test func `without an environment of its own the child has ours`() throws {
    let path = String(cString: try #require(getenv("PATH")))
    let outcome = try shell(#"printf %s "$PATH""#)
    #expect(String(decoding: outcome.output, as: UTF8.self) == path)
  }

  @Test func `the child starts in the folder it is given`() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program("/bin/pwd", folder: folder.path).run()
    #expect(String(decoding: outcome.output, as: UTF8.self) == folder.path + "\n")
  }

  @Test func `a program that is not there is not found`() {
    #expect(throws: ProcessError.notFound(program: "/no/such/program")) {
      try Program("/no/such/program").run()
    }
    #expect(throws: ProcessError.notFound(program: "no-such-program-anywhere")) {
      try Program("no-such-program-anywhere").run()
    }
  }

  @Test func `a file that may not be run cannot be started`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("text", to: "text")
    #expect(throws: ProcessError.cannotStart(program: path, code: EACCES)) {
      try Program(path).run()
    }
  }

  @Test func `a folder that is not there is no missing program`() {
    #expect(throws: ProcessError.cannotStart(program: "/bin/pwd", code: ENOENT)) {
      try Program("/bin/pwd", folder: "/no/such/folder").run()
    }
  }

  @Test func `a child that runs too long is killed`() {
    let limit = Duration.milliseconds(100)
    #expect(throws: ProcessError.timedOut(program: "sleep", after: limit)) {
      try Program("sleep", ["1000"]).run(limits: Limits(time: limit))
    }
  }

  @Test func `a child that closes its outputs and runs too long is killed`() {
    let limit = Duration.milliseconds(100)
    #expect(throws: ProcessError.timedOut(program: "/bin/sh", after: limit)) {
      try shell("exec >&- 2>&-; exec sleep 1000", limits: Limits(time: limit))
    }
  }

  @Test func `a child that nobody waits for any longer is killed`() {
    var asked = 0
    #expect(throws: ProcessError.cancelled(program: "sleep")) {
      try Program("sleep", ["1000"]).run(isCancelled: {
        asked += 1
        return asked > 2
      })
    }
  }

  @Test func `a child whose outputs are closed can be cancelled too`() {
    var asked = 0
    #expect(throws: ProcessError.cancelled(program: "/bin/sh")) {
      try Program("/bin/sh", ["-c", "exec >&- 2>&-; exec sleep 1000"]).run(isCancelled: {
        asked += 1
        return asked > 5
      })
    }
  }

  @Test func `a child that wants too much memory fails by itself`() throws {
    // The shell waits for its input, so that the limit is surely there before it asks.
    let outcome = try Program(
      "/bin/sh",
      ["-c", "read word; head -c 200000000 /dev/zero | tail -n 1"]
    )
    .run(input: Array("go\n".utf8), limits: Limits(memory: 50 << 20))
    #expect(!outcome.ending.isSuccess)
    #expect(outcome.output.isEmpty)
  }

  @Test func `a child that writes too much is killed`() {
    #expect(throws: ProcessError.tooMuchOutput(program: "yes", limit: 100_000)) {
      try Program("yes").run(limits: Limits(output: 100_000))
    }
  }

  @Test func `output as large as the limit is allowed`() throws {
    let outcome = try shell("head -c 1000 /dev/zero", limits: Limits(output: 1000))
    #expect(outcome.output.count == 1000)
  }

  @Test func `a broken pipe in the child kills it as usual`() throws {
    let before = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, before) }
    let outcome = try shell("{ yes; echo $? >&2; } | head -1")
    #expect(String(decoding: outcome.errorOutput, as: UTF8.self) == "141\n")
  }

  @Test func `many runs leave no descriptor open`() throws {
    // Other tests open descriptors at the same time, so a few more mean nothing.
    let openDescriptors = {
      let outcome = try shell("ls /proc/$PPID/fd | wc -l")
      return Int(String(decoding: outcome.output, as: UTF8.self).filter(\.isNumber)) ?? -1
    }
    let before = try openDescriptors()
    for _ in 0..<150 { _ = try? Program("/no/such/program").run() }
    for _ in 0..<50 { _ = try shell("true") }
    #expect(before > 0)
    #expect(try openDescriptors() < before + 100)
  }
}
