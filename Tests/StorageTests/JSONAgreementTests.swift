import Foundation
import Scheduling
import Testing

@testable import Storage

/// The scanner beside Foundation's reader of JSON.
///
/// They differ on purpose, and only, in this: ours takes no byte order mark and no encoding but
/// UTF-8, refuses a comma that nothing follows and what is nested deeper than its limit, leaves it to the
/// caller which of two equal keys counts, and rounds numbers of many digits to the nearest double,
/// where Foundation may be some units in the last place away.
@Suite struct JSONAgreementTests {
  indirect enum Value: Equatable {
    case object([String: Value])
    case array([Value])
    case string([UInt8])
    case number(Double)
    case bool(Bool)
    case null
  }

  /// Our reading, nil where the bytes are refused, and whether a key came twice.
  private func own(_ bytes: [UInt8]) -> (value: Value?, twice: Bool) {
    var twice = false
    func value(_ json: inout JSONScanner) throws -> Value {
      switch try json.kind() {
      case .object:
        var members: [String: Value] = [:]
        try json.beginObject()
        while let key = try json.nextKey() {
          let name = key.text
          if members.updateValue(try value(&json), forKey: name) != nil { twice = true }
        }
        return .object(members)
      case .array:
        var elements: [Value] = []
        try json.beginArray()
        while try json.nextElement() { elements.append(try value(&json)) }
        return .array(elements)
      case .string: return .string(Array(try json.string().text.utf8))
      case .number: return .number(try json.double())
      case .bool: return .bool(try json.bool())
      case .null:
        _ = try json.isNull()
        return .null
      }
    }
    let result = bytes.withUnsafeBytes { bytes in
      var json = JSONScanner(bytes)
      return try? {
        let value = try value(&json)
        try json.finish()
        return value
      }()
    }
    return (result, twice)
  }

  private func agree(_ own: Value?, _ other: Value?) -> Bool {
    switch (own, other) {
    case (.object(let own), .object(let other)):
      own.count == other.count && own.allSatisfy { agree($0.value, other[$0.key]) }
    case (.array(let own), .array(let other)):
      own.count == other.count && zip(own, other).allSatisfy { agree($0, $1) }
    case (.number(let own), .number(let other)): abs(own - other) <= abs(own) * 1e-14
    default: own == other
    }
  }

  private func foundation(_ bytes: [UInt8]) -> Value? {
    let object = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
    return object.map(convert)
  }

  private func convert(_ object: Any) -> Value {
    switch object {
    case let members as [String: Any]: return .object(members.mapValues(convert))
    case let elements as [Any]: return .array(elements.map(convert))
    case let text as String: return .string(Array(text.utf8))
    case let number as NSNumber:
      if CFGetTypeIDIsBool(number) { return .bool(number.boolValue) }
      return .number(number.doubleValue)
    default: return .null
    }
  }

  private func CFGetTypeIDIsBool(_ number: NSNumber) -> Bool {
    type(of: number) == type(of: NSNumber(value: true)) && String(cString: number.objCType) == "c"
  }

  private static let lines = [
    #"{"v":1,"id":"01JDABCDEFGHJKMNPQRSTVWXYZ","at":"2026-11-02T03:04:05.678Z","offset":60,"kind":"review","deck":"ketamine-pharm","card":"ket-liver/c1","grade":"good","correct":true,"answer":"liver µg 🩺","options":[],"hint":false,"confidence":null,"elapsed":8123,"retrievability":0.912345678901234,"crc":"5f0a1b2c"}"#,
    #"{"a":[1,-2.5e-3,[true,[null,{"b":"\u00b5\n\\\"\/\ud83e\ude7a"}]]],"c":{"d":{}},"e":"é中"}"#,
    #" [ 0 , -0 , 1E+2 , 1234567890123456789 , "" , { } ] "#,
  ]

  @Test func `thirty thousand mutated lines are taken or refused alike, with the same values`() {
    var random = SplitMix64(seed: 49)
    let alphabet =
      Array(#"{}[]",:\/0123456789.eE+-truefalsn uabdf"#.utf8)
      + [0x09, 0x0A, 0x0D, 0x01, 0x1F, 0x7F, 0x80, 0xC2, 0xC3, 0xA9, 0xE4, 0xED, 0xF0, 0xF4, 0xFF]
    var taken = 0
    var refused = 0
    for round in 0..<30_000 {
      var bytes = Array(Self.lines[round % Self.lines.count].utf8)
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let byte = alphabet.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = byte
        case 1: bytes.insert(byte, at: place)
        case 2: bytes.remove(at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 3))
        }
      }
      let (value, twice) = own(bytes)
      guard !twice else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      if value == nil, text.contains(/,\s*[\]}]/) { continue }
      #expect(agree(value, foundation(bytes)), "\(text)")
      if value == nil { refused += 1 } else { taken += 1 }
    }
    #expect(taken > 10_000)
    #expect(refused > 10_000)
  }
}
