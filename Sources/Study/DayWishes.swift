package import Decks
package import Scheduling

/// What a learner wishes of the days on which cards come back.
package struct DayWishes: Hashable, Sendable {
  package var easyDays: EasyDays
  /// The learner's day of an examination; no interval goes beyond its eve.
  package var exam: Int?
  /// Cards that are asked far from the one at hand.
  package var siblings: [CardID]

  package init(easyDays: EasyDays = EasyDays(), exam: Int? = nil, siblings: [CardID] = []) {
    self.easyDays = easyDays
    self.exam = exam
    self.siblings = siblings
  }
}

extension Progress {
  /// What decides on which day a card comes back.
  func balancer(for card: CardID, _ wishes: DayWishes) -> Balancer {
    Balancer(
      load: dueCards,
      leaving: state(of: card)?.dueDay,
      siblings: wishes.siblings.filter { $0 != card }.compactMap { state(of: $0)?.dueDay },
      easyDays: wishes.easyDays,
      lastDay: wishes.exam.map { $0 - 1 }
    )
  }
}
