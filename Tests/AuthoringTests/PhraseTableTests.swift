import Testing

@testable import Authoring

@Suite struct PhraseTableTests {
  private let table: PhraseTable = [
    "more than", "more", "at least", "rather than", "more than once",
  ]

  @Test func `a text holds the whole phrases of a table in the order of the table`() {
    let phrases = Phrases("At least two, and more than three; more than once.")
    #expect(phrases.those(of: table) == ["more than", "more", "at least", "more than once"])
    #expect(phrases.counts(of: table) == [2, 2, 1, 0, 1])
    #expect(phrases.first(of: table) == 0)
    #expect(phrases.containsAny(of: table))
    #expect(phrases.contains("two and more"))
  }

  @Test func `half a phrase and a part of a word are none`() {
    let phrases = Phrases("Rather moreover at the very least.")
    #expect(phrases.those(of: table).isEmpty)
    #expect(phrases.counts(of: table) == [0, 0, 0, 0, 0])
    #expect(phrases.first(of: table) == nil)
    #expect(!phrases.containsAny(of: table))
  }

  @Test func `a phrase keeps its possessive endings and loses its curly apostrophes`() {
    #expect(Phrases("The patient’s dose wasn’t known.").contains("patient's dose wasn't"))
    #expect(!Phrases("The patient’s dose").contains("patient dose"))
  }

  @Test func `the first phrase that stands in a text tells its relation`() {
    #expect(Relation.of(Phrases("The dose must not be repeated.")) == .contraindication)
    #expect(Relation.of(Phrases("The dose is repeated.")) == .monitoring)
    #expect(Relation.of(Phrases("The sky is blue.")) == nil)
  }
}
