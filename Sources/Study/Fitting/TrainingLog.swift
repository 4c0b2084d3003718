package import Scheduling
import Storage

extension Progress {
  /// Every review that counts, of all cards that were ever answered, in order of time.
  ///
  /// Practice and what was undone are not among them.
  package var trainingLog: [LoggedReview] {
    var log: [LoggedReview] = []
    log.reserveCapacity(reviewCount)
    // By id, so that the same log always gives the same numbers.
    for (number, card) in cards.sorted(by: { $0.key < $1.key }).enumerated() {
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
    return log.sorted { ($0.time, $0.card) < ($1.time, $1.card) }
  }
}
