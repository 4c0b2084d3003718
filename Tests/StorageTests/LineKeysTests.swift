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
}
