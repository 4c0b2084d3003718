import Decks
import Scheduling
import Testing

@testable import Study

@Suite struct HardUseTests {
  /// Answers to some cards, each review two weeks after the one before, the newest yesterday.
  private func use(
    cards: Int = 40,
    predicted: Double? = 0.9,
    oldest: Int = -70,
    _ grade: (_ card: Int, _ review: Int) -> Grade
  ) -> HardUse {
    var log = Log()
    for card in 0..<cards {
      for step in 0..<6 {
        let isFirst = step == 0
        guard case .review(var fact) = review("c\(card)", isFirst ? .easy : grade(card, step))
        else { continue }
        fact.retrievability = isFirst ? nil : predicted
        let moment = noon(oldest + step * 14, minute: Int64(card))
        log.add(.review(fact), at: moment)
        // What was forgotten goes through its steps on the same day, which does not count.
        if fact.grade == .again {
          log.add(review("c\(card)", .easy), at: noon(oldest + step * 14, minute: 100))
        }
      }
    }
    let progress = log.live
    let today = progress.days.day(of: noon(1).at, offset: 60)
    return HardUse(of: progress.cards.values.map(\.history), today: today)
  }

  @Test func `without answers there is nothing to tell`() {
    #expect(HardUse().sign == nil && HardUse().expected == nil)
    #expect(use(cards: 0) { _, _ in .hard }.hard.trials == 0)
  }

  @Test func `answers are counted once a day, learning left out`() throws {
    let use = use(cards: 10) { card, step in card < 5 && step == 2 ? .again : .good }
    #expect(use.again == Share(of: 5, in: 50))
    #expect(use.hard == Share(of: 0, in: 50))
    #expect(use.forgottenAfter[.good]?.successes == 5)
    #expect(use.forgottenAfter[.again] == Share(of: 0, in: 5))
    #expect(abs(try #require(use.expected) - 0.1) < 1e-9)
    #expect(use.sign == nil)
  }

  @Test func `hard that is followed by forgetting is told`() {
    // Every second review is hard, and half of the cards are forgotten after it.
    let use = use { card, step in
      step % 2 == 1 ? .hard : card % 2 == 0 ? .again : .good
    }
    #expect(use.sign == .forgottenLikeAgain)
  }

  @Test func `hard that is hardly ever followed by forgetting is not`() {
    let use = use { card, step in
      if step % 2 == 1 { return .hard }
      return card % 9 == 0 ? .again : .good
    }
    #expect(use.hard.value ?? 0 > 0.5 && use.sign == nil)
  }

  @Test func `someone who never says again though much was expected to be forgotten is told`() {
    let never = use(predicted: 0.8) { card, _ in card % 3 == 0 ? .hard : .good }
    #expect(never.sign == .againHardlyGiven)
    // Those who recall what they are expected to are not.
    #expect(use(predicted: 0.99) { card, _ in card % 3 == 0 ? .hard : .good }.sign == nil)
    #expect(use(predicted: nil) { card, _ in card % 3 == 0 ? .hard : .good }.sign == nil)
    #expect(use(predicted: 0.8) { _, _ in .good }.sign == nil)
  }

  @Test func `few answers and old ones tell nothing`() {
    #expect(use(cards: 3) { _, step in step % 2 == 1 ? .hard : .again }.sign == nil)
    let old = use(oldest: -500) { _, step in step % 2 == 1 ? .hard : .again }
    #expect(old.hard.trials == 0 && old.sign == nil)
  }

  @Test(arguments: Grade.allCases) func `one grade alone makes no trouble`(_ grade: Grade) {
    let use = use { _, _ in grade }
    #expect((use.sign != nil) == (grade == .hard))
  }
}
