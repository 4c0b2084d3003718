import Foundation
import Scheduling
import Testing

@testable import Storage

@Suite struct JournalUnionTests {
  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
  }

  /// Lines as three devices wrote them, some of them twice and some of no known form.
  private func lines(_ count: Int, _ random: inout SplitMix64) -> [[UInt8]] {
    var ids = ULIDSource()
    return (0..<count).map { index in
      var line: [UInt8] = []
      let id = ids.next(at: november, using: &random)
      let object =
        index % 5 == 3
        ? "{\"odd\":\(index),\"of\":[null,{\"deep\":\"µ\"}]}"
        : "{\"v\":\(index % 7 == 0 ? 9 : 1),\"id\":\"\(id)\",\"kind\":\"k\(index)\",\"more\":[1,2]}"
      _ = LineEnd.append(Array(object.utf8), to: &line)
      return line
    }
  }

  private func source(_ name: String, _ lines: [[UInt8]]) throws -> JournalListing {
    let folder = temporary.path + "/" + name
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try write(lines.flatMap { $0 }, to: folder + "/2026-11.jsonl")
    return try StoreFolder.listing(at: folder, orDevice: try #require(DeviceName("ward")))
  }

  private func begin(_ claim: StoreClaim) throws -> JournalUnion {
    let listing = try claim.folder.listing()
    return JournalUnion(claim, knowing: try LineKeys(reading: listing, system: .system))
  }

  private func merge(_ sources: [JournalListing], into store: StoreFolder, _ seed: UInt64) throws {
    let claim = try store.claimed()
    var union = try begin(claim)
    for source in sources { _ = try union.take(source) }
    var ids = ULIDSource()
    var random = SplitMix64(seed: seed)
    try union.finish { ids.next(at: november, using: &random) }
  }

  /// All lines of a store, byte for byte.
  private func union(_ store: StoreFolder) throws -> (lines: Set<[UInt8]>, count: Int) {
    var all: [[UInt8]] = []
    let report = try JournalReader(store).read { line, _ in all.append(Array(line)) }
    #expect(report.isClean)
    return (Set(all), all.count)
  }

  @Test func `in any order, in any groups and any number of times the union is the same`() throws {
    for seed in UInt64(0)..<40 {
      var random = SplitMix64(seed: seed)
      let lines = lines(30, &random)
      let wanted = Set(lines.map { Array($0.dropLast()) })
      let sources = try (0..<3).map { device in
        let some = lines.filter { _ in Int.random(in: 0..<3, using: &random) > 0 }
        return try source("\(seed)-\(device)", device == 2 ? lines : some.shuffled(using: &random))
      }
      let store = StoreFolder(
        root: temporary.path + "/store-\(seed)",
        device: try #require(DeviceName("ward"))
      )
      for round in UInt64(0)..<3 {
        try merge(sources.shuffled(using: &random), into: store, seed &* 10 &+ round)
        let (all, count) = try union(store)
        #expect(all == wanted && count == wanted.count, "seed \(seed)")
      }
      for source in sources.shuffled(using: &random) { try merge([source], into: store, 999) }
      #expect(try union(store).count == wanted.count)
    }
  }

  @Test func `damaged lines stay where they are, and two contents of one id both come`() throws {
    var random = SplitMix64(seed: 5)
    var lines = lines(4, &random)
    var twin: [UInt8] = []
    let id = String(decoding: lines[0], as: UTF8.self).split(separator: "\"")[5]
    _ = LineEnd.append(Array("{\"v\":1,\"id\":\"\(id)\",\"kind\":\"twin\"}".utf8), to: &twin)
    lines[1][20] ^= 1
    let store = try temporary.store()
    let claim = try store.claimed()
    var union = try begin(claim)
    let count = try union.take(try source("a", lines + [twin, Array("{\"v\":1".utf8)]))
    #expect(count.fresh == 4 && count.known == 0)
    #expect(count.report.damaged.map(\.line) == [2] && count.report.torn.map(\.line) == [6])
    try union.finish { ULID(milliseconds: 1, chance: (1, 1)) }
    #expect(try self.union(store).count == 4)
  }

  @Test func `lines of a device stay with it, for the owner alone`() throws {
    var random = SplitMix64(seed: 6)
    let store = try temporary.store()
    try merge([try source("desk", lines(3, &random))], into: store, 1)
    let files = try store.journalFiles()
    #expect(files.map(\.device) == ["desk"] && files.map(\.kind) == [.merged])
    #expect(try permissions(files[0].path) == 0o600)
    #expect(try permissions(store.logPath + "/desk") == 0o700)
  }

  @Test(arguments: [true, false])
  func `a merge that fails leaves nothing behind`(_ failsAtWrite: Bool) throws {
    var random = SplitMix64(seed: 7)
    let source = try source("desk", lines(9, &random))
    do { _ = try temporary.store().claimed() }
    var system = SystemCalls.system
    if failsAtWrite {
      system.write = { descriptor, bytes in
        bytes.count > 300 ? -28 : SystemCalls.system.write(descriptor, bytes)
      }
    } else {
      system.rename = { _, _ in -5 }
    }
    let store = try temporary.store(system: system)
    #expect(throws: StoreError.self) { try merge([source], into: store, 1) }
    #expect(try store.journalFiles() == [] && store.listing().strays == [])
  }
}
