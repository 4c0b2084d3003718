import Testing

@testable import Storage

@Suite struct JournalFileTests {
  @Test(arguments: [
    ("2026-11.jsonl", JournalFileKind.month),
    ("merged-01KE0000000000000000000001.jsonl", .merged),
    ("2026-11.sync-conflict-20261121-073000-ABCDEF7.jsonl", .copy),
    ("2026-11 (ward's conflicted copy 2026-11-21).jsonl", .copy),
    ("2026-11 (conflicted copy 2026-11-21 073000).jsonl", .copy),
    ("2026-11 (Kopie in Konflikt mit ward 2026-11-21).jsonl", .copy),
    ("2026-11 (SFConflict a@b.example 2026-11-21-07-30-00).jsonl", .copy),
    ("2026-11_conflict-20261121-073000.jsonl", .copy),
    ("2026-11-LAPTOP.jsonl", .copy),
    ("2026-11 (1).jsonl", .copy),
    ("2026-11.jsonl.conflict1", .copy),
    ("2026-11.jsonl (1)", .copy),
    ("merged-01KE0000000000000000000001 (1).jsonl", .copy),
    ("notes.jsonl", .other),
    ("torn-2026-11-02T03-04-05.678Z", .torn),
    ("2026-11.jsonl.gz", .stray),
    ("2026-11.jsonl.part", .stray),
    ("merged-01KE0000000000000000000001.jsonl.tmp-4711", .stray),
    ("2026-11", .stray),
    (".jsonl", .stray),
    ("desktop.ini", .stray),
  ])
  func `a name says what a file is`(_ name: String, _ kind: JournalFileKind) {
    #expect(JournalFileKind(name: name) == kind)
  }

  @Test func `copies are read, and only the device's own file is repaired`() throws {
    let temporary = try TemporaryFolder()
    let store = try temporary.store()
    try Journal(try store.claimed()).append([event("a"), event("b")], at: november)
    let own = try read(store.novemberPath)
    let copy = store.devicePath + "/2026-11.sync-conflict-20261121-073000-ABCDEF7.jsonl"
    try write(own + Array("{\"torn".utf8), to: copy)
    try write([0x20], to: store.devicePath + "/2026-11.jsonl.gz")
    let (ids, report) = try store.readAll()
    #expect(ids == ["a", "b", "a", "b"])
    #expect(report.copies.map(\.path) == [copy])
    #expect(report.strays == [store.devicePath + "/2026-11.jsonl.gz"])
    #expect(try store.newestOwnFile()?.path == store.novemberPath)
    #expect(try JournalRepair.run(try store.claimed(), at: november) == nil)
  }
}
