/// Of the answers to a card on one day at most one beyond the first lets it grow under FSRS-6, or an
/// evening of cramming would count as weeks of learning.
///
/// "Again" lowers stability however often it is given; a further right answer changes difficulty only.
package struct SameDayGrowth: Hashable, Sendable {
  /// Whether the day's step was taken.
  package private(set) var isSpent: Bool

  package init(isSpent: Bool = false) {
    self.isSpent = isSpent
  }

  /// Takes an answer so many days after the one before, nil for a card's first; tells whether it comes
  /// on top of the day's step.
  package mutating func isSurplus(_ grade: Grade, days: Int?) -> Bool {
    guard days == 0 else {
      isSpent = false
      return false
    }
    guard grade > .again else { return false }
    defer { isSpent = true }
    return isSpent
  }
}
