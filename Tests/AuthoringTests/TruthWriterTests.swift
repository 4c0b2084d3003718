import Decks
import Testing

@testable import Authoring

@Suite struct TruthWriterTests {
  private func claims(_ text: String) throws -> [String] {
    let document = try Samples.document("Handbook\n\n" + text, named: "a.txt")
    return Generator(.indulgent).rankedCandidates(of: document).compactMap { candidate in
      let question = candidate.card.questions(id: CardID("x"), deck: "").first
      guard case .truth? = question?.key else { return nil }
      return question?.stem
    }
  }

  @Test func `a word is exchanged for its opposite where the verb says it`() throws {
    let claims = try claims("Furosemide increases the urinary excretion of calcium in adults.")
    #expect(Set(claims) == ["Furosemide decreases the urinary excretion of calcium in adults."])
  }

  @Test(arguments: [
    // Of another condition the same may be true.
    "Giving Ringer's lactate to adults with hyperkalaemia moves the potassium to 4 mEq/L.",
    "Furosemide is given to adults with hyperkalaemia for at least 24 hours.",
    // What is doubted or denied has no opposite.
    "Furosemide may increase the urinary excretion of calcium in adults.",
    "Furosemide does not increase the urinary excretion of calcium in adults.",
  ])
  func `a condition is not exchanged, nor what is doubted or denied`(text: String) throws {
    #expect(try claims(text).isEmpty)
  }
}
