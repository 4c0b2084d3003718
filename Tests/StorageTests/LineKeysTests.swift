import Scheduling
import Testing

@testable import Storage

@Suite struct LineKeysTests {
  private func line(_ id: ULID, _ more: String = "", carriesChecksum: Bool = true) -> [UInt8] {
    let object = Array("{\"v\":1,\"id\":\"\(id)\",\"kind\":\"k\(more)\"}".utf8)
    guard carriesChecksum else { return object }
    var line: [UInt8] = []
    _ = LineEnd.append(object, to: &line)
    return Array(line.dropLast())
  }

  private func insert(_ line: [UInt8], _ keys: inout LineKeys) -> Bool {
    line.withUnsafeBytes { keys.insert($0) }
  }

  /// Whatever the order and however often it is settled, a line is new once.
  @Test func `a line is new once`() {
    for seed in UInt64(0)..<60 {
      var random = SplitMix64(seed: seed)
      var ids = ULIDSource()
      var lines = (0..<80).map { index in
        let id = ids.next(at: november, using: &random)
        return index % 9 == 4
          ? Array("{\"odd\":\(index)}".utf8) : line(id, carriesChecksum: index % 5 > 0)
      }
      lines += lines.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
      if seed % 3 > 0 { lines.shuffle(using: &random) }
      var keys = LineKeys()
      var known: Set<[UInt8]> = []
      for line in lines {
        #expect(insert(line, &keys) == known.insert(line).inserted, "seed \(seed)")
        if Int.random(in: 0..<20, using: &random) == 0 { keys.settle() }
      }
      keys.settle()
      #expect(!lines.contains { insert($0, &keys) })
    }
  }

  @Test func `two contents of one id are two lines`() {
    var keys = LineKeys()
    let id = ULID(milliseconds: 7, chance: (1, 1))
    #expect(insert(line(id), &keys) && insert(line(id, "x"), &keys))
    #expect(insert(line(id, carriesChecksum: false), &keys))
    keys.settle()
    #expect(!insert(line(id), &keys) && !insert(line(id, "x"), &keys))
    #expect(insert(line(id, "y"), &keys))
  }

  /// Files whose orders have nothing to do with each other, more of them than are looked through.
  @Test func `what many files brought is known, in any order`() {
    for seed in UInt64(0)..<20 {
      var random = SplitMix64(seed: seed)
      let lines = (0..<200).map { _ in
        line(ULID(milliseconds: Int64.random(in: 0..<90, using: &random), chance: (1, 1)))
      }
      var keys = [LineKeys(), LineKeys()]
      var known: [Set<[UInt8]>] = [[], []]
      for (index, line) in lines.enumerated() {
        let isNew = known[index % 2].insert(line).inserted
        #expect(insert(line, &keys[index % 2]) == isNew, "seed \(seed)")
        if index % 9 > 6 { keys[index % 2].settle() }
        if index % 50 == 3 { keys[index % 2].makeRoom(forBytes: 900) }
      }
      for index in keys.indices { keys[index].settle() }
      keys[0].join(keys[1])
      #expect(!lines.shuffled(using: &random).contains { insert($0, &keys[0]) }, "seed \(seed)")
      #expect(insert(line(ULID(milliseconds: 91, chance: (1, 1))), &keys[0]))
    }
  }

  /// Many files that two devices wrote by turns, whose keys fit behind each other nowhere.
  @Test func `files that interleave are known to the last line`() {
    let count: Int64 = 300
    func file(_ number: Int64) -> [[UInt8]] {
      (Int64(0)..<7).map { line(ULID(milliseconds: $0 * count + number, chance: (1, 1))) }
    }
    var keys = LineKeys()
    for number in 0..<count {
      #expect(file(number).allSatisfy { insert($0, &keys) })
      keys.settle()
    }
    #expect((0..<count).allSatisfy { number in file(number).allSatisfy { !insert($0, &keys) } })
  }

  @Test func `no more room is made than memory has, whatever size a file claims`() {
    #expect(JournalListing.sum([.max, 5]) == .max && JournalListing.sum([2, 3]) == 5)
    var keys = LineKeys()
    keys.makeRoom(forBytes: .max)
    #expect(insert(line(ULID(milliseconds: 7, chance: (1, 1))), &keys))
  }
}
