import Foundation
import Testing

@testable import Storage

@Suite struct FileLockTests {
  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
  }

  private var path: String { temporary.path + "/lock" }

  @Test func `a second session learns who holds the lock`() throws {
    let lock = try FileLock(path, holder: holder)
    try withExtendedLifetime(lock) {
      let other = LockHolder(process: 1, terminal: nil, started: december)
      #expect(throws: StoreError.held(by: holder)) { try FileLock(path, holder: other) }
      let text = String(decoding: try read(path), as: UTF8.self)
      #expect(
        text
          == "{\"pid\":4711,\"terminal\":\"/dev/pts/3\",\"started\":\"2026-11-02T03:04:05.678Z\"}\n"
      )
    }
  }

  @Test func `a lock let go can be taken again and the file stays`() throws {
    for _ in 0..<3 {
      let lock = try FileLock(path, holder: holder)
      withExtendedLifetime(lock) {}
    }
    #expect(FileManager.default.fileExists(atPath: path))
    #expect(try read(path) == [])
  }

  @Test func `a holder without a terminal is told too`() throws {
    let quiet = LockHolder(process: 2, terminal: nil, started: november)
    let lock = try FileLock(path, holder: quiet)
    #expect(throws: StoreError.held(by: quiet)) { try FileLock(path, holder: holder) }
    withExtendedLifetime(lock) {}
  }

  @Test(arguments: ["", "noise", "{\"pid\":1}", "{\"pid\":\"x\"}", "\0\0"])
  func `what a crashed session left in the file is no matter`(_ text: String) throws {
    try write(Array(text.utf8), to: path)
    let lock = try FileLock(path, holder: holder)
    try withExtendedLifetime(lock) {
      #expect(try read(path) == holder.json)
      try write(Array(text.utf8), to: path)
    }
  }

  @Test func `a lock behind a symbolic link, or that cannot be opened, is refused`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: path,
      withDestinationPath: temporary.path + "/x"
    )
    #expect(throws: StoreError.unwritable(path: path, ErrorNumber(ELOOP))) {
      try FileLock(path, holder: holder)
    }
    let nowhere = temporary.path + "/none/lock"
    #expect(throws: StoreError.unwritable(path: nowhere, ErrorNumber(ENOENT))) {
      try FileLock(nowhere, holder: holder)
    }
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/flock"),
      "there is no flock program"
    )
  )
  func `another process holds the lock until it ends`() throws {
    let child = Process()
    child.executableURL = URL(filePath: "/usr/bin/flock")
    child.arguments = ["--no-fork", path, "cat"]
    let input = Pipe()
    let output = Pipe()
    child.standardInput = input
    child.standardOutput = output
    try child.run()
    // What comes back through the child shows that it has the lock.
    try input.fileHandleForWriting.write(contentsOf: Data("x".utf8))
    #expect(try output.fileHandleForReading.read(upToCount: 1)?.count == 1)
    #expect(throws: StoreError.held(by: nil)) { try FileLock(path, holder: holder) }
    try input.fileHandleForWriting.close()
    child.waitUntilExit()
    _ = try FileLock(path, holder: holder)
  }

  @Test func `a claim holds the lock while it lives`() throws {
    let store = try temporary.store()
    do {
      let claim = try store.claimed()
      #expect(throws: StoreError.held(by: holder)) { try store.claimed() }
      withExtendedLifetime(claim) {}
    }
    _ = try store.claimed()
  }
}
