/// Chooses among the days that fuzz allows: rather one on which few cards are due, away from the
/// card's siblings, and no easy day.
///
/// What it goes by differs from device to device, so the interval it chose is to be kept with the
/// answer.
package struct Balancer: Sendable {
  /// How many cards are due, by the learner's day.
  package var load: [Int: Int]
  /// The day that the card itself leaves; nil where it is due on none.
  package var leaving: Int?
  /// The days on which siblings of the card are due.
  package var siblings: [Int]
  package var easyDays: EasyDays
  /// The last day on which a card may come back, such as the eve of an examination; nil for none.
  package var lastDay: Int?

  /// What is known of the days to come.
  package init(
    load: [Int: Int] = [:],
    leaving: Int? = nil,
    siblings: [Int] = [],
    easyDays: EasyDays = EasyDays(),
    lastDay: Int? = nil
  ) {
    self.load = load
    self.leaving = leaving
    self.siblings = siblings
    self.easyDays = easyDays
    self.lastDay = lastDay
  }

  /// The days of distance from which siblings no longer disturb each other.
  static let siblingReach = 5

  /// An interval from the range after a day; the position, 0 up to and without 1, decides between
  /// days in proportion to their weights.
  func choose(_ range: ClosedRange<Int>, after today: Int, position: Double) -> Int {
    guard range.count > 1 else { return range.lowerBound }
    let weights = range.map { weight(of: today + $0) }
    var left = position * weights.reduce(0, +)
    for (interval, weight) in zip(range, weights) {
      left -= weight
      if left < 0 { return interval }
    }
    return range.upperBound
  }

  /// How welcome a card is on a day; above 0 always, and every wish counts on empty days too.
  func weight(of day: Int) -> Double {
    let due = (load[day] ?? 0) - (day == leaving ? 1 : 0)
    let others = Double(1 + max(0, due))
    return easyDays.share(of: day) * siblingShare(of: day) / (others * others)
  }

  /// The longest interval after a day; at least 1, also where the last day is over.
  func ceiling(after today: Int) -> Int? {
    guard let lastDay, lastDay >= today else { return nil }
    return max(1, lastDay - today)
  }

  private func siblingShare(of day: Int) -> Double {
    let nearest = siblings.lazy.map { abs($0 - day) }.min() ?? Self.siblingReach
    guard nearest > 0 else { return 0.001 }
    return min(1, Double(nearest) / Double(Self.siblingReach))
  }
}
