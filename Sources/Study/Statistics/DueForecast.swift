package import Decks
import Scheduling

/// On which days cards come back: a count over where they stand, without a look at any history.
package struct DueForecast: Hashable, Sendable {
  /// Cards due today or before.
  package private(set) var due = 0
  /// Cards due before today.
  package private(set) var overdue = 0
  /// Cards due per day from today on, those overdue left out.
  package private(set) var days: [Int]
  private let today: Int

  /// No cards yet.
  init(today: Int, days: Int) {
    self.today = today
    self.days = [Int](repeating: 0, count: days)
  }

  /// The cards of some that were answered; `hindrance` says what keeps one from being asked.
  package init(
    of cards: some Sequence<CardID>,
    in progress: Progress,
    on day: Int,
    days: Int,
    hindrance: (CardID) -> Hindrance?
  ) {
    self.init(today: day, days: days)
    for card in cards {
      guard let state = progress.state(of: card) else { continue }
      if let day = self.day(of: state, hindrance(card)) { count(day) }
    }
  }

  /// The learner's day on which a card is asked; nil for one that is set aside.
  func day(of state: CardState, _ hindrance: Hindrance?) -> Int? {
    let day = state.dueDay ?? today
    switch hindrance {
    case .suspended, .flagged: return nil
    case .buried: return max(day, today + 1)
    case nil: return day
    }
  }

  mutating func count(_ day: Int) {
    if day <= today { due += 1 }
    if day < today { overdue += 1 } else if day - today < days.count { days[day - today] += 1 }
  }
}
