import Foundation
import Testing

/// A line of the log as any reader of JSON sees it, with its checksum computed here once more.
struct LogLine {
  let members: [String: any Sendable]
  let id: String
  let kind: String
  /// Whether the checksum is there and right.
  let isSound: Bool

  init(_ line: [UInt8]) throws {
    let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: any Sendable]
    members = try #require(object)
    id = try #require(members["id"] as? String)
    kind = try #require(members["kind"] as? String)
    let mark = line.firstRange(of: Array(",\"crc\"".utf8))
    let expected = mark.map { Self.checksum(line[..<$0.lowerBound]) }
    isSound = expected != nil && expected == members["crc"] as? String
  }

  subscript(_ key: String) -> (any Sendable)? { members[key] }

  var card: String? { members["card"] as? String }
  var grade: String? { members["grade"] as? String }

  /// An object with its checksum as its last member.
  static func checked(_ object: String) -> String {
    let head = object.dropLast()
    return "\(head),\"crc\":\"\(checksum(Array(head.utf8)[...]))\"}"
  }

  /// CRC-32 as zlib has it, bit by bit, in eight hexadecimal digits.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> String {
    var crc: UInt32 = 0xffff_ffff
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
    }
    let digits = String(~crc, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
