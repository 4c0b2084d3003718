import Decks
import Reading
import Testing

@testable import Authoring

@Suite struct CitationWriterTests {
  @Test func `the span stands on one line, markup and all`() throws {
    let text = """
      # Airway

      Ketamine usually keeps the reflexes of the airway, but **laryngospasm** is
      seen within 5 minutes after intravenous ketamine in theatre.
      """
    let citations = try drafts(of: text, named: "airway.md").flatMap(\.details.citations)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(!citations.isEmpty)
    for citation in citations {
      let line = try #require(citation.locator.split(separator: " ").last.flatMap { Int($0) })
      #expect(citation.locator == "§ Airway, line \(line)")
      #expect(citation.span.map(lines[line - 1].contains) == true)
      #expect(citation.document == "airway")
    }
  }

  @Test func `a heading with a comma or a person is not part of the place`() throws {
    for heading in ["Uses, old and new", "What John Doe Says of It", "The \"K\" hole"] {
      let text =
        heading + "\n\nThe usual dose of ketamine is 2 mg/kg in adults before an operation."
      let citation = try #require(try drafts(of: text).first?.details.citations.first)
      #expect(citation.locator == "line 3")
    }
  }

  @Test func `a span is never longer than a citation allows`() throws {
    let long = String(repeating: "x", count: 70)
    let text = "The \(long) \(long) \(long) receptor is blocked by ketamine hydrochloride alone."
    for card in try drafts(of: text) {
      let span = try #require(card.details.citations.first?.span)
      #expect(span.unicodeScalars.count <= Citation.longestSpan)
    }
  }
}
