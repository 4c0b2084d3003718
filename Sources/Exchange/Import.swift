package import Decks

/// What a file of another program's holds.
package struct Import: Sendable {
  /// A draft with the place where it stands in the file.
  package struct Entry: Hashable, Sendable {
    package var card: Card
    package let position: Deck.Position
  }

  package private(set) var entries: [Entry] = []
  package private(set) var report = LossReport()

  /// Takes a card that was read; one that a deck could not give back unchanged is left out.
  mutating func add(_ card: Card, _ text: IncomingText, at position: Deck.Position) {
    if let fault = text.fault {
      leaveOut(fault, at: position)
      return
    }
    var card = card
    card.status = .draft
    let printed = DeckParser.parse(Array(DeckPrinter.text(of: card).utf8))
    guard printed.cards.map(\.card) == [card],
      !printed.findings.contains(where: { $0.severity == .error })
    else {
      leaveOut(.notRepresentable, at: position)
      return
    }
    entries.append(Entry(card: card, position: position))
    report.add(text.losses, at: .position(position))
  }

  mutating func leaveOut(_ fault: Fault, at position: Deck.Position) {
    report.add(.notUnderstood(fault), at: .position(position))
  }

  mutating func note(_ loss: Loss, at position: Deck.Position) {
    report.add(loss, at: .position(position))
  }

  /// Leaves out what a deck holds already, and what stands twice in the file itself.
  ///
  /// Two cards are the same where they ask the same and the same is right.
  package mutating func dropRepeated(besides cards: [Card]) {
    var seen = Set(cards.map(\.provisionalID))
    let all = entries
    entries = []
    for entry in all {
      if seen.insert(entry.card.provisionalID).inserted {
        entries.append(entry)
      } else {
        report.add(.repeated, at: .position(entry.position))
      }
    }
  }
}
