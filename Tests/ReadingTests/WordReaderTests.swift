import Reading
import Testing

@Suite(.needsArchives) struct WordReaderTests {
  private static let styles = """
    <w:styles xmlns:w="w"><w:style w:styleId="T1"><w:name w:val="heading 1"/></w:style>
    <w:style w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="T1"/></w:style>
    <w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
    <w:style w:styleId="Ring"><w:basedOn w:val="Ring"/></w:style></w:styles>
    """
  private static let numbering = """
    <w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0">
    <w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="8">
    <w:lvl><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>
    """

  @Test func `headings, lists and tables are seen, contents left out`() throws {
    let item = { (list: Int, text: String) in
      "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"\(list)\"/></w:numPr></w:pPr>"
        + "<w:r><w:t>\(text)</w:t></w:r></w:p>"
    }
    let cell = { (text: String) in "<w:tc>\(paragraph(text))</w:tc>" }
    let made = try document(
      .word,
      word(
        paragraph("Dosing .... 3", style: "TOC1") + paragraph("Dosing", style: "T1")
          + paragraph("Adults", style: "Mine") + paragraph("Give adrenaline.", style: "Ring")
          + item(1, "Call for help.") + item(2, "glucagon") + item(0, "No item.")
          + "<w:tbl><w:tr>\(cell("Drug"))\(cell("Dose"))</w:tr></w:tbl>",
        parts: ["word/styles.xml": Self.styles, "word/numbering.xml": Self.numbering]
      )
    )
    #expect(
      outline(made.passages) == """
        heading 1: Dosing
        heading 2: Adults
        paragraph 3: Give adrenaline.
        number 4: Call for help.
        bullet 5: glucagon
        paragraph 6: No item.
        row 7: Drug | Dose
        """
    )
  }

  @Test func `deleted, hidden and moved text is left out, inserted text kept`() throws {
    let run = { (text: String) in "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>" }
    let made = try document(
      .word,
      word(
        "<w:p>\(run("The dose is "))<w:del><w:r><w:delText>5</w:delText></w:r></w:del>"
          + "<w:ins>\(run("0.5"))</w:ins><w:moveFrom>\(run(" g"))</w:moveFrom>\(run(" mg"))"
          + "<w:r><w:rPr><w:vanish/></w:rPr><w:t> secret</w:t></w:r>\(run(".")) </w:p>"
      )
    )
    #expect(made.passages.map(\.text.string) == ["The dose is 0.5 mg."])
  }

  @Test func `a sign of the Symbol font is read, an unknown one spoils its paragraph`() throws {
    let sign = { (place: String) in
      "<w:p><w:r><w:t>It is 5 </w:t><w:sym w:char=\"\(place)\"/><w:t>g.</w:t></w:r></w:p>"
    }
    let made = try document(.word, word(sign("F06D") + sign("F0FF")))
    #expect(sentences(of: made).map(\.text.string) == ["It is 5 µg."])
  }

  @Test func `footnotes come last, the lines between them do not`() throws {
    let notes = """
      <w:footnotes xmlns:w="w"><w:footnote w:type="separator">\(paragraph("-----"))</w:footnote>
      <w:footnote w:id="2">\(paragraph("Off label."))</w:footnote></w:footnotes>
      """
    let made = try document(
      .word,
      word(paragraph("It is a drug."), parts: ["word/footnotes.xml": notes])
    )
    #expect(
      outline(made.passages) == """
        paragraph 1: It is a drug.
        heading 2: Footnotes
        paragraph 3: Off label.
        """
    )
  }

  @Test func `what is no Word document is said to be none`() {
    let broken = DocumentError.broken(.word)
    #expect(throws: broken) { try document(.word, Array("hello".utf8)) }
    #expect(throws: broken) { try document(.word, Array("PK\u{3}\u{4} and rubbish".utf8)) }
    #expect(throws: broken) { try document(.word, zip([("a.txt", [0x61])])) }
    #expect(throws: broken) { try document(.word, word("<w:p>")) }
    #expect(throws: DocumentError.encrypted) {
      try document(.word, [0xD0, 0xCF, 0x11, 0xE0] + Array("locked".utf8))
    }
    #expect(throws: DocumentError.empty) { try document(.word, word("<w:p/>")) }
  }

  @Test func `entities that a document declares are refused unread`() {
    let bomb = """
      <!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
      """
    #expect(throws: DocumentError.broken(.word)) {
      try document(.word, word(paragraph("&b;"), prolog: bomb))
    }
  }

  @Test func `an entry that unpacks to too much is refused, one that leads outside is passed by`()
    throws
  {
    let limit = 4 * Document.longest
    #expect(throws: DocumentError.tooLarge(bytes: nil, limit: limit)) {
      try document(
        .word,
        zip([("word/document.xml", [UInt8](repeating: 0x20, count: limit + 1 << 17))])
      )
    }
    let body = "<w:document xmlns:w='w'>\(paragraph("It is a drug."))</w:document>"
    let made = try document(
      .word,
      zip([("../../../tmp/outside", [0x61]), ("word/document.xml", Array(body.utf8))])
    )
    #expect(made.passages.count == 1)
  }

  @Test func `a file that is cut anywhere is refused, not followed into nothing`() {
    let whole = word(paragraph("It is a drug."), parts: ["word/styles.xml": Self.styles])
    for end in stride(from: 1, to: whole.count, by: 7) {
      _ = try? document(.word, Array(whole[..<end]))
    }
  }
}
