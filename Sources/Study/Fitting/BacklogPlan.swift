import Scheduling

/// How many reviews a day clear what is due within some days, without moving a date.
package struct BacklogPlan: Hashable, Sendable {
  /// The days to spread it over, today the first.
  package let days: Int
  /// Cards due today or before.
  package let waiting: Int
  /// Cards due after today, within the days.
  package let coming: Int
  /// The fewest reviews a day after which none is left over at the end; cards that come back within
  /// the days are not among them.
  package let reviewsPerDay: Int

  /// Plans all cards that were answered and are not suspended.
  package init(of progress: Progress, on today: Int, over days: Int) {
    let span = max(1, days)
    var due = [Int](repeating: 0, count: span)
    for (card, standing) in progress.cards {
      guard progress.marks[card]?.isSuspended != true, let state = standing.state else { continue }
      let wait = state.daysUntilDue(from: today)
      if wait < span { due[max(0, wait)] += 1 }
    }
    self.days = span
    waiting = due[0]
    coming = due.dropFirst().reduce(0, +)
    // From any day on there must be room for what comes due from then to the end.
    var left = 0
    reviewsPerDay = due.indices.reversed().reduce(0) { most, day in
      left += due[day]
      let room = span - day
      return max(most, (left + room - 1) / room)
    }
  }
}

extension CardState {
  /// The learner's days until the card is due, below 0 where it is overdue.
  fileprivate func daysUntilDue(from today: Int) -> Int {
    switch due {
    case .moment: 0
    case .day(let day): day - today
    }
  }
}
