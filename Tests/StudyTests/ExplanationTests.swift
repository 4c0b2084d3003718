import Decks
import Scheduling
import Storage
import Testing

@testable import Study

@Suite struct ExplanationTests {
  @Test func `a new card has nothing to explain`() {
    #expect(Progress().explanation(of: CardID("a")).isEmpty)
  }

  @Test func `each step is an answer with the recall before and the state after`() {
    var log = Log()
    var states: [CardState?] = []
    for (day, grade) in [(0, Grade.easy), (9, .good), (9, .hard), (40, .again), (40, .good)] {
      log.add(review("a", grade), at: noon(day, minute: Int64(states.count)))
      states.append(log.live.state(of: CardID("a")))
    }
    let steps = log.live.explanation(of: CardID("a"))
    #expect(steps.map(\.state) == states)
    #expect(steps.map(\.answer.grade) == [.easy, .good, .hard, .again, .good])
    #expect(steps.map(\.answer.event) == log.events.map(\.id))
    #expect(steps[0].retrievability == nil)
    #expect(steps[2].retrievability == 1 && steps[4].retrievability == 1)
    #expect(steps.dropFirst().allSatisfy { (0...1).contains($0.retrievability ?? -1) })
    #expect(steps[1].retrievability != 1 && steps[3].retrievability != 1)
  }

  /// The law: while the settings stand, the last step is where the card stands, however it came to.
  @Test func `the last step equals the standing state`() throws {
    for seed in 0..<60 {
      var generator = SplitMix64(seed: UInt64(seed))
      var log = Log(seed: UInt64(seed))
      var minute: Int64 = 0
      for _ in 0..<30 {
        minute += [1, 10, 1_440, 20_000].randomElement(using: &generator) ?? 1
        let moment = noon(0, minute: minute)
        let card = ["a", "~a", "b"].randomElement(using: &generator) ?? "a"
        switch Int.random(in: 0..<12, using: &generator) {
        case 0: log.add(.adopt(from: CardID("~a"), to: CardID("a")), at: moment)
        case 1: log.live.lastReview.map { last in _ = log.add(.undo(last.id), at: moment) }
        default:
          let grade = Grade.allCases.randomElement(using: &generator) ?? .good
          log.add(review(card, grade), at: moment)
        }
      }
      let progress = log.live
      for (card, standing) in progress.cards {
        let last = try #require(progress.explanation(of: card).last)
        #expect(last.state == standing.state, "seed \(seed), card \(card.text)")
      }
    }
  }

  @Test func `other weights are explained with the memory that stands`() {
    var log = Log()
    for day in [0, 3, 12] { log.add(review("a", .good), at: noon(day)) }
    log.add(.parameters(Parameters(weights: otherWeights(1.04))), at: noon(13))
    let progress = log.live
    let last = progress.explanation(of: CardID("a")).last
    #expect(last?.state.memory == progress.state(of: CardID("a"))?.memory)
  }
}
