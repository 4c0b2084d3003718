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

  @Test(arguments: [
    (
      "Intravenous furosemide in older adults can cause hypokalaemia", "hypokalaemia",
      "ends with the blank",
      true
    ),
    (
      "Intravenous furosemide can cause hypokalaemia in older adults", "hypokalaemia",
      "ends with the blank",
      false
    ),
    ("The incidence of pre-eclampsia in Africa is 5%", "5%", "of a place", true),
    ("The usual dose of amoxicillin in otitis is 300 mg", "300 mg", "mass of a drug", true),
    ("The usual course of amoxicillin in otitis is 2 weeks", "2 weeks", "mass of a drug", false),
    ("Thiazides reduce the renal excretion of lithium", "renal excretion", "abstract head", true),
    ("Salbutamol is given with a holding spacer", "holding spacer", "behind a", true),
    (
      "Your furosemide is stopped where it causes you hypokalaemia", "hypokalaemia",
      "to the reader", true
    ),
    ("Gynaecomastia has been caused by spironolactone", "spironolactone", "has been", true),
    (
      "Spironolactone blocks aldosterone, which saves potassium", "aldosterone", "before a comma",
      true
    ),
  ])
  func `what stands around the blank tells`(
    text: String,
    answer: String,
    feature: String,
    isThere: Bool
  ) throws {
    #expect(try features(of: answer, in: text + ".").contains(feature) == isThere)
  }

  @Test func `a document that is rich in good candidates gives weaker ones too`() {
    #expect(Ranking.least(of: 1_000, best: [0.2, 0.4, 1.2]) == Ranking.least)
    let good = [Double](repeating: 1.5, count: 10)
    #expect(Ranking.least(of: 1_000, best: good) == Ranking.leastOfRich)
    #expect(Ranking.least(of: 1_000, best: good.dropLast() + [0.5]) == Ranking.least)
    // A few of a short text tell nothing of it.
    #expect(Ranking.least(of: 100, best: [1.5, 1.5]) == Ranking.least)
    #expect(Ranking.least(of: 0, best: []) == Ranking.least)
  }
}
