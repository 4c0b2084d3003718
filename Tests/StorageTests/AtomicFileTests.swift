import Foundation
import Testing

@testable import Storage

@Suite struct AtomicFileTests {
  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
  }

  private var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: temporary.path)) ?? []
  }

  @Test func `a file is made and replaced, for its owner alone`() throws {
    let path = temporary.path + "/state.json"
    try AtomicFile.replace(path, with: [1, 2, 3])
    try AtomicFile.replace(path, with: [4])
    #expect(try read(path) == [4])
    #expect(try permissions(path) == 0o600)
    try AtomicFile.replace(path, with: [5], mode: 0o640)
    #expect(try permissions(path) & 0o700 == 0o600)
    #expect(names == ["state.json"])
  }

  @Test(arguments: ["write", "short", "sync", "rename", "open"])
  func `after an error the old file stands and nothing else`(_ call: String) throws {
    let path = temporary.path + "/state.json"
    try AtomicFile.replace(path, with: [1, 2, 3])
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
    case "sync": system.sync = { _ in -ENOSPC }
    case "rename": system.rename = { _, _ in -ENOSPC }
    default: system.open = { _, _, _ in -ENOSPC }
    }
    #expect(throws: ErrorNumber(ENOSPC)) {
      try AtomicFile.replace(path, with: [9, 9, 9, 9], system: system)
    }
    #expect(try read(path) == [1, 2, 3])
    #expect(names == ["state.json"])
  }

  @Test func `interrupted and short writes are carried on`() throws {
    let turn = Box(0)
    var system = SystemCalls.system
    system.write = { descriptor, bytes in
      turn.value += 1
      if turn.value.isMultiple(of: 2) { return -Int(EINTR) }
      return SystemCalls.system.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes[..<1]))
    }
    let path = temporary.path + "/state.json"
    try AtomicFile.replace(path, with: Array(0..<20), system: system)
    #expect(try read(path) == Array(0..<20))
  }

  @Test(arguments: [("/a/b", "/a"), ("/a", "/"), ("a", "."), ("a/b/c", "a/b")])
  func `the folder of a path`(_ path: String, _ folder: String) {
    #expect(AtomicFile.folder(of: path) == folder)
  }
}
