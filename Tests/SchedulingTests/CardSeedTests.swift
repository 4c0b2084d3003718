import Testing

@testable import Scheduling

@Suite struct CardSeedTests {
  /// The published check values of FNV-1a, 64 bits.
  @Test(arguments: [
    ("", 0xCBF2_9CE4_8422_2325 as UInt64),
    ("a", 0xAF63_DC4C_8601_EC8C),
    ("foobar", 0x8594_4171_F739_67E8),
  ]) func `an id has the seed it will always have`(_ id: String, _ seed: UInt64) {
    #expect(cardSeed(id) == seed)
    #expect(cardSeed(id[...]) == seed)
  }
}
