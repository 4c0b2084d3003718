/// Decks that are studied together; ids are unique across all of them.
package struct Collection: Sendable {
  package let decks: [DeckFile]
  /// Cards that can be read, in the order of the files, without those whose ids stand twice.
  package let entries: [Entry]
  /// The entry of each card and each stage.
  private let places: EntryPlaces

  /// A card of the collection by its place.
  package struct Entry: Sendable {
    package let id: CardID
    package let deck: Int
    package let card: Int
  }

  package init(_ decks: [DeckFile]) {
    self.decks = decks
    if let indexed = EntryPlaces.indexed(decks) {
      (entries, places) = indexed
      return
    }
    let entries = IDCensus(decks).entries(in: decks)
    self.entries = entries
    let known = entries.enumerated().flatMap { place, entry in
      let card = decks[entry.deck].deck.cards[entry.card].card
      return ([entry.id] + card.stageIDs(caseID: entry.id)).map { ($0, place) }
    }
    places = .named(Dictionary(known, uniquingKeysWith: { first, _ in first }))
  }

  /// What only shows when decks stand side by side, per deck in the order of `decks`.
  package var findings: [[Finding]] { IDCensus(decks).findings(in: decks) }

  /// The entry that holds a question's card.
  package func entry(holding id: CardID) -> Entry? {
    places.place(of: id.card, decks).map { entries[$0] }
  }

  /// The card of an entry with its place in its file, unreadable where the file has it no more.
  package func placed(_ entry: Entry) -> PlacedCard {
    decks[entry.deck].placed(entry.card)
      ?? PlacedCard(card: .gone, heading: .none, lines: 0..<0, stages: [])
  }

  /// The card of an entry, unreadable where its file has it no more.
  package func card(of entry: Entry) -> Card {
    decks[entry.deck].card(entry.card) ?? .gone
  }

  /// The questions of an entry's card, made anew.
  package func questions(of entry: Entry) -> [Question] {
    card(of: entry).questions(id: entry.id, deck: decks[entry.deck].id)
  }

  /// What the index knows of an entry; nil where its deck was parsed.
  package func indexed(_ entry: Entry) -> (DeckIndex.Card, ArraySlice<DeckIndex.Question>)? {
    guard let index = decks[entry.deck].index else { return nil }
    let card = index.cards[entry.card]
    return (card, index.questions[card.questions])
  }
}

extension Card {
  fileprivate static let gone = Card(kind: .basic, body: .unreadable)
}

/// Where the entry of each card and each stage is found.
private enum EntryPlaces: Sendable {
  case named([CardID: Int])
  /// By hashes; the index of the deck has the ids.
  case indexed(IDTable, owners: [Owner])

  /// A card or a stage of one, by its entry.
  struct Owner: Sendable {
    let id: CardID
    let entry: Int
  }

  func place(of id: CardID, _ decks: [DeckFile]) -> Int? {
    switch self {
    case .named(let places): return places[id]
    case .indexed(let table, let owners):
      let owner = table.place(of: id) { owners[$0].id == id }
      return owner.map { owners[$0].entry }.flatMap { $0 < 0 ? nil : $0 }
    }
  }

  /// The entries of decks that all have an index; nil where one has none, or an id stands twice.
  static func indexed(_ decks: [DeckFile]) -> ([Collection.Entry], EntryPlaces)? {
    guard decks.allSatisfy({ $0.index != nil }) else { return nil }
    let indexes = decks.compactMap(\.index)
    let count = indexes.reduce(0) { $0 + $1.cards.count + $1.questions.count }
    var table = IDTable(capacity: count)
    var owners: [Owner] = []
    var entries: [Collection.Entry] = []
    owners.reserveCapacity(count)
    entries.reserveCapacity(count)
    /// Notes an id; false where it stands twice.
    func note(_ id: CardID, _ entry: Int) -> Bool {
      guard table.add(id, owners.count, isSame: { owners[$0].id == id }) else { return false }
      owners.append(Owner(id: id, entry: entry))
      return true
    }
    for (deck, index) in indexes.enumerated() {
      for (place, card) in index.cards.enumerated() {
        // What cannot be read is no entry, and yet its id is taken.
        let entry = card.isSound ? entries.count : -1
        guard note(card.id, entry) else { return nil }
        for stage in card.stages { guard note(stage, entry) else { return nil } }
        guard card.isSound else { continue }
        entries.append(Collection.Entry(id: card.id, deck: deck, card: place))
        guard card.isCase else { continue }
        for question in index.questions[card.questions] {
          // Stages without ids of their own are found by those that were made up for them.
          let stage = question.id.card
          if stage.text.contains("~") { _ = note(stage, entry) }
        }
      }
    }
    return (entries, .indexed(table, owners: owners))
  }
}
