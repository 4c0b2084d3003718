import Testing

@testable import Authoring

@Suite struct FeaturesTests {
  /// The features of the cloze that asks for an answer.
  private func features(of answer: String, in text: String) throws -> Set<String> {
    let document = try Samples.document("Handbook\n\n" + text, named: "a.txt")
    let candidates = Generator().rankedCandidates(of: document)
    let found = try #require(candidates.first { $0.card.line.contains("{\(answer)") })
    return Set(found.features.map(\.name))
  }

  @Test func `a number that was measured once is told from one to know`() throws {
    let text = "The concentration of ofloxacin in tears"
    #expect(
      try features(of: "9.2 mg/L", in: "\(text) was 9.2 mg/L after four doses of the drug.")
        .contains("past number")
    )
    #expect(
      try !features(of: "9.2 mg/L", in: "\(text) is 9.2 mg/L after four doses of the drug.")
        .contains("past number")
    )
  }

  @Test func `a word to learn is told from words of every day`() throws {
    let rare = try features(
      of: "hypokalaemia",
      in: "Furosemide in high doses can cause hypokalaemia in older adults."
    )
    #expect(rare.isSuperset(of: ["rare answer", "rare head"]) && !rare.contains("everyday phrase"))
    let plain = try features(
      of: "soft middle",
      in: "White cells and platelets are made in the soft middle of long bones."
    )
    #expect(plain.isDisjoint(with: ["rare answer", "rare head", "two to four words"]))
  }
}
