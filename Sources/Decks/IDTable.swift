/// The places of ids that are all different, found by a hash of their bytes.
struct IDTable: Sendable {
  private var slots: [UInt32]
  private let mask: Int

  /// Room for so many ids.
  init(capacity: Int) {
    var count = 16
    while count < capacity * 2 { count *= 2 }
    slots = [UInt32](repeating: 0, count: count)
    mask = count - 1
  }

  /// Notes the place of an id; false where another that was noted is the same, by its place.
  @inline(__always)
  mutating func add(_ id: CardID, _ place: Int, isSame: (Int) -> Bool) -> Bool {
    var slot = Self.hash(id) & mask
    while slots[slot] != 0 {
      if isSame(Int(slots[slot]) - 1) { return false }
      slot = (slot + 1) & mask
    }
    slots[slot] = UInt32(place + 1)
    return true
  }

  /// The place for which the closure holds, among those an id can have.
  func place(of id: CardID, isSame: (Int) -> Bool) -> Int? {
    var slot = Self.hash(id) & mask
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if isSame(place) { return place }
      slot = (slot + 1) & mask
    }
    return nil
  }

  @inline(__always)
  private static func hash(_ id: CardID) -> Int {
    var text = id.text
    return text.withUTF8 { text in
      let bytes = UnsafeRawBufferPointer(text)
      var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
      var index = 0
      while index + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        index += 8
      }
      while index < bytes.count {
        hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
        index += 1
      }
      return Int(truncatingIfNeeded: (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93 >> 24)
    }
  }
}
