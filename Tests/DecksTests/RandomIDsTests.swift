import Scheduling
import Testing

@testable import Decks

@Suite struct RandomIDsTests {
  /// Counts up slowly, so that ids would stand twice.
  private struct Stutter: RandomNumberGenerator {
    var calls: UInt64 = 0
    mutating func next() -> UInt64 {
      calls += 1
      return (calls / 24) &* 0x9E37_79B9_7F4A_7C15
    }
  }

  @Test func `ids are eight characters that cannot be misread, and valid`() {
    var generator = SplitMix64(seed: 13)
    var names = RandomIDs(taken: [])
    var seen: Set<CardID> = []
    for _ in 0..<2_000 {
      let id = names.next(using: &generator)
      #expect(id.text.utf8.count == 8)
      #expect(HeadingReader.isValidID(id.text))
      #expect(id.text.allSatisfy { !"iloulILOU".contains($0) })
      #expect(seen.insert(id).inserted)
    }
  }

  @Test func `a taken id is passed over`() {
    var generator = Stutter()
    var names = RandomIDs(taken: [])
    let first = names.next(using: &generator)
    let second = names.next(using: &generator)
    #expect(first != second)
    var again = Stutter()
    var later = RandomIDs(taken: [first.text])
    #expect(later.next(using: &again) != first)
    var same = Stutter()
    var fresh = RandomIDs(taken: [])
    #expect(fresh.next(using: &same) == first)
  }

  @Test func `a stage's id stands behind its case's`() {
    var generator = SplitMix64(seed: 14)
    var names = RandomIDs(taken: [])
    let id = names.next(prefix: "c-1.", using: &generator)
    #expect(id.text.hasPrefix("c-1.") && id.text.utf8.count == 12)
  }
}
