import Testing

@testable import Reading

@Suite struct PDFTextTests {
  private func text(_ pages: [String]) throws -> String {
    try PDFText(pages.map { $0 + "\u{C}" }.joined()).extracted().text.string
  }

  @Test func `what runs along the edges of the pages is left out`() throws {
    let pages = ["one", "two", "three", "four"].enumerated().map { index, word in
      "The Handbook\n\nChapter \(word) begins.\n\nIt goes on.\n\nSo \(word) ends.\n\nPage \(index) of 4\n"
    }
    let expected = ["one", "two", "three", "four"].map {
      "Chapter \($0) begins.\n\nIt goes on.\n\nSo \($0) ends.\n"
    }
    #expect(try text(pages) == expected.joined(separator: "\n"))
  }

  @Test func `a page number alone is left out of a single page`() throws {
    #expect(try text(["Ketamine is a drug.\n\n– 7 –\n"]) == "Ketamine is a drug.\n")
  }

  @Test func `a short line before a capital ends a paragraph`() throws {
    let page = """
      Uses of ketamine
      Ketamine is a drug that is given to patients by the
      intravenous route.
      It is old.
      """
    #expect(
      try text([page]) == """
        Uses of ketamine

        Ketamine is a drug that is given to patients by the
        intravenous route.

        It is old.

        """
    )
  }

  @Test func `a new sentence begins a paragraph on a new page`() throws {
    #expect(try text(["It is a drug.", "It is old."]) == "It is a drug.\n\nIt is old.\n")
    #expect(try text(["It is a drug that", "is old."]) == "It is a drug that\nis old.\n")
  }
}
