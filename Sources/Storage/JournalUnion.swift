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
  private var known: LineKeys
  /// Lines that are not in their place yet, by the device they came from.
  private var fresh: [DeviceName: PendingFile] = [:]

  /// Begins with the lines that the store has, but for those of files that are taken in.
  package init(_ claim: StoreClaim, knowing known: LineKeys) {
    self.claim = claim
    self.known = known
  }

  /// Takes in what is new of some files; none of it is in its place before the end.
  package mutating func take(_ listing: JournalListing) throws(StoreError) -> Count {
    var count = Count()
    known.makeRoom(forBytes: listing.byteCount)
    for file in listing.files {
      try take(file, &count)
      known.settle()
    }
    count.report.strays += listing.strays
    return count
  }

  private mutating func take(_ file: JournalFile, _ count: inout Count) throws(StoreError) {
    let device = DeviceName(file.device) ?? claim.folder.device
    var pending = fresh[device]
    var failure: StoreError?
    let reader = JournalReader(JournalListing(files: [file]), system: claim.folder.system)
    let report = try reader.read { line, _ in
      guard failure == nil, known.insert(line) else { return count.known += 1 }
      count.fresh += 1
      do throws(StoreError) {
        if pending == nil { pending = try begin(device) }
        if let pending { try append(line, to: pending, device) }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    fresh[device] = pending
    count.report.add(report)
  }

  /// Makes all that is new last; `nextID` gives the names of files that no other device gives.
  package consuming func finish(_ nextID: () -> ULID) throws(StoreError) {
    for (device, file) in fresh.sorted(by: { $0.key < $1.key }) {
      let path = claim.folder.path(of: device) + "/merged-\(nextID()).jsonl"
      do throws(ErrorNumber) {
        try file.finish(at: path)
      } catch {
        throw .unwritable(path: path, error)
      }
    }
  }

  private func begin(_ device: DeviceName) throws(StoreError) -> PendingFile {
    let folder = try claim.folder.makeFolder(of: device)
    do throws(ErrorNumber) {
      return try PendingFile(
        in: folder,
        owner: claim.folder.device,
        system: claim.folder.system
      )
    } catch {
      throw .unwritable(path: folder, error)
    }
  }

  private func append(
    _ line: UnsafeRawBufferPointer,
    to file: PendingFile,
    _ device: DeviceName
  ) throws(StoreError) {
    do throws(ErrorNumber) {
      try file.append(line: line)
    } catch {
      throw .unwritable(path: claim.folder.path(of: device), error)
    }
  }
}
