import Decks
import Scheduling
import Storage

/// Where a card of a snapshot stands, in bytes of one length, and where its history lies.
struct KeptRecord {
  var state: CardState?
  /// The key's fingerprint at the last answer; nil where only the history has it.
  var key: UInt64?
  /// Where the id lies among all ids.
  var id: Range<Int>
  /// Where the history lies in the body, and its checksum.
  var history: Range<Int>
  var sum: UInt32

  static let length = 88

  private static let hasState: UInt32 = 1
  private static let isDueOnDay: UInt32 = 2
  private static let hasKey: UInt32 = 4
  private static let hasGrown: UInt32 = 8

  init(state: CardState?, key: UInt64?, id: Range<Int>, history: Range<Int>, sum: UInt32) {
    self.state = state
    self.key = key
    self.id = id
    self.history = history
    self.sum = sum
  }

  /// Reads the bytes at an offset, which must be there; nil where they are no record.
  init?(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    func half(_ place: Int) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + place, as: UInt32.self))
    }
    guard let ranges = Self.ranges(bytes, at: offset) else { return nil }
    let flags = half(80)
    (id, history) = ranges
    sum = half(64)
    key = flags & Self.hasKey == 0 ? nil : Self.word(bytes, offset + 40)
    if flags & Self.hasState != 0 { state = Self.state(bytes, at: offset, flags) }
  }

  /// Where the id and the history of the record at an offset lie; nil where that is no record.
  @inline(__always)
  static func ranges(
    _ bytes: UnsafeRawBufferPointer,
    at offset: Int
  ) -> (id: Range<Int>, history: Range<Int>)? {
    func half(_ place: Int) -> Int {
      let bits = bytes.loadUnaligned(fromByteOffset: offset + place, as: UInt32.self)
      return Int(UInt32(littleEndian: bits))
    }
    let start = word(bytes, offset + 48)
    guard start < 1 << 48 else { return nil }
    let (id, history) = (half(56), Int(start))
    return (id..<id + half(84), history..<history + half(60))
  }

  /// The state of the record at an offset; nil where it has none.
  @inline(__always)
  static func state(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> CardState? {
    let flags = UInt32(
      littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 80, as: UInt32.self)
    )
    return flags & hasState == 0 ? nil : state(bytes, at: offset, flags)
  }

  /// The key's fingerprint of the record at an offset; nil where only the history has it.
  @inline(__always)
  static func key(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt64? {
    let flags = UInt32(
      littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 80, as: UInt32.self)
    )
    return flags & hasKey == 0 ? nil : word(bytes, offset + 40)
  }

  /// The moment of the last answer, in UTC milliseconds.
  @inline(__always)
  static func lastReview(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int64 {
    Int64(bitPattern: word(bytes, offset + 32))
  }

  @inline(__always)
  private static func state(
    _ bytes: UnsafeRawBufferPointer,
    at offset: Int,
    _ flags: UInt32
  ) -> CardState {
    func double(_ place: Int) -> Double { Double(bitPattern: word(bytes, offset + place)) }
    func number(_ place: Int) -> Int {
      let bits = bytes.loadUnaligned(fromByteOffset: offset + place, as: UInt32.self)
      return Int(Int32(bitPattern: UInt32(littleEndian: bits)))
    }
    let due = Int64(bitPattern: word(bytes, offset + 24))
    let code = Int(flags >> 8)
    return CardState(
      phase: code == 0
        ? .review : code % 2 == 1 ? .learning(step: code / 2) : .relearning(step: code / 2 - 1),
      memory: MemoryState(stability: double(0), difficulty: double(8), fast: double(16)),
      due: flags & isDueOnDay == 0 ? .moment(due) : .day(Int(due)),
      lastReview: lastReview(bytes, at: offset),
      lastDay: number(76),
      repetitions: number(68),
      lapses: number(72),
      growth: SameDayGrowth(isSpent: flags & hasGrown != 0)
    )
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}

extension KeptRecord {
  /// The record's bytes; nil where a number is too large for its place.
  var bytes: [UInt8]? {
    let days = state.map { Int32(exactly: $0.lastDay) } ?? 0
    let counts = [history.count, state?.repetitions ?? 0, state?.lapses ?? 0, id.lowerBound]
      .compactMap { Int32(exactly: $0) }
    guard let days, counts.count == 4, id.count < 1 << 31, code < 1 << 24 else { return nil }
    var flags = UInt32(code) << 8 | (state == nil ? 0 : Self.hasState)
    flags |= key == nil ? 0 : Self.hasKey
    flags |= state?.growth.isSpent == true ? Self.hasGrown : 0
    var due: Int64 = 0
    switch state?.due {
    case .day(let day):
      due = Int64(day)
      flags |= Self.isDueOnDay
    case .moment(let moment): due = moment
    case nil: break
    }
    var writer = SnapshotWriter()
    writer.put(state?.memory.stability ?? 0)
    writer.put(state?.memory.difficulty ?? 0)
    writer.put(state?.memory.fast ?? 0)
    writer.put(bits: UInt64(bitPattern: due))
    writer.put(bits: UInt64(bitPattern: state?.lastReview ?? 0))
    writer.put(bits: key ?? 0)
    writer.put(bits: UInt64(history.lowerBound))
    for half in [
      UInt32(counts[3]), UInt32(counts[0]), sum, UInt32(counts[1]), UInt32(counts[2]),
      UInt32(bitPattern: days), flags, UInt32(id.count),
    ] { writer.put(half: half) }
    return writer.bytes
  }

  private var code: Int {
    switch state?.phase {
    case .learning(let step): 1 + step * 2
    case .relearning(let step): 2 + step * 2
    case .review, nil: 0
    }
  }
}
