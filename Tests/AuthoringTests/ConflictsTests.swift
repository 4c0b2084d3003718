import Decks
import Reading
import Testing

@testable import Authoring

@Suite struct ConflictsTests {
  private static func conflicts(_ texts: [String]) throws -> [Conflict] {
    let assertions = try texts.enumerated().flatMap { index, text in
      AssertionFinder.assertions(
        in: try Samples.document(text, named: "\(index).txt"),
        key: "doc\(index)",
        people: nil
      )
    }
    return Conflicts(assertions).all
  }

  @Test(
    arguments: [
      (
        "Seek advice if the weight rises by more than 2 kg over three days.",
        "Ring the nurse if the weight goes up by more than 1.5 kg over three days.",
        ["2 kg", "1.5 kg"]
      ),
      (
        "Thiazide diuretics increase the serum concentration of lithium.",
        "Thiazide diuretics reduce the serum concentration of lithium.",
        ["increase", "reduce"]
      ),
      (
        "Ketamine crosses the placenta of pregnant women readily.",
        "Ketamine does not cross the placenta of pregnant women readily.",
        ["crosses", "does"]
      ),
    ]
  )
  func `numbers, directions and denials contradict`(
    left: String,
    right: String,
    values: [String]
  ) throws {
    let found = try Self.conflicts([left, right])
    #expect(found.count == 1)
    #expect(found.first?.sides.map(\.value) == values)
    #expect(found.first?.sides.map(\.document) == ["doc0", "doc1"])
  }

  @Test(
    arguments: [
      (
        "The usual starting dose of ramipril is 2.5 mg once daily.",
        "The usual starting dose of bisoprolol is 1.25 mg once daily."
      ),
      (
        "The dose in adults is 5 mg twice a day by mouth.",
        "The dose in children is 2 mg twice a day by mouth."
      ),
      (
        "The half-life of the drug is 2 hours in adults.",
        "The half-life of the drug is 2 hours in adults."
      ),
      ("Fever lasts for three days in most people.", "Cough lasts for two weeks in most people."),
    ]
  )
  func `what speaks of different things does not`(left: String, right: String) throws {
    #expect(try Self.conflicts([left, right]).isEmpty)
  }

  @Test func `a disputed card cites both documents`() throws {
    let filler = "\n\n" + String(repeating: "filler ", count: 200) + "words."
    let documents = [
      try Samples.document(
        "In heart failure a weight gain of more than 2 kg over three days is a warning sign."
          + filler,
        named: "a.txt"
      ),
      try Samples.document(
        "In heart failure a weight gain of more than 1.5 kg over three days is a warning sign."
          + filler,
        named: "b.txt"
      ),
    ]
    let cards = Generator(.generous).run(documents: documents).drafts.map(\.card)
    let disputed = try #require(cards.first { $0.line.contains("2 kg") })
    #expect(disputed.details.disputed?.contains("1.5 kg") == true)
    #expect(disputed.details.citations.map(\.document) == ["a", "b"])
  }

  @Test func `one fact of two documents is one card with two citations`() throws {
    let filler = "\n\n" + String(repeating: "filler ", count: 200) + "words."
    let fact = "The half-life of furosemide is 2 hours in healthy adults."
    let documents = [
      try Samples.document(fact + filler, named: "a.txt"),
      try Samples.document("About a drug.\n\n" + fact + filler, named: "b.txt"),
    ]
    let cards = Generator(.generous).run(documents: documents).drafts.map(\.card)
    let card = try #require(cards.first { $0.line.contains("2 hours") })
    #expect(card.details.citations.map(\.document) == ["a", "b"])
    #expect(cards.count { $0.line.contains("2 hours") } == 1)
  }
}
