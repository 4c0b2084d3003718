import Glibc
import Testing

@testable import Storage

@Suite struct HeldBytesTests {
  @Test(arguments: [0, 1, 4096, 1 << 21, 5_000_001])
  func `bytes are held as they were read, in small and large pages`(_ count: Int) throws {
    let held = try HeldBytes(room: count + 3) { buffer throws(ErrorNumber) in
      for place in 0..<count { buffer[place] = UInt8(truncatingIfNeeded: place * 7) }
      return count
    }
    #expect(held.count == count)
    #expect(held.elementsEqual((0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }))
    #expect(held.withUnsafeBytes { $0.count } == count)
  }

  @Test func `an error while reading is given on`() {
    for room in [10, 5_000_000] {
      #expect(throws: ErrorNumber(EIO)) {
        try HeldBytes(room: room) { _ throws(ErrorNumber) in throw ErrorNumber(EIO) }
      }
    }
  }
}
