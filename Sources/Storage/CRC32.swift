/// The checksum of zlib, gzip and PNG (polynomial 0xEDB88320), sixteen bytes at a step.
package struct CRC32: Sendable {
  private var remainder: UInt32 = 0xFFFF_FFFF

  /// The checksum of no bytes yet.
  package init() {}

  /// The checksum of all bytes so far.
  package var value: UInt32 { ~remainder }

  /// The checksum of some bytes.
  package static func of(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var checksum = CRC32()
    checksum.update(bytes)
    return checksum.value
  }

  /// The checksum of some bytes.
  package static func of(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBytes { of($0) }
  }

  /// Takes in further bytes.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    Self.tables.withUnsafeBufferPointer { tables in
      var crc = remainder
      var index = 0
      while index + 16 <= bytes.count {
        let first = Self.word(bytes, index) ^ UInt64(crc)
        // The second half does not wait for the first.
        crc = Self.fold(first, tables, 8) ^ Self.fold(Self.word(bytes, index + 8), tables, 0)
        index += 16
      }
      while index < bytes.count {
        crc = crc >> 8 ^ tables[Int(UInt8(truncatingIfNeeded: crc) ^ bytes[index])]
        index += 1
      }
      remainder = crc
    }
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// What eight bytes come to that so many more follow.
  @inline(__always)
  private static func fold(
    _ word: UInt64,
    _ tables: UnsafeBufferPointer<UInt32>,
    _ more: Int
  ) -> UInt32 {
    func look(_ table: Int, _ shift: UInt64) -> UInt32 {
      tables[(table &+ more) &* 256 &+ Int(truncatingIfNeeded: word >> shift & 0xFF)]
    }
    return look(7, 0) ^ look(6, 8) ^ look(5, 16) ^ look(4, 24)
      ^ look(3, 32) ^ look(2, 40) ^ look(1, 48) ^ look(0, 56)
  }

  /// Sixteen tables of 256: table n is for a byte that n more follow.
  private static let tables: [UInt32] = {
    var tables = (0..<256).map { byte in
      (0..<8).reduce(UInt32(byte)) { crc, _ in crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    tables.reserveCapacity(16 * 256)
    for index in 256..<16 * 256 {
      let shorter = tables[index - 256]
      tables.append(shorter >> 8 ^ tables[Int(shorter & 0xFF)])
    }
    return tables
  }()
}
