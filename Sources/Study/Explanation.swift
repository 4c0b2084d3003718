package import Decks
package import Scheduling
import Storage

/// One answer of a card's history with what the scheduler made of it.
package struct ExplainedAnswer: Hashable, Sendable {
  package let answer: CardAnswer
  /// The recall expected just before the answer; nil for the first, and within a day it is 1 under
  /// FSRS-6.
  package let retrievability: Double?
  /// Where the card stood after the answer.
  package let state: CardState
  /// The days until recall would have fallen to 90 %.
  package let stability: Double
}

extension Progress {
  /// A card's history step by step, as the scheduler in force sees it; empty for a new card.
  ///
  /// The last step is where the card stands. Under changed weights the memory of each step is
  /// computed anew, and the due date that stands may differ from the last step's.
  package func explanation(of card: CardID) -> [ExplainedAnswer] {
    guard let history = cards[card]?.history else { return [] }
    let scheduler = scheduler(of: card)
    var state: CardState?
    return history.map { answer in
      let recall = state.map {
        scheduler.retrievability(of: $0, now: answer.at.milliseconds, day: answer.day)
      }
      let next = scheduler.next(state, after: answer)
      state = next
      return ExplainedAnswer(
        answer: answer,
        retrievability: recall,
        state: next,
        stability: scheduler.stability(of: next.memory)
      )
    }
  }
}
