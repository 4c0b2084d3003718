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
    object.withUnsafeBytes { object in
      let covered = UnsafeRawBufferPointer(rebasing: object.dropLast())
      line.append(contentsOf: covered)
      append(CRC32.of(covered), to: &line)
    }
    line.append(UInt8(ascii: "\n"))
    return true
  }

  private static func append(_ checksum: UInt32, to line: inout [UInt8]) {
    line.append(contentsOf: UnsafeBufferPointer(start: mark.utf8Start, count: markLength))
    for shift in stride(from: UInt32(28), through: 0, by: -4) {
      line.append(hexDigit(UInt8(checksum >> shift & 15)))
    }
    line.append(UInt8(ascii: "\""))
    line.append(UInt8(ascii: "}"))
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
    let ones: UInt64 = 0x0101_0101_0101_0101
    let text = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    // All eight at once: letters have the bit of 64, and come after the digits.
    let letters = text >> 6 & ones
    let values = (text & (ones &* 15)) &+ letters &* 9
    let beyondNine = (values &+ ones &* 6) >> 4 & ones
    let spelled = values &+ ones &* 0x30 &+ beyondNine &* 39
    guard spelled == text, values & (ones &* 0xF0) == 0 else { return nil }
    // The first digit is the greatest; each step puts two neighbours together.
    let digits = values.byteSwapped
    let pairs = (digits | digits >> 4) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs | pairs >> 8) & 0x0000_FFFF_0000_FFFF
    return UInt32(truncatingIfNeeded: fours | fours >> 16)
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
