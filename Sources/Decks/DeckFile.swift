import Synchronization

/// A deck with the file that it was read from; one that has an index is parsed when it is wanted.
package struct DeckFile: Sendable {
  package let path: String
  /// What is known of it without parsing it; nil where it was parsed.
  package let index: DeckIndex?
  private let text: DeckText

  package init(path: String, deck: Deck) {
    self.path = path
    index = nil
    text = DeckText(deck)
  }

  /// A deck that is known by its index; `read` gives a part of its file, or all of it, as long as it
  /// is as it was then, and `readAnew` the file as it is now.
  package init(
    path: String,
    index: DeckIndex,
    read: @escaping @Sendable (Range<Int>?) -> [UInt8]?,
    readAnew: @escaping @Sendable () -> [UInt8]
  ) {
    self.path = path
    self.index = index
    text = DeckText(read: read, readAnew: readAnew)
  }

  /// The deck, parsed now if it was not before.
  package var deck: Deck { text.deck }

  /// The file's bytes.
  package var source: [UInt8] { text.source }

  /// The id in the front matter, or the file's name without its extension.
  package var id: String { (index?.id ?? (index == nil ? deck.frontMatter.id : nil)) ?? baseName }

  /// The name for people.
  package var name: String {
    (index?.name ?? (index == nil ? deck.frontMatter.name : nil)) ?? baseName
  }

  /// The front matter, read alone where the deck was not parsed.
  package var frontMatter: FrontMatter {
    guard let index, !text.isParsed else { return deck.frontMatter }
    guard let first = index.cards.first, let head = text.read(0..<first.bytes.lowerBound) else {
      return deck.frontMatter
    }
    return DeckParser.parse(head).frontMatter
  }

  /// A card by its place, parsed alone where the deck was not; nil where the file has it no more.
  func card(_ place: Int) -> Card? {
    if let index, !text.isParsed, let part = text.read(index.cards[place].bytes) {
      return DeckParser.parse(part).cards.first?.card
    }
    return placed(place)?.card
  }

  /// A card by its place, with its place in the file; nil where the file has it no more.
  func placed(_ place: Int) -> PlacedCard? {
    let cards = deck.cards
    guard let known = index?.cards[place].id else { return cards[place] }
    func isKnown(_ placed: PlacedCard) -> Bool {
      (placed.card.id ?? placed.card.provisionalID) == known
    }
    // The file may have changed since its index was made.
    if cards.indices.contains(place), isKnown(cards[place]) { return cards[place] }
    return cards.first(where: isKnown)
  }

  /// How many cards it has, whether they can be read or not.
  package var cardCount: Int { index?.cards.count ?? deck.cards.count }

  /// Cards that wait for a person to accept them.
  package var draftCount: Int {
    index?.draftCount ?? deck.cards.count { $0.card.status == .draft }
  }

  private var baseName: String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".md") ? String(file.dropLast(3)) : file
  }
}

/// The text of a deck file, read and parsed as late as can be.
private final class DeckText: Sendable {
  let read: @Sendable (Range<Int>?) -> [UInt8]?
  private let readAnew: @Sendable () -> [UInt8]
  private let parsed: Mutex<Deck?>
  private let kept = Mutex<[UInt8]?>(nil)

  init(_ deck: Deck) {
    read = { _ in nil }
    readAnew = { [] }
    parsed = Mutex(deck)
  }

  init(
    read: @escaping @Sendable (Range<Int>?) -> [UInt8]?,
    readAnew: @escaping @Sendable () -> [UInt8]
  ) {
    self.read = read
    self.readAnew = readAnew
    parsed = Mutex(nil)
  }

  var isParsed: Bool { parsed.withLock { $0 != nil } }

  var deck: Deck {
    parsed.withLock { parsed in
      if let parsed { return parsed }
      let deck = DeckParser.parse(source(orParsed: nil))
      parsed = deck
      return deck
    }
  }

  var source: [UInt8] { source(orParsed: parsed.withLock { $0 }) }

  private func source(orParsed deck: Deck?) -> [UInt8] {
    if let deck { return deck.source }
    return kept.withLock { kept in
      if let kept { return kept }
      let bytes = read(nil) ?? readAnew()
      kept = bytes
      return bytes
    }
  }
}
