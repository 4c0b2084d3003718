import Testing

@testable import Reading

@Suite struct SuperscriptTests {
  @Test(arguments: [
    ("10", "9", "^9"), ("10", "−3", "^−3"), ("4", "th", "th"), ("cm", "2", "2"), ("Na", "+", "+"),
    ("Ca", "2+", "2+"), ("legs", "a", ""), ("effect", "12", ""), ("effect", "[3]", ""),
    ("effect", "TM", "TM"), ("Jk", "a", "a"), ("R", "2", "2"), ("mmol", "2", "2"), ("30", "o", "°"),
    ("99", "m", "m"), ("effect", "*", ""), ("", "a", "a"),
    ("is ", "1", "1"), ("(", "99m", "99m"), ("10", "a", ""), ("14", "*", ""), ("21", "[3]", ""),
    ("mg", "a", ""), ("day", "b", ""), ("end.", "12", ""),
  ])
  func `an exponent is kept as one, and what points to a note is not`(
    before: String,
    raised: String,
    written: String
  ) {
    #expect(Superscript.written(raised, behind: Array(before.unicodeScalars)) == written)
  }

  @Test func `a raised number of Markdown makes no other number`() throws {
    let text = "Platelets below 10 x 10<sup>9</sup>/L bleed<sup>a</sup>."
    let words = try document(text, .markdown).passages.map(\.text.string)
    #expect(words == ["Platelets below 10 x 10^9/L bleed."])
  }

  @Test(arguments: [
    ("10<sup class=\"x\">9</sup>/L", "10^9/L"), ("10<sup>\\-3</sup> g", "10^-3 g"),
    ("below 20<sup><a href=\"#n\">3</a></sup> x", "below 20 x"), ("a < b", "a < b"),
    ("lost<sup>x", "lostx"),
  ])
  func `a raised text of Markdown is found whatever its tag holds`(text: String, read: String)
    throws
  {
    let words = try document("Count " + text + " cells.", .markdown).passages.map(\.text.string)
    #expect(words == ["Count " + read + " cells."])
  }
}
