import Foundation
import Scheduling
import Testing

@testable import Storage

@Suite struct JournalReaderTests {
  private let temporary: TemporaryFolder
  private let store: StoreFolder

  init() throws {
    temporary = try TemporaryFolder()
    store = try temporary.store()
  }

  /// Writes some events and gives the bytes of their file.
  private func written(_ count: Int) throws -> [UInt8] {
    let journal = Journal(try store.claimed())
    for index in 0..<count {
      try journal.append([event("\(index)", text: "réponse \(index)")], at: november)
    }
    return try read(store.novemberPath)
  }

  private func ends(of bytes: [UInt8]) -> [Int] {
    bytes.indices.filter { bytes[$0] == 0x0A }
  }

  @Test func `a log cut at any byte of its last lines loses nothing that was acknowledged`() throws
  {
    let whole = try written(6)
    let ends = ends(of: whole)
    for cut in ends[2] + 1...whole.count {
      try write(Array(whole[..<cut]), to: store.novemberPath)
      let acknowledged = ends.count { $0 < cut }
      let expected = (0..<acknowledged).map { "\($0)" }
      let isTorn = cut > 0 && whole[cut - 1] != 0x0A
      let (ids, report) = try store.readAll()
      #expect(ids == expected)
      #expect(report.torn.count == (isTorn ? 1 : 0))
      #expect(report.damaged.isEmpty)
      #expect(report.torn.first?.offset == (isTorn ? ends[acknowledged - 1] + 1 : nil))
      // And after the next session has gone on.
      let claim = try store.claimed()
      let torn = try JournalRepair.run(claim, at: november)
      #expect((torn != nil) == isTorn)
      let journal = Journal(claim)
      try journal.append([event("next")], at: november)
      let after = try store.readAll()
      #expect(after.ids == expected + ["next"])
      #expect(after.report.isClean)
      if let torn { try FileManager.default.removeItem(atPath: torn.keptAt) }
    }
  }

  @Test func `a changed byte damages its own line and no other`() throws {
    let whole = try written(5)
    let ends = ends(of: whole)
    for index in ends[1] + 1..<ends[2] {
      for mask in [0x01, 0x20, 0x80, 0xFF] as [UInt8] {
        var changed = whole
        changed[index] ^= mask
        guard changed[index] != 0x0A else { continue }
        try write(changed, to: store.novemberPath)
        let (ids, report) = try store.readAll()
        // Where only the name of the checksum is hit, the event is whole and still reported.
        #expect(
          ids == (report.damaged.isEmpty ? ["0", "1", "2", "3", "4"] : ["0", "1", "3", "4"])
        )
        #expect(report.unchecked.isEmpty || (ends[2] - 16..<ends[2] - 13).contains(index))
        let reported = report.damaged + report.unchecked
        #expect(reported.map(\.line) == [3])
        #expect(reported.map(\.offset) == [ends[1] + 1])
        #expect(reported.map(\.length) == [ends[2] - ends[1] - 1])
        #expect(report.torn.isEmpty)
        #expect(try read(store.novemberPath) == changed)
      }
    }
  }

  @Test func `a changed newline damages one line, and both its events are rescued`() throws {
    let whole = try written(5)
    let newline = ends(of: whole)[2]
    for byte in [0x0B, 0x00, 0x7D, 0xFF, 0x20] as [UInt8] {
      var changed = whole
      changed[newline] = byte
      try write(changed, to: store.novemberPath)
      let (ids, report) = try store.readAll()
      #expect(ids == ["0", "1", "2", "3", "4"])
      #expect(report.damaged.map(\.line) == [3])
      #expect(report.rescued == 2)
    }
  }

  @Test func `a byte that became a newline damages the two parts and nothing else`() throws {
    let whole = try written(5)
    let ends = ends(of: whole)
    for index in ends[1] + 1..<ends[2] {
      var changed = whole
      changed[index] = 0x0A
      try write(changed, to: store.novemberPath)
      let (ids, report) = try store.readAll()
      #expect(ids == ["0", "1", "3", "4"])
      #expect(Set(report.damaged.map(\.line)).isSubset(of: [3, 4]))
      #expect(!report.damaged.isEmpty)
    }
  }

  @Test func `lines without a checksum are given on and reported`() throws {
    let whole = try written(2)
    let foreign = Array("{\"v\":1,\"id\":\"x\"}\r\n\n  \n".utf8)
    try write(foreign + whole, to: store.novemberPath)
    let (ids, report) = try store.readAll()
    #expect(ids == ["x", "0", "1"])
    #expect(report.unchecked.map(\.line) == [1])
    #expect(report.lines == 3)
    #expect(report.damaged.isEmpty)
  }

  @Test func `lines are given whole, with their place`() throws {
    let whole = try written(3)
    let ends = ends(of: whole)
    var places: [JournalReport.Place] = []
    var lines: [[UInt8]] = []
    let report = try JournalReader(store).read { line, place in
      lines.append(Array(line))
      places.append(place)
    }
    #expect(lines == whole.split(separator: 0x0A).map(Array.init))
    #expect(places.map(\.line) == [1, 2, 3])
    #expect(places.map(\.offset) == [0, ends[0] + 1, ends[1] + 1])
    #expect(places.first?.file.path == store.novemberPath)
    #expect(report.bytes == whole.count)
  }

  @Test func `the size of what is read at a time changes nothing`() throws {
    let whole = try written(8)
    try write(Array(whole.dropLast(5)), to: store.novemberPath)
    let expected = try store.readAll()
    for chunk in [1, 2, 3, 7, 50, 64, 89, 90, 91, 1000] {
      let found = try store.readAll(chunk: chunk)
      #expect(found.ids == expected.ids)
      #expect(found.report == expected.report)
    }
  }

  @Test func `empty files, noise and zeros are read over`() throws {
    let whole = try written(3)
    var random = SplitMix64(seed: 51)
    let noise = (0..<100_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let path = store.devicePath
    try write([], to: path + "/2026-01.jsonl")
    try write(noise, to: path + "/2026-02.jsonl")
    try write([UInt8](repeating: 0, count: 5000), to: path + "/2026-03.jsonl")
    try write(noise + [0x0A] + whole + [0] + whole, to: path + "/2026-04.jsonl")
    let (ids, report) = try store.readAll()
    #expect(ids == ["0", "1", "2", "1", "2", "0", "1", "2"])
    #expect(report.torn.contains { $0.file.name == "2026-03.jsonl" && $0.length == 5000 })
    #expect(report.damaged.count >= 200)
  }

  @Test func `a line of a hundred megabytes does no harm`() throws {
    let whole = try written(2)
    let long = [UInt8](repeating: 0x61, count: 100_000_000)
    try write(whole + long + [0x0A] + whole, to: store.novemberPath)
    let (ids, report) = try store.readAll()
    #expect(ids == ["0", "1", "0", "1"])
    #expect(report.damaged.map(\.line) == [3])
    #expect(report.damaged.map(\.length) == [100_000_000])
  }

  @Test func `devices are read one after the other`() throws {
    for device in ["b", "a", "c"] {
      let folder = try temporary.store(device)
      let journal = Journal(try folder.claimed())
      try journal.append([event(device)], at: november)
    }
    #expect(try store.readAll().ids == ["a", "b", "c"])
  }

  @Test func `a file that cannot be read is an error, not an empty history`() throws {
    _ = try written(2)
    var system = SystemCalls.system
    system.open = { path, flags, mode in
      path.hasSuffix(".jsonl") ? -EACCES : SystemCalls.system.open(path, flags, mode)
    }
    let blocked = try temporary.store(system: system)
    let error = StoreError.unreadable(path: store.novemberPath, ErrorNumber(EACCES))
    #expect(throws: error) { try blocked.readAll() }
  }
}
