import Scheduling
import Storage

extension LineKeys {
  /// Less than that is read by one thread alone, in bytes.
  private static let manyBytes = 1 << 22

  /// The lines that a store has, but for files left out, read several files at a time.
  init(
    in folder: StoreFolder,
    leavingOut: Set<JournalFile> = [],
    threads: Int = 2
  ) throws(StoreError) {
    var listing = try folder.listing()
    listing.files.removeAll { leavingOut.contains($0) }
    let parts = listing.parts(listing.byteCount < Self.manyBytes ? 1 : threads)
    let read = Workers(count: threads).map(parts.count, initially: Result.success(LineKeys())) {
      part in
      Result { () throws(StoreError) in
        try LineKeys(reading: parts[part], system: folder.system)
      }
    }
    self = try read[0].get()
    for later in read.dropFirst() { join(try later.get()) }
  }
}
