import Scheduling
import Testing

@testable import Storage

@Suite struct BlockSumTests {
  @Test func `a changed, missing or additional byte gives another sum`() {
    var random = SplitMix64(seed: 43)
    for length in 0..<200 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      let sum = BlockSum.of(bytes)
      #expect(BlockSum.of(bytes + [0]) != sum)
      guard !bytes.isEmpty else { continue }
      #expect(BlockSum.of(Array(bytes.dropLast())) != sum)
      for _ in 0..<20 {
        var other = bytes
        let index = Int.random(in: 0..<length, using: &random)
        other[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        #expect(BlockSum.of(other) != sum, "length \(length), byte \(index)")
      }
    }
  }

  @Test func `what changed places gives another sum`() {
    let bytes = (0..<128).map { UInt8($0) }
    for left in stride(from: 0, to: 120, by: 8) {
      for right in stride(from: left + 8, to: 128, by: 8) {
        var other = bytes
        other.replaceSubrange(left..<left + 8, with: bytes[right..<right + 8])
        other.replaceSubrange(right..<right + 8, with: bytes[left..<left + 8])
        #expect(BlockSum.of(other) != BlockSum.of(bytes))
      }
    }
  }
}
