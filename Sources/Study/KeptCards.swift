import Decks
import Scheduling
import Storage
import Synchronization

/// The cards of a snapshot: where they stand is in memory, their histories are read from the file
/// when they are asked for.
///
/// Three tables in the head of the file: a record a card, the slots of a hash table over the ids, each a
/// place and bits of the hash, and the ids. A history that is damaged is replaced by what the log gives, and noted.
final class KeptCards: Sendable {
  let count: Int
  private let file: KeptFile
  private let layout: Layout
  private let terms: Int
  private let isPlain: Bool
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
    isPlain = file.head[layout.ids...].isPlain
    repair = Mutex(Repair(replay: replay))
  }

  /// Whether a history had to be made anew.
  var wasRepaired: Bool { repair.withLock { $0.wasNeeded } }

  /// Lends the tables for the time of a call.
  @inline(__always)
  func withView<Result>(_ body: (KeptView) -> Result) -> Result {
    file.head.withUnsafeBytes { head in
      body(KeptView(head: head, layout: layout, count: count, isPlain: isPlain))
    }
  }

  /// The place of a card; nil where the snapshot does not have it.
  func place(of id: CardID) -> Int? { withView { $0.place(of: id) } }

  func state(at place: Int) -> CardState? { withView { $0.state(at: place) } }

  /// The key at the last answer, by its fingerprint.
  func key(at place: Int) -> Fingerprint? {
    if let number = withView({ $0.key(at: place) }) { return .number(number) }
    return card(at: place).hash.map { Fingerprint($0.key) }
  }

  func id(at place: Int) -> CardID { withView { $0.id(at: place) } ?? CardID("") }

  func record(at place: Int) -> KeptRecord? { withView { $0.record(at: place) } }

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
    guard slotCount > count, slotCount & (slotCount - 1) == 0, slotCount <= 1 << 32,
      ids + idLength == head.count
    else {
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
