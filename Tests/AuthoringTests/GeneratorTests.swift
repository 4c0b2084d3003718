import Authoring
import Decks
import Reading
import Testing

@Suite struct GeneratorTests {
  @Test func `a guideline gives its doses, times and rules`() throws {
    #expect(
      try drafts(of: Samples.guideline).map(\.line).joined(separator: "\n") == """
        """
    )
  }

  @Test func `a textbook gives its mechanisms, names and numbers`() throws {
    #expect(
      try drafts(of: Samples.textbook).map(\.line).joined(separator: "\n") == """
        """
    )
  }

  @Test func `a handout in Markdown gives its targets without the markup`() throws {
    #expect(
      try drafts(of: Samples.handout, named: "oxygen.md").map(\.line).joined(separator: "\n") == """
        """
    )
  }

  @Test func `a draft is no more than a draft, and says where it comes from`() throws {
    let generation = Generator().run(documents: try Samples.all())
    #expect(generation.drafts.count == 5)
    for card in generation.drafts {
      #expect(card.status == .draft)
      #expect(card.id == nil)
      #expect(card.details.evidence == nil)
      #expect(card.details.citations.count == 1)
    }
  }

  @Test func `the same documents give the same drafts`() throws {
    let first = Generator().run(documents: try Samples.all())
    let second = Generator().run(documents: try Samples.all())
    #expect(first.drafts == second.drafts)
    #expect(first.reports == second.reports)
  }

  @Test func `what the deck holds is not proposed again`() throws {
    let first = try drafts(of: Samples.guideline)
    #expect(try drafts(of: Samples.guideline, existing: first).isEmpty)
    var reworded = try #require(first.first)
    reworded.body = .question(
      stem: "What describes the reaction best?",
      key: .text(TextKey(answer: first.map(\.line).joined(separator: " ")))
    )
    let others = try drafts(of: Samples.guideline, existing: [reworded])
    #expect(!others.contains { $0.line == first[0].line })
    #expect(others.count == first.count - 1)
  }

  @Test func `cards of the deck count against the document's share`() throws {
    let document = try Samples.document(Samples.guideline, named: "g.txt")
    let first = Generator().run(documents: [document])
    #expect(first.drafts.count == first.reports[0].words / Generator.wordsPerCard)
    let second = Generator().run(documents: [document], existing: first.drafts)
    #expect(second.drafts.isEmpty)
    #expect(second.reports[0].allowance == 0)
  }

  @Test func `what was rejected is not proposed again`() throws {
    let first = try drafts(of: Samples.textbook)
    let texts = first.prefix(2).map { card in
      if case .cloze(let text, _) = card.body { text } else { card.line }
    }
    let second = try drafts(of: Samples.textbook, rejected: texts)
    #expect(Set(second.map(\.line)).isDisjoint(with: first.prefix(2).map(\.line)))
    #expect(!second.isEmpty)
  }

  @Test func `a run that is stopped keeps what it found`() throws {
    var asked = 0
    let generation = Generator().run(
      documents: try Samples.all(),
      isCancelled: {
        asked += 1
        return asked > 8
      }
    )
    #expect(generation.isCancelled)
    #expect(generation.reports.count == 1)
    #expect(generation.reports[0].sentences == 8)
    #expect(!generation.drafts.isEmpty)
  }

  @Test func `progress counts the documents`() throws {
    var heard: [Int] = []
    _ = Generator().run(documents: try Samples.all(), progress: { heard.append($0.documents) })
    #expect(heard == [1, 2, 3])
  }

  @Test func `every sentence and candidate is accounted for`() throws {
    let documents = try Samples.all() + (Samples.isSharedThere ? Samples.sharedDocuments() : [])
    for report in Generator().run(documents: documents).reports {
      let fallen = report.candidatesDropped.values.reduce(0, +)
      #expect(report.candidates == report.kept + fallen)
      #expect(report.sentencesDropped.values.reduce(0, +) <= report.sentences)
      #expect(report.sections.reduce(0) { $0 + $1.kept } == report.kept)
      #expect(report.sections.reduce(0) { $0 + $1.sentences } == report.sentences)
      #expect(report.kept <= report.allowance)
    }
  }

  @Test func `a fact that two documents state is proposed once`() throws {
    let text = "Ketamine is a dissociative anaesthetic with a short duration of action."
    let filler = "\n\n" + String(repeating: "filler ", count: 100) + "words."
    let documents = [
      try Samples.document(text + filler, named: "a.txt"),
      try Samples.document("Ketamine, a drug.\n" + text + filler, named: "b.txt"),
    ]
    let generation = Generator().run(documents: documents)
    #expect(generation.drafts.map { $0.details.citations[0].document } == ["a"])
    #expect(generation.reports[1].candidatesDropped[.duplicate] == 1)
  }
}
