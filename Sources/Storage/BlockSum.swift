/// A checksum of 64 bits for files that are derived: four words at a step, so that checking a file
/// costs little beside reading it.
///
/// Each step is a one-to-one function of the word it takes, so no single damaged word goes unnoticed.
package enum BlockSum {
  /// The checksum of some bytes.
  package static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var (a, b, c, d) = (seed, seed &+ 1, seed &+ 2, seed &+ 3)
    var index = 0
    while index + 32 <= bytes.count {
      a = step(a, word(bytes, index))
      b = step(b, word(bytes, index + 8))
      c = step(c, word(bytes, index + 16))
      d = step(d, word(bytes, index + 24))
      index += 32
    }
    while index + 8 <= bytes.count {
      a = step(a, word(bytes, index))
      index += 8
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    b = step(b, rest)
    c = step(c, UInt64(bytes.count))
    return mixed(a &+ rotated(b, 17) &+ rotated(c, 31) &+ rotated(d, 47))
  }

  /// The checksum of some bytes.
  package static func of(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { of($0) }
  }

  private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  @inline(__always)
  private static func step(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotated((lane ^ word) &* 0xD6E8_FEB8_6659_FD93, 29)
  }

  @inline(__always)
  private static func rotated(_ value: UInt64, _ bits: UInt64) -> UInt64 {
    value << bits | value >> (64 - bits)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ value >> 32) &* 0xD6E8_FEB8_6659_FD93
    value = (value ^ value >> 32) &* 0xD6E8_FEB8_6659_FD93
    return value ^ value >> 32
  }
}
