import Decks
import Glibc
import Scheduling
import Storage

/// Reads an answer from a line that is laid out as this program lays it out, in one pass.
///
/// Whatever differs, be it one space, gives nil and is left to `EventFields`, which takes any order
/// of keys; where both read a line, they read the same.
struct EventLine {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  /// The event of a review or of practice; nil for any other line.
  static func event(_ line: UnsafeRawBufferPointer) -> Event? {
    review(line)?.event
  }

  /// A review or practice, with its texts where they lie in the line; nil for any other line.
  static func review(_ line: UnsafeRawBufferPointer) -> ReviewLine? {
    var scan = EventLine(bytes: line)
    return scan.line()
  }

  private init(bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  private mutating func line() -> ReviewLine? {
    guard skip("{\"v\":1,\"id\":\""), let id = slice(26).flatMap({ ULID($0) }),
      skip("\",\"at\":\""), let at = slice(24).flatMap({ Timestamp($0) }),
      skip("\",\"offset\":"), let zone = integer(), EventFields.offsets.contains(zone),
      skip(",\"kind\":\"")
    else { return nil }
    let isReview = skip("review\"")
    guard isReview || skip("cram\"") else { return nil }
    return review(id, Moment(at: at, offset: zone), isReview)
  }

  private mutating func review(_ id: ULID, _ moment: Moment, _ counts: Bool) -> ReviewLine? {
    guard skip(",\"deck\":\""), let deck = text(), skip("\",\"card\":\""), let card = text(),
      skip("\",\"grade\":\""), let grade = grade(), skip(",\"correct\":"), let isCorrect = truth(),
      skip(",\"answer\":\""), let answer = text(), skip("\",\"options\":["),
      let options = options(), skip(",\"hint\":"), let hint = truth(), skip(",\"confidence\":")
    else { return nil }
    let confidence = integer()
    guard confidence != nil || skip("null"), skip(",\"elapsed\":"), let elapsed = integer(),
      skip(",\"retrievability\":")
    else { return nil }
    let recall = number()
    guard recall != nil || skip("null"), skip(",\"stem\":\""), let stem = text(),
      skip("\",\"key\":\""), let key = text(), skip("\",\"rest\":\""), let rest = text(), skip("\"")
    else { return nil }
    let promise = promise()
    guard isAtEnd() else { return nil }
    return ReviewLine(
      id: id,
      moment: moment,
      counts: counts,
      deck: deck,
      card: card,
      grade: grade,
      isCorrect: isCorrect,
      answer: answer,
      options: options,
      usedHint: hint,
      confidence: confidence,
      elapsed: min(max(elapsed, 0), EventFields.longestElapsed),
      retrievability: recall,
      stem: stem,
      key: key,
      rest: rest,
      interval: promise
    )
  }

  /// The end of the line, with its checksum or without.
  private mutating func isAtEnd() -> Bool {
    if skip(",\"crc\":\"") {
      guard let digits = slice(8), digits.allSatisfy(Self.isHexadecimal), skip("\"") else {
        return false
      }
    }
    return skip("}") && offset == bytes.count
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}

extension EventLine {
  /// Steps over some bytes where exactly these stand.
  @inline(__always)
  private mutating func skip(_ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard bytes.count - offset >= count, let base = bytes.baseAddress,
      memcmp(base + offset, literal.utf8Start, count) == 0
    else { return false }
    offset += count
    return true
  }

  private mutating func slice(_ count: Int) -> UnsafeRawBufferPointer? {
    guard bytes.count - offset >= count else { return nil }
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
  }

  /// The text up to the next quote; nil where it has an escape, a control or what is no UTF-8.
  private mutating func text() -> UnsafeRawBufferPointer? {
    let start = offset
    var isPlain = true
    while true {
      skipPlain()
      guard offset < bytes.count else { return nil }
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") { break }
      guard byte >= 0x20, byte != UInt8(ascii: "\\") else { return nil }
      if byte >= 0x80 { isPlain = false }
      offset += 1
    }
    let raw = UnsafeRawBufferPointer(rebasing: bytes[start..<offset])
    return isPlain || String(validating: raw, as: UTF8.self) != nil ? raw : nil
  }

  /// Steps, eight bytes at a time, towards the next quote, backslash, control or byte beyond ASCII.
  @inline(__always)
  private mutating func skipPlain() {
    let ones: UInt64 = 0x0101_0101_0101_0101
    while offset + 8 <= bytes.count {
      let word = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      )
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5C)
      let controls = (word &- (ones &* 0x20)) & ~word
      let found = controls | ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
      let stops = (word | found) & (ones << 7)
      // A borrow may mark bytes above the first that stops, never below.
      offset += stops.trailingZeroBitCount / 8
      if stops != 0 { return }
    }
  }

  private mutating func truth() -> Bool? {
    if skip("true") { return true }
    return skip("false") ? false : nil
  }

  private mutating func grade() -> Grade? {
    if skip("good\"") { return .good }
    if skip("again\"") { return .again }
    if skip("easy\"") { return .easy }
    return skip("hard\"") ? .hard : nil
  }

  /// The texts of an array with their quotes, without its brackets.
  private mutating func options() -> UnsafeRawBufferPointer? {
    let start = offset
    if skip("]") { return UnsafeRawBufferPointer(rebasing: bytes[start..<start]) }
    repeat {
      guard skip("\""), text() != nil, skip("\"") else { return nil }
    } while skip(",")
    let end = offset
    return skip("]") ? UnsafeRawBufferPointer(rebasing: bytes[start..<end]) : nil
  }

  /// How long the card was promised to rest, where the line says so and a scheduler could have.
  private mutating func promise() -> Interval? {
    let start = offset
    if skip(",\"interval\":"), let days = integer(), EventFields.intervals.contains(days) {
      return .days(days)
    }
    offset = start
    if skip(",\"wait\":"), let wait = integer(), EventFields.waits.contains(wait) {
      return .milliseconds(Int64(wait))
    }
    offset = start
    return nil
  }

  /// A whole number of at most 15 digits; nil, without a step, for any other.
  private mutating func integer() -> Int? {
    let isNegative = offset < bytes.count && bytes[offset] == UInt8(ascii: "-")
    let start = offset + (isNegative ? 1 : 0)
    var end = start
    var value = 0
    while end < bytes.count, end - start < 16, bytes[end] &- UInt8(ascii: "0") < 10 {
      value = value * 10 + Int(bytes[end] &- UInt8(ascii: "0"))
      end += 1
    }
    guard (1...15).contains(end - start), end - start == 1 || bytes[start] != UInt8(ascii: "0")
    else { return nil }
    offset = end
    return isNegative ? -value : value
  }

  /// A number as the nearest double, read by the scanner that reads all others too.
  private mutating func number() -> Double? {
    if let fraction = JSONNumber.fraction(bytes, at: &offset) { return fraction }
    let start = offset
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: ","), bytes[end] > 0x20 { end += 1 }
    guard start < end, bytes[start] != UInt8(ascii: "n") else { return nil }
    var json = JSONScanner(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
    guard let value = try? json.double(), (try? json.finish()) != nil else { return nil }
    offset = end
    return value
  }
}
