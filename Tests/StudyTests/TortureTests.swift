import Decks
import Foundation
import Glibc
import Scheduling
import Storage
import TestKit
import Testing

@testable import Study

/// A disk, a clock and other programs at their worst: nothing that was acknowledged is lost, and
/// nothing is believed that is not certain.
@Suite struct `Torture of a store` {
  /// Lives as long as the test.
  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
  }

  private func place(_ name: String, _ system: SystemCalls = .system) -> LearnerFolder {
    LearnerFolder(temporary.path(of: name), system: system)
  }

  private func reviews(_ place: LearnerFolder) throws -> Set<String> {
    Set(try LogState(reading: place.folder).progress.cards.keys.map(\.text))
  }

  /// A log of some reviews, one card each, as bytes.
  private func log(_ name: String, count: Int) throws -> (LearnerFolder, [UInt8]) {
    let place = place(name)
    try place.write((0..<count).map { review("card-\($0)", .good) })
    return (place, Array(try place.text().utf8))
  }

  private func write(_ bytes: some Sequence<UInt8>, _ place: LearnerFolder) throws {
    let path = place.folder.devicePath + "/2026-11.jsonl"
    try Data(bytes).write(to: URL(filePath: path))
  }

  @Test func `a log cut at any byte of its last three lines keeps every whole line`() throws {
    let (place, bytes) = try log("store", count: 6)
    let ends = bytes.indices.filter { bytes[$0] == 0x0A }
    let step = Torture.isFull ? 1 : 7
    for length in stride(from: ends[2] + 1, through: bytes.count, by: step) {
      try write(bytes.prefix(length), place)
      let whole = ends.count { $0 < length }
      #expect(try reviews(place).count == whole, "\(length)")
      let fresh = self.place("cut-\(length)")
      try FileManager.default.createDirectory(
        atPath: fresh.folder.devicePath,
        withIntermediateDirectories: true
      )
      try write(bytes.prefix(length), fresh)
      do {
        let learner = try fresh.learner()
        #expect((learner.setAside == nil) == (bytes[length - 1] == 0x0A))
        try learner.record(review("after", .good), at: noon(9))
      }
      let wanted = Set((0..<whole).map { "card-\($0)" } + ["after"])
      #expect(try reviews(fresh) == wanted, "\(length)")
    }
  }

  @Test func `any byte of a middle line changed costs that line and no other`() throws {
    let (place, bytes) = try log("store", count: 5)
    let ends = bytes.indices.filter { bytes[$0] == 0x0A }
    let line = ends[1] + 1...ends[2]
    for index in stride(from: line.lowerBound, through: line.upperBound, by: Torture.isFull ? 1 : 3)
    {
      for mask in Torture.isFull ? (0..<8).map({ UInt8(1 << $0) }) : [UInt8(1 << (index % 8))] {
        var damaged = bytes
        damaged[index] ^= mask
        try write(damaged, place)
        let state = try LogState(reading: place.folder)
        let found = Set(state.progress.cards.keys.map(\.text))
        #expect(found.isSuperset(of: ["card-0", "card-1", "card-4"]), "\(index)")
        // A lost newline joins two lines, and both are known by their checksums.
        #expect(found.isSubset(of: (0..<5).map { "card-\($0)" }))
        #expect(found.contains("card-3"), "\(index)")
        #expect(!state.history.report.isClean || found.count == 5)
      }
    }
  }

  /// A fault of the disk, and the call of that kind at which it strikes.
  private static func faulty(_ kind: Int, at strike: Int, _ calls: Box<Int>) -> SystemCalls {
    var system = SystemCalls.system
    @Sendable func strikes() -> Bool {
      calls.value += 1
      return calls.value >= strike
    }
    switch kind {
    case 0, 1, 2:
      let code = [ENOSPC, EIO, EROFS][kind]
      system.write = { strikes() ? -Int(code) : SystemCalls.system.write($0, $1) }
    case 3:
      // Half of it goes, then nothing.
      system.write = { descriptor, bytes in
        guard strikes() else { return SystemCalls.system.write(descriptor, bytes) }
        guard calls.value == strike else { return -Int(ENOSPC) }
        let half = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count / 2)])
        return SystemCalls.system.write(descriptor, half)
      }
    case 4: system.dataSync = { strikes() ? -EIO : SystemCalls.system.dataSync($0) }
    case 5: system.sync = { strikes() ? -EIO : SystemCalls.system.sync($0) }
    case 6, 7, 8:
      let code = [EMFILE, EACCES, EROFS][kind - 6]
      system.open = { path, flags, mode in
        flags & O_ACCMODE != O_RDONLY && strikes()
          ? -code : SystemCalls.system.open(path, flags, mode)
      }
    default: system.truncate = { strikes() ? -EIO : SystemCalls.system.truncate($0, $1) }
    }
    return system
  }

  @Test(arguments: 0..<10)
  func `a fault of the disk at any call loses nothing that was acknowledged`(_ kind: Int) throws {
    for strike in 1...Torture.rounds(9, full: 40) {
      let calls = Box(0)
      let faulty = place("store-\(kind)-\(strike)", Self.faulty(kind, at: strike, calls))
      var acknowledged: Set<String> = []
      if let learner = try? faulty.learner() {
        // Months change in between, and one action is several lines.
        for step in 0..<30 {
          let moment = noon(step * 4)
          guard (try? learner.record(review("card-\(step)", .good), at: moment)) != nil else {
            #expect(throws: JournalError.closed) { try learner.record(.session(.end), at: moment) }
            break
          }
          acknowledged.insert("card-\(step)")
          if step % 10 == 5 { learner.keepSnapshot(after: 1) }
        }
        #expect(Set(learner.progress.cards.keys.map(\.text)) == acknowledged)
      }
      let sound = place("store-\(kind)-\(strike)")
      let kept = try reviews(sound)
      #expect(kept.isSuperset(of: acknowledged), "kind \(kind), strike \(strike)")
      // What was never acknowledged may stand there, at most the one line that was on its way.
      #expect(kept.count <= acknowledged.count + 1)
      #expect(try LogState(replaying: sound.folder).progress.cards.count == kept.count)
    }
  }

  @Test(arguments: ["log/ward/2026-11.jsonl", "store.json", "lock", "state-ward.bin"])
  func `a symbolic link in the place of a file is not followed`(_ name: String) throws {
    let (place, _) = try log("store", count: 2)
    try temporary.write("precious\n", to: "elsewhere")
    let path = place.folder.root + "/" + name
    try? FileManager.default.removeItem(atPath: path)
    let target = temporary.path(of: "elsewhere")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    if name == "state-ward.bin" {
      let learner = try place.learner()
      learner.keepSnapshot(after: 1)
      #expect(learner.progress.cards.count == 2)
    } else {
      #expect(throws: StoreError.self) { try place.learner() }
    }
    #expect(try temporary.read("elsewhere") == "precious\n")
  }

  @Test func `a lock left by a program that was ended is taken, one that is held is not`() throws {
    let (place, _) = try log("store", count: 2)
    let stale = LearnerFolder.holder
    #expect(stale.process == 4711)
    let text = #"{"pid":1,"terminal":"/dev/pts/0","started":"2020-01-01T00:00:00.000Z"}"#
    try text.write(toFile: place.folder.lockPath, atomically: false, encoding: .utf8)
    let learner = try place.learner()
    #expect(throws: StoreError.self) { try place.learner() }
    try learner.record(review("c", .good), at: noon(3))
    #expect(try reviews(place).count == 3)
  }

  @Test func `months and years change, and clocks go back and far ahead`() throws {
    let place = place("store")
    let texts = [
      "2026-10-31T23:59:59.999Z", "2026-11-01T00:00:00.000Z", "2026-12-31T23:59:59.999Z",
      "2027-01-01T00:00:00.000Z", "2026-10-31T12:00:00.000Z", "2099-01-01T00:00:00.000Z",
      "2026-11-02T00:00:00.000Z", "0000-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z",
    ]
    do {
      let learner = try place.learner()
      for (index, text) in texts.enumerated() {
        let moment = Moment(at: try #require(Timestamp(text)), offset: 60)
        try learner.record(review("card-\(index)", .good), at: moment)
        learner.keepSnapshot(after: 1)
        #expect(learner.progress == (try LogState(replaying: place.folder).progress), "\(text)")
        #expect(learner.progress == (try LogState(reading: place.folder).progress), "\(text)")
      }
      #expect(learner.progress.reviewCount == texts.count)
    }
    let names = Set(try place.folder.listing().files.map(\.name))
    #expect(names.isSuperset(of: ["2026-10.jsonl", "2027-01.jsonl", "9999-12.jsonl"]))
  }

  @Test func `what is left of a program that was ended anywhere disturbs nothing`() throws {
    let (place, _) = try log("store", count: 3)
    let root = place.folder.root
    for name in [
      "store.json.tmp-99", "state-ward.bin.tmp-99", "log/ward/merged-01KE.jsonl.tmp-99",
    ] {
      try temporary.write("{\"half", to: "store/" + name)
    }
    try FileManager.default.createDirectory(
      atPath: root + "/restoring-x/log/ward",
      withIntermediateDirectories: true
    )
    let learner = try place.learner()
    #expect(learner.progress.cards.count == 3)
    learner.keepSnapshot(after: 1)
    let found = try Checkup(of: place.folder, cards: nil, now: noon(9).at).findings.map(\.kind)
    #expect(Set(found).isSuperset(of: [.unfinished, .interrupted]))
    try learner.mend()
    let left = try Checkup(of: place.folder, cards: nil, now: noon(9).at).findings.map(\.kind)
    #expect(!left.contains(.unfinished))
  }
}
