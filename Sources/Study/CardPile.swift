import Decks
import Storage

/// Cards and the faces they had when they were answered, numbered in the order they were met.
///
/// A log names a card and its face in every line, mostly the face that it named before. With a hundred
/// thousand cards what costs time is fetching from memory what that is compared with. So it lies in
/// one place for each card, and is fetched for many lines together.
struct CardPile: Sendable {
  /// What stands in a place: five numbers, then the id, then the three fingerprints of a face.
  private var places: [UInt8] = []
  /// By their numbers, where the first place of each card and the place of each face begin.
  private var cards: [Int] = []
  private var faces: [Int] = []
  private var decks = ByteIndex()
  /// Keeps what is only looked at from being left out.
  private var fetched: UInt8 = 0
  /// An open table of what the ids are known by, a power of two long.
  private var slots = [Slot](repeating: Slot(), count: 1024)

  /// What waits for its numbers: the hashes of ids, and their bytes with those of the fingerprints.
  private var waiting: [Wanted] = []
  private var waitingBytes: [UInt8] = []

  private static let mostWaiting = 64

  private struct Slot {
    /// Part of the hash, so that few other ids are compared.
    var tag: UInt32 = 0
    /// Where the newest place of the card begins, in units of eight bytes, and one; 0 for none.
    var place: UInt32 = 0
  }

  /// The numbers of a card and of its face.
  struct Numbers {
    let card: Int32
    let face: Int32
  }

  /// A card and a face to be found, and where their bytes wait.
  private struct Wanted {
    let hash: Int
    let deck: Int32
    let name: Int32
    let stem: Int32
    let key: Int32
    let rest: Int32
    let start: Int

    var tag: UInt32 { UInt32(truncatingIfNeeded: hash >> 24) }
    var prints: Int { Int(stem + key + rest) }
  }

  /// Takes the card and the face of a line; true when it is time to ask for the numbers.
  mutating func take(_ line: ReviewLine) -> Bool {
    let wanted = Wanted(
      hash: KeptCardsWriter.slot(of: line.card),
      deck: Int32(decks.number(of: line.deck)),
      name: Int32(line.card.count),
      stem: Int32(line.stem.count),
      key: Int32(line.key.count),
      rest: Int32(line.rest.count),
      start: waitingBytes.count
    )
    waitingBytes.append(contentsOf: line.card)
    waitingBytes.append(contentsOf: line.stem)
    waitingBytes.append(contentsOf: line.key)
    waitingBytes.append(contentsOf: line.rest)
    waiting.append(wanted)
    return waiting.count == Self.mostWaiting
  }

  /// Gives the numbers of all that was taken since the last call, in its order: those known before,
  /// or the next.
  mutating func number(_ body: (Numbers) -> Void) {
    fetch()
    let (wanted, bytes) = (waiting, waitingBytes)
    bytes.withUnsafeBytes { bytes in
      for wanted in wanted {
        let name = bytes[wanted.start..<wanted.start + Int(wanted.name)]
        let prints = bytes[name.endIndex..<name.endIndex + wanted.prints]
        body(numbers(wanted, .init(rebasing: name), .init(rebasing: prints)))
      }
    }
    waiting.removeAll(keepingCapacity: true)
    waitingBytes.removeAll(keepingCapacity: true)
  }

  /// Looks at all places that will be looked at, one not waiting for the other.
  private mutating func fetch() {
    var starts = [Int](repeating: 0, count: waiting.count)
    for (index, wanted) in waiting.enumerated() {
      starts[index] = Int(slots[wanted.hash & (slots.count - 1)].place)
    }
    var sum: UInt8 = 0
    for start in starts where start > 0 { sum &+= places[(start - 1) * 8] }
    fetched &+= sum
  }

  private mutating func numbers(
    _ wanted: Wanted,
    _ name: UnsafeRawBufferPointer,
    _ prints: UnsafeRawBufferPointer
  ) -> Numbers {
    var slot = wanted.hash & (slots.count - 1)
    while slots[slot].place != 0 {
      let start = Int(slots[slot].place - 1) * 8
      if slots[slot].tag == wanted.tag, let place = known(start, name) {
        if isFace(place, wanted, prints) { return place.numbers }
        return add(wanted, card: Int(place.numbers.card), name, prints, at: slot)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    defer { if cards.count * 2 > slots.count { grow() } }
    cards.append(places.count)
    return add(wanted, card: cards.count - 1, name, prints, at: slot)
  }

  /// Takes the faces of another pile; gives the numbers of each here.
  mutating func join(_ other: CardPile) -> [Numbers] {
    let deckNumbers = other.deckNames.map { name in
      Array(name.utf8).withUnsafeBytes { Int32(decks.number(of: $0)) }
    }
    return other.places.withUnsafeBytes { bytes in
      other.faces.map { start in
        let place = other.place(start)
        let name = UnsafeRawBufferPointer(rebasing: bytes[start + Place.length..<place.prints])
        let wanted = Wanted(
          hash: KeptCardsWriter.slot(of: name),
          deck: deckNumbers[place.deck],
          name: Int32(place.name),
          stem: Int32(place.stem),
          key: Int32(place.key),
          rest: Int32(place.rest),
          start: 0
        )
        let prints = bytes[place.prints..<place.prints + wanted.prints]
        return numbers(wanted, name, UnsafeRawBufferPointer(rebasing: prints))
      }
    }
  }

  /// The cards by their numbers; nil where two of them are spellings of one.
  var ids: [CardID]? {
    let ids = cards.map { CardID(place($0).id(places)) }
    let isPlain = ids.allSatisfy { $0.text.utf8.allSatisfy { $0 < 0x80 } }
    return isPlain || Set(ids).count == ids.count ? ids : nil
  }

  var cardCount: Int { cards.count }

  /// The names of all decks by their numbers.
  var deckNames: [String] { (0..<decks.count).map { decks.text($0) } }

  /// A face with texts of its own.
  func face(_ number: Int, deckNames: [String]) -> CardFace {
    let place = place(faces[number])
    var start = place.prints
    func text(_ length: Int) -> String {
      defer { start += length }
      return String(decoding: places[start..<start + length], as: UTF8.self)
    }
    let (stem, key, rest) = (text(place.stem), text(place.key), text(place.rest))
    return CardFace(
      deck: deckNames[place.deck],
      hash: ContentHash(stem: stem, key: key, rest: rest)
    )
  }
}

// MARK: - Places

extension CardPile {
  /// The numbers at the beginning of a place.
  private struct Place {
    static let length = 32

    let start: Int
    let numbers: Numbers
    let deck: Int
    /// The bytes of the id and of the fingerprints.
    let name: Int
    let stem: Int
    let key: Int
    let rest: Int

    /// Where the fingerprints begin.
    var prints: Int { start + Self.length + name }

    func id(_ places: [UInt8]) -> String {
      String(decoding: places[start + Self.length..<prints], as: UTF8.self)
    }
  }

  @inline(__always)
  private func place(_ start: Int) -> Place {
    places.withUnsafeBytes { bytes in
      func number(_ index: Int) -> Int32 {
        bytes.load(fromByteOffset: start + index * 4, as: Int32.self)
      }
      return Place(
        start: start,
        numbers: Numbers(card: number(0), face: number(1)),
        deck: Int(number(2)),
        name: Int(number(3)),
        stem: Int(number(4)),
        key: Int(number(5)),
        rest: Int(number(6))
      )
    }
  }

  /// The place that begins somewhere, where it is that of a card.
  @inline(__always)
  private func known(_ start: Int, _ id: UnsafeRawBufferPointer) -> Place? {
    let place = place(start)
    return place.name == id.count && has(id, at: start + Place.length) ? place : nil
  }

  @inline(__always)
  private func isFace(
    _ place: Place,
    _ wanted: Wanted,
    _ prints: UnsafeRawBufferPointer
  ) -> Bool {
    place.deck == wanted.deck && place.stem == wanted.stem && place.key == wanted.key
      && place.rest == wanted.rest && has(prints, at: place.prints)
  }

  @inline(__always)
  private func has(_ text: UnsafeRawBufferPointer, at start: Int) -> Bool {
    places.withUnsafeBytes {
      UnsafeRawBufferPointer(rebasing: $0[start..<start + text.count]).isSame(as: text)
    }
  }

  private mutating func add(
    _ wanted: Wanted,
    card: Int,
    _ name: UnsafeRawBufferPointer,
    _ prints: UnsafeRawBufferPointer,
    at slot: Int
  ) -> Numbers {
    let numbers = Numbers(card: Int32(card), face: Int32(faces.count))
    faces.append(places.count)
    slots[slot] = Slot(tag: wanted.tag, place: UInt32(places.count / 8 + 1))
    for number in [
      numbers.card, numbers.face, wanted.deck, wanted.name, wanted.stem, wanted.key, wanted.rest, 0,
    ] { withUnsafeBytes(of: number) { places.append(contentsOf: $0) } }
    places.append(contentsOf: name)
    places.append(contentsOf: prints)
    while places.count % 8 != 0 { places.append(0) }
    return numbers
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 4)
    for known in old where known.place != 0 {
      let place = place(Int(known.place - 1) * 8)
      let range = place.start + Place.length..<place.prints
      let hash = places.withUnsafeBytes {
        KeptCardsWriter.slot(of: UnsafeRawBufferPointer(rebasing: $0[range]))
      }
      var slot = hash & (slots.count - 1)
      while slots[slot].place != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = known
    }
  }
}
