import Foundation
import Testing

@testable import Storage

@Suite struct LineFileTests {
  private let temporary: TemporaryFolder
  private let path: String

  init() throws {
    temporary = try TemporaryFolder()
    path = temporary.path + "/lines.jsonl"
  }

  private var text: String { String(decoding: (try? read(path)) ?? [], as: UTF8.self) }

  @Test func `lines are added and a cut-off end is closed first`() throws {
    try LineFile.append(Array("one".utf8), to: path)
    try LineFile.append(Array("two".utf8), to: path)
    #expect(text == "one\ntwo\n")
    try Data("one\nto".utf8).write(to: URL(fileURLWithPath: path))
    try LineFile.append(Array("three".utf8), to: path)
    #expect(text == "one\nto\nthree\n")
  }

  @Test(arguments: ["write", "short", "sync"])
  func `after an error the file ends as before`(_ call: String) throws {
    try LineFile.append(Array("one".utf8), to: path)
    var system = SystemCalls.system
    switch call {
    case "write": system.write = { _, _ in -Int(ENOSPC) }
    case "short":
      let isFirst = Box(true)
      system.write = { descriptor, bytes in
        guard isFirst.value else { return -Int(ENOSPC) }
        isFirst.value = false
        return SystemCalls.system.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes[..<1]))
      }
    default: system.sync = { _ in -ENOSPC }
    }
    #expect(throws: ErrorNumber(ENOSPC)) {
      try LineFile.append(Array("two".utf8), to: path, system: system)
    }
    #expect(text == "one\n")
  }
}
