import Foundation
import Scheduling
import Testing

@testable import Storage

@Suite struct JSONWriterTests {
  @Test func `an object with all kinds of members`() {
    var json = JSONWriter()
    json.object { json in
      json.member("v", 1)
      json.member("text", "li\"ver\\")
      json.member("missing", nil as String?)
      json.member("share", 0.912)
      json.member("none", Double.nan)
      json.member("hint", false)
      json.member("at", november)
      json.member("id", ULID(milliseconds: 1_469_918_176_385, chance: (0, 0)))
      json.member("options", ["a", "b"])
      json.member("weights", [0.5, .infinity])
      json.key("nested")
      json.array { json in
        json.object { _ in }
        json.array { _ in }
        json.object { $0.member("deep", true) }
        json.null()
        json.value(-7)
      }
      json.member("last", 2)
    }
    #expect(
      json.text == #"{"v":1,"text":"li\"ver\\","missing":null,"share":0.912,"none":null,"#
        + #""hint":false,"at":"2026-11-02T03:04:05.678Z","id":"01ARYZ6S410000000000000000","#
        + #""options":["a","b"],"weights":[0.5,null],"#
        + #""nested":[{},[],{"deep":true},null,-7],"last":2}"#
    )
  }

  @Test func `a writer can be used again`() {
    var json = JSONWriter()
    json.value("a")
    json.removeAll()
    json.array { $0.value(1) }
    #expect(json.text == "[1]")
  }

  @Test func `text of any characters stays one line and reads back`() throws {
    var random = SplitMix64(seed: 46)
    for _ in 0..<3000 {
      let text = String.random(length: 40, using: &random)
      var json = JSONWriter()
      json.array { $0.value(text) }
      #expect(json.bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
      // Foundation loses some of U+FEFF.
      if !text.unicodeScalars.contains("\u{FEFF}") {
        let foundation = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String]
        #expect(foundation?.first.map { Array($0.utf8) } == Array(text.utf8))
      }
      let own = try json.bytes.withUnsafeBytes { bytes in
        var scanner = JSONScanner(bytes)
        return try scanner.strings()
      }
      #expect(own.first.map { Array($0.utf8) } == Array(text.utf8))
    }
  }

  @Test func `controls that drive a terminal are escaped`() {
    var json = JSONWriter()
    json.value("\u{1B}[2J\u{9B}2J\u{7F}\u{A0}\u{0}ñ\n\r\t")
    #expect(json.text == #""\u001b[2J\u009b2J\u007f"# + "\u{A0}" + #"\u0000ñ\n\r\t""#)
  }

  @Test func `doubles read back bit for bit`() throws {
    var random = SplitMix64(seed: 47)
    let known = [
      0, -0.0, 1, 0.1, 1e21, 1e-7, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1 / 3, 1e22,
      1e23,
    ]
    let drawn = (0..<20_000).map { _ in Double(bitPattern: random.next()) }.filter(\.isFinite)
    let shares = (0..<5000).map { _ in Double.random(in: 0...1, using: &random) }
    let rounded = shares.map { ($0 * 1000).rounded() / 1000 }
    for number in known + drawn + shares + rounded {
      var json = JSONWriter()
      json.value(number)
      let own = try json.bytes.withUnsafeBytes { bytes in
        var scanner = JSONScanner(bytes)
        let value = try scanner.double()
        try scanner.finish()
        return value
      }
      #expect(own.bitPattern == number.bitPattern, "\(json.text)")
    }
  }
}

extension String {
  /// Text in which what is hard for a format is frequent.
  static func random(length: Int, using random: inout SplitMix64) -> String {
    let hard: [Unicode.Scalar] = [
      "\"", "\\", "/", "\n", "\r", "\t", "\0", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}", "\u{A0}",
      "\u{2028}", "\u{FEFF}", "\u{FFFF}", "é", "µ", "中", "🩺", "\u{10FFFF}", "a", "b", ",", "{",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &random) {
      let drawn = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random))
      text.append(
        Bool.random(using: &random) ? hard.randomElement(using: &random) ?? "x" : drawn ?? "y"
      )
    }
    return String(text)
  }
}
