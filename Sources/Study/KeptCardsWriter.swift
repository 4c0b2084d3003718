import Decks
import Scheduling
import Storage

/// Lays out the cards of a snapshot: the tables of the head, and the histories of the body.
struct KeptCardsWriter {
  private var records: [UInt8] = []
  private var ids: [UInt8] = []
  private var slotHashes: [Int] = []
  private var bodyLength = 0
  /// Whether every number had room in its place.
  private var isExact = true

  /// Takes all cards, and hands their histories on in parts.
  mutating func put(
    _ cards: CardTable,
    _ put: ([UInt8]) throws(ErrorNumber) -> Void
  ) throws(ErrorNumber) {
    var part: [UInt8] = []
    var window = KeptCards.HistoryWindow(reach: Self.partLength)
    for (id, place) in cards.inOrder {
      if let place, let kept = cards.kept {
        part += take(id, at: place, of: kept, &window)
      } else {
        part += take(id, cards[id] ?? CardProgress())
      }
      guard isExact else { throw ErrorNumber.tooLarge }
      guard part.count >= Self.partLength else { continue }
      try put(part)
      part.removeAll(keepingCapacity: true)
    }
    try put(part)
  }

  private static let partLength = 1 << 20

  /// Takes a card; gives the bytes of its history.
  private mutating func take(_ id: CardID, _ card: CardProgress) -> [UInt8] {
    var writer = SnapshotWriter()
    writer.put(history: card, seed: cardSeed(id.text))
    var key: UInt64?
    if case .number(let number) = card.hash.map({ Fingerprint($0.key) }) { key = number }
    take(id, state: card.state, key: key, history: writer.bytes)
    return writer.bytes
  }

  /// Takes a card as an earlier snapshot has it; gives the bytes of its history.
  private mutating func take(
    _ id: CardID,
    at place: Int,
    of kept: KeptCards,
    _ window: inout KeptCards.HistoryWindow
  ) -> [UInt8] {
    guard let record = kept.record(at: place), let history = kept.history(of: record, &window)
    else { return take(id, kept.card(at: place)) }
    take(id, state: record.state, key: record.key, history: history, sum: record.sum)
    return history
  }

  private mutating func take(
    _ id: CardID,
    state: CardState?,
    key: UInt64?,
    history: [UInt8],
    sum: UInt32? = nil
  ) {
    let text = Array(id.text.utf8)
    let record = KeptRecord(
      state: state,
      key: key,
      id: ids.count..<ids.count + text.count,
      history: bodyLength..<bodyLength + history.count,
      sum: sum ?? UInt32(truncatingIfNeeded: BlockSum.of(history))
    )
    guard let bytes = record.bytes else {
      isExact = false
      return
    }
    records += bytes
    ids += text
    bodyLength += history.count
    slotHashes.append(text.withUnsafeBytes { Self.slot(of: $0) })
  }

  /// The tables, to stand at the end of a head.
  var tables: [UInt8] {
    var slotCount = 2
    while slotCount < slotHashes.count * 2 { slotCount *= 2 }
    var slots = [UInt32](repeating: 0, count: slotCount)
    for (place, hash) in slotHashes.enumerated() {
      var slot = hash & (slotCount - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = UInt32(place + 1 | Self.tag(of: hash, slotCount) * slotCount)
    }
    var writer = SnapshotWriter()
    for size in [slotHashes.count, slotCount, ids.count] { writer.put(bits: UInt64(size)) }
    var bytes = writer.bytes + records
    bytes.reserveCapacity(bytes.count + slotCount * 4 + ids.count)
    for slot in slots { withUnsafeBytes(of: slot.littleEndian) { bytes.append(contentsOf: $0) } }
    return bytes + ids
  }

  /// Where an id is looked for first, before it is cut to the number of slots.
  @inline(__always)
  static func slot(of id: UnsafeRawBufferPointer) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var index = 0
    while index + 8 <= id.count {
      let word = id.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      hash = (hash ^ UInt64(littleEndian: word)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      index += 8
    }
    var rest: UInt64 = 0
    while index < id.count {
      rest = rest << 8 | UInt64(id[index])
      index += 1
    }
    hash = (hash ^ rest) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: hash >> 20)
  }

  /// What stands in a slot beside a place: bits of the hash that tell most other ids without a look at
  /// them, as many as 32 bits have room for.
  @inline(__always)
  static func tag(of hash: Int, _ slotCount: Int) -> Int {
    let bits = slotCount.trailingZeroBitCount
    return (hash >> bits) & ((1 << (32 - bits)) - 1)
  }
}
