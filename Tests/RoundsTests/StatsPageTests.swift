import Decks
import Scheduling
import Storage
import Study
import Terminal
import Testing

@testable import rounds

@Suite struct `The page of statistics` {
  private static let day: Int64 = 86_400_000
  private static let start: Int64 = 1_790_000_000_000

  /// A year of reviews every two weeks, first easy and then graded by their number.
  private func page(width: Int, _ grade: (Int) -> Grade) -> StatsPage {
    var events: [Event] = []
    var random = SplitMix64(seed: 151)
    var source = ULIDSource()
    let cards = (0..<30).map { CardID("card-\($0)") }
    for card in cards {
      for step in 0..<6 {
        let review = Review(
          deck: "d",
          card: card,
          grade: step == 0 ? .easy : grade(step),
          isCorrect: true,
          answer: "",
          elapsed: 4000,
          retrievability: step == 0 ? nil : 0.9,
          hash: ContentHash(stem: "", key: "", rest: "")
        )
        let at = Timestamp(milliseconds: Self.start + Int64(step) * 14 * Self.day)
        let id = source.next(at: at, using: &random)
        events.append(Event(id: id, moment: Moment(at: at, offset: 0), fact: .review(review)))
      }
    }
    let now = Timestamp(milliseconds: Self.start + 71 * Self.day)
    let summary = Summary(
      of: Progress(replaying: events),
      decks: [DeckRoll(id: "d", name: "Deck", cards: cards)],
      at: Moment(at: now, offset: 0)
    )
    return StatsPage(summary: summary, width: width, style: .plain)
  }

  @Test func `hard given to what was forgotten is explained`() {
    let page = page(width: 80) { _ in .hard }
    let text = page.lines.joined(separator: " ")
    #expect(text.contains("Hard was given to 100% (n = 150"))
    #expect(text.contains("what you did not recall is again"))
    #expect(page.json.contains("\"hardMisuse\":\"againHardlyGiven\""))
  }

  @Test func `hard among others is not spoken of`() {
    let page = page(width: 80) { $0 % 5 == 0 ? .hard : .good }
    #expect(!page.lines.contains { $0.contains("Hard was given") })
    #expect(page.json.contains("\"hardMisuse\":null"))
  }

  @Test(arguments: [20, 80]) func `no line of it is wider than the screen`(_ width: Int) {
    for line in page(width: width, { _ in .hard }).lines {
      #expect(line.columns <= width, "\(line)")
    }
  }
}
