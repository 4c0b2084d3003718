import Authoring
import Decks
import Reading
import Testing

/// What must hold of the drafts of five real pages about one drug, much of them about a person.
@Suite(.enabled(if: Samples.isSharedThere, "The shared documents are absent."))
struct SharedDocumentsTests {
  private let documents: [Document]
  private let generation: Generation

  init() throws {
    documents = try Samples.sharedDocuments()
    generation = Generator(.generous).run(documents: documents)
  }

  @Test func `there are drafts enough to choose from, and no more than the share`() {
    #expect(generation.drafts.count >= 8)
    for report in generation.reports {
      #expect(report.kept * Generator.wordsPerCard <= report.words)
    }
  }

  @Test func `every span stands in the line that is cited`() throws {
    for card in generation.drafts.map(\.card) {
      let citation = try #require(card.details.citations.first)
      let index = try #require(generation.reports.firstIndex { $0.key == citation.document })
      let number = try #require(citation.locator.split(separator: " ").last.flatMap { Int($0) })
      let line = documents[index].string(documents[index].lines.range(ofLine: number))
      let span = try #require(citation.span)
      #expect(line.contains(span), "\(citation)")
      #expect(span.count <= Citation.longestSpan)
      #expect(span.split(separator: " ").count <= 12)
    }
  }

  @Test func `no draft tells of a person`() {
    let names = [
      "musk", "insel", "anderson", "ni", "lemon", "trump", "rodgers", "elon", "ceo", "he", "his",
    ]
    for card in generation.drafts.map(\.card) {
      let shown =
        [card.line, card.title, card.vignette, card.details.disputed ?? ""]
        + card.details.citations.map(\.description)
      let words = shown.joined(separator: " ").lowercased().split { !$0.isLetter }.map(String.init)
      #expect(Set(words).isDisjoint(with: names), "\(card.line)")
    }
  }

  @Test func `no draft advertises or gossips`() {
    let words = [
      "lifesaver", "game-changer", "hope", "revolution", "remarkable", "affordable",
      "groundbreaking",
      "slang", "special k", "kitkat", "promising", "you ", "breakthrough", "cart",
    ]
    for card in generation.drafts.map(\.card) {
      #expect(!words.contains { card.line.lowercased().contains($0) }, "\(card.line)")
    }
  }

  @Test func `a doubt or a denial of the source stands in the card`() throws {
    let marks = [
      " may ", " might ", " not ", " never ", "believed", "suggest", "potentially", " can ",
    ]
    for card in generation.drafts.map(\.card) {
      let citation = try #require(card.details.citations.first)
      let index = try #require(generation.reports.firstIndex { $0.key == citation.document })
      let span = try #require(citation.span).lowercased()
      for mark in marks where span.contains(mark) {
        #expect(card.line.lowercased().contains(mark), "\(card.line)")
      }
      #expect(documents[index].name == generation.reports[index].name)
    }
  }

  @Test func `what the documents contradict each other in is found and marked`() throws {
    let matters = Dictionary(
      generation.conflicts.map { ($0.matter, $0.sides) },
      uniquingKeysWith: { first, _ in first }
    )
    let origin = try #require(matters["origin of ketamine"])
    #expect(origin.map(\.value) == ["veterinary anesthetic", "anesthetic", "anesthetic"])
    let onset = try #require(matters["onset of ketamine"])
    #expect(
      Set(onset.map(\.value)).isSuperset(of: ["minutes", "hours", "hours or days", "24 hours"])
    )
    let disputed = generation.drafts.map(\.card).filter { $0.details.disputed != nil }
    #expect(disputed.contains { $0.line.contains("within {hours or days}") })
    for card in disputed { #expect(card.details.citations.count > 1) }
  }

  @Test func `the facts worth learning are among the drafts`() {
    let lines = generation.drafts.map(\.card.line).joined(separator: "\n")
    for answer in [
      "{glutamate}",
      "brand name {Spravato}", "within {hours or days}", "{monoamine neurotransmitters}",
      "{glutamate receptors}", "{cognitive deficits}",
    ] {
      #expect(lines.contains(answer), "\(answer)")
    }
  }
}
