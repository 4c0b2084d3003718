import Scheduling
import Testing

@testable import Storage

@Suite struct CRC32Tests {
  @Test(arguments: [
    ("", 0 as UInt32), ("a", 0xE8B7_BE43), ("123456789", 0xCBF4_3926),
    ("The quick brown fox jumps over the lazy dog", 0x414F_A339),
  ]) func `a text has the checksum of zlib`(_ text: String, _ checksum: UInt32) {
    #expect(CRC32.of(Array(text.utf8)) == checksum)
  }

  @Test func `eight bytes at a step give what one bit at a step gives`() {
    var random = SplitMix64(seed: 41)
    for length in 0..<200 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(CRC32.of(bytes) == bitwise(bytes))
    }
  }

  @Test func `parts give what the whole gives`() {
    var random = SplitMix64(seed: 42)
    for _ in 0..<300 {
      let bytes = (0..<100).map { _ in UInt8.random(in: 0...255, using: &random) }
      let cut = Int.random(in: 0...100, using: &random)
      var checksum = CRC32()
      bytes.withUnsafeBytes {
        checksum.update(UnsafeRawBufferPointer(rebasing: $0[..<cut]))
        checksum.update(UnsafeRawBufferPointer(rebasing: $0[cut...]))
      }
      #expect(checksum.value == CRC32.of(bytes))
    }
  }

  private func bitwise(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
