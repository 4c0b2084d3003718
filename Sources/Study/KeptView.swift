import Decks
import Glibc
import Scheduling

/// The tables of a snapshot's cards, lent for the time of a call: looking into them counts no
/// references, which several threads would have to wait for.
struct KeptView {
  let head: UnsafeRawBufferPointer
  let layout: KeptCards.Layout
  let count: Int
  /// Whether all ids are plain ASCII.
  let isPlain: Bool

  func state(at place: Int) -> CardState? { KeptRecord.state(head, at: offset(place)) }

  /// The number that the key at the last answer is known by; nil where only the history has it.
  func key(at place: Int) -> UInt64? { KeptRecord.key(head, at: offset(place)) }

  func record(at place: Int) -> KeptRecord? { KeptRecord(head, at: offset(place)) }

  func id(at place: Int) -> CardID? {
    guard let record = record(at: place) else { return nil }
    let start = layout.ids + record.id.lowerBound
    return CardID(String(decoding: head[start..<start + record.id.count], as: UTF8.self))
  }

  /// The moments of all last answers, in the order of the places.
  var lastReviews: [Int64] { (0..<count).map { KeptRecord.lastReview(head, at: offset($0)) } }

  /// Whether a byte stands in any of the ids.
  func anyID(holds byte: UInt8) -> Bool {
    head[layout.ids..<layout.ids + layout.idLength].contains(byte)
  }

  /// The place of a card; nil where the snapshot does not have it.
  func place(of id: CardID) -> Int? {
    var text = id.text
    return text.withUTF8 { text in
      if let place = place(of: UnsafeRawBufferPointer(text)) { return place }
      return isPlain && text.isPlain ? nil : place(spelledOtherwise: id)
    }
  }

  /// The places of some candidates; nil for one that the snapshot does not have.
  ///
  /// Each lies somewhere else in memory, and fetching them one after the other takes longer than all
  /// else that is done to find what is due; so what is looked at is fetched for all together.
  func places(of cards: UnsafeBufferPointer<Candidate>.SubSequence) -> [Int?] {
    let hashes = cards.map { card in
      var text = card.id.text
      return text.withUTF8 { KeptCardsWriter.slot(of: UnsafeRawBufferPointer($0)) }
    }
    // Nothing but this between one look and the next, or they would wait for each other.
    let likely = hashes.map { likelyPlace(of: $0) }
    // The state is fetched along with the name, to be there when it is asked for.
    let names = likely.map { place -> (start: Int, length: Int, state: UInt32) in
      guard (0..<count).contains(place) else { return (0, -1, 0) }
      let record = offset(place)
      return (
        layout.ids + Int(head.half(record + 56)), Int(head.half(record + 84)),
        head.half(record + 20)
      )
    }
    let beginnings = names.map { head.half(min($0.start, head.count - 4)) }
    return cards.indices.map { index in
      let number = index - cards.startIndex
      var text = cards[index].id.text
      return text.withUTF8 { text in
        let id = UnsafeRawBufferPointer(text)
        let isLikely =
          id.count == names[number].length && (id.count < 4 || id.half(0) == beginnings[number])
          && head.has(id, at: names[number].start)
        return isLikely ? likely[number] : place(of: cards[index].id)
      }
    }
  }

  /// The place that a card of some hash nearly always has; -1 for none.
  ///
  /// It is chosen between two slots without a jump, which would have to wait for what is fetched.
  @inline(__always)
  private func likelyPlace(of hash: Int) -> Int {
    let mask = layout.slotCount - 1
    let first = Int(head.half(layout.slots + (hash & mask) * 4))
    let second = Int(head.half(layout.slots + ((hash &+ 1) & mask) * 4))
    let tag = KeptCardsWriter.tag(of: hash, layout.slotCount) * layout.slotCount
    return ((first & ~mask == tag ? first : second) & mask) - 1
  }

  private func offset(_ place: Int) -> Int { layout.records + place * KeptRecord.length }

  private func place(of id: UnsafeRawBufferPointer) -> Int? {
    let mask = layout.slotCount - 1
    let hash = KeptCardsWriter.slot(of: id)
    let tag = KeptCardsWriter.tag(of: hash, layout.slotCount) * layout.slotCount
    for step in 0..<layout.slotCount {
      let found = Int(head.half(layout.slots + ((hash &+ step) & mask) * 4))
      let place = (found & mask) - 1
      guard (0..<count).contains(place) else { return nil }
      if found & ~mask == tag, isCard(at: place, id) { return place }
    }
    return nil
  }

  /// The place of a card whose id is the same text in other bytes.
  ///
  /// The snapshot was written in the order of the ids, which knows no spellings.
  private func place(spelledOtherwise id: CardID) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      guard let other = self.id(at: middle) else { return nil }
      if other == id { return middle }
      if other < id { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private func isCard(at place: Int, _ id: UnsafeRawBufferPointer) -> Bool {
    let record = offset(place)
    return Int(head.half(record + 84)) == id.count
      && head.has(id, at: layout.ids + Int(head.half(record + 56)))
  }
}

extension UnsafeRawBufferPointer {
  /// The 32 bits at an offset.
  @inline(__always)
  func half(_ offset: Int) -> UInt32 {
    UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// Whether some bytes stand at an offset, where there is room for them.
  @inline(__always)
  fileprivate func has(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
    guard let here = baseAddress, let there = bytes.baseAddress else { return bytes.isEmpty }
    return memcmp(here + offset, there, bytes.count) == 0
  }
}

extension Sequence<UInt8> {
  /// Whether these are bytes of ASCII alone.
  @inline(__always)
  var isPlain: Bool { reduce(0, |) < 0x80 }
}
