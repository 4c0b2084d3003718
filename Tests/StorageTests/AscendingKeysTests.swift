import Scheduling
import Testing

@testable import Storage

@Suite struct AscendingKeysTests {
  private func key(_ number: Int64) -> LineKeys.Key {
    let id = ULID(milliseconds: number, chance: (1, 1))
    return LineKeys.Key(id: id, checksum: 7, isCarried: true)
  }

  @Test func `only a greater key is taken`() {
    var keys = AscendingKeys(reserving: 3)
    #expect([2, 5, 5, 4, 6].map { keys.append(key($0)) } == [true, true, false, false, true])
    #expect(keys.count == 3)
  }

  /// Wherever the last search ended, and after others were taken in.
  @Test func `a key is found from any place`() {
    for seed in UInt64(0)..<30 {
      var random = SplitMix64(seed: seed)
      var has: [Set<Int64>] = [[], []]
      for number in Int64(0)..<100 where Bool.random(using: &random) {
        has[Int.random(in: 0...1, using: &random)].insert(number)
      }
      var keys = AscendingKeys(has[0].sorted().map(key))
      for number in Int64(0)..<100 { #expect(keys.has(key(number)) == has[0].contains(number)) }
      keys.join(AscendingKeys(has[1].sorted().map(key)))
      for number in (Int64(0)..<100).shuffled(using: &random) {
        #expect(keys.has(key(number)) == has[0].union(has[1]).contains(number), "seed \(seed)")
      }
    }
  }
}
