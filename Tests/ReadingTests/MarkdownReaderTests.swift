import Reading
import Testing

@Suite struct MarkdownReaderTests {
  @Test func `headings of both kinds, lists, quotations and paragraphs are found`() throws {
    let text = """
      ---
      title: not read
      ---
      Ketamine
      ========

      It is a drug
      of the ~~old~~ kind.

      Dosing
      ---
      ## Adults ##
      - first item
        goes on here
      - [ ] second item
      3) third item
      > quoted words
      > on two lines

      ***
      The end.
      """
    let passages = try document(text, .markdown).passages
    #expect(
      outline(passages) == """
        heading 4: Ketamine
        paragraph 7: It is a drug of the old kind.
        heading 10: Dosing
        heading 12: Adults
        bullet 13: first item goes on here
        bullet 15: second item
        number 16: third item quoted words on two lines
        paragraph 21: The end.
        """
    )
    #expect(passages.last?.headings == ["Ketamine", "Adults"])
  }

  @Test func `code, rules of tables, tags, definitions and lone images are left out`() throws {
    let text = """
      Before.

      ```swift
      let dose = 5
      # not a heading
      ```
      ~~~~
      ```
      ~~~~

          indented code

      | Drug | Dose |
      |------|------|
      <div class="x">
      ![figure](a.png)
      [ref]: https://example.org
      [^1]: A footnote.

      After.
      """
    let passages = try document(text, .markdown).passages
    #expect(outline(passages) == "paragraph 1: Before.\nrow 13: Drug | Dose\nparagraph 20: After.")
  }

  @Test(arguments: [
    ("The **usual** dose is *5 mg* of `ketamine`.", "The usual dose is 5 mg of ketamine."),
    ("See [the guide](https://x.org/a_b) and [one][2] now[^3].", "See the guide and one now."),
    ("An ![image](x.png)inline one.", "An inline one."),
    ("Give 2 * 3 mg, snake_case and \\*stars\\*.", "Give 2 * 3 mg, snake_case and *stars*."),
    ("Below 5&nbsp;mmol/L &lt; 6 &amp; more.<br>", "Below 5 mmol/L < 6 & more."),
    ("Known since 1962 [1, 3-5], and [K+] too.[]", "Known since 1962, and [K+] too."),
    ("__Strong__ and _weak_ [open", "Strong and weak [open"),
  ])
  func `markup is left out of the text`(source: String, shown: String) throws {
    let passage = try #require(try document(source, .markdown).passages.first)
    #expect(passage.text.string == shown)
  }

  @Test func `the map leads back to the words of the file`() throws {
    let file = try document("The **usual** dose\nis [5 mg](x) each.", .markdown)
    let text = try #require(file.passages.first).text
    #expect(text.string == "The usual dose is 5 mg each.")
    #expect(file.string(text.source(4..<14)) == "usual** dose")
    #expect(file.string(text.source(18..<22)) == "5 mg")
    #expect(file.string(text.source) == "The **usual** dose\nis [5 mg](x) each.")
  }
}
