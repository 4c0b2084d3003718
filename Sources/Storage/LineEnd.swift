/// How a line of the journal ends: `,"crc":"` and eight digits and `"}`.
enum LineEnd {
  static let mark: StaticString = ",\"crc\":\""
  static let markLength = 8
  static let length = 18

  /// Adds an object to a buffer as a line that carries its checksum; false where it is no object.
  static func append(_ object: [UInt8], to line: inout [UInt8]) -> Bool {
    guard object.count > 2, object.first == UInt8(ascii: "{"), object.last == UInt8(ascii: "}"),
      !object.contains(UInt8(ascii: "\n"))
    else { return false }
    let checksum = object.withUnsafeBytes {
      CRC32.of(UnsafeRawBufferPointer(rebasing: $0.dropLast()))
    }
    line.append(contentsOf: object.dropLast())
    line.append(contentsOf: UnsafeBufferPointer(start: mark.utf8Start, count: markLength))
    for shift in stride(from: UInt32(28), through: 0, by: -4) {
      line.append(hexDigit(UInt8(checksum >> shift & 15)))
    }
    line.append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: "}"), UInt8(ascii: "\n")])
    return true
  }

  /// The checksum that a line ends with, nil where it does not end in one.
  @inline(__always)
  static func checksum(of line: UnsafeRawBufferPointer) -> UInt32? {
    let start = line.count - length
    guard start > 0, line[line.count - 1] == UInt8(ascii: "}"),
      line[line.count - 2] == UInt8(ascii: "\""), isMark(line, at: start)
    else { return nil }
    return checksum(in: line, at: start + markLength)
  }

  @inline(__always)
  static func isMark(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Bool {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
      == 0x223A_2263_7263_222C
  }

  /// The number that eight hexadecimal digits spell; only lower-case ones are ever written.
  static func checksum(in bytes: UnsafeRawBufferPointer, at start: Int) -> UInt32? {
    var value: UInt32 = 0
    for index in start..<start + 8 {
      let byte = bytes[index]
      let digit = hexValue(byte)
      guard digit < 16, byte | 0x20 == byte else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}

extension LineEnd {
  /// Finds the objects with a right checksum that follow each other from the beginning of a line
  /// whose newline was lost or changed.
  static func wholeObjects(
    in line: UnsafeRawBufferPointer,
    _ body: (UnsafeRawBufferPointer) -> Void
  ) {
    var start = 0
    var covered = 0
    var checksum = CRC32()
    var index = 0
    while index + length <= line.count {
      guard line[index] == UInt8(ascii: ","), isMark(line, at: index) else {
        index += 1
        continue
      }
      checksum.update(UnsafeRawBufferPointer(rebasing: line[covered..<index]))
      covered = index
      let end = index + length
      guard
        self.checksum(of: UnsafeRawBufferPointer(rebasing: line[start..<end]))
          == checksum.value
      else {
        index += 1
        continue
      }
      body(UnsafeRawBufferPointer(rebasing: line[start..<end]))
      // One byte stands where the newline stood.
      start = end + 1
      covered = start
      index = start
      checksum = CRC32()
    }
  }
}
