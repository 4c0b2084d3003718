import Testing

@testable import Reading

@Suite struct SuperscriptTests {
  @Test(arguments: [
    ("10", "9", "^9"), ("10", "−3", "^−3"), ("4", "th", "th"), ("cm", "2", "2"), ("Na", "+", "+"),
    ("Ca", "2+", "2+"), ("legs", "a", ""), ("effect", "12", ""), ("effect", "[3]", ""),
    ("effect", "TM", "TM"),
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
}
