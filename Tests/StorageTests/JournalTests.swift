import Foundation
import Testing

@testable import Storage

@Suite struct JournalTests {
  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
  }

  @Test func `an event is a line with its checksum`() throws {
    let store = try temporary.store()
    let journal = Journal(try store.claimed())
    try journal.append([event("a")], at: november)
    let text = String(decoding: try read(store.novemberPath), as: UTF8.self)
    #expect(text.hasPrefix("{\"v\":1,\"id\":\"a\",\"answer\":\"liver\",\"crc\":\""))
    #expect(text.hasSuffix("\"}\n"))
    #expect(store.novemberPath.hasSuffix("/log/ward/2026-11.jsonl"))
  }

  @Test func `events come back in their order, month after month`() throws {
    let store = try temporary.store()
    let journal = Journal(try store.claimed())
    for index in 0..<20 { try journal.append([event("n\(index)")], at: november) }
    for index in 0..<20 { try journal.append([event("d\(index)")], at: december) }
    // A clock set back goes to the file of its month.
    try journal.append([event("n20")], at: november)
    let (ids, report) = try store.readAll()
    #expect(ids == (0...20).map { "n\($0)" } + (0..<20).map { "d\($0)" })
    #expect(report.isClean)
    #expect(report.files == 2)
    #expect(report.lines == 41)
    #expect(journal.setAside == [])
  }

  @Test func `how files grow is counted by file, until it is forgotten`() throws {
    let store = try temporary.store()
    let journal = Journal(try store.claimed())
    #expect(journal.growth == [:])
    for moment in [november, december, november] {
      try journal.append([event("a"), event("b")], at: moment)
    }
    #expect(journal.growth.values.map(\.lines).sorted() == [2, 4])
    #expect(journal.growth[store.novemberPath]?.lines == 4)
    let length = try read(store.novemberPath).count
    #expect(journal.growth[store.novemberPath]?.bytes == length)
    journal.forgetGrowth()
    #expect(journal.growth == [:])
    try journal.append([event("c")], at: november)
    #expect(journal.growth.keys.map(\.self) == [store.novemberPath])
    let grown = try #require(journal.growth[store.novemberPath])
    #expect(grown.lines == 1 && grown.length == length + grown.bytes)
  }

  @Test func `another session goes on where the last one ended`() throws {
    let store = try temporary.store()
    for round in 0..<3 {
      let journal = Journal(try store.claimed())
      try journal.append([event("\(round)")], at: november)
    }
    #expect(try store.readAll().ids == ["0", "1", "2"])
  }

  @Test func `all events of an action are one write, then one sync`() throws {
    let calls = Box<[String]>([])
    var system = SystemCalls.system
    system.write = { descriptor, bytes in
      calls.value.append("write \(bytes.count { $0 == 0x0A })")
      return SystemCalls.system.write(descriptor, bytes)
    }
    system.dataSync = { descriptor in
      calls.value.append("sync")
      return SystemCalls.system.dataSync(descriptor)
    }
    let store = try temporary.store(system: system)
    let journal = Journal(try store.claimed())
    calls.value = []
    try journal.append([event("a"), event("b"), event("c")], at: november)
    try journal.append([], at: november)
    try journal.append([event("d")], at: november)
    #expect(calls.value == ["write 3", "sync", "write 1", "sync"])
  }

  @Test func `a new file and its name are made to last before the first event`() throws {
    let calls = Box<[String]>([])
    var system = SystemCalls.system
    system.open = { path, flags, mode in
      let descriptor = SystemCalls.system.open(path, flags, mode)
      if descriptor >= 0 {
        calls.value.append("open " + path.split(separator: "/").suffix(2).joined(separator: "/"))
      }
      return descriptor
    }
    system.write = { descriptor, bytes in
      calls.value.append("write")
      return SystemCalls.system.write(descriptor, bytes)
    }
    system.sync = { descriptor in
      calls.value.append("sync")
      return SystemCalls.system.sync(descriptor)
    }
    let store = try temporary.store(system: system)
    let claim = try store.claimed()
    calls.value = []
    let journal = Journal(claim)
    try journal.append([event("a")], at: november)
    #expect(calls.value == ["open ward/2026-11.jsonl", "sync", "open ward/.", "sync", "write"])
  }

  @Test func `what is no object is refused and harms nothing`() throws {
    let store = try temporary.store()
    let journal = Journal(try store.claimed())
    #expect(throws: JournalError.notAnObject) {
      try journal.append([event("a"), Array("{}".utf8)], at: november)
    }
    try journal.append([event("b")], at: november)
    #expect(try store.readAll().ids == ["b"])
  }

  // MARK: - Disks that fail

  @Test(arguments: [0, 1, 20, 40]) func `a full disk is cut back to the last good line`(
    _ room: Int
  ) throws {
    let limit = Box<Int?>(nil)
    var system = SystemCalls.system
    system.write = { descriptor, bytes in
      guard let left = limit.value else { return SystemCalls.system.write(descriptor, bytes) }
      if left == 0 { return -Int(ENOSPC) }
      let part = UnsafeRawBufferPointer(rebasing: bytes[..<min(left, bytes.count)])
      limit.value = left - part.count
      return SystemCalls.system.write(descriptor, part)
    }
    let store = try temporary.store(system: system)
    let claim = try store.claimed()
    let journal = Journal(claim)
    try journal.append([event("a")], at: november)
    let good = try read(store.novemberPath)
    limit.value = room
    let error = JournalError.writeFailed(
      path: store.novemberPath,
      ErrorNumber(ENOSPC),
      isCutBack: true
    )
    #expect(throws: error) { try journal.append([event("b"), event("c")], at: november) }
    #expect(try read(store.novemberPath) == good)
    // Room again changes nothing for a session that has failed.
    limit.value = nil
    #expect(throws: JournalError.closed) { try journal.append([event("d")], at: november) }
    let reopened = Journal(claim)
    try reopened.append([event("e")], at: november)
    #expect(try store.readAll().ids == ["a", "e"])
  }

  @Test func `a write error is told with its cause`() throws {
    let fails = Box(false)
    var system = SystemCalls.system
    system.write = { descriptor, bytes in
      fails.value ? -Int(EIO) : SystemCalls.system.write(descriptor, bytes)
    }
    let store = try temporary.store(system: system)
    let journal = Journal(try store.claimed())
    try journal.append([event("a")], at: november)
    fails.value = true
    let error = JournalError.writeFailed(
      path: store.novemberPath,
      ErrorNumber(EIO),
      isCutBack: true
    )
    #expect(throws: error) { try journal.append([event("b")], at: november) }
    #expect(try store.readAll().ids == ["a"])
  }

  @Test func `where cutting back fails too, the next session sets the end aside`() throws {
    let fails = Box(false)
    var system = SystemCalls.system
    system.write = { descriptor, bytes in
      guard fails.value else { return SystemCalls.system.write(descriptor, bytes) }
      if bytes.count < 30 { return -Int(ENOSPC) }
      return SystemCalls.system.write(
        descriptor,
        UnsafeRawBufferPointer(rebasing: bytes.dropLast(20))
      )
    }
    system.truncate = { descriptor, length in
      fails.value ? -EIO : SystemCalls.system.truncate(descriptor, length)
    }
    let store = try temporary.store(system: system)
    let claim = try store.claimed()
    let journal = Journal(claim)
    try journal.append([event("a")], at: november)
    fails.value = true
    let error = JournalError.writeFailed(
      path: store.novemberPath,
      ErrorNumber(ENOSPC),
      isCutBack: false
    )
    #expect(throws: error) { try journal.append([event("b")], at: november) }
    #expect(try store.readAll().report.torn.count == 1)
    fails.value = false
    let next = Journal(claim)
    try next.append([event("c")], at: december)
    try next.append([event("d")], at: november)
    #expect(next.setAside.count == 1)
    let (ids, report) = try store.readAll()
    #expect(ids == ["a", "d", "c"])
    #expect(report.isClean)
  }

  @Test func `interrupted and short writes that go on are no failure`() throws {
    let turn = Box(0)
    var system = SystemCalls.system
    system.write = { descriptor, bytes in
      turn.value += 1
      if turn.value.isMultiple(of: 2) { return -Int(EINTR) }
      return SystemCalls.system.write(
        descriptor,
        UnsafeRawBufferPointer(rebasing: bytes[..<((bytes.count + 1) / 2)])
      )
    }
    let store = try temporary.store(system: system)
    let journal = Journal(try store.claimed())
    for index in 0..<5 { try journal.append([event("\(index)")], at: november) }
    #expect(try store.readAll().ids == ["0", "1", "2", "3", "4"])
  }

  @Test func `a failed sync is never tried again`() throws {
    let calls = Box(0)
    let fails = Box(false)
    var system = SystemCalls.system
    system.dataSync = { descriptor in
      calls.value += 1
      return fails.value ? -EIO : SystemCalls.system.dataSync(descriptor)
    }
    let store = try temporary.store(system: system)
    let claim = try store.claimed()
    let journal = Journal(claim)
    try journal.append([event("a")], at: november)
    fails.value = true
    let before = calls.value
    let error = JournalError.syncFailed(path: store.novemberPath, ErrorNumber(EIO))
    #expect(throws: error) { try journal.append([event("b")], at: november) }
    fails.value = false
    #expect(throws: JournalError.closed) { try journal.append([event("c")], at: november) }
    #expect(calls.value == before + 1)
    // What the file holds is what counts: only reading tells.
    try Journal(claim).append([event("d")], at: november)
    #expect(try store.readAll().ids == ["a", "b", "d"])
  }

  @Test func `a month whose file cannot be made closes the journal`() throws {
    let fails = Box(false)
    var system = SystemCalls.system
    system.open = { path, flags, mode in
      if fails.value && flags & O_CREAT != 0 { return -ENOSPC }
      return SystemCalls.system.open(path, flags, mode)
    }
    let store = try temporary.store(system: system)
    let journal = Journal(try store.claimed())
    try journal.append([event("a")], at: november)
    fails.value = true
    let error = JournalError.cannotOpen(
      path: store.journalPath(december.month),
      ErrorNumber(ENOSPC)
    )
    #expect(throws: error) { try journal.append([event("b")], at: december) }
    #expect(throws: JournalError.closed) { try journal.append([event("c")], at: november) }
    #expect(try store.readAll().ids == ["a"])
  }

  // MARK: - Files that change underneath

  @Test(arguments: ["replaced", "deleted", "grown", "shrunk"])
  func `a file changed by somebody else is noticed before the next event`(_ how: String) throws {
    let store = try temporary.store()
    let journal = Journal(try store.claimed())
    try journal.append([event("a")], at: november)
    let path = store.novemberPath
    let good = try read(path)
    switch how {
    case "replaced": try AtomicFile.replace(path, with: good)
    case "deleted": try FileManager.default.removeItem(atPath: path)
    case "grown":
      let handle = try #require(FileHandle(forWritingAtPath: path))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(good))
    default: truncate(path, good.count - 3)
    }
    #expect(throws: JournalError.changedUnderneath(path: path)) {
      try journal.append([event("b")], at: november)
    }
    #expect(throws: JournalError.closed) { try journal.append([event("c")], at: november) }
  }

  @Test func `a file that another made longer is never cut`() throws {
    let foreign = Box<String?>(nil)
    var system = SystemCalls.system
    system.write = { descriptor, bytes in
      guard let path = foreign.value else { return SystemCalls.system.write(descriptor, bytes) }
      let handle = FileHandle(forWritingAtPath: path)
      _ = try? handle?.seekToEnd()
      try? handle?.write(contentsOf: Data("foreign\n".utf8))
      return -Int(ENOSPC)
    }
    let store = try temporary.store(system: system)
    let journal = Journal(try store.claimed())
    try journal.append([event("a")], at: november)
    let good = try read(store.novemberPath)
    foreign.value = store.novemberPath
    let error = JournalError.writeFailed(
      path: store.novemberPath,
      ErrorNumber(ENOSPC),
      isCutBack: false
    )
    #expect(throws: error) { try journal.append([event("b")], at: november) }
    #expect(try read(store.novemberPath) == good + Array("foreign\n".utf8))
  }

  @Test func `a symbolic link, a pipe or a folder in the place of a file is refused`() throws {
    let store = try temporary.store()
    let claim = try store.claimed()
    let path = store.novemberPath
    let elsewhere = temporary.path + "/elsewhere"
    try write([], to: elsewhere)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: elsewhere)
    #expect(throws: JournalError.cannotRepair(path: path, ErrorNumber(ELOOP))) {
      try Journal(claim).append([event("a")], at: november)
    }
    #expect(throws: StoreError.unreadable(path: path, ErrorNumber(ELOOP))) { try store.readAll() }
    #expect(try read(elsewhere) == [])
    try FileManager.default.removeItem(atPath: path)
    mkfifo(path, 0o600)
    #expect(throws: JournalError.self) { try Journal(claim).append([event("a")], at: november) }
    #expect(throws: StoreError.unreadable(path: path, ErrorNumber(EINVAL))) { try store.readAll() }
    try FileManager.default.removeItem(atPath: path)
    mkdir(path, 0o700)
    #expect(throws: JournalError.self) { try Journal(claim).append([event("a")], at: november) }
    #expect(throws: StoreError.self) { try store.readAll() }
  }

  @Test func `files are not handed to child programs`() throws {
    let flags = Box<[Int32]>([])
    var system = SystemCalls.system
    system.open = { path, flag, mode in
      flags.value.append(flag)
      return SystemCalls.system.open(path, flag, mode)
    }
    let store = try temporary.store(system: system)
    let journal = Journal(try store.claimed())
    try journal.append([event("a")], at: november)
    _ = try store.readAll()
    #expect(flags.value.count > 5)
    #expect(flags.value.allSatisfy { $0 & O_CLOEXEC != 0 && $0 & O_NOFOLLOW != 0 })
  }
}
