import Testing

@testable import rounds

@Suite struct SpanMarksTests {
  private static func marked(_ span: String, _ lines: [String]) -> [String] {
    let marks = SpanMarks(of: span, in: lines)
    return lines.indices.map { marks.marked($0) { "*\($0)*" } }
  }

  @Test func `words on one line are marked where they stand`() {
    #expect(Self.marked("b c", ["a", "a b c d"]) == ["a", "a >>*b c*<< d"])
  }

  @Test func `words that go over a line's end are marked on both lines`() {
    let lines = ["see (one two", "  three  ", "four, five"]
    #expect(
      Self.marked("one two three four", lines)
        == ["see (>>*one two*", "  *three*  ", "*four*<<, five"]
    )
  }

  @Test func `words that do not stand there mark nothing`() {
    for span in ["x", "two one", "one two three four five", ""] {
      let lines = ["one two", "three"]
      #expect(Self.marked(span, lines) == lines)
    }
  }
}
