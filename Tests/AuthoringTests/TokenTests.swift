import Testing

@testable import Authoring

@Suite struct TokenTests {
  @Test(arguments: [
    ("Patient's", "patient", true), ("patients’", "patients", true), ("DON’T", "don't", false),
    ("NMDA", "nmda", false), ("receptor", "receptor", false), ("It’s", "it", true),
    ("Ménière’S", "ménière", true), ("50%", "50%", false), ("treatment-resistant", nil, false),
    ("s", "s", false), ("PaO₂", "pao₂", false),
  ])
  func `a word is kept in lower case without its possessive ending`(
    text: String,
    lower: String?,
    isPossessive: Bool
  ) throws {
    let token = try #require(Token.tokens(of: text).first)
    #expect(token.text == text)
    #expect(token.lower == lower ?? text)
    #expect(token.isPossessive == isPossessive)
  }
}
