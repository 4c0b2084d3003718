import Foundation
import TestKit
import Testing

@testable import Decks

@Suite struct GuideTests {
  /// The fenced blocks of Markdown in the guide for authors.
  private static func examples() throws -> [String] {
    let path = "\(Shared.packageRoot)/Decks/README.md"
    var blocks: [String] = []
    var open: [Substring]?
    for line in try String(contentsOfFile: path, encoding: .utf8).split(
      separator: "\n",
      omittingEmptySubsequences: false
    ) {
      if let lines = open {
        guard line == "```" else {
          open?.append(line)
          continue
        }
        blocks.append(lines.joined(separator: "\n") + "\n")
        open = nil
      } else if line == "```markdown" {
        open = []
      }
    }
    return blocks
  }

  @Test func `every example of the guide is a deck without findings`() throws {
    let examples = try Self.examples()
    #expect(examples.count >= 9)
    for example in examples {
      let deck = DeckParser.parse(Array(example.utf8))
      let findings = DeckChecks.findings(
        in: DeckFile(path: "example.md", deck: deck),
        today: "2026-11-21"
      )
      #expect(findings.map(\.message) == [], "\(example)")
      #expect(deck.cards.count == 1 && deck.frontMatter.isDeck)
    }
  }

  @Test func `the guide shows each of the nine kinds`() throws {
    let kinds = try Self.examples().flatMap { DeckParser.parse(Array($0.utf8)).everyCard }
      .map(\.card.kind)
    #expect(Set(kinds) == Set(Kind.allCases))
  }

  @Test func `the guide's examples are formatted`() throws {
    for example in try Self.examples() {
      var generator = SystemRandomNumberGenerator()
      let deck = DeckParser.parse(Array(example.utf8))
      let edit = DeckFormatter.edit(for: deck, takenIDs: [], generator: &generator)
      #expect(edit.splices == [], "\(example)")
    }
  }
}
