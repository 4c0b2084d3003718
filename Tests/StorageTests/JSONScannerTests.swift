import Glibc
import Scheduling
import Testing

@testable import Storage

@Suite struct JSONScannerTests {
  private func scan<Value>(
    _ text: String,
    _ body: (inout JSONScanner) throws -> Value
  ) throws -> Value {
    try Array(text.utf8).withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes)
      let value = try body(&scanner)
      try scanner.finish()
      return value
    }
  }

  private func reason(_ text: String) -> JSONError.Reason? {
    do {
      try scan(text) { try $0.skipValue() }
      return nil
    } catch let error as JSONError {
      return error.reason
    } catch {
      return nil
    }
  }

  @Test func `members come in any order and unknown ones are skipped`() throws {
    let text = #" { "x" : [1,{"y":[]},"]}"] , "grade":"good","elapsed" : 8123 , "hint":null } "#
    var found: [String] = []
    try scan(text) { json in
      try json.beginObject()
      while let key = try json.nextKey() {
        switch key {
        case "grade": found.append(try json.string().text)
        case "elapsed": found.append("\(try json.integer())")
        case "hint": found.append("\(try json.integerOrNull() as Int?)")
        default: try json.skipValue()
        }
      }
    }
    #expect(found == ["good", "8123", "nil"])
  }

  @Test func `an escaped key is the same key`() throws {
    try scan(#"{"\u0067rade":1,"gr\u0061":2}"#) { json in
      try json.beginObject()
      let first = try #require(try json.nextKey())
      #expect(first == "grade")
      #expect(first.text == "grade")
      try json.skipValue()
      let second = try #require(try json.nextKey())
      #expect(!(second == "grade"))
      #expect(second == "gra")
      try json.skipValue()
      #expect(try json.nextKey() == nil)
    }
  }

  @Test(arguments: [
    (#""""#, ""), (#""a\"b""#, "a\"b"), (#""\\\/\b\f\n\r\t""#, "\\/\u{8}\u{C}\n\r\t"),
    (#""\u00b5g""#, "µg"), (#""\ud83e\ude7a""#, "🩺"), (#""µ中🩺""#, "µ中🩺"), (#""\u0000""#, "\0"),
  ]) func `strings`(_ text: String, _ value: String) throws {
    #expect(try scan(text) { try $0.string().text } == value)
  }

  @Test(arguments: [
    #"""#, #""\x""#, #""\u12g4""#, #""\ud800""#, #""\ud800\u0041""#, #""\udc00""#, "\"\n\"",
    "\"\u{1}\"", #""\"#, #""\u00"#,
  ]) func `strings that are none`(_ text: String) {
    #expect(throws: JSONError.self) { try scan(text) { try $0.string().text } }
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xF0, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC3], [0xE4, 0xB8], [0xC3, 0x28],
      [0xFF],
    ] as [[UInt8]]
  ) func `bytes that are not UTF-8 are refused`(_ inside: [UInt8]) {
    for padding in 0..<10 {
      let space = [UInt8](repeating: 0x61, count: padding)
      for tail in [[UInt8](), space] {
        let bytes = [0x22] + space + inside + tail + [0x22]
        #expect(throws: JSONError.self) {
          try bytes.withUnsafeBytes { bytes in
            var scanner = JSONScanner(bytes)
            _ = try scanner.string()
          }
        }
      }
    }
  }

  @Test(arguments: [
    ("0", 0), ("-0", 0), ("8123", 8123), ("-5", -5), ("9223372036854775807", .max),
    ("-9223372036854775808", .min), ("1e3", 1000), ("12.0", 12), ("1200e-2", 12),
  ]) func `whole numbers`(_ text: String, _ value: Int) throws {
    #expect(try scan(text) { try $0.integer() } == value)
  }

  @Test(arguments: [
    "9223372036854775808", "-9223372036854775809", "1.5", "1e400", "1e30", "9007199254740993.0",
  ])
  func `numbers that are not whole or too great are refused as such`(_ text: String) {
    #expect(throws: JSONError(.outOfRange, 0)) { try scan(text) { try $0.integer() } }
  }

  @Test(arguments: [
    ("0.912", 0.912), ("-1.5e-3", -0.0015), ("1E5", 100_000),
    ("123456789012345678901234567890", 1.2345678901234568e29),
    ("0.1000000000000000055511151231257827", 0.1), ("4.9e-324", .leastNonzeroMagnitude),
    ("1e-400", 0),
    ("2.2250738585072014e-308", .leastNormalMagnitude), ("0e999999999999999999999", 0),
  ]) func `numbers`(_ text: String, _ value: Double) throws {
    #expect(try scan(text) { try $0.double() } == value)
  }

  @Test(arguments: ["1e400", "-1e400", "1e99999999999999999999999"])
  func `a number too great for a double is refused`(_ text: String) {
    #expect(throws: JSONError(.outOfRange, 0)) { try scan(text) { try $0.double() } }
  }

  @Test(arguments: [
    "", " ", "-", "01", "-01", "1.", ".5", "1e", "1e+", "+1", "0x1", "NaN", "Infinity", "tru",
    "nul",
    "True", "[", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "{", "{\"a\"", "{\"a\":", "{\"a\":1",
    "{\"a\":1,}", "{,}", "{1:2}", "{\"a\" 1}", "[}", "{]", "]", "1 2", "{} x", "'a'",
  ]) func `what is no JSON is refused`(_ text: String) {
    #expect(reason(text) != nil)
  }

  @Test func `digits of any number are rounded to the nearest double`() throws {
    var random = SplitMix64(seed: 50)
    for _ in 0..<20_000 {
      let whole = String(UInt64.random(in: 0...9_999_999, using: &random))
      let fraction = String(random.next() >> UInt64.random(in: 0...63, using: &random))
      let exponent = Int.random(in: -340...300, using: &random)
      let text =
        Bool.random(using: &random) ? "\(whole).\(fraction)e\(exponent)" : "\(whole).\(fraction)"
      #expect(try scan(text) { try $0.double() } == strtod(text, nil), "\(text)")
    }
  }

  @Test func `a fraction is stepped over and rounded to the nearest double`() {
    var random = SplitMix64(seed: 51)
    for round in 0..<20_000 {
      let digits = String(random.next() >> UInt64.random(in: 0...63, using: &random))
      let zeros = String(repeating: "0", count: Int.random(in: 0...3, using: &random))
      let text =
        round % 3 == 0 ? "\(Double.random(in: 0.001..<1, using: &random))" : "0.\(zeros)\(digits)"
      var offset = 0
      let value = Array("\(text),".utf8).withUnsafeBytes { JSONNumber.fraction($0, at: &offset) }
      #expect((value == nil) == (text.utf8.count > 21), "\(text)")
      guard let value else { continue }
      #expect(value == strtod(text, nil) && offset == text.utf8.count, "\(text)")
    }
  }

  @Test(arguments: ["", "0", "0.", "0.,", "0.5", "1.5,", "-0.5,", "0.5e1,", "0.5 ,", ".5,"])
  func `what is no plain fraction is left where it stands`(_ text: String) {
    var offset = 0
    #expect(Array(text.utf8).withUnsafeBytes { JSONNumber.fraction($0, at: &offset) } == nil)
    #expect(offset == 0)
  }

  @Test func `depth has a limit`() {
    let deep = { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
    #expect(reason(deep(64)) == nil)
    #expect(reason(deep(65)) == .tooDeep)
    #expect(reason(String(repeating: "[{\"a\":", count: 100_000)) == .tooDeep)
  }

  @Test func `asking for another kind is an error that names the place`() {
    #expect(throws: JSONError(.wrongKind, 1)) { try scan(" 12") { try $0.string().text } }
    #expect(throws: JSONError(.wrongKind, 0)) { try scan("null") { try $0.integer() } }
    #expect(throws: JSONError(.wrongKind, 0)) { try scan("[]") { try $0.beginObject() } }
    #expect(throws: JSONError(.wrongKind, 0)) { try scan("\"1\"") { try $0.double() } }
    #expect(throws: JSONError(.trailingBytes, 3)) { try scan("12 3") { try $0.integer() } }
  }

  @Test func `null stands for nothing where it may`() throws {
    try scan("[null,null,null,1,\"a\",2.5]") { json in
      try json.beginArray()
      var found: [String] = []
      while try json.nextElement() {
        switch found.count {
        case 0, 3: found.append("\(try json.integerOrNull() ?? -1)")
        case 1, 4: found.append(try json.stringOrNull()?.text ?? "-")
        default: found.append("\(try json.doubleOrNull() ?? -1)")
        }
      }
      #expect(found == ["-1", "-", "-1.0", "1", "a", "2.5"])
    }
  }

  @Test func `no bytes make it crash, whatever is asked of them`() {
    var random = SplitMix64(seed: 48)
    let alphabet =
      Array(#"{}[]",:\0123456789.eE+-truefalsn uabdf"#.utf8) + [
        0, 0x0A, 0x7F, 0xC3, 0xA9, 0xF0, 0xFF,
      ]
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...40, using: &random)
      let bytes = (0..<length).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      bytes.withUnsafeBytes { bytes in
        var scanner = JSONScanner(bytes)
        var calls = 0
        while calls < 30, (try? ask(&scanner, Int.random(in: 0..<11, using: &random))) != nil {
          calls += 1
        }
        #expect(scanner.offset <= bytes.count)
      }
    }
  }

  private func ask(_ json: inout JSONScanner, _ question: Int) throws {
    switch question {
    case 0: try json.beginObject()
    case 1: _ = try json.nextKey()?.text
    case 2: try json.beginArray()
    case 3: _ = try json.nextElement()
    case 4: _ = try json.string().text
    case 5: _ = try json.integer()
    case 6: _ = try json.double()
    case 7: _ = try json.bool()
    case 8: _ = try json.isNull()
    case 9: try json.skipValue()
    default: try json.finish()
    }
  }
}
