import Decks
import Scheduling
import Storage

/// Writes numbers and texts one after another, the smallest form of each that is quick to read.
struct SnapshotWriter {
  private(set) var bytes: [UInt8] = []

  /// A whole number: seven bits a byte, small ones of either sign in one.
  mutating func put(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number) << 1 ^ Int64(number) >> 63)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// All 64 bits.
  mutating func put(bits: UInt64) {
    withUnsafeBytes(of: bits.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// All 32 bits.
  mutating func put(half: UInt32) {
    withUnsafeBytes(of: half.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// A double, exactly.
  mutating func put(_ number: Double) {
    put(bits: number.bitPattern)
  }

  mutating func put(_ id: ULID) {
    put(bits: id.high)
    put(bits: id.low)
  }

  /// The number of bytes of a text and the text.
  mutating func put(_ text: String) {
    put(raw: text.utf8)
  }

  /// A count, and then each of some things.
  mutating func put<Thing>(_ things: [Thing], _ body: (inout SnapshotWriter, Thing) -> Void) {
    put(things.count)
    for thing in things { body(&self, thing) }
  }
}

/// Reads what a `SnapshotWriter` wrote; nothing in the bytes makes it crash.
struct SnapshotReader {
  /// The bytes are no snapshot.
  struct Fault: Error {}

  private let bytes: UnsafeRawBufferPointer
  private(set) var offset = 0

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { offset == bytes.count }

  @inline(__always)
  mutating func number() throws(Fault) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard offset < bytes.count, shift < 64 else { throw Fault() }
      let byte = bytes[offset]
      offset += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return Int(truncatingIfNeeded: Int64(bitPattern: value >> 1) ^ -Int64(value & 1))
  }

  @inline(__always)
  mutating func bits() throws(Fault) -> UInt64 {
    guard bytes.count - offset >= 8 else { throw Fault() }
    defer { offset += 8 }
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  @inline(__always)
  mutating func double() throws(Fault) -> Double {
    Double(bitPattern: try bits())
  }

  mutating func id() throws(Fault) -> ULID {
    ULID(high: try bits(), low: try bits())
  }

  mutating func text() throws(Fault) -> String {
    String(decoding: try raw(), as: UTF8.self)
  }

  /// A count that the bytes left can hold.
  mutating func count() throws(Fault) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.count - offset else { throw Fault() }
    return count
  }

  mutating func list<Thing>(
    _ body: (inout SnapshotReader) throws(Fault) -> Thing
  ) throws(Fault) -> [Thing] {
    let count = try count()
    var things: [Thing] = []
    things.reserveCapacity(count)
    for _ in 0..<count { things.append(try body(&self)) }
    return things
  }

  /// Bytes as they are, after their count.
  mutating func raw() throws(Fault) -> UnsafeRawBufferPointer {
    let count = try count()
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
  }
}

extension SnapshotWriter {
  /// A number of bytes and the bytes.
  mutating func put(raw: some Swift.Collection<UInt8>) {
    put(raw.count)
    bytes.append(contentsOf: raw)
  }
}
