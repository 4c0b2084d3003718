import Testing

@testable import Decks

@Suite struct CitationGrammarTests {
  @Test func `document, place and span are told apart`() throws {
    let cases: [(String, Citation)] = [
      ("hand", Citation(document: "hand")),
      ("hand \"a b\"", Citation(document: "hand", span: "a b")),
      ("hand p. 3", Citation(document: "hand", locator: "p. 3")),
      (
        " hand  § Care, cost and time, line 2-3 \"x\" ",
        Citation(document: "hand", locator: "§ Care, cost and time, line 2-3", span: "x")
      ),
      ("hand ¶4, line 12", Citation(document: "hand", locator: "¶4, line 12")),
      ("hand p. 3-4", Citation(document: "hand", locator: "p. 3-4")),
      (
        "hand \"he said \"no\" twice\"", Citation(document: "hand", span: "he said \"no\" twice")
      ),
      ("hand \" é \"", Citation(document: "hand", span: " é ")),
    ]
    for (text, citation) in cases {
      let read = try CitationGrammar.read(text)
      #expect(read == citation)
      #expect(try CitationGrammar.read(read.description) == citation)
    }
  }

  @Test(arguments: [
    ("", CitationFault.empty), ("  ", .empty), ("\"span only\"", .empty),
    ("hand \"open", .openSpan),
    ("hand \"a\" more", .openSpan), ("hand \"\"", .openSpan), ("hand \" \"", .openSpan),
    ("hand page 3", .badLocator("page 3")), ("hand p. x", .badLocator("p. x")),
    ("hand line 1-2-3", .badLocator("line 1-2-3")), ("hand line -3", .badLocator("line -3")),
    ("hand line 3, oops", .badLocator("oops")),
  ])
  func `each fault has its name`(text: String, fault: CitationFault) {
    #expect(throws: fault) { try CitationGrammar.read(text) }
  }

  @Test(
    arguments: [
      ("§ Mechanism, line 12", "Mechanism"), ("§ Dose, route, line 1-3, p. 4", "Dose, route"),
      ("§ A > B, ¶3", "A > B"), ("line 3, § Late", "Late"), ("line 3", nil), ("", nil),
    ] as [(String, String?)]
  )
  func `the section of a locator is known without its places`(_ locator: String, _ heading: String?)
  {
    #expect(Citation(document: "k", locator: locator).heading == heading)
  }

  @Test func `a span has at most 160 characters`() throws {
    let span = String(repeating: "é", count: 160)
    #expect(try CitationGrammar.read("k \"\(span)\"").span == span)
    #expect(throws: CitationFault.longSpan) { try CitationGrammar.read("k \"\(span)x\"") }
  }

  @Test(
    arguments: [
      ("line 12", 12...12), ("§ A, line 29-31", 29...31), ("p. 3", nil), ("", nil),
      ("line 5-2", nil),
      ("¶4, line 7", 7...7),
    ] as [(String, ClosedRange<Int>?)]
  )
  func `lines are read from the locator`(locator: String, lines: ClosedRange<Int>?) {
    #expect(Citation(document: "k", locator: locator).lines == lines)
  }
}
