import Testing

@testable import Decks

@Suite struct CollectionWordsTests {
  static let collection = Collection([
    SampleDeck.file,
    DeckFile(path: "b.md", deck: DeckParser.parse(Array("Ileum, café.\nCYP3A4".utf8))),
  ])

  @Test(arguments: ["norketamine", "NORKETAMINE", "ileum", "cyp3a4", "n", "café"])
  func `a word of any deck is found in any case`(word: String) {
    #expect(Self.collection.holds(word: word))
  }

  @Test(arguments: ["", "norketamin", "orketamine", "ilium", "cyp3a", "caf", "ketaminenorketamine"])
  func `a part of a word is no word`(word: String) {
    #expect(!Self.collection.holds(word: word))
  }
}
