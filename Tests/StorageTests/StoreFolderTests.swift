import Foundation
import Testing

@testable import Storage

@Suite struct StoreFolderTests {
  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
  }

  @Test func `a look at a place without a store makes nothing`() throws {
    let store = try temporary.store()
    let status = try store.inspect()
    #expect(status == StoreStatus(identity: nil, obstacle: nil))
    #expect(try store.journalFiles() == [])
    #expect(try store.readAll().report == JournalReport())
    #expect(!FileManager.default.fileExists(atPath: store.root))
  }

  @Test func `a claim makes the store for its owner alone`() throws {
    let store = try temporary.store()
    let claim = try store.claimed()
    #expect(claim.isNewIdentity)
    #expect(claim.identity == StoreIdentity(learner: "0123456789abcdef"))
    for folder in [store.root, store.logPath, store.devicePath] {
      #expect(try permissions(folder) == 0o700)
    }
    try Journal(claim).append([event("a")], at: november)
    for file in [store.identityPath, store.lockPath, store.novemberPath] {
      #expect(try permissions(file) == 0o600)
    }
    let text = String(decoding: try read(store.identityPath), as: UTF8.self)
    #expect(text == "{\"format\":1,\"learner\":\"0123456789abcdef\"}\n")
  }

  @Test func `the learner of a store stays`() throws {
    let store = try temporary.store()
    do { _ = try store.claimed() }
    let again = try store.claim(as: holder, learner: "another")
    #expect(!again.isNewIdentity)
    #expect(again.identity.learner == "0123456789abcdef")
  }

  @Test func `a newer store may be read and not written`() throws {
    let store = try temporary.store()
    do {
      let claim = try store.claimed()
      try Journal(claim).append([event("a")], at: november)
    }
    let newer = Array("{\"format\":2,\"shape\":[1],\"learner\":\"x\"}".utf8)
    try write(newer, to: store.identityPath)
    #expect(try store.inspect().obstacle == .newerFormat(2))
    #expect(throws: StoreError.newerFormat(2)) { try store.claimed() }
    #expect(try store.readAll().ids == ["a"])
    #expect(try read(store.identityPath) == newer)
  }

  @Test(arguments: [
    "", "{", "[]", "{}", "{\"format\":1}", "{\"format\":\"1\",\"learner\":\"x\"}", "\0\0\0",
  ])
  func `a damaged identity is told and never replaced`(_ text: String) throws {
    let store = try temporary.store()
    do { _ = try store.claimed() }
    try write(Array(text.utf8), to: store.identityPath)
    let error = StoreError.damagedIdentity(path: store.identityPath)
    #expect(throws: error) { try store.inspect() }
    #expect(throws: error) { try store.claimed() }
    #expect(try read(store.identityPath) == Array(text.utf8))
  }

  @Test func `an unreadable identity is told and never replaced`() throws {
    let store = try temporary.store()
    do { _ = try store.claimed() }
    let before = try read(store.identityPath)
    var system = SystemCalls.system
    system.open = { path, flags, mode in
      path.hasSuffix("store.json") ? -EIO : SystemCalls.system.open(path, flags, mode)
    }
    let broken = try temporary.store(system: system)
    let error = StoreError.unreadable(path: store.identityPath, ErrorNumber(EIO))
    #expect(throws: error) { try broken.inspect() }
    #expect(throws: error) { try broken.claimed() }
    #expect(try read(store.identityPath) == before)
  }

  @Test func `an identity behind a symbolic link is refused`() throws {
    let store = try temporary.store()
    do { _ = try store.claimed() }
    let elsewhere = temporary.path + "/elsewhere.json"
    try FileManager.default.moveItem(atPath: store.identityPath, toPath: elsewhere)
    try FileManager.default.createSymbolicLink(
      atPath: store.identityPath,
      withDestinationPath: elsewhere
    )
    let error = StoreError.unreadable(path: store.identityPath, ErrorNumber(ELOOP))
    #expect(throws: error) { try store.claimed() }
  }

  @Test func `the store itself may stand behind a symbolic link`() throws {
    let real = temporary.path + "/real"
    try FileManager.default.createDirectory(atPath: real, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: temporary.path + "/store",
      withDestinationPath: real
    )
    let store = try temporary.store()
    do {
      let claim = try store.claimed()
      try Journal(claim).append([event("a")], at: november)
    }
    #expect(try store.readAll().ids == ["a"])
  }

  @Test func `a place that cannot be written to is told before anything is done`() throws {
    try write([1], to: temporary.path + "/store")
    let blocked = try temporary.store()
    guard
      case .unwritable = try #require(
        throws: StoreError.self,
        performing: { try blocked.claimed() }
      )
    else {
      Issue.record("another error than that the place is unwritable")
      return
    }
    let device = try #require(DeviceName("ward"))
    let nowhere = StoreFolder(root: "/proc/rounds/store", device: device)
    #expect(try nowhere.inspect().obstacle != nil || getuid() == 0)
    guard
      case .unwritable = try #require(
        throws: StoreError.self,
        performing: { try nowhere.claimed() }
      )
    else {
      Issue.record("another error than that the place is unwritable")
      return
    }
    #expect(try nowhere.readAll().ids == [])
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func `a folder without permission is an obstacle`() throws {
    let store = try temporary.store()
    do { _ = try store.claimed() }
    chmod(store.devicePath, 0o500)
    defer { chmod(store.devicePath, 0o700) }
    let obstacle = StoreError.unwritable(path: store.devicePath, ErrorNumber(EACCES))
    #expect(try store.inspect().obstacle == obstacle)
  }

  @Test func `a full disk is told when the store is made`() throws {
    var system = SystemCalls.system
    system.write = { _, _ in -Int(ENOSPC) }
    let store = try temporary.store(system: system)
    let error = StoreError.unwritable(path: store.identityPath, ErrorNumber(ENOSPC))
    #expect(throws: error) { try store.claimed() }
    #expect(!FileManager.default.fileExists(atPath: store.identityPath))
  }

  @Test func `journal files come by device and month, other files not at all`() throws {
    let store = try temporary.store()
    do { _ = try store.claimed() }
    let files = [
      "b/2026-11.jsonl", "a/2026-12.jsonl", "a/2026-02.jsonl", "a/torn-2026", "a/.2026-01.jsonl",
      ".c/2026-01.jsonl", "a/2026-03.jsonl.zst", "stray.jsonl",
    ]
    for file in files {
      let path = store.logPath + "/" + file
      try FileManager.default.createDirectory(
        atPath: AtomicFile.folder(of: path),
        withIntermediateDirectories: true
      )
      try write([], to: path)
    }
    let found = try store.journalFiles().map { $0.device + "/" + $0.name }
    #expect(found == ["a/2026-02.jsonl", "a/2026-12.jsonl", "b/2026-11.jsonl"])
  }
}
