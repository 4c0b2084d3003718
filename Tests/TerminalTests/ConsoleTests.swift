import Glibc
import Terminal
import TestKit
import Testing

@Suite struct `The console` {
  private func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    try #require(Glibc.pipe(&ends) == 0)
    return (ends[0], ends[1])
  }

  @Test func `text waits until it is flushed`() throws {
    let ends = try pipe()
    defer { for end in [ends.read, ends.write] { close(end) } }
    let console = Console(descriptor: ends.write, environment: ["TERM": "xterm"])
    console.writeLine("µ \(console.style(.bad, "x"))")
    var polled = pollfd(fd: ends.read, events: Int16(POLLIN), revents: 0)
    #expect(poll(&polled, 1, 0) == 0)
    console.flush()
    var block = [UInt8](repeating: 0, count: 100)
    #expect(read(ends.read, &block, 100) == 5)
    #expect(block.prefix(5) == Array("µ x\n".utf8)[...])
    #expect(!console.isTerminal)
    #expect(!console.isBroken)
  }

  @Test func `a reader that went away is told, not thrown, and not deadly`() throws {
    let ends = try pipe()
    defer { close(ends.write) }
    let console = Console(descriptor: ends.write, environment: [:])
    close(ends.read)
    console.writeLine("lost")
    console.flush()
    #expect(console.isBroken)
    #expect(console.failure == EPIPE)
    console.writeLine("dropped")
    console.flush()
  }

  @Test func `a full disk is told`() throws {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    let console = Console(descriptor: full, environment: [:])
    console.writeLine("x")
    console.flush()
    #expect(console.isBroken)
    #expect(console.failure == ENOSPC)
  }

  @Test func `without a terminal COLUMNS is the width, else 80`() throws {
    let ends = try pipe()
    defer { for end in [ends.read, ends.write] { close(end) } }
    let widths = ["33", "0", "-1", "x", nil].map { columns in
      Console(descriptor: ends.write, environment: columns.map { ["COLUMNS": $0] } ?? [:]).width
    }
    #expect(widths == [33, 80, 80, 80, 80])
  }

  @Test func `a program whose reader left ends by itself`() throws {
    let demo = try Binary("line-demo")
    let folder = try TemporaryFolder()
    let script = "echo flood | { \(demo.path); echo status $? >&2; } | head -1"
    let result = try Binary.shell(script, home: folder)
    #expect(result.output == "[line: flood]\n")
    #expect(result.errorOutput == "status 74\n")
  }
}
