import Decks
import Foundation
import Scheduling
import Storage
import TestKit
import Testing

@testable import Study

@Suite struct EventLineTests {
  private static let tail =
    #""stem":"34f956dfbf1959df","key":"722e82e76f27562f","rest":"383cfe0988eb4857","crc":"5f0a1b2c"}"#
  private static let head =
    #"{"v":1,"id":"01KE0000000000000000000001","at":"2026-11-02T03:04:05.678Z","offset":60,"kind":"#

  private static let seeds = [
    head
      + #""review","deck":"d","card":"c","grade":"good","correct":true,"answer":"liver","options":["b"],"hint":false,"confidence":null,"elapsed":8123,"retrievability":0.9,"#
      + tail.replacing(#","crc""#, with: #","interval":12,"crc""#),
    head
      + #""review","deck":"ketamine-pharm","card":"ket-liver/c1","grade":"good","correct":true,"answer":"liver","options":[],"hint":false,"confidence":null,"elapsed":8123,"retrievability":0.912345678901234,"#
      + tail,
    head
      + #""cram","deck":"d","card":"c","grade":"again","correct":false,"answer":"µg 🩺 é","options":["a","b"],"hint":true,"confidence":80,"elapsed":0,"retrievability":null,"#
      + tail,
    head
      + #""review","deck":"","card":"a","grade":"hard","correct":true,"answer":"a\"b\\c\u00b5","options":["x"],"hint":false,"confidence":5,"elapsed":99999999999,"retrievability":1e-3,"#
      + tail.replacing(#","crc":"5f0a1b2c""#, with: ""),
    head.replacing("60", with: "-480")
      + #""undo","of":"01KE0000000000000000000001","crc":"5f0a1b2c"}"#,
  ]

  /// What both ways say of a line: the event, or why it is none.
  private func reading(
    _ bytes: UnsafeRawBufferPointer,
    _ body: (UnsafeRawBufferPointer) throws(EventFault) -> Event
  ) -> Result<Event, EventFault> {
    Result { () throws(EventFault) in try body(bytes) }
  }

  private func check(_ line: [UInt8]) -> Bool {
    line.withUnsafeBytes { bytes in
      let usual = reading(bytes) { line throws(EventFault) in try Event(decoding: line) }
      let tolerant = reading(bytes) { line throws(EventFault) in try Event(tolerant: line) }
      #expect(usual == tolerant, "\(String(decoding: bytes, as: UTF8.self))")
      return EventLine.event(bytes) != nil
    }
  }

  @Test func `what this program writes is read at once`() throws {
    for fact in [review("a", .good), review("b/c1", .again)] {
      let event = Event(id: ULID(milliseconds: 5, chance: (1, 2)), moment: noon(3), fact: fact)
      let line = event.encoded()
      #expect(line.withUnsafeBytes { EventLine.event($0) } == event)
    }
    for (index, seed) in Self.seeds.enumerated() {
      #expect(check(Array(seed.utf8)) == (index < 3), "\(seed)")
    }
  }

  @Test(arguments: [
    ("60", "060"), ("60", "1441"), ("60", "6e1"), ("8123", "-5"), ("8123", "8123.0"),
    ("0.912345678901234", "-0.0"), ("0.912345678901234", "1."), ("0.912345678901234", "nul"),
    ("0.912345678901234", "1e999"), ("0.912345678901234", "0.91234567890123456789"),
    ("\"v\":1", "\"v\":2"), ("\"v\":1", "\"v\": 1"), ("good", "fine"), ("5f0a1b2c", "5F0A1B2C"),
    ("5f0a1b2c\"}", "5f0a1b2c\"} "), ("liver", "li\u{7f}ver"), ("true", "null"), ("[]", "[\"a\",]"),
    ("03:04:05.678Z", "25:04:05.678Z"), ("01KE", "91KE"), (",\"hint\"", ",\"mood\":1,\"hint\""),
  ])
  func `other layouts are read as before`(_ part: String, _ other: String) {
    let line = Self.seeds[1].replacing(part, with: other)
    #expect(line != Self.seeds[1])
    _ = check(Array(line.utf8))
  }

  @Test(arguments: [
    ("\"interval\":12", "\"interval\":0"), ("\"interval\":12", "\"interval\":36501"),
    ("\"interval\":12", "\"wait\":60000"), ("\"interval\":12", "\"wait\":86400001"),
    ("\"interval\":12", "\"wait\":5,\"interval\":3"), ("[\"b\"]", "[\"\"]"),
    ("[\"b\"]", "[\"\",\"b c\",\"\"]"), ("\"interval\":12", "\"interval\":1.0"),
  ])
  func `promises and options are read as before`(_ part: String, _ other: String) {
    let line = Self.seeds[0].replacing(part, with: other)
    #expect(line != Self.seeds[0])
    _ = check(Array(line.utf8))
  }

  @Test func `mutated lines are taken or refused alike`() {
    var random = SplitMix64(seed: 77)
    let alphabet =
      Array(#"{}[]",:\/0123456789.eE+-truefalsn uabdf"#.utf8)
      + [0x09, 0x0A, 0x1F, 0x7F, 0x80, 0xC2, 0xB5, 0xE4, 0xED, 0xF0, 0xFF]
    var quick = 0
    let rounds = Torture.rounds(20_000, full: 1_000_000)
    for round in 0..<rounds {
      var bytes = Array(Self.seeds[round % Self.seeds.count].utf8)
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let byte = alphabet.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[place] = byte
        case 1: bytes.insert(byte, at: place)
        case 2: bytes.remove(at: place)
        case 3: bytes[place] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
        default: bytes.removeSubrange(place..<min(bytes.count, place + 3))
        }
      }
      if check(bytes) { quick += 1 }
    }
    #expect(quick > rounds / 8 && quick < rounds / 2)
  }
}
