import Decks
import Glibc
import Scheduling
import Storage
import Synchronization

/// The cards of a snapshot: where they stand is in memory, their histories are read from the file
/// when they are asked for.
///
/// Three tables in the head of the file: a record a card, the slots of a hash table over the ids, and
/// the ids. A history that is damaged is replaced by what the log gives, and noted.
final class KeptCards: Sendable {
  let count: Int
  private let file: KeptFile
  private let layout: Layout
  private let terms: Int
  private let repair: Mutex<Repair>

  /// Where the tables lie in the head.
  struct Layout {
    let records: Int
    let slots: Int
    let slotCount: Int
    let ids: Int
    let idLength: Int
  }

  /// What is done about damage.
  private struct Repair {
    /// Replays the part of the log that the snapshot stands for; nil where that cannot be read.
    let replay: @Sendable () -> CardTable?
    var replayed: CardTable?
    var wasNeeded = false
  }

  /// The tables that begin at a place of the head, all of them checked.
  init(
    _ file: KeptFile,
    at start: Int,
    terms: Int,
    replay: @escaping @Sendable () -> CardTable?
  ) throws(SnapshotReader.Fault) {
    let result = file.head.withUnsafeBytes { head in
      Result { () throws(SnapshotReader.Fault) in
        try Layout.read(head, at: start, bodyLength: file.bodyLength)
      }
    }
    let (layout, count) = try result.get()
    self.file = file
    self.layout = layout
    self.count = count
    self.terms = terms
    repair = Mutex(Repair(replay: replay))
  }

  /// Whether a history had to be made anew.
  var wasRepaired: Bool { repair.withLock { $0.wasNeeded } }

  /// The place of a card; nil where the snapshot does not have it.
  func place(of id: CardID) -> Int? {
    var text = id.text
    return text.withUTF8 { text in
      let id = UnsafeRawBufferPointer(text)
      return file.head.withUnsafeBytes { place(of: id, in: $0) }
    }
  }

  /// The places of some candidates; nil for one that the snapshot does not have.
  ///
  /// Each lies somewhere else in memory, and fetching them one after the other takes longer than all
  /// else that is done to find what is due; so what is looked at is fetched for all together.
  func places(of cards: ArraySlice<Candidate>) -> [Int?] {
    file.head.withUnsafeBytes { head in
      let hashes = cards.map { card in
        var text = card.id.text
        return text.withUTF8 { KeptCardsWriter.slot(of: UnsafeRawBufferPointer($0)) }
      }
      // Nothing but this between one look and the next, or they would wait for each other.
      let first = hashes.map { hash in
        Int(head.half(layout.slots + (hash & (layout.slotCount - 1)) * 4)) - 1
      }
      let names = first.map { place -> (start: Int, length: Int) in
        guard (0..<count).contains(place) else { return (0, -1) }
        let record = offset(place)
        return (layout.ids + Int(head.half(record + 56)), Int(head.half(record + 84)))
      }
      return cards.indices.map { index in
        let name = names[index - cards.startIndex]
        var text = cards[index].id.text
        return text.withUTF8 { text in
          let id = UnsafeRawBufferPointer(text)
          let isFirst = id.count == name.length && head.has(id, at: name.start)
          return isFirst ? first[index - cards.startIndex] : place(of: id, in: head)
        }
      }
    }
  }

  func state(at place: Int) -> CardState? {
    file.head.withUnsafeBytes { KeptRecord.state($0, at: offset(place)) }
  }

  /// The key at the last answer, by its fingerprint.
  func key(at place: Int) -> Fingerprint? {
    let number = file.head.withUnsafeBytes { KeptRecord.key($0, at: offset(place)) }
    if let number { return .number(number) }
    return card(at: place).hash.map { Fingerprint($0.key) }
  }

  func id(at place: Int) -> CardID {
    guard let record = record(at: place) else { return CardID("") }
    return file.head.withUnsafeBytes { head in
      let start = layout.ids + record.id.lowerBound
      return CardID(String(decoding: head[start..<start + record.id.count], as: UTF8.self))
    }
  }

  func record(at place: Int) -> KeptRecord? {
    file.head.withUnsafeBytes { KeptRecord($0, at: offset(place)) }
  }

  /// The moments of all last answers, in the order of the places.
  func lastReviews() -> [Int64] {
    file.head.withUnsafeBytes { head in
      (0..<count).map { KeptRecord.lastReview(head, at: offset($0)) }
    }
  }

  /// Whether a byte stands in any of the ids.
  func anyID(holds byte: UInt8) -> Bool {
    file.head[layout.ids..<layout.ids + layout.idLength].contains(byte)
  }

  /// The card with its history.
  func card(at place: Int) -> CardProgress {
    card(at: place, history: history(at: place))
  }

  /// The bytes of a card's history; nil where they are damaged.
  func history(at place: Int) -> [UInt8]? {
    var window = HistoryWindow(reach: 0)
    return record(at: place).flatMap { history(of: $0, &window) }
  }

  /// The same through a window, for many cards in their order.
  func history(of record: KeptRecord, _ window: inout HistoryWindow) -> [UInt8]? {
    guard let bytes = window.bytes(record.history, of: file),
      UInt32(truncatingIfNeeded: BlockSum.of(bytes)) == record.sum
    else { return nil }
    return bytes
  }

  /// The part of the histories that was read last.
  struct HistoryWindow {
    /// How much more than is asked for is read at once, in bytes.
    let reach: Int
    private var start = 0
    private var part: [UInt8] = []

    init(reach: Int) {
      self.reach = reach
    }

    mutating func bytes(_ range: Range<Int>, of file: KeptFile) -> [UInt8]? {
      guard range.lowerBound < start || range.upperBound > start + part.count else {
        return Array(part[range.lowerBound - start..<range.upperBound - start])
      }
      let end = max(range.upperBound, min(file.bodyLength, range.lowerBound + reach))
      guard range.upperBound <= file.bodyLength, let read = file.body(range.lowerBound..<end) else {
        return nil
      }
      (start, part) = (range.lowerBound, read)
      return Array(part[..<range.count])
    }
  }

  /// Whether all histories are as they were written.
  var isWhole: Bool {
    (0..<count).allSatisfy { place in
      history(at: place).flatMap { decoded($0, at: place) } != nil
    }
  }
}

extension KeptCards {
  private func offset(_ place: Int) -> Int { layout.records + place * KeptRecord.length }

  private func place(of id: UnsafeRawBufferPointer, in head: UnsafeRawBufferPointer) -> Int? {
    let mask = layout.slotCount - 1
    var slot = KeptCardsWriter.slot(of: id) & mask
    for _ in 0..<layout.slotCount {
      let found = head.half(layout.slots + slot * 4)
      guard found > 0, found <= count else { return nil }
      let record = offset(Int(found) - 1)
      let length = Int(head.half(record + 84))
      if length == id.count {
        let start = layout.ids + Int(head.half(record + 56))
        if head.has(id, at: start) { return Int(found) - 1 }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func card(at place: Int, history: [UInt8]?) -> CardProgress {
    if let card = history.flatMap({ decoded($0, at: place) }) { return card }
    let id = id(at: place)
    let repaired = repair.withLock { repair in
      if !repair.wasNeeded {
        repair.wasNeeded = true
        repair.replayed = repair.replay()
      }
      return repair.replayed?[id]
    }
    // Where not even the log can be read any more, the card still stands where it stood.
    return repaired ?? CardProgress(state: state(at: place))
  }

  private func decoded(_ history: [UInt8], at place: Int) -> CardProgress? {
    let seed = cardSeed(id(at: place).text)
    return history.withUnsafeBytes { bytes in
      var reader = SnapshotReader(bytes)
      guard var card = try? reader.history(seed: seed, terms: terms), reader.isAtEnd else {
        return nil
      }
      card.state = state(at: place)
      return card
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The 32 bits at an offset.
  @inline(__always)
  fileprivate func half(_ offset: Int) -> UInt32 {
    UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// Whether some bytes stand at an offset, where there is room for them.
  @inline(__always)
  fileprivate func has(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
    guard let here = baseAddress, let there = bytes.baseAddress else { return bytes.isEmpty }
    return memcmp(here + offset, there, bytes.count) == 0
  }
}

extension KeptCards.Layout {
  /// Reads how long the tables are, and sees that every record points into them; gives also their
  /// count.
  fileprivate static func read(
    _ head: UnsafeRawBufferPointer,
    at start: Int,
    bodyLength: Int
  ) throws(SnapshotReader.Fault) -> (layout: KeptCards.Layout, count: Int) {
    guard start >= 0, start + 24 <= head.count else { throw SnapshotReader.Fault() }
    let sizes = (0..<3).map { Int(head.half(start + $0 * 8)) }
    let (count, slotCount, idLength) = (sizes[0], sizes[1], sizes[2])
    let records = start + 24
    let slots = records + count * KeptRecord.length
    let ids = slots + slotCount * 4
    guard slotCount > count, slotCount & (slotCount - 1) == 0, ids + idLength == head.count else {
      throw SnapshotReader.Fault()
    }
    for place in 0..<count {
      let record = KeptRecord.ranges(head, at: records + place * KeptRecord.length)
      guard let record, record.id.upperBound <= idLength, record.history.upperBound <= bodyLength
      else { throw SnapshotReader.Fault() }
    }
    let layout = KeptCards.Layout(
      records: records,
      slots: slots,
      slotCount: slotCount,
      ids: ids,
      idLength: idLength
    )
    return (layout, count)
  }
}
