import Glibc
import Processes
import TestKit
import Testing

@Suite struct `Running a program in the foreground` {
  @Test func `the ending is told`() throws {
    #expect(try Program("/bin/sh", ["-c", "exit 3"]).runInForeground() == .exited(3))
    #expect(try Program("/bin/sh", ["-c", "kill -9 $$"]).runInForeground() == .killed(signal: 9))
  }

  @Test func `the child is in our process group`() throws {
    let folder = try TemporaryFolder()
    let file = folder.path(of: "group")
    let script = #"ps -o pgid= -p $$ > "$1" 2>/dev/null || cut -d' ' -f5 /proc/$$/stat > "$1""#
    #expect(try Program("/bin/sh", ["-c", script, "sh", file]).runInForeground().isSuccess)
    let group = try folder.read("group").split(whereSeparator: \.isWhitespace).joined()
    #expect(group == "\(getpgrp())")
  }

  @Test func `the handling of Ctrl-C is as before afterwards`() throws {
    var before = sigaction()
    sigaction(SIGINT, nil, &before)
    _ = try Program("/bin/true").runInForeground()
    var after = sigaction()
    sigaction(SIGINT, nil, &after)
    #expect(
      unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self)
        == unsafeBitCast(after.__sigaction_handler.sa_handler, to: Int.self)
    )
  }

  @Test func `a program that is not there is not found`() {
    #expect(throws: ProcessError.notFound(program: "/no/such/editor")) {
      try Program("/no/such/editor").runInForeground()
    }
  }
}
