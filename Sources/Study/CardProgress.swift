package import Decks
package import Scheduling
package import Storage

/// One answer in a card's history, with what statistics need of that moment.
package struct CardAnswer: Hashable, Sendable {
  package let event: ULID
  package let at: Timestamp
  /// The learner's day.
  package let day: Int
  /// Minutes east of UTC.
  package let offset: Int
  package let grade: Grade
  package let isCorrect: Bool
  /// Milliseconds.
  package let elapsed: Int
  /// Whether the card had left its learning steps before this answer.
  package let wasInReview: Bool
  /// Days the card had been left for before this answer; 0 within a day.
  package let intervalBefore: Int
  /// The recall predicted before the answer.
  package let predicted: Double?
}

/// A card's history and where it stands.
package struct CardProgress: Hashable, Sendable {
  package private(set) var deck: String
  package private(set) var history: [CardAnswer] = []
  package private(set) var state: CardState?
  /// The fingerprints of the card when it was last answered.
  package private(set) var hash: ContentHash?

  init(deck: String) {
    self.deck = deck
  }

  mutating func take(_ answer: CardAnswer, state: CardState, hash: ContentHash, deck: String) {
    history.append(answer)
    self.state = state
    self.hash = hash
    self.deck = deck
  }

  mutating func remove(_ event: ULID) {
    history.removeAll { $0.event == event }
  }

  mutating func merge(_ other: CardProgress) {
    history = (history + other.history).sorted { ($0.at, $0.event) < ($1.at, $1.event) }
  }

  /// Computes the state anew from the whole history.
  mutating func recompute(with scheduler: Scheduler, seed: UInt64) {
    state = nil
    for answer in history {
      state = scheduler.next(
        state,
        answer.grade,
        now: answer.at.milliseconds,
        day: answer.day,
        seed: seed
      )
    }
  }

  /// Computes stability and difficulty anew and leaves the rest of the state as it stands.
  mutating func recomputeMemory(with scheduler: Scheduler, seed: UInt64) {
    let standing = state
    recompute(with: scheduler, seed: seed)
    if let memory = state?.memory, var kept = standing {
      kept.memory = memory
      state = kept
    }
  }
}

extension CardState {
  /// The interval in whole days, 0 within a day.
  package var wholeDays: Int {
    if case .days(let days) = interval { return days }
    return 0
  }
}
