import Testing

@testable import Authoring

@Suite struct EverydayTests {
  @Test(arguments: [
    "heart", "Heart", "hearts", "making", "dried", "weekly", "of", "half-full", "boxes",
  ])
  func `words of every day are known, whatever their ending`(word: String) {
    #expect(Everyday.holds(word))
  }

  @Test(arguments: ["hyponatraemia", "cefazolin", "NMDA", "beta-lactam", "tryptase", "sessile"])
  func `words of medicine are not among them`(word: String) {
    #expect(!Everyday.holds(word))
  }
}
