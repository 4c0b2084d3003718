/// How long a learner takes for a card, for sessions of some minutes.
package struct Pace: Hashable, Sendable {
  /// Milliseconds for one answer, reading and grading included.
  package let answer: Int

  /// Answers that a new card takes on its first day, by its learning steps.
  static let answersPerNewCard = 2
  /// What is assumed before there are answers to go by, in milliseconds.
  static let assumed = 20_000
  /// Reading the verdict and grading, which the time to the answer leaves out, in milliseconds.
  static let grading = 5_000

  /// The learner's own pace: the median of the newest answers, or 20 seconds before there are ten.
  package init(of progress: Progress) {
    let newest = progress.cards.latest(200).compactMap { $0.value.history.last }
      .sorted { $0.at > $1.at }.prefix(200).map(\.elapsed).sorted()
    answer = (newest.count < 10 ? nil : newest.percentile(0.5)) ?? Self.assumed
  }

  /// How many cards fit into some minutes: all reviews that do, and new cards in the time left.
  package func fitting(minutes: Int, due: Int, new: Int) -> (due: Int, new: Int) {
    let slots = max(1, minutes * 60_000 / (answer + Self.grading))
    let reviews = min(due, slots)
    let room = (slots - reviews) / Self.answersPerNewCard
    // A session is never empty while a new card waits.
    return (reviews, min(new, max(room, reviews == 0 ? 1 : 0)))
  }
}
