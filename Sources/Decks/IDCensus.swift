/// Finds ids that stand twice.
struct IDCensus {
  private var places: [CardID: [(deck: Int, bytes: Range<Int>)]] = [:]

  init(_ decks: [DeckFile]) {
    for (index, file) in decks.enumerated() { count(file, deck: index) }
  }

  private mutating func count(_ file: DeckFile, deck: Int) {
    for placed in file.deck.cards {
      let id = placed.card.id ?? placed.card.provisionalID
      places[id, default: []].append((deck, placed.heading.idBytes ?? placed.heading.bytes))
      for stage in placed.stages {
        guard let stageID = stage.card.id else { continue }
        places[stageID, default: []].append((deck, stage.heading.idBytes ?? stage.heading.bytes))
      }
    }
  }

  private static let mostPlaces = 3

  func findings(in decks: [DeckFile]) -> [[Finding]] {
    var findings = decks.map { _ in [Finding]() }
    for (id, found) in places where found.count > 1 {
      for place in found {
        // A few places are enough to find the fault by, however often the id stands.
        let others = found.lazy.filter { $0.deck != place.deck || $0.bytes != place.bytes }
          .prefix(Self.mostPlaces).map { other in
            let file = decks[other.deck]
            return "\(file.path):\(file.deck.position(of: other.bytes.lowerBound).line)"
          }
        findings[place.deck].append(.duplicateID(id, also: Array(others), at: place.bytes))
      }
    }
    return findings.map { $0.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound } }
  }

  /// Cards whose ids, and those of their stages, stand once.
  func entries(in decks: [DeckFile]) -> [Collection.Entry] {
    var entries: [Collection.Entry] = []
    for (deckIndex, file) in decks.enumerated() {
      for (cardIndex, placed) in file.deck.cards.enumerated() {
        let id = placed.card.id ?? placed.card.provisionalID
        let ids = [id] + placed.stages.compactMap(\.card.id)
        guard placed.isReadable, ids.allSatisfy({ places[$0]?.count == 1 }) else { continue }
        entries.append(Collection.Entry(id: id, deck: deckIndex, card: cardIndex))
      }
    }
    return entries
  }
}

extension Finding {
  fileprivate static func duplicateID(
    _ id: CardID,
    also others: [String],
    at bytes: Range<Int>
  ) -> Finding {
    let places = others.joined(separator: " and ")
    let message =
      id.isProvisional
      ? "The same card stands also at \(places). Neither is studied until one is changed or taken out."
      : "The id \"\(id)\" stands also at \(places). Neither card is studied until one has another id."
    return Finding(rule: "duplicate-id", severity: .error, message: message, bytes: bytes)
  }
}
