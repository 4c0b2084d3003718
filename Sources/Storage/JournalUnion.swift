/// Takes lines of other journals into a store: those that it does not have, byte for byte.
///
/// A line is known by its id and its checksum, so that taking the same journal twice, or several in
/// another order, comes to the same. What is new goes into a file of its own, which appears whole or
/// not at all.
package struct JournalUnion: ~Copyable {
  /// What one journal brought.
  package struct Count: Hashable, Sendable {
    /// Lines that the store did not have.
    package fileprivate(set) var fresh = 0
    /// Lines that it had.
    package fileprivate(set) var known = 0
    /// What was found besides whole lines; damaged ones stay where they are.
    package fileprivate(set) var report = JournalReport()
  }

  private let claim: StoreClaim
  private var known: Set<LineKey> = []
  /// Lines to be written, by the device they came from.
  private var fresh: [DeviceName: [UInt8]] = [:]

  /// Begins with what the store has, but for the files left out.
  package init(
    _ claim: StoreClaim,
    leavingOut: Set<JournalFile> = []
  ) throws(StoreError) {
    self.claim = claim
    var listing = try claim.folder.listing()
    listing.files.removeAll { leavingOut.contains($0) }
    var known: Set<LineKey> = []
    _ = try JournalReader(listing, system: claim.folder.system).read { line, _ in
      known.insert(LineKey(line))
    }
    self.known = known
  }

  /// Takes in what is new of some files; nothing is written yet.
  package mutating func take(_ listing: JournalListing) throws(StoreError) -> Count {
    var count = Count()
    var known = known
    var fresh = fresh
    self.known = []
    self.fresh = [:]
    let own = claim.folder.device
    let report = try JournalReader(listing, system: claim.folder.system).read { line, place in
      guard known.insert(LineKey(line)).inserted else { return count.known += 1 }
      count.fresh += 1
      let device = DeviceName(place.file.device) ?? own
      fresh[device, default: []].append(contentsOf: line)
      fresh[device, default: []].append(UInt8(ascii: "\n"))
    }
    self.known = known
    self.fresh = fresh
    count.report = report
    return count
  }

  /// Makes all that is new last; `nextID` gives the names of files that no other device gives.
  package consuming func finish(_ nextID: () -> ULID) throws(StoreError) {
    for (device, lines) in fresh.sorted(by: { $0.key < $1.key }) {
      let folder = try claim.folder.makeFolder(of: device)
      let path = folder + "/merged-\(nextID()).jsonl"
      do throws(ErrorNumber) {
        try AtomicFile.replace(path, with: lines, system: claim.folder.system)
      } catch {
        throw .unwritable(path: path, error)
      }
    }
  }
}

/// By what a line is known again.
private enum LineKey: Hashable {
  case event(ULID, checksum: UInt32)
  /// A line whose id cannot be read.
  case bytes([UInt8])

  init(_ line: UnsafeRawBufferPointer) {
    if let id = (try? Self.id(of: line)) ?? nil {
      self = .event(id, checksum: CRC32.of(line))
    } else {
      self = .bytes(Array(line))
    }
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
