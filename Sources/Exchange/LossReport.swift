package import Decks

/// What was lost on the way between two formats, entry by entry.
package struct LossReport: Hashable, Sendable {
  /// Where an entry stands: in the file that is read, or in a deck.
  package enum Place: Hashable, Sendable {
    case position(Deck.Position)
    case card(CardID)
  }

  package struct Entry: Hashable, Sendable {
    package let place: Place
    package let loss: Loss
  }

  package private(set) var entries: [Entry] = []

  package init() {}

  package mutating func add(_ loss: Loss, at place: Place) {
    entries.append(Entry(place: place, loss: loss))
  }

  package mutating func add(_ losses: [Loss], at place: Place) {
    for loss in losses { add(loss, at: place) }
  }

  /// How often each loss stands in the report.
  package var counts: [Loss: Int] {
    entries.reduce(into: [:]) { $0[$1.loss, default: 0] += 1 }
  }

  /// Entries that were left out as a whole, those that stand elsewhere not counted.
  package var leftOut: Int { entries.count { $0.loss.isWhole && $0.loss != .repeated } }
}
