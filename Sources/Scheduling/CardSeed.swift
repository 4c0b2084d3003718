/// A card's share of chance: its id hashed by FNV-1a, 64 bits, the same for ever.
@inlinable
package func cardSeed(_ id: some StringProtocol) -> UInt64 {
  id.utf8.reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }
}
