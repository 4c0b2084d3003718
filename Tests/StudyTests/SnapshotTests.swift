import Decks
import Foundation
import Glibc
import Scheduling
import Storage
import TestKit
import Testing

@testable import Study

@Suite struct SnapshotTests {
  /// Lives as long as the test.
  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
  }

  private func folder(_ name: String, system: SystemCalls = .system) throws -> StoreFolder {
    StoreFolder(
      root: temporary.path(of: name),
      device: DeviceName(host: "ward"),
      system: system
    )
  }

  /// Adds events to the file of a device.
  private func append(_ events: [Event], _ folder: StoreFolder, device: String = "ward") throws {
    let path = folder.logPath + "/\(device)/2026-11.jsonl"
    let text = events.map { String(decoding: $0.encoded(), as: UTF8.self) + "\n" }.joined()
    let before = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    try FileManager.default.createDirectory(
      atPath: folder.logPath + "/\(device)",
      withIntermediateDirectories: true
    )
    try (before + text).write(toFile: path, atomically: false, encoding: .utf8)
  }

  /// Keeps a snapshot of the whole log, however short.
  @discardableResult
  private func keep(_ folder: StoreFolder) throws -> LogState {
    let state = try LogState(reading: folder)
    #expect(Snapshot(state, in: folder, growth: [:])?.write() == true)
    return state
  }

  /// The bytes of what a reading came to, doubles bit for bit.
  private func bits(_ progress: Study.Progress) throws -> [UInt8] {
    var head = SnapshotWriter()
    head.put(progress)
    var cards = KeptCardsWriter()
    var body: [UInt8] = []
    try cards.put(progress.cards) { body += $0 }
    return head.bytes + body + cards.tables
  }

  /// The law: whatever happened and however it came, a snapshot and what follows it come to the same
  /// as a replay of all, bit for bit.
  @Test func `snapshot and tail equal a full replay`() throws {
    var continued = 0
    for seed in UInt64(0)..<UInt64(Torture.rounds(25, full: 2000)) {
      var history = RandomHistory(seed: seed)
      history.run(events: 60)
      var events = history.log.events
      var generator = SplitMix64(seed: seed &+ 77)
      // Late events: some reach this machine after others that happened later.
      if seed % 3 == 0 {
        for _ in 0..<3 {
          events.insert(
            events.remove(at: Int.random(in: 0..<events.count, using: &generator)),
            at: Int.random(in: 0..<events.count, using: &generator)
          )
        }
      }
      let place = try folder("store-\(seed)")
      while !events.isEmpty {
        let part = events.prefix(Int.random(in: 1...20, using: &generator))
        events.removeFirst(part.count)
        let device = Bool.random(using: &generator) ? "ward" : "desk"
        try append(Array(part), place, device: device)
        if seed % 5 == 4, Bool.random(using: &generator) {
          // A conflicted copy has all of it twice.
          try append(Array(part), place, device: "ward (conflicted copy)")
        }
        let state = try keep(place)
        let replayed = try LogState(replaying: place)
        if state.eventsSinceSnapshot < replayed.eventsSinceSnapshot { continued += 1 }
        #expect(state.progress == replayed.progress, "seed \(seed)")
        #expect(try bits(state.progress) == bits(replayed.progress), "seed \(seed)")
        #expect(state.history.report.lines == replayed.history.report.lines)
      }
      #expect(try LogState(reading: place).progress == history.log.replayed, "seed \(seed)")
    }
    #expect(continued > 20)
  }

  @Test func `a learner who keeps a snapshot goes on from it`() throws {
    let place = LearnerFolder(temporary.path(of: "store"))
    var before: Study.Progress?
    do {
      let learner = try place.learner()
      for step in 0..<30 { try learner.record(review("c\(step % 7)", .good), at: noon(step)) }
      learner.keepSnapshot(after: 31)
      #expect(!FileManager.default.fileExists(atPath: SnapshotFile(place.folder).path))
      learner.keepSnapshot(after: 30)
      try learner.undo(at: noon(30))
      try learner.record(review("a", .again), at: noon(31))
      before = learner.progress
    }
    let state = try LogState(reading: place.folder)
    #expect(state.eventsSinceSnapshot == 2 && state.progress == before)
    #expect(state.history.report.lines == 32 && state.history.report.isClean)
  }

  @Test func `a review that an undo named before it came is not applied`() throws {
    let place = try folder("store")
    var log = Log(seed: 3)
    log.add(review("a", .good), at: noon(0))
    let later = Event(
      id: ULID(milliseconds: noon(5).at.milliseconds, chance: (1, 1)),
      moment: noon(5),
      fact: review("b", .good)
    )
    log.add(.undo(later.id), at: noon(1))
    try append(log.events, place)
    try keep(place)
    try append([later], place)
    let state = try LogState(reading: place)
    #expect(state.eventsSinceSnapshot == 1)
    #expect(state.progress == (try LogState(replaying: place).progress))
    #expect(state.progress.reviewCount == 1)
  }

  /// A log of some reviews with its snapshot.
  private func kept(_ name: String) throws -> (StoreFolder, String) {
    let place = try folder(name)
    var log = Log(seed: 8)
    for day in 0..<12 { log.add(review("c\(day % 3)", .good), at: noon(day)) }
    try append(log.events, place)
    try keep(place)
    #expect(try LogState(reading: place).eventsSinceSnapshot == 0)
    return (place, place.logPath + "/ward/2026-11.jsonl")
  }

  @Test func `a log that is shorter, different or gone is replayed`() throws {
    for change in 0..<5 {
      let (place, path) = try kept("store-\(change)")
      var text = try String(contentsOfFile: path, encoding: .utf8)
      switch change {
      case 0: text.removeLast(300)
      case 1: text = text.replacing("\"good\"", with: "\"easy\"")
      case 2: text = "\n" + text
      case 3: text = String(text.dropLast()) + " "
      default: try FileManager.default.removeItem(atPath: path)
      }
      if change < 4 { try text.write(toFile: path, atomically: false, encoding: .utf8) }
      let state = try LogState(reading: place)
      let replayed = try LogState(replaying: place)
      #expect(state.progress == replayed.progress, "change \(change)")
      #expect(state.eventsSinceSnapshot == replayed.eventsSinceSnapshot)
      #expect(state.history.report == replayed.history.report)
    }
  }

  @Test func `a snapshot that is damaged anywhere is dropped`() throws {
    let (place, _) = try kept("store")
    let file = SnapshotFile(place)
    let wanted = try LogState(replaying: place).progress
    let whole = try Data(contentsOf: URL(filePath: file.path))
    var random = SplitMix64(seed: 4)
    for round in 0..<300 {
      var bytes = whole
      if round % 3 == 0 {
        bytes = bytes.prefix(Int.random(in: 0..<bytes.count, using: &random))
      } else {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8(1 << (round % 8))
      }
      try bytes.write(to: URL(filePath: file.path))
      #expect(Snapshot.verdict(in: place, wanted) == .wrong)
      let state = try LogState(reading: place)
      #expect(state.progress == wanted, "round \(round)")
      // Damage of a history shows when that card is asked for, and then the file is gone.
      guard state.eventsSinceSnapshot == 0 else { continue }
      #expect(state.progress.cards.kept?.wasRepaired == true)
      #expect(!FileManager.default.fileExists(atPath: file.path))
      #expect(Snapshot(state, in: place, growth: [:])?.write() == false)
    }
    file.remove()
    #expect(try LogState(reading: place).progress == wanted)
  }

  /// With its checksums put right, noise still does no harm: it is refused or read as something.
  @Test func `noise in a snapshot stops nothing`() throws {
    let (place, _) = try kept("store")
    let file = SnapshotFile(place)
    guard case .kept(let whole) = file.read() else { return #expect(Bool(false)) }
    let body = try #require(whole.body(0..<whole.bodyLength))
    var random = SplitMix64(seed: 4)
    func noisy(_ bytes: [UInt8]) -> [UInt8] {
      var bytes = bytes
      for _ in 0..<3 {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        bytes[index] = UInt8.random(in: 0...255, using: &random)
      }
      return bytes
    }
    for _ in 0..<Torture.rounds(300, full: 30_000) {
      let head = noisy(whole.head)
      try file.write { put throws(ErrorNumber) in
        try put(body)
        return head
      }
      let state = try LogState(reading: place)
      #expect(state.progress.cards.reduce(0) { $0 + $1.value.history.count } >= 0)
      _ = state.progress.cards[CardID("c1")]
      noisy(body).withUnsafeBytes { bytes in
        var reader = SnapshotReader(bytes)
        _ = try? reader.history(seed: 1, terms: 1)
      }
    }
  }

  @Test func `a history that was damaged is the log's again, later answers apart`() throws {
    let (place, _) = try kept("store")
    var log = Log(seed: 9)
    log.add(review("c1", .again), at: noon(20))
    try append(log.events, place)
    let wanted = try LogState(replaying: place).progress
    let path = SnapshotFile(place).path
    var bytes = try Data(contentsOf: URL(filePath: path))
    bytes[3] ^= 1
    bytes[40] ^= 1
    bytes[100] ^= 1
    bytes[200] ^= 1
    try bytes.write(to: URL(filePath: path))
    let state = try LogState(reading: place)
    #expect(state.progress == wanted)
    #expect(try LogState(reading: place).eventsSinceSnapshot == 13)
  }

  @Test func `opening reads no history`() throws {
    let (place, path) = try kept("store")
    let state = try LogState(reading: place)
    let wanted = try LogState(replaying: place).progress
    // Neither the log nor the file is there any more, and yet all is known but the histories.
    try FileManager.default.removeItem(atPath: path)
    #expect(truncate(SnapshotFile(place).path, 0) == 0)
    for card in ["c0", "c1", "c2"].map({ CardID($0) }) {
      #expect(state.progress.state(of: card) == wanted.state(of: card))
    }
    #expect(state.progress.cards[CardID("c1")]?.history.isEmpty == true)
  }

  @Test func `what was found in the files is told again from the snapshot`() throws {
    let (place, path) = try kept("store")
    var text = try String(contentsOfFile: path, encoding: .utf8)
    text += "garbage\n{\"v\":1,\"kind\":\"undo\"}\n{\"v\":5}\n"
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    let first = try keep(place)
    let again = try LogState(reading: place)
    #expect(again.eventsSinceSnapshot == 0)
    #expect(again.history.report.damaged == first.history.report.damaged)
    #expect(again.history.report.unchecked == first.history.report.unchecked)
    #expect(again.history.puzzling.map(\.line) == [14] && again.history.newer.map(\.line) == [15])
  }

  @Test func `a snapshot that lies is found and made anew`() throws {
    let place = LearnerFolder(temporary.path(of: "store"))
    try place.write([review("a", .good), review("b", .good)])
    var state = try LogState(reading: place.folder)
    var log = Log(seed: 5)
    log.add(review("c", .good), at: noon(9))
    state.take(log.events)
    #expect(Snapshot(state, in: place.folder, growth: [:])?.write() == true)
    let finding = try Checkup(of: place.folder, cards: nil, now: noon(10).at).findings.first
    #expect(finding?.kind == .wrongSnapshot)
    do { try place.learner().mend() }
    #expect(try Checkup(of: place.folder, cards: nil, now: noon(10).at).findings.isEmpty)
    #expect(try LogState(reading: place.folder).progress.reviewCount == 2)
  }

  @Test func `a disk that takes no snapshot changes nothing`() throws {
    let (place, _) = try kept("store")
    let before = try Data(contentsOf: URL(filePath: SnapshotFile(place).path))
    for fault in 0..<3 {
      var system = SystemCalls.system
      switch fault {
      case 0: system.write = { _, bytes in bytes.count > 100 ? -Int(ENOSPC) : bytes.count }
      case 1: system.sync = { _ in -EIO }
      default: system.rename = { _, _ in -EROFS }
      }
      let failing = try folder("store", system: system)
      let state = try LogState(reading: failing)
      #expect(Snapshot(state, in: failing, growth: [:])?.write() == false)
      #expect(try Data(contentsOf: URL(filePath: SnapshotFile(place).path)) == before)
      #expect(try place.listing().strays.isEmpty)
    }
  }

  /// Other words here mean that replay gives something else than before: count the version up, so
  /// that no snapshot of an earlier program is believed.
  @Test func `the version stands for what replay gives`() {
    var history = RandomHistory(seed: 4711)
    history.run(events: 300)
    let progress = history.log.replayed
    let words = progress.cards.sorted { $0.key < $1.key }.map { card, progress in
      let state = progress.state
      let stability = ((state?.memory.stability ?? 0) * 1e6).rounded()
      return "\(card) \(progress.history.count) \(state.map { "\($0.due) \($0.lapses)" } ?? "")"
        + " \(stability)"
    }
    let sum = CRC32.of(Array(words.joined(separator: "\n").utf8))
    #expect(Snapshot.version == 6 && sum == 579_370_190, "\(sum)")
  }
}
