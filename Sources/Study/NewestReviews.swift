package import Decks
import Scheduling
package import Storage

/// The newest reviews: the order of all follows from the histories, so it is not kept beside them.
extension Progress {
  /// The newest review that is not undone.
  package var lastReview: ReviewPlace? { newestReviews(1).last?.place }

  /// The moment of the newest review, by the clock of its device.
  package var latestMoment: Timestamp? { newestReviews(1).last?.answer.at }

  /// The cards of the newest reviews, oldest first, as long as they lie on one of the learner's days.
  package func latestCards(_ count: Int, on day: Int) -> [CardID] {
    newestReviews(count).map(\.place.card).filter { state(of: $0)?.lastDay == day }
  }

  /// The newest reviews of all, oldest first.
  private func newestReviews(_ count: Int) -> [(place: ReviewPlace, answer: CardAnswer)] {
    // Each of them belongs to one of as many cards that were answered last.
    cards.latest(count).flatMap { card in
      card.value.history.suffix(count).map { (ReviewPlace(id: $0.event, card: card.key), $0) }
    }.sorted { ($0.answer.at, $0.place.id) < ($1.answer.at, $1.place.id) }.suffix(count)
  }

  /// The card whose history has the review of an event, and how it stands.
  func card(answeredBy event: ULID) -> (key: CardID, value: CardProgress)? {
    func has(_ card: (key: CardID, value: CardProgress)) -> Bool {
      card.value.history.contains { $0.event == event }
    }
    if let id = recent.card(of: event), let card = cards[id], has((id, card)) { return (id, card) }
    return cards.latest(1).first(where: has) ?? cards.first(where: has)
  }
}

/// The reviews applied last, so that what is taken back is found without a look at every card.
///
/// It says nothing that the histories do not, and two progresses do not differ by it.
struct RecentReviews: Hashable, Sendable {
  private var places: [Progress.ReviewPlace] = []

  static let most = 64

  mutating func note(_ place: Progress.ReviewPlace) {
    if places.count == 2 * Self.most { places.removeFirst(Self.most) }
    places.append(place)
  }

  func card(of event: ULID) -> CardID? {
    places.last { $0.id == event }?.card
  }

  static func == (left: RecentReviews, right: RecentReviews) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}
