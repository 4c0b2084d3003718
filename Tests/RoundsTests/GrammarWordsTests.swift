import Authoring
import Reading
import Storage
import Terminal
import Testing

@testable import rounds

@Suite struct GrammarWordsTests {
  @Test func `a parser that is there is named with what became of the statements`() throws {
    let generation = try generation(.incomplete)
    #expect(
      generation.grammarWords
        == "Link Grammar parsed 0 of 2 statements completely, 2 only in part."
    )
    #expect(
      try json(generation)
        == #"{"grammar":"link-grammar","parsed":{"complete":0,"incomplete":2,"givenUp":0,"tooLong":0}}"#
    )
  }

  @Test func `what was given up is said`() throws {
    #expect(try generation(.givenUp).grammarWords?.contains("2 given up after a second.") == true)
  }

  @Test func `where the parser is missing the packages are named`() throws {
    let generation = try generation(.absent)
    let words = try #require(generation.grammarWords)
    #expect(words.hasPrefix("Read by patterns alone;"))
    #expect(words.contains("apt-get install liblink-grammar"))
    #expect(words.contains("link-grammar-dictionaries-en"))
    #expect(try json(generation).hasPrefix(#"{"grammar":"missing","packages":["liblink-grammar"#))
  }

  @Test(arguments: [20, 80])
  func `the line stays within the screen`(width: Int) throws {
    let page = GenerationPage(
      generation: try generation(.absent),
      added: 0,
      tally: nil,
      width: width,
      style: .plain
    )
    let lines = page.lines(path: "deck.md").filter {
      $0.contains("patterns") || $0.contains("Link")
    }
    #expect(!lines.isEmpty)
    #expect(lines.allSatisfy { $0.count <= width })
  }

  private func json(_ generation: Generation) throws -> String {
    var json = JSONWriter()
    json.object { generation.writeGrammar(into: &$0) }
    return json.text
  }

  private func generation(_ outcome: ParseOutcome) throws -> Generation {
    let text = """
      Adrenaline is the first drug that is given in severe anaphylaxis. The half-life of \
      furosemide is 2 hours in all healthy adults.
      """
    let document = try Document(name: "a.txt", kind: .plainText, bytes: Array(text.utf8))
    return Generator().run(
      documents: [document],
      analyzer: LinkGrammarAnalyzer(FixedParser(outcome))
    )
  }
}

/// A parser that says the same of every sentence.
private final class FixedParser: SentenceParser {
  private let outcome: ParseOutcome

  init(_ outcome: ParseOutcome) {
    self.outcome = outcome
  }

  func parse(_ text: String) -> ParseOutcome { outcome }
}
