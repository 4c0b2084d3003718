import Scheduling
import Terminal
import Testing

@Suite struct `Sanitizing` {
  @Test func `harmless text stays as it is`() {
    let text = "Ketamin 1–2 mg/kg ≥ µ 血圧 😀 e\u{301}\n\tnext\u{a0}line"
    #expect(text.sanitized == text)
  }

  @Test(arguments: [
    ("\u{1b}[31mred\u{1b}[0m", "[31mred[0m"),
    ("\u{1b}]0;title\u{7}x", "]0;titlex"),
    ("a\u{9b}31mb", "a31mb"),
    ("a\u{1}b\u{1}c", "abc"),
    ("a\u{0}\u{8}\u{7f}\u{85}b", "ab"),
    ("one\r\ntwo\rthree", "one\ntwothree"),
    ("\u{202e}evil\u{202c} \u{2066}x\u{2069}", "evil x"),
  ])
  func `what drives a terminal goes`(_ text: String, _ clean: String) {
    #expect(text.sanitized == clean)
  }

  @Test func `a line has neither line feeds nor tabs`() {
    #expect("a\nb\tc\r\nd".sanitizedLine == "a b c d")
  }

  @Test func `no random text keeps a control character`() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<500 {
      let scalars = (0..<40).map { _ in
        Unicode.Scalar(UInt32.random(in: 0...0x2100, using: &random)) ?? "x"
      }
      let clean = String(String.UnicodeScalarView(scalars)).sanitized
      #expect(
        clean.unicodeScalars.allSatisfy { scalar in
          scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
        }
      )
      #expect(clean.sanitized == clean)
    }
  }
}
