import Scheduling
import Testing

@testable import Decks

@Suite struct ClozeTextTests {
  @Test func `shown and hidden parts are told apart`() throws {
    let cloze = try ClozeText(reading: "In the {{c1::liver}} to {{c2::norketamine::a metabolite}}.")
    #expect(cloze.numbers == [1, 2])
    #expect(cloze.revealed == "In the liver to norketamine.")
    #expect(cloze.hiding(1) == "In the […] to norketamine.")
    #expect(cloze.hiding(2) == "In the liver to [… a metabolite].")
    #expect(cloze.blanks.map(\.isUnnumbered) == [false, false])
    #expect(cloze.blanks.map(\.bytes) == [7..<20, 24..<57])
  }

  @Test func `unnumbered blanks get numbers above the highest, in reading order`() throws {
    let cloze = try ClozeText(reading: "{{a}} {{c7::b}} {{c::d}} {{e::hint}}")
    #expect(cloze.blanks.map(\.number) == [8, 7, 9, 10])
    #expect(cloze.blanks.map(\.text) == ["a", "b", "c", "e"])
    #expect(cloze.blanks.map(\.hint) == [nil, nil, "d", "hint"])
    #expect(cloze.numberedText == "{{c8::a}} {{c7::b}} {{c9::c::d}} {{c10::e::hint}}")
    #expect(try ClozeText(reading: cloze.numberedText).blanks.map(\.number) == [8, 7, 9, 10])
  }

  @Test func `blanks of one number are hidden together`() throws {
    let cloze = try ClozeText(reading: "{{c1::a}} {{c2::b}} {{c1::c}}")
    #expect(cloze.hiding(1) == "[…] b […]")
    #expect(cloze.numbers == [1, 2])
  }

  @Test(arguments: [
    ("{{c1::a}}}", ["a}"]), ("{{{c1::x}}", ["{c1"]), ("{{c1::[K+] {x}}} b", ["[K+] {x}"]),
    ("{{c1:: é }}", ["é"]), ("{{c1::a::b::c}}", ["a"]), ("{{c1::a\nb}}", ["a\nb"]),
    ("{{1:1000}}", ["1:1000"]), ("{{c1::x}}{{c1::y}}", ["x", "y"]),
  ])
  func `odd braces and colons are read`(text: String, blanks: [String]) throws {
    #expect(try ClozeText(reading: text).blanks.map(\.text) == blanks)
  }

  @Test(arguments: [
    ("nothing", ClozeFault.noBlank), ("", .noBlank), ("{{c1::open", .unclosed), ("a {{", .unclosed),
    ("{{c1::}}", .empty), ("{{}}", .empty), ("{{c1::::hint}}", .empty), ("{{c0::a}}", .badNumber),
    ("{{c1000::a}}", .badNumber), ("{{c99999999999999999999::a}}", .badNumber),
  ])
  func `each fault has its name`(text: String, fault: ClozeFault) {
    #expect(throws: fault) { try ClozeText(reading: text) }
  }

  @Test func `the parts make up the text, whatever it is`() {
    var generator = SplitMix64(seed: 11)
    let pieces = ["{{", "}}", "}", "{", "::", "c1", "c2::", "a", " é ", "\n", "hint", "c0::"]
    var read = 0
    for _ in 0..<4_000 {
      let text = (0..<Int.random(in: 1...9, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      guard let cloze = try? ClozeText(reading: text) else { continue }
      read += 1
      #expect(Set(cloze.numbers).count == cloze.numbers.count)
      #expect(cloze.blanks.allSatisfy { !$0.text.isEmpty && $0.number > 0 })
      let bytes = Array(text.utf8)
      #expect(cloze.blanks.allSatisfy { bytes[$0.bytes].starts(with: [0x7B, 0x7B]) })
      // Numbers written out mean the same.
      let again = try? ClozeText(reading: cloze.numberedText)
      #expect(again?.blanks.map(\.text) == cloze.blanks.map(\.text), "\(text)")
      #expect(again?.blanks.map(\.number) == cloze.blanks.map(\.number), "\(text)")
      #expect(again?.revealed == cloze.revealed, "\(text)")
    }
    #expect(read > 100)
  }
}
