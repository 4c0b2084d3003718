/// Why a store cannot be read, or cannot be written to.
package enum StoreError: Error, Hashable, Sendable {
  /// A file or folder of the store is there and cannot be read; nothing is put in its place.
  case unreadable(path: String, ErrorNumber)
  /// The file that tells the version is there and is not what this program writes.
  case damagedIdentity(path: String)
  /// The store was written by a newer program and may only be read.
  case newerFormat(Int)
  /// There is a `store.json` and no log, so a log was lost; no empty one is put in its place.
  case missingLog(path: String)
  /// The place cannot be written to.
  case unwritable(path: String, ErrorNumber)
  /// Another session holds the store; nil where it has not said who it is.
  case held(by: LockHolder?)
}
