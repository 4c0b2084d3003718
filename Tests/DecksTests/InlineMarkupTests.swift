import Scheduling
import Testing

@testable import Decks

@Suite struct InlineMarkupTests {
  @Test(arguments: [
    ("*a*", "a"), ("**a b**", "a b"), ("_a_", "a"), ("__a__", "a"), ("***a***", "a"),
    ("*a **b** c*", "a b c"), ("**a *b* c**", "a b c"), ("*a* **b** *c*", "a b c"),
    ("**a _b_ c**", "a b c"), ("`a*b*`", "a*b*"), ("[label](target)", "label"),
    ("[**b**](t) c", "b c"), ("![a film](f.png)", "[image: a film]"), ("![](f.png)", "[image]"),
    ("\\*a\\*", "*a*"), ("\\`", "`"), ("a\\\\b", "a\\b"),
  ])
  func `marks are taken away`(text: String, plain: String) {
    #expect(InlineMarkup.plain(text) == plain)
  }

  @Test(arguments: [
    "2 * 3", "2 * 3 * 4", "snake_case", "a_b_c", "_lone", "lone*", "**", "*", "`", "``", "[K+]",
    "[a] (b)", "[a](b", "a\\b", "\\", "3 × 10^9", "", "!", "a ! b", "[", "_ a _", "x_1 and x_2",
    "a_b_ c",
  ])
  func `what is no markup stays`(text: String) {
    #expect(InlineMarkup.plain(text) == text)
  }

  @Test func `text without marks is unchanged, and any text comes to an end`() {
    var generator = SplitMix64(seed: 12)
    let plain = [
      "a", "é", " ", "\n", "5 mg", "(", ")", "]", "{", "#", "😀", "e\u{301}", ":", "<", ">",
    ]
    let marks = ["*", "**", "_", "`", "[", "](", "![", "\\", "](t)", "***"]
    for _ in 0..<4_000 {
      let count = Int.random(in: 0...14, using: &generator)
      let text = (0..<count).map { _ in plain.randomElement(using: &generator) ?? "" }.joined()
      #expect(InlineMarkup.plain(text) == text)
      let mixed = (0..<count).map { _ in (plain + marks).randomElement(using: &generator) ?? "" }
        .joined()
      // Nothing is made up but the word for an image.
      let given = Set(mixed.unicodeScalars).union("[image: ]".unicodeScalars)
      #expect(given.isSuperset(of: InlineMarkup.plain(mixed).unicodeScalars))
    }
  }

  @Test(arguments: [
    "[", "![", "*a ", "**a ", "_a ", "__a ", "`a ", "[a](", "[a", "***a**", "*a **b ", "]", "(",
    "*a _b `c [d", "\\", "[]", "**a*", "[x](y",
  ])
  func `a megabyte of unmatched marks comes to an end`(mark: String) {
    let text = String(repeating: mark, count: 1_000_000 / mark.utf8.count)
    #expect(InlineMarkup.plain(text + "]").utf8.count <= 2 * text.utf8.count)
  }

  @Test func `marks nested deeper than anybody writes stay, and nothing is lost`() {
    let deep = String(repeating: "**a ", count: 100_000) + String(repeating: "**", count: 100_000)
    let plain = InlineMarkup.plain(deep)
    #expect(plain.count { $0 == "a" } == 100_000)
    #expect(InlineMarkup.plain("*a **b _c_ d** e*") == "a b c d e")
  }

  @Test(arguments: ["5*3*2", "1.5*2*", "HLA-B*57*01"])
  func `figures between asterisks never run together`(text: String) {
    #expect(InlineMarkup.plain(text) == text)
  }
}
