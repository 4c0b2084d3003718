import Decks
import Scheduling
import Testing

@testable import Study

@Suite struct DueOutlookTests {
  private let progress = Log(simulated: 6, cards: 120, days: 60).replayed

  /// The learner's last day.
  private var today: Int {
    progress.cards.values.compactMap { $0.history.last?.day }.max() ?? 0
  }

  @Test func `what is due soon is due later too, and never more than there is`() {
    for weights in [Weights.standard, otherWeights(1.2), otherWeights(0.8)] {
      let outlook = progress.outlook(on: today, under: Parameters(weights: weights))
      #expect(outlook.today <= outlook.week && outlook.week <= outlook.month)
      #expect(outlook.month <= progress.cards.count && outlook.month > 0)
    }
  }

  @Test func `under the weights that were always in force all dates stand`() {
    #expect(progress.outlook(on: today, under: Parameters()) == progress.outlook(on: today))
  }

  @Test func `a memory that fades faster brings more cards back soon`() throws {
    var values = Weights.standard.values
    for index in 0..<4 { values[index] *= 0.2 }
    values[8] -= 0.7
    let hasty = progress.outlook(on: today, under: Parameters(weights: try Weights(values)))
    #expect(hasty.month > progress.outlook(on: today).month)
  }

  @Test func `one day later a card of that day is due, and suspended ones never are`() {
    var log = Log()
    log.add(review("a", .easy), at: noon(0))
    let day = log.replayed.cards[CardID("a")]?.history.last?.day ?? 0
    let wait = log.replayed.state(of: CardID("a"))?.wholeDays ?? 0
    #expect(wait > 1)
    #expect(log.replayed.outlook(on: day + wait - 1).today == 0)
    #expect(log.replayed.outlook(on: day + wait).today == 1)
    log.add(.mark(.suspend, card: CardID("a")), at: noon(1))
    #expect(log.replayed.outlook(on: day + wait) == DueOutlook())
  }
}
