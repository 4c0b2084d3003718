import Scheduling
import Storage

/// How many cards come back soon.
package struct DueOutlook: Hashable, Sendable {
  /// Cards due today or before.
  package private(set) var today = 0
  /// Cards due by the end of seven days, today the first of them.
  package private(set) var week = 0
  /// Cards due by the end of thirty days, today the first of them.
  package private(set) var month = 0

  package init() {}

  fileprivate mutating func count(_ state: CardState, from today: Int) {
    let wait: Int
    switch state.due {
    case .moment: wait = 0
    case .day(let day): wait = day - today
    }
    if wait <= 0 { self.today += 1 }
    if wait < 7 { week += 1 }
    if wait < 30 { month += 1 }
  }
}

extension Progress {
  /// The due dates as they stand.
  package func outlook(on day: Int) -> DueOutlook {
    outlook(on: day) { $0.state }
  }

  /// The due dates as they would be, had the weights of some parameters scheduled every card from its first answer: a
  /// measure of what they ask for, since dates that stand are never moved.
  package func outlook(on day: Int, under parameters: Parameters) -> DueOutlook {
    let timetable = Timetable(parameters)
    return outlook(on: day) { card in
      card.history.reduce(nil) { state, answer in
        timetable.scheduler(of: answer.seed).next(
          state,
          answer.grade,
          now: answer.at.milliseconds,
          day: answer.day,
          seed: answer.seed
        )
      }
    }
  }

  /// Counts all cards that were answered and are not suspended.
  private func outlook(on day: Int, state: (CardProgress) -> CardState?) -> DueOutlook {
    cards.reduce(into: DueOutlook()) { outlook, card in
      guard marks[card.key]?.isSuspended != true, let state = state(card.value) else { return }
      outlook.count(state, from: day)
    }
  }
}
