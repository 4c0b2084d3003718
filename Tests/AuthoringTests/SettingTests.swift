import Decks
import Scheduling
import Testing

@testable import Authoring

/// Sentences that point back to the one before them.
@Suite struct SettingTests {
  private func shown(_ text: String) throws -> [(vignette: String, line: String)] {
    let document = try Samples.document("# Airways\n\n" + text, named: "a.md")
    return Generator().rankedCandidates(of: document).map { ($0.card.vignette, $0.card.line) }
  }

  @Test func `the sentence before is shown where a word points back to it`() throws {
    let cards = try shown(
      "Adenosine constricts the afferent arteriole of the kidney. "
        + "This lowers the filtration pressure within 10 seconds of its release."
    )
    let card = try #require(cards.first { $0.line.contains("{10 seconds}") })
    #expect(card.vignette.hasSuffix("Adenosine constricts the afferent arteriole of the kidney."))
  }

  @Test func `the part behind a semicolon points back to the part before it`() throws {
    let cards = try shown(
      "Streptococci are the most common cause. Atypical bacteria include chlamydia and legionella; "
        + "these contain no cell wall and do not respond to beta-lactam antibiotics."
    )
    let card = try #require(cards.first { $0.line.contains("{beta-lactam antibiotics") })
    #expect(card.vignette.contains("Atypical bacteria"))
    #expect(!card.vignette.contains("Streptococci"))
  }

  @Test(arguments: [
    // Nothing before; another paragraph; a person's words; another thing than the one before.
    "This lowers the filtration pressure within 10 seconds of its release.",
    "Adenosine constricts the arteriole.\n\nThis lowers the pressure within 10 seconds of release.",
    "Dr. Jane Roe praised adenosine. This lowers the pressure within 10 seconds of its release.",
    "Adenosine constricts the arteriole. Another lowers the pressure within 10 seconds of release.",
  ])
  func `without one that can be shown the sentence is left out`(text: String) throws {
    #expect(try shown(text).allSatisfy { !$0.line.contains("10 seconds") })
  }

  @Test func `what the sentence before tells is not asked`() throws {
    let cards = try shown(
      "The maximum is 4 mg in one day. This dose of 4 mg must not be exceeded in the elderly."
    )
    #expect(!cards.contains { $0.line.hasPrefix("This") && $0.line.contains("{4 mg}") })
  }

  /// However sentences follow each other, what is shown is short and begins with one that stands alone.
  @Test func `a setting never points back itself and never grows long`() {
    let pieces = [
      ("Renin is an enzyme.", false), ("It acts on angiotensinogen.", true),
      ("This raises the blood pressure within a few minutes of its release.", true),
      ("Aldosterone is a steroid that the adrenal cortex makes from cholesterol every day.", false),
    ]
    var random = SplitMix64(seed: 7)
    for _ in 0..<2_000 {
      var setting = Setting()
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let (text, pointsBack) = pieces.randomElement(using: &random) ?? pieces[0]
        var statement = Statement()
        statement.append(text)
        setting = setting.followed(by: statement, pointsBack: pointsBack)
        let words = Token.tokens(of: setting.text).count(where: \.isWord)
        #expect(words <= Setting.mostWords)
        #expect(!setting.text.hasPrefix("It") && !setting.text.hasPrefix("This"))
      }
    }
  }
}
