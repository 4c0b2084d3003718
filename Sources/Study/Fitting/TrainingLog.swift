import Decks
package import Scheduling
import Storage

/// What there is to learn from: reviews, and the cards they belong to.
struct TrainingMaterial {
  /// Every review that counts, in order of time; a card is named by its place among the cards.
  let log: [LoggedReview]
  /// The cards that were ever answered, in the order of their ids.
  let cards: [CardID]
  /// The deck in which each was answered last.
  let decks: [String]
}

extension Progress {
  /// Every review that counts, of all cards that were ever answered, in order of time.
  ///
  /// Practice and what was undone are not among them.
  package var trainingLog: [LoggedReview] { trainingMaterial.log }

  var trainingMaterial: TrainingMaterial {
    var log: [LoggedReview] = []
    log.reserveCapacity(reviewCount)
    // By id, so that the same log always gives the same numbers.
    let cards = cards.filter { !$0.value.history.isEmpty }.sorted { $0.key < $1.key }
    for (number, card) in cards.enumerated() {
      for answer in card.value.history {
        log.append(
          LoggedReview(
            card: number,
            day: answer.day,
            grade: answer.grade.rawValue,
            time: answer.at.milliseconds
          )
        )
      }
    }
    return TrainingMaterial(
      log: log.sorted { ($0.time, $0.card) < ($1.time, $1.card) },
      cards: cards.map(\.key),
      decks: cards.map(\.value.deck)
    )
  }
}
