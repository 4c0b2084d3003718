/// Decodes bytes strictly and says where they stop being text.
enum UTF8Decoder {
  /// The scalars of the bytes; throws `.binary` or `.notUTF8` with the offset of the first fault.
  static func scalars(of bytes: [UInt8]) throws(DocumentError) -> [Unicode.Scalar] {
    if let offset = bytes.firstIndex(of: 0) { throw .binary(offset: offset) }
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(bytes.count)
    var faults = 0
    var firstFault = 0
    var position = 0
    while position < bytes.count {
      if let (scalar, length) = scalar(in: bytes, at: position) {
        scalars.append(scalar)
        position += length
      } else {
        if faults == 0 { firstFault = position }
        faults += 1
        position += 1
      }
    }
    if faults == 0 { return scalars }
    throw isBulk(faults, of: bytes.count)
      ? .binary(offset: firstFault) : .notUTF8(offset: firstFault)
  }

  /// Text in an old eight-bit encoding has a foreign letter now and then; one byte in four is data.
  private static func isBulk(_ faults: Int, of count: Int) -> Bool {
    faults >= 8 && faults * 4 > count
  }

  private static func scalar(in bytes: [UInt8], at start: Int) -> (Unicode.Scalar, Int)? {
    let first = bytes[start]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length =
      switch first {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard length > 0, start + length <= bytes.count else { return nil }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for byte in bytes[(start + 1)..<(start + length)] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x1_0000
    guard value >= smallest, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }
}
