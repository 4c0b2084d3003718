package import Scheduling

/// Whether "hard" is given to cards that were forgotten, which lets their intervals grow instead.
///
/// Counted are the first answers on a day to cards that had left their learning steps.
package struct HardUse: Hashable, Sendable {
  /// How often "hard" was given, and "again".
  package private(set) var hard = Share(of: 0, in: 0)
  package private(set) var again = Share(of: 0, in: 0)
  /// How often a card was forgotten at the next review after each grade.
  package private(set) var forgottenAfter: [Grade: Share] = [:]
  /// What was expected to be forgotten: the mean over the answers that say so.
  package var expected: Double? { predictions > 0 ? doubt / Double(predictions) : nil }

  private var doubt = 0.0
  private var predictions = 0

  /// What tells of the habit.
  package enum Sign: String, Hashable, Sendable {
    /// After "hard" as much is forgotten as after "again".
    case forgottenLikeAgain
    /// Far less is graded "again" than was expected to be forgotten.
    case againHardlyGiven
  }

  /// The days over which it is counted.
  package static let days = 365
  /// A lower share of "hard" tells nothing.
  static let suspiciousShare = 0.2
  /// Fewer answers tell nothing.
  static let fewest = 20

  package init() {}

  /// Counts the answers of the last days.
  init(of histories: some Sequence<[CardAnswer]>, today: Int) {
    for history in histories { count(history, after: today - Self.days) }
  }

  /// The habit that the answers show; nil for none.
  package var sign: Sign? {
    guard let share = hard.value, share > Self.suspiciousShare, hard.trials >= Self.fewest else {
      return nil
    }
    if isForgottenLikeAgain { return .forgottenLikeAgain }
    guard let expected, let interval = again.interval else { return nil }
    return predictions >= Self.fewest && interval.upperBound < expected / 2
      ? .againHardlyGiven : nil
  }

  private var isForgottenLikeAgain: Bool {
    guard let after = forgottenAfter[.hard], after.trials >= Self.fewest,
      let share = after.value, let interval = after.interval
    else { return false }
    // Without predictions, a tenth is what schedulers let be forgotten as a rule.
    let usual = max(Self.believed(forgottenAfter[.good]) ?? 0, expected ?? 0.1)
    let lapsed = Self.believed(forgottenAfter[.again]) ?? 0
    return interval.lowerBound > 2 * usual && share >= 0.8 * lapsed
  }

  private static func believed(_ share: Share?) -> Double? {
    share.flatMap { $0.trials >= fewest ? $0.value : nil }
  }
}

extension HardUse {
  private mutating func count(_ history: [CardAnswer], after oldest: Int) {
    var previous: Grade?
    var lastDay: Int?
    for answer in history {
      defer { lastDay = answer.day }
      guard answer.day != lastDay else { continue }
      guard answer.wasInReview, answer.day > oldest else {
        previous = nil
        continue
      }
      count(answer, after: previous)
      previous = answer.grade
    }
  }

  private mutating func count(_ answer: CardAnswer, after previous: Grade?) {
    hard = hard.adding(answer.grade == .hard)
    again = again.adding(answer.grade == .again)
    if let predicted = answer.predicted, (0...1).contains(predicted) {
      doubt += 1 - predicted
      predictions += 1
    }
    guard let previous else { return }
    let share = forgottenAfter[previous] ?? Share(of: 0, in: 0)
    forgottenAfter[previous] = share.adding(answer.grade == .again)
  }
}

extension Share {
  fileprivate func adding(_ isSuccess: Bool) -> Share {
    Share(of: successes + (isSuccess ? 1 : 0), in: trials + 1)
  }
}
