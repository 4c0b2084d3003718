import Reading
import Testing

@Suite struct LineTableTests {
  @Test func `every offset is found in the line that a count of line feeds gives`() throws {
    let file = try document("one\n\ntwo\r\nthree\n")
    #expect(file.lines.count == 5)
    for offset in file.text.indices {
      let expected = 1 + file.text[..<offset].count { $0 == "\n" }
      #expect(file.lines.line(at: offset) == expected)
      #expect(file.lines.range(ofLine: expected).contains(offset))
    }
    #expect(file.lines.lines(of: 0..<12) == 1...4)
  }
}
