/// By what lines are known again: their ids and checksums.
///
/// Logs have their lines in the order of their ids, so these are kept sorted, and what is asked for
/// mostly stands next to what was asked for before.
package struct LineKeys: Sendable {
  /// An id and the checksum of its line.
  struct Key: Hashable, Comparable, Sendable {
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

  /// Keys of files that follow each other in one order; the last run takes what comes.
  private var runs = [AscendingKeys()]
  /// Keys that came after greater ones of the same file.
  private var late: Set<Key> = []
  /// Lines whose id cannot be read.
  private var others: Set<[UInt8]> = []
  /// Whether a file ended and the next one has not begun.
  private var isBetweenFiles = false
  /// As many runs are looked through one by one.
  private static let manyRuns = 6
  /// A usual line has some 330 bytes, and hardly any less than this.
  private static let shortestLine = 224
  /// No more room than that is made before a line was seen: the size of a file may be a lie.
  private static let mostRoom = 1 << 20

  /// No lines.
  package init() {}

  /// The lines of some files; damaged ones are not among them.
  package init(reading listing: JournalListing, system: SystemCalls) throws(StoreError) {
    makeRoom(forBytes: listing.byteCount)
    for file in listing.files {
      let reader = JournalReader(JournalListing(files: [file]), system: system)
      _ = try reader.read { line, _ in _ = insert(line) }
      settle()
    }
  }

  /// Begins a run for files of so many bytes; what of it is not used costs nothing.
  mutating func makeRoom(forBytes count: Int) {
    let room = min(count / Self.shortestLine, Self.mostRoom)
    runs.append(AscendingKeys(reserving: room))
  }

  /// Takes a line whose bytes are whole; false where it is known.
  mutating func insert(_ line: UnsafeRawBufferPointer) -> Bool {
    guard let key = Key(line) else { return others.insert(Array(line)).inserted }
    for index in runs.indices where runs[index].has(key) { return false }
    if runs[runs.count - 1].append(key) {
      isBetweenFiles = false
      return true
    }
    guard isBetweenFiles else { return late.insert(key).inserted }
    isBetweenFiles = false
    runs.append(AscendingKeys())
    return runs[runs.count - 1].append(key)
  }

  /// Puts what was taken in order at the end of a file; the next one may begin anywhere.
  mutating func settle() {
    if !late.isEmpty { runs.append(AscendingKeys(late.sorted())) }
    late = []
    isBetweenFiles = true
    joinRuns()
  }

  /// Takes in the lines of other files, which are settled.
  package mutating func join(_ other: LineKeys) {
    runs += other.runs
    others.formUnion(other.others)
    settle()
  }

  private mutating func joinRuns() {
    guard runs.count > Self.manyRuns else { return }
    runs.sort { $0.count > $1.count }
    // Each then has half as many keys as the one before, so that a long one is seldom moved.
    repeat {
      let shortest = runs.removeLast()
      runs[runs.count - 1].join(shortest)
    } while runs.count > 1 && runs[runs.count - 1].count * 2 > runs[runs.count - 2].count
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
