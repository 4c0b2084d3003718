import Decks
import Scheduling
import Testing

@testable import Exchange

@Suite struct DeckTextTests {
  @Test func `text without markup stays as it is`() {
    for text in ["2 * 3", "snake_case", "Na [140]", "`x", "5*3*2", "~1", "B*57*01 and A_b"] {
      #expect(DeckText.escaped(text) == text)
    }
  }

  @Test func `escaped text reads back as it was`() {
    var generator = SplitMix64(seed: 11)
    let pieces = [
      "*", "_", "`", "[", "]", "(", ")", "!", "\\", "~", " ", "a", "5", "\n", "é", "**",
    ]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? "a"
      }.joined()
      #expect(InlineMarkup.plain(DeckText.escaped(text)) == text)
      #expect(DeckText.unescaped(DeckText.escaped(text)) == text)
    }
  }
}
