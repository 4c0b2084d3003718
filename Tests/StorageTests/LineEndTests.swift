import Scheduling
import Testing

@testable import Storage

@Suite struct LineEndTests {
  private func line(_ text: String) throws -> [UInt8] {
    var line: [UInt8] = []
    try #require(LineEnd.append(Array(text.utf8), to: &line))
    return Array(line.dropLast())
  }

  private func state(_ bytes: [UInt8]) -> LineState {
    bytes.withUnsafeBytes { LineState($0) }
  }

  @Test func `the checksum covers all bytes before its comma`() throws {
    let checksum = CRC32.of(Array("{\"v\":1".utf8))
    let digits = String(checksum, radix: 16)
    let padded = String(repeating: "0", count: 8 - digits.count) + digits
    #expect(try line("{\"v\":1}") == Array("{\"v\":1,\"crc\":\"\(padded)\"}".utf8))
  }

  @Test func `eight lower-case digits are a number and nothing else is`() {
    var random = SplitMix64(seed: 12)
    for _ in 0..<20_000 {
      let number = UInt32(
        truncatingIfNeeded: random.next() >> UInt64.random(in: 32...63, using: &random)
      )
      let digits = String(number, radix: 16)
      var text = Array((String(repeating: "0", count: 8 - digits.count) + digits).utf8)
      #expect(text.withUnsafeBytes { LineEnd.checksum(in: $0, at: 0) } == number)
      let place = Int.random(in: 0..<8, using: &random)
      text[place] = UInt8.random(in: 0...255, using: &random)
      let isDigit = Array("0123456789abcdef".utf8).contains(text[place])
      let read = text.withUnsafeBytes { LineEnd.checksum(in: $0, at: 0) }
      #expect((read != nil) == isDigit, "\(text)")
    }
  }

  @Test(arguments: ["", "{", "{}", "[1]", "{\"v\":1", "\"v\":1}", "{\"v\":\n1}", "{\"v\":1}\n"])
  func `what is no object on one line is not written`(_ text: String) {
    var line: [UInt8] = [7]
    #expect(!LineEnd.append(Array(text.utf8), to: &line))
    #expect(line == [7])
  }

  @Test func `every single changed byte is noticed`() throws {
    let whole = try line("{\"v\":1,\"id\":\"01JD\",\"answer\":\"liver\"}")
    #expect(state(whole) == .intact)
    for index in whole.indices {
      for mask in 1...255 {
        var changed = whole
        changed[index] ^= UInt8(mask)
        // Where the name of the checksum is hit, the line seems to have none.
        let name = whole.count - 16..<whole.count - 13
        let expected: Set<LineState> = name.contains(index) ? [.damaged, .unchecked] : [.damaged]
        #expect(expected.contains(state(changed)), "byte \(index), mask \(mask)")
      }
    }
  }

  @Test(arguments: ["{\"v\":1}", " { \"a\" : [ ] } ", "{}", "{\"a\":{\"crc\":\"00000000\"}}"])
  func `an object without a checksum is unchecked`(_ text: String) {
    #expect(state(Array(text.utf8)) == .unchecked)
  }

  @Test(arguments: ["", " ", "\t\r"]) func `white space is blank`(_ text: String) {
    #expect(state(Array(text.utf8)) == .blank)
  }

  @Test(arguments: [
    "x", "[]", "\"crc\"", "{\"v\":1", "{\"v\":1} x", "\0\0\0\0", "{\"crc\":1}", "{\"crc\":\"\"}",
    "{\"v\":1,\"crc\":\"00000000\"}", "{\"v\":1,\"crc\":\"0000", "{\"v\":1,\"crc\":\"0000000g\"}",
    ",\"crc\":\"00000000\"}", "{\"v\":1, \"crc\":\"00000000\"}",
  ]) func `anything else is damage`(_ text: String) {
    #expect(state(Array(text.utf8)) == .damaged)
  }

  @Test func `a checksum with space or members behind it still counts`() throws {
    let whole = try line("{\"v\":1}")
    #expect(state(whole + [0x0D]) == .intact)
    #expect(state(whole + [0x20, 0x20]) == .intact)
    #expect(state(whole.dropLast() + Array(",\"more\":2}".utf8)) == .intact)
    var wrong = whole
    wrong[5] ^= 1
    #expect(state(wrong + [0x0D]) == .damaged)
  }

  @Test func `objects that lost the newline between them are found`() throws {
    let objects = try (0..<4).map { try line("{\"v\":1,\"id\":\"\($0)\"}") }
    let joined = Array(objects.joined(separator: [0x0B]))
    #expect(state(joined) == .damaged)
    #expect(found(joined) == objects)
    // Behind the damage nothing is known to begin where it seems to.
    var hurt = joined
    hurt[objects[0].count + 1 + 5] ^= 1
    #expect(found(hurt) == [objects[0]])
  }

  private func found(_ line: [UInt8]) -> [[UInt8]] {
    var found: [[UInt8]] = []
    line.withUnsafeBytes { LineEnd.wholeObjects(in: $0) { found.append(Array($0)) } }
    return found
  }
}
