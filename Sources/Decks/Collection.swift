/// Decks that are studied together; ids are unique across all of them.
package struct Collection: Sendable {
  package let decks: [DeckFile]
  /// What only shows when decks stand side by side, per deck in the order of `decks`.
  package let findings: [[Finding]]
  /// Cards that can be read, in the order of the files, without those whose ids stand twice.
  package let entries: [Entry]
  /// The entry of each card and each stage.
  private let places: [CardID: Int]

  /// A card of the collection by its place.
  package struct Entry: Sendable {
    package let id: CardID
    package let deck: Int
    package let card: Int
  }

  package init(_ decks: [DeckFile]) {
    self.decks = decks
    var census = IDCensus()
    for (index, file) in decks.enumerated() { census.count(file, deck: index) }
    findings = census.findings(in: decks)
    entries = census.entries(in: decks)
    let places = entries.enumerated().flatMap { place, entry in
      let card = decks[entry.deck].deck.cards[entry.card].card
      return ([entry.id] + card.stageIDs(caseID: entry.id)).map { ($0, place) }
    }
    self.places = Dictionary(places, uniquingKeysWith: { first, _ in first })
  }

  /// The entry that holds a question's card.
  package func entry(holding id: CardID) -> Entry? {
    places[id.card].map { entries[$0] }
  }

  package func placed(_ entry: Entry) -> PlacedCard {
    decks[entry.deck].deck.cards[entry.card]
  }

  /// The questions of an entry's card, made anew.
  package func questions(of entry: Entry) -> [Question] {
    placed(entry).card.questions(id: entry.id, deck: decks[entry.deck].id)
  }
}

/// A deck with the file that it was read from.
package struct DeckFile: Sendable {
  package let path: String
  package let deck: Deck

  package init(path: String, deck: Deck) {
    self.path = path
    self.deck = deck
  }

  /// The id in the front matter, or the file's name without its extension.
  package var id: String { deck.frontMatter.id ?? baseName }

  /// The name for people.
  package var name: String { deck.frontMatter.name ?? baseName }

  private var baseName: String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".md") ? String(file.dropLast(3)) : file
  }
}

/// Finds ids that stand twice.
private struct IDCensus {
  private var places: [CardID: [(deck: Int, bytes: Range<Int>)]] = [:]

  mutating func count(_ file: DeckFile, deck: Int) {
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
        guard ids.allSatisfy({ places[$0]?.count == 1 }), placed.card.body != .unreadable,
          placed.stages.allSatisfy({ $0.card.body != .unreadable })
        else { continue }
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
