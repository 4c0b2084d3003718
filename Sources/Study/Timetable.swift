import Decks
import Scheduling

/// The parameters in force with what is made of them once.
struct Timetable: Hashable, Sendable {
  let parameters: Parameters
  let days: DayReckoning
  /// The scheduler of all cards that are of no group, and then one for each group.
  let schedulers: [Scheduler]
  /// The places of the schedulers of grouped cards, by the cards' shares of chance.
  private let places: [UInt64: Int]

  init(_ parameters: Parameters) {
    self.parameters = parameters
    days = parameters.days
    schedulers = [parameters.scheduler] + parameters.groups.map { parameters.of($0).scheduler }
    places = parameters.groups.enumerated().reduce(into: [:]) { places, entry in
      for seed in entry.element.cards.map({ cardSeed($0.text) }) where places[seed] == nil {
        places[seed] = entry.offset + 1
      }
    }
  }

  /// Whether all cards are scheduled alike.
  var isUniform: Bool { places.isEmpty }

  /// The place of a card's scheduler, by the card's share of chance.
  ///
  /// An answer keeps that of the id under which it was given, so a history that goes on under another
  /// id gives the same states as before.
  func place(of seed: UInt64) -> Int {
    places.isEmpty ? 0 : places[seed] ?? 0
  }

  func scheduler(of seed: UInt64) -> Scheduler {
    schedulers[place(of: seed)]
  }

  func scheduler(of card: CardID) -> Scheduler {
    isUniform ? schedulers[0] : scheduler(of: cardSeed(card.text))
  }

  /// The state after an answer of the log.
  func next(_ state: CardState?, after answer: CardAnswer) -> CardState {
    schedulers[place(of: answer.seed)].next(state, after: answer)
  }

  static func == (left: Timetable, right: Timetable) -> Bool {
    left.parameters == right.parameters
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(parameters)
  }
}
