import Reading
import Testing

@Suite(.needsMarkup) struct HTMLReaderTests {
  @Test func `only the main content is kept`() throws {
    let page = try page(
      """
      <!doctype html><html><head><title>Site</title><style>p { color: red }</style>
      <script>var a = "<p>Script text.</p>";</script></head><body class="has-sidebar">
      <header><h1>The Clinic</h1></header><nav><a href="/">Home</a></nav>
      <div id="cookie-banner"><p>We would like to store something.</p></div>
      <main><article><header><h1>Anaphylaxis</h1></header>
      <p>Adrenaline is the <b>first-line</b> treatment<sup><a href="#1">1</a></sup>.</p>
      <form><p>Your address please.</p></form>
      <aside>Buy this book.</aside><p hidden>Hidden text.</p>
      <div class="share">Tell your friends.</div><!-- <p>A remark.</p> -->
      </article><section class="comments"><p>First!</p></section></main>
      <footer><p>Imprint</p></footer></body></html>
      """
    )
    #expect(
      outline(page.passages) == """
        heading 1: Anaphylaxis
        paragraph 2: Adrenaline is the first-line treatment.
        paragraph 3: Your address please.
        """
    )
  }

  @Test func `headings, lists and tables stay what they are`() throws {
    let page = try page(
      """
      <h1>Dosing</h1><h2>Adults</h2><p>Give one of these:</p>
      <ul><li>adrenaline<li><p>glucagon</p></ul><ol><li>Call for help.</li></ol>
      <table><tr><th>Drug<th>Dose<tr><td>adrenaline<td>0.5&nbsp;mg</table>
      <p>About 10<sup>9</sup> cells<br>are CO<sub>2</sub> dependent.</p>
      """
    )
    #expect(
      outline(page.passages) == """
        heading 1: Dosing
        heading 2: Adults
        paragraph 3: Give one of these:
        bullet 4: adrenaline
        bullet 5: glucagon
        number 6: Call for help.
        row 7: Drug | Dose
        row 8: adrenaline | 0.5 mg
        paragraph 9: About 10^9 cells are CO2 dependent.
        """
    )
    #expect(page.passages[3].headings == ["Dosing", "Adults"])
    #expect(page.passages[3].leadIn == "Give one of these:")
    let places = [0, 3, 8].map { page.place(at: page.passages[$0].range.lowerBound) }
    #expect(places == [.paragraph(1), .paragraph(2), .paragraph(7)])
    #expect(page.sentences(of: page.passages[7]).isEmpty)
  }

  @Test func `a page without main content, or inside one form, is kept whole`() throws {
    let text = "<p>Adrenaline is the first-line treatment of anaphylaxis.</p>"
    #expect(try page("<form>\(text)</form>").passages.count == 1)
    #expect(
      try page("<div class='page sidebar'>\(text)\(text)\(text)\(text)</div>").passages.count == 4
    )
    #expect(try page("Bare text.").passages.map(\.text.string) == ["Bare text."])
    #expect(try page("<title>Notes</title><p>It is a drug.").title == "Notes")
  }

  @Test func `a formula makes its paragraph unreadable`() throws {
    let page = try page("<p>It is <math><mi>x</mi></math> mg.</p><p>It is old.</p>")
    #expect(sentences(of: page).map(\.text.string) == ["It is old."])
  }

  @Test func `nesting without end and tags without number are refused`() throws {
    let deep = String(repeating: "<div>", count: 100_000)
    #expect(throws: DocumentError.tangled) { try page("<p>Text.</p>" + deep) }
    let many = String(repeating: "<br>", count: 1_100_000)
    #expect(throws: DocumentError.tangled) { try page("<p>Text.</p>" + many) }
    let limit = Document.Kind.html.largestFile
    #expect(throws: DocumentError.tooLarge(bytes: 100 << 20, limit: limit)) {
      try document(.html, [UInt8](repeating: 0x61, count: 100 << 20))
    }
  }

  @Test func `nothing and markup without text are empty`() {
    #expect(throws: DocumentError.empty) { try page("") }
    #expect(throws: DocumentError.empty) { try page("<html><body><script>a</script></body>") }
  }

  @Test func `text that is cut anywhere is read`() throws {
    let whole =
      "<p>Ké\u{301} – 5&nbsp;µg of <i>x</i>.</p><table><tr><td>a<td>b</table><ul><li>c</ul>"
    let bytes = Array(whole.utf8)
    for end in 1...bytes.count { _ = try? document(.html, Array(bytes[..<end])) }
    let long = "<p>" + String(repeating: "µ–é ", count: 30_000) + "</p>"
    #expect(!(try page(long)).text.contains("\u{FFFD}"))
  }

  @Test func `an empty cell and one over two columns keep the others in their places`() throws {
    let page = try page(
      """
      <h1>Doses</h1><table><tr><th><th>Adults<th>Children<tr><td>aspirin<td>300 mg<td>
      <tr><td>ibuprofen<td colspan=2>400 mg</table>
      """
    )
    #expect(
      outline(page.passages) == """
        heading 1: Doses
        row 2: | Adults | Children
        row 3: aspirin | 300 mg |
        row 4: ibuprofen | 400 mg | 400 mg
        """
    )
  }
}
