/// By what lines are known again: their ids and checksums.
///
/// Logs have their lines in the order of their ids, so these are kept sorted, and what is asked for
/// mostly stands next to what was asked for before.
struct LineKeys {
  /// An id and the checksum of its line.
  struct Key: Hashable, Comparable {
    let id: ULID
    let checksum: UInt32
    /// Whether the line carries its checksum at its end; otherwise it is that of all its bytes.
    let isCarried: Bool

    @inline(__always)
    static func < (left: Key, right: Key) -> Bool {
      if left.id != right.id { return left.id < right.id }
      if left.checksum != right.checksum { return left.checksum < right.checksum }
      return !left.isCarried && right.isCarried
    }
  }

  private var sorted: [Key] = []
  /// Keys that came after greater ones, and those from there on.
  private var added: [Key] = []
  private var late: Set<Key> = []
  /// Lines whose id cannot be read.
  private var others: Set<[UInt8]> = []
  /// Where the search begins.
  private var place = 0

  /// Takes a line whose bytes are whole; false where it is known.
  mutating func insert(_ line: UnsafeRawBufferPointer) -> Bool {
    guard let key = Key(line) else { return others.insert(Array(line)).inserted }
    guard !has(key) else { return false }
    if let last = added.last, !(last < key) {
      if late.isEmpty { late = Set(added) }
      guard late.insert(key).inserted else { return false }
    } else if !late.isEmpty {
      guard late.insert(key).inserted else { return false }
    }
    added.append(key)
    return true
  }

  /// Puts what was taken in order, so that what comes next is compared with it quickly.
  mutating func settle() {
    sorted = sorted.isEmpty ? added : sorted + added
    sorted.sort()
    (added, late, place) = ([], [], 0)
  }

  /// Whether a key is among the sorted ones, from where the last one was looked for.
  private mutating func has(_ key: Key) -> Bool {
    if place > 0, !(sorted[place - 1] < key) { place = 0 }
    var (low, step) = (place, 1)
    while low + step <= sorted.count, sorted[low + step - 1] < key {
      low += step
      step *= 2
    }
    var high = min(low + step, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < key { low = middle + 1 } else { high = middle }
    }
    place = low
    return low < sorted.count && sorted[low] == key
  }
}

extension LineKeys.Key {
  /// Nil for a line whose id cannot be read.
  init?(_ line: UnsafeRawBufferPointer) {
    guard let id = Self.usualID(of: line) ?? (try? Self.id(of: line)) ?? nil else { return nil }
    let carried = LineEnd.checksum(of: line)
    self.init(id: id, checksum: carried ?? CRC32.of(line), isCarried: carried != nil)
  }

  /// The id of a line that begins as this program writes it.
  private static func usualID(of line: UnsafeRawBufferPointer) -> ULID? {
    let head: StaticString = "{\"v\":1,\"id\":\""
    let start = head.utf8CodeUnitCount
    guard line.count > start + 26, line[start + 26] == UInt8(ascii: "\""),
      line.starts(with: UnsafeBufferPointer(start: head.utf8Start, count: start))
    else { return nil }
    return ULID(UnsafeRawBufferPointer(rebasing: line[start..<start + 26]))
  }

  private static func id(of line: UnsafeRawBufferPointer) throws(JSONError) -> ULID? {
    var json = JSONScanner(line)
    try json.beginObject()
    while let key = try json.nextKey() {
      // The id stands at the head of a line; the rest need not be read.
      if key == "id" { return ULID(try json.string().raw) }
      try json.skipValue()
    }
    return nil
  }
}
