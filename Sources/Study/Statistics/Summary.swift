package import Decks
import Scheduling

/// One learner's figures at a moment, ready for the terminal, a page or JSON.
package struct Summary: Hashable, Sendable {
  /// The learner's day, in days since 1970-01-01.
  package var day = 0
  package var today = DayTally()
  /// Cards due on the learner's day or before, those left out that are missing or set aside.
  package var due = 0
  /// Cards that were never answered.
  package var new = 0
  /// Cards that were answered at least once.
  package var seen = 0
  package var retention = TrueRetention()
  /// Cards due on each of the next days; the first is today, without what is overdue.
  package var forecast: [Int] = []
  /// Cards that were due before today.
  package var overdue = 0
  package var decks: [DeckSummary] = []
  /// Whether the weights still fit the reviews.
  package var fitAge = FitAge(reviewsThen: nil, reviewsNow: 0)
  /// How "hard" is used.
  package var hardUse = HardUse()

  /// The days of the forecast.
  package static let forecastDays = 30
  /// The days over which true retention is counted.
  package static let retentionDays = 30
  /// The interval in days from which on a card is mature.
  package static let matureInterval = 21

  /// What was answered on one of the learner's days.
  package struct DayTally: Hashable, Sendable {
    package var reviews = 0
    package var newCards = 0
    package var grades: [Int] = [0, 0, 0, 0]
    package var firstTry = Share(of: 0, in: 0)
    /// Milliseconds, shortest first.
    package var times: [Int] = []
  }

  /// The first review of a card on a day, learning steps left out; again is a failure.
  package struct TrueRetention: Hashable, Sendable {
    /// Cards with an interval under 21 days.
    package var young = Share(of: 0, in: 0)
    package var mature = Share(of: 0, in: 0)

    package var all: Share {
      Share(of: young.successes + mature.successes, in: young.trials + mature.trials)
    }
  }

  package struct DeckSummary: Hashable, Sendable {
    package let id: String
    package let name: String
    package var cards = 0
    package var new = 0
    package var due = 0
    package var retention = Share(of: 0, in: 0)
  }
}

/// The questions of one deck, for counting.
package struct DeckRoll: Hashable, Sendable {
  package let id: String
  package let name: String
  package let cards: [CardID]

  package init(id: String, name: String, cards: [CardID]) {
    self.id = id
    self.name = name
    self.cards = cards
  }
}

extension Summary {
  /// Counts a learner's progress over the decks at hand.
  ///
  /// What keeps a card from being asked keeps it from being due: buried ones come back tomorrow.
  package init(
    of progress: Progress,
    decks rolls: [DeckRoll],
    at moment: Moment,
    hindrance: (CardID) -> Hindrance? = { _ in nil }
  ) {
    day = progress.days.day(of: moment.at, offset: moment.offset)
    var comingBack = DueForecast(today: day, days: Self.forecastDays)
    let counter = RetentionCounter(today: day, days: Self.retentionDays)
    var retention = RetentionCounter.Counts()
    for roll in rolls {
      var deck = DeckSummary(id: roll.id, name: roll.name)
      var own = RetentionCounter.Counts()
      for id in roll.cards {
        deck.cards += 1
        guard let card = progress.cards[id], let state = card.state else {
          deck.new += 1
          continue
        }
        counter.count(card.history, into: &own)
        guard let dueDay = comingBack.day(of: state, hindrance(id)) else { continue }
        comingBack.count(dueDay)
        if dueDay <= day { deck.due += 1 }
      }
      deck.retention = own.all
      retention.add(own)
      decks.append(deck)
    }
    (due, overdue, forecast) = (comingBack.due, comingBack.overdue, comingBack.days)
    new = decks.reduce(0) { $0 + $1.new }
    seen = decks.reduce(0) { $0 + $1.cards } - new
    self.retention = TrueRetention(young: retention.young, mature: retention.mature)
    today = DayTally(of: progress, on: day)
    fitAge = progress.fitAge
    let cards = rolls.lazy.flatMap(\.cards)
    hardUse = HardUse(of: cards.compactMap { progress.cards[$0]?.history }, today: day)
  }
}

extension Summary.DayTally {
  init(of progress: Progress, on day: Int) {
    var firstTries = 0
    var recalled = 0
    for card in progress.cards.values {
      guard let place = card.history.firstIndex(where: { $0.day == day }) else { continue }
      let answers = card.history[place...].filter { $0.day == day }
      if place == card.history.startIndex { newCards += 1 }
      firstTries += 1
      if answers.first?.grade != .again { recalled += 1 }
      for answer in answers {
        reviews += 1
        grades[answer.grade.rawValue - 1] += 1
        times.append(answer.elapsed)
      }
    }
    times.sort()
    firstTry = Share(of: recalled, in: firstTries)
  }
}

/// Counts true retention over the last days.
private struct RetentionCounter {
  let today: Int
  let days: Int

  struct Counts {
    var young = Share(of: 0, in: 0)
    var mature = Share(of: 0, in: 0)

    var all: Share {
      Share(of: young.successes + mature.successes, in: young.trials + mature.trials)
    }

    mutating func add(_ other: Counts) {
      young = young + other.young
      mature = mature + other.mature
    }
  }

  func count(_ history: [CardAnswer], into counts: inout Counts) {
    var lastDay: Int?
    for answer in history {
      defer { lastDay = answer.day }
      guard answer.wasInReview, answer.day != lastDay, answer.day > today - days,
        answer.day <= today
      else { continue }
      let trial = Share(of: answer.grade == .again ? 0 : 1, in: 1)
      if answer.intervalBefore >= Summary.matureInterval {
        counts.mature = counts.mature + trial
      } else {
        counts.young = counts.young + trial
      }
    }
  }
}

extension Share {
  fileprivate static func + (left: Share, right: Share) -> Share {
    Share(of: left.successes + right.successes, in: left.trials + right.trials)
  }
}
