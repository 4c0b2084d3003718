import Foundation
import TestKit
import Testing

@testable import Decks

/// The decks that come with the program.
@Suite struct ShippedDecksTests {
  private static func files() throws -> [DeckFile] {
    let folder = "\(Shared.packageRoot)/Decks"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".md") }
      .map { name in
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
        return DeckFile(path: "Decks/\(name)", deck: DeckParser.parse(Array(data)))
      }
      .filter(\.deck.frontMatter.isDeck)
  }

  /// The day they were last checked: a `Review-by` that passes later is for their author.
  private static let checkedOn = "2026-11-21"

  @Test func `they have no finding and need no formatting`() throws {
    let files = try Self.files()
    #expect(files.count >= 4)
    for file in files {
      let findings = DeckChecks.findings(in: file, today: Self.checkedOn)
      #expect(findings.map(\.message) == [], "\(file.path)")
      var generator = SystemRandomNumberGenerator()
      let edit = DeckFormatter.edit(for: file.deck, takenIDs: [], generator: &generator)
      #expect(edit.splices == [], "\(file.path)")
    }
  }

  @Test func `every card says where it comes from and how good that is`() throws {
    for file in try Self.files() {
      let collection = Collection([file])
      for question in collection.entries.flatMap({ collection.questions(of: $0) }) {
        let evidence = question.details.evidence ?? ""
        #expect(!evidence.isEmpty, "\(question.id)")
        #expect(
          !question.details.citations.isEmpty || evidence.hasPrefix("calculation"),
          "\(question.id)"
        )
      }
    }
  }

  @Test func `ids stand once over all decks, every kind is there, and no card is lost`() throws {
    let files = try Self.files()
    let collection = Collection(files)
    #expect(collection.findings.flatMap { $0 } == [])
    #expect(collection.entries.count == files.reduce(0) { $0 + $1.deck.cards.count })
    let cards = files.flatMap(\.deck.everyCard).map(\.card)
    #expect(Set(cards.map(\.kind)) == Set(Kind.allCases))
    #expect(cards.allSatisfy { $0.id != nil })
    #expect(files.flatMap(\.deck.cards).count { $0.card.status == .active } >= 20)
    #expect(Set(files.map(\.id)).count == files.count)
  }

  @Test func `their cards read back from print`() throws {
    for placed in try Self.files().flatMap(\.deck.cards) {
      let deck = DeckParser.parse(Array(DeckPrinter.text(of: placed.card).utf8))
      #expect(deck.cards.map(\.card) == [placed.card])
    }
  }

  @Test(
    .enabled(
      if: Shared.path("documents") != nil,
      "the source documents are not in ../shared/documents"
    )
  )
  func `every cited span stands in its document, where it is said to stand`() throws {
    let folder = try #require(Shared.path("documents"))
    var spans = 0
    for file in try Self.files() {
      var documents: [String: CitedDocument] = [:]
      for source in file.deck.frontMatter.sources {
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(source.file)"))
        documents[source.key] = CitedDocument(Array(data))
        #expect(source.sha256 == documents[source.key]?.sha256)
      }
      #expect(DeckChecks.findings(in: file, documents: documents).map(\.message) == [])
      spans += file.deck.everyCard.flatMap(\.card.details.citations).count { $0.span != nil }
    }
    #expect(spans >= 20)
  }
}
