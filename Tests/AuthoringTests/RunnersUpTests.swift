import Decks
import Testing

@testable import Authoring

@Suite struct RunnersUpTests {
  private static func generation(
    _ text: String,
    options: Generator.Options = .generous
  ) throws -> Generation {
    let filler = "\n\n" + String(repeating: "filler ", count: 1_200) + "words.\n"
    return Generator(options).run(documents: [
      try Samples.document(text + filler, named: "sample.txt")
    ])
  }

  @Test func `a draft knows what else its sentence could ask`() throws {
    let drafts = try Self.generation(Samples.textbook).drafts
    let draft = try #require(drafts.first { $0.card.line.hasPrefix("What is the half-life") })
    #expect(draft.sentence == "The half-life of furosemide is 2 hours in healthy adults.")
    #expect(
      draft.runnersUp.map(\.card.line) == [
        "The half-life of furosemide is {2 hours} in healthy adults."
      ]
    )
    #expect(draft.runnersUp.map(\.verdict) == [.sameWords])
    #expect(draft.account.form == .question && draft.runnersUp[0].account.form == .cloze)
    #expect(draft.account.claim == .time)
  }

  @Test func `a runner-up asks about the same sentence and is worth no more`() throws {
    let documents = try Samples.all() + (Samples.isSharedThere ? Samples.sharedDocuments() : [])
    let generation = Generator(.generous).run(documents: documents)
    var count = 0
    for draft in generation.drafts {
      let own = draft.account.score + draft.account.deduction
      let scores = draft.runnersUp.map(\.account.score)
      #expect(draft.runnersUp.count <= Draft.mostRunnersUp)
      #expect(scores.allSatisfy { $0 <= own && $0 >= Generator.Options.generous.least ?? 0 })
      #expect(scores == scores.sorted(by: >))
      let lines = [draft.card.line] + draft.runnersUp.map(\.card.line)
      #expect(Set(lines).count == lines.count)
      for runnerUp in draft.runnersUp {
        let cited = try #require(runnerUp.card.details.citations.first)
        #expect(cited.document == draft.card.details.citations.first?.document)
        let span = cited.span?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(draft.sentence.contains(span ?? "nothing"))
        #expect(runnerUp.card.status == .draft && runnerUp.card.id == nil)
        #expect(runnerUp.verdict != .replaced && runnerUp.account.deduction == 0)
      }
      count += draft.runnersUp.count
    }
    #expect(count >= 3)
    // No candidate is a runner-up of two drafts, and none is a draft itself.
    let all = generation.drafts.flatMap { [$0.card.line] + $0.runnersUp.map(\.card.line) }
    #expect(Set(all).count == all.count)
  }

  @Test func `a second draft of a sentence says what it lost by that`() throws {
    let text =
      "Serum creatinine is measured 12 hours after the operation and repeated every 3 months."
    let drafts = try Self.generation(text, options: .indulgent).drafts
    #expect(drafts.count == 2)
    #expect(Set(drafts.map(\.account.deduction)) == [0, 0.5])
  }

  @Test func `an account adds up to the score`() throws {
    let account = Account(
      form: .cloze,
      claim: .rule,
      worth: 2.5,
      features: [
        Account.Feature(name: "a", value: 1, weight: 1.5),
        Account.Feature(name: "b", value: 2, weight: -0.5),
        Account.Feature(name: "c", value: 0, weight: 9),
      ],
      deduction: 0.5
    )
    #expect(account.score == 2.5)
    for draft in try Self.generation(Samples.textbook).drafts {
      #expect(draft.account.score >= Generator.Options.generous.least ?? 0)
      #expect(Set(draft.account.features.map(\.name)).count == draft.account.features.count)
    }
  }
}
