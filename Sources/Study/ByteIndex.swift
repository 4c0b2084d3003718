import Storage

/// Numbers texts by their bytes: the first is 0, and the same bytes always have the same number.
struct ByteIndex: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text ends in the bytes; it begins where the one before ends.
  private var ends: [Int] = []
  /// An open table of what the texts are known by, a power of two long.
  private var slots = [Slot](repeating: Slot(), count: 64)

  private struct Slot {
    /// Part of the hash, so that few other texts are compared.
    var tag: UInt32 = 0
    /// The number and one; 0 for an empty slot.
    var place: UInt32 = 0
  }

  /// The number given last, since most texts are the same as the one before.
  private var last = 0

  var count: Int { ends.count }

  /// The number of a text, the next one for a text that is new.
  mutating func number(of text: UnsafeRawBufferPointer) -> Int {
    if last < count, isSame(last, text) { return last }
    last = find(text)
    return last
  }

  private mutating func find(_ text: UnsafeRawBufferPointer) -> Int {
    let hash = KeptCardsWriter.slot(of: text)
    let tag = UInt32(truncatingIfNeeded: hash >> 24)
    var slot = hash & (slots.count - 1)
    while slots[slot].place != 0 {
      let number = Int(slots[slot].place) - 1
      if slots[slot].tag == tag, isSame(number, text) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Slot(tag: tag, place: UInt32(ends.count + 1))
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  /// The text of a number.
  func text(_ number: Int) -> String {
    String(decoding: bytes[range(number)], as: UTF8.self)
  }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  @inline(__always)
  private func isSame(_ number: Int, _ text: UnsafeRawBufferPointer) -> Bool {
    bytes.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0[range(number)]).isSame(as: text) }
  }

  private mutating func grow() {
    slots = [Slot](repeating: Slot(), count: slots.count * 4)
    bytes.withUnsafeBytes { bytes in
      for number in ends.indices {
        let hash = KeptCardsWriter.slot(of: UnsafeRawBufferPointer(rebasing: bytes[range(number)]))
        var slot = hash & (slots.count - 1)
        while slots[slot].place != 0 { slot = (slot + 1) & (slots.count - 1) }
        let tag = UInt32(truncatingIfNeeded: hash >> 24)
        slots[slot] = Slot(tag: tag, place: UInt32(number + 1))
      }
    }
  }
}
