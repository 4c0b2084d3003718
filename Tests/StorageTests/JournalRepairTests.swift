import Foundation
import Testing

@testable import Storage

@Suite struct JournalRepairTests {
  private let temporary: TemporaryFolder
  private let store: StoreFolder

  init() throws {
    temporary = try TemporaryFolder()
    store = try temporary.store()
  }

  private func write(_ text: String, to file: String) throws {
    try FileManager.default.createDirectory(
      atPath: store.devicePath,
      withIntermediateDirectories: true
    )
    try StorageTests.write(Array(text.utf8), to: store.devicePath + "/" + file)
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try read(path), as: UTF8.self)
  }

  @Test func `a torn end is set aside under the moment`() throws {
    try write("{\"id\":1}\n{\"id\"", to: "2026-11.jsonl")
    let claim = try store.claimed()
    let torn = try #require(try JournalRepair.run(claim, at: november))
    #expect(torn.file == store.novemberPath)
    #expect(torn.keptAt == store.devicePath + "/torn-2026-11-02T03-04-05.678Z")
    #expect(torn.length == 5)
    #expect(try text(torn.keptAt) == "{\"id\"")
    #expect(try permissions(torn.keptAt) == 0o600)
    #expect(try text(store.novemberPath) == "{\"id\":1}\n")
    #expect(try JournalRepair.run(claim, at: november) == nil)
  }

  @Test func `two torn ends of one moment are both kept`() throws {
    let claim = try store.claimed()
    try write("one", to: "2026-11.jsonl")
    let first = try #require(try JournalRepair.run(claim, at: november))
    try write("two", to: "2026-11.jsonl")
    let second = try #require(try JournalRepair.run(claim, at: november))
    #expect(try text(first.keptAt) == "one")
    #expect(try text(second.keptAt) == "two")
    #expect(try read(store.novemberPath) == [])
  }

  @Test(arguments: [65_535, 65_536, 65_537, 200_000]) func `long torn ends are kept whole`(
    _ length: Int
  ) throws {
    let end = String(repeating: "x", count: length)
    try write("{\"id\":1}\n" + end, to: "2026-11.jsonl")
    let torn = try #require(try JournalRepair.run(try store.claimed(), at: november))
    #expect(try text(torn.keptAt) == end)
    #expect(try text(store.novemberPath) == "{\"id\":1}\n")
  }

  @Test func `only the newest file of this device is touched at first`() throws {
    try write("old", to: "2026-10.jsonl")
    try write("new", to: "2026-11.jsonl")
    let other = try temporary.store("zebra")
    do { _ = try other.claimed() }
    try StorageTests.write(Array("other".utf8), to: other.novemberPath)
    let torn = try #require(try JournalRepair.run(try store.claimed(), at: november))
    #expect(torn.file == store.novemberPath)
    #expect(try text(store.devicePath + "/2026-10.jsonl") == "old")
    #expect(try text(other.novemberPath) == "other")
  }

  @Test func `whole, empty and missing files are left alone`() throws {
    let claim = try store.claimed()
    #expect(try JournalRepair.run(claim, at: november) == nil)
    for text in ["", "{\"id\":1}\n", "damage\n"] {
      try write(text, to: "2026-11.jsonl")
      #expect(try JournalRepair.run(claim, at: november) == nil)
      #expect(try self.text(store.novemberPath) == text)
    }
  }

  @Test func `an end that cannot be kept is not cut off`() throws {
    try write("{\"id\":1}\ntorn", to: "2026-11.jsonl")
    let fails = Box(false)
    var system = SystemCalls.system
    system.write = { descriptor, bytes in
      fails.value ? -Int(ENOSPC) : SystemCalls.system.write(descriptor, bytes)
    }
    let claim = try temporary.store(system: system).claimed()
    fails.value = true
    let path = store.novemberPath
    #expect(throws: StoreError.unwritable(path: path, ErrorNumber(ENOSPC))) {
      try JournalRepair.run(claim, at: november)
    }
    #expect(throws: JournalError.cannotRepair(path: path, ErrorNumber(ENOSPC))) {
      try Journal(claim).append([event("a")], at: november)
    }
    #expect(try text(path) == "{\"id\":1}\ntorn")
    let names = try FileManager.default.contentsOfDirectory(atPath: store.devicePath)
    #expect(names == ["2026-11.jsonl"])
  }
}
