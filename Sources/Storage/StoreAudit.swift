internal import Glibc

/// What is to be said of a store's files apart from what stands in them.
package struct StoreAudit: Hashable, Sendable {
  /// Files and folders that others than their owner may read or write.
  package private(set) var exposed: [String] = []
  /// Files and folders that belong to somebody else than who runs the program, with their number.
  package private(set) var foreign: [String: UInt32] = [:]
  /// Files that were not finished when a program was ended.
  package private(set) var unfinished: [String] = []
  /// Folders of a restore that was ended in between.
  package private(set) var interrupted: [String] = []

  /// Looks at all files of a store; changes nothing.
  package init(of folder: StoreFolder) throws(StoreError) {
    look(at: folder.root)
    for name in try FolderNames.all(in: folder.root) {
      let path = folder.root + "/" + name
      if name.hasPrefix("restoring-") { interrupted.append(path) }
      let isDerived =
        SnapshotFile.Name.allCases.contains { name.hasPrefix("\($0.rawValue)-") }
        || name.contains(AtomicFile.temporaryMark)
      if Self.parts.contains(name) || isDerived { look(at: path) }
    }
    for device in try FolderNames.all(in: folder.logPath) {
      let path = folder.logPath + "/" + device
      look(at: path)
      guard FolderNames.isFolder(path) else { continue }
      for name in try FolderNames.all(in: path) { look(at: path + "/" + name) }
    }
  }

  private static let parts: Set = ["store.json", "lock", "log", "aside"]

  private mutating func look(at path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFLNK else { return }
    if status.st_mode & 0o077 != 0 { exposed.append(path) }
    if status.st_uid != geteuid() { foreign[path] = status.st_uid }
    if FolderNames.last(of: path).contains(AtomicFile.temporaryMark) { unfinished.append(path) }
  }
}

extension StoreFolder {
  /// The number of the user to whom the store belongs, where that is not who runs the program.
  package var otherOwner: UInt32? {
    var status = stat()
    guard stat(root, &status) == 0, status.st_uid != geteuid() else { return nil }
    return status.st_uid
  }
}

extension StoreClaim {
  /// Takes away what others may do with the files of the store, and what was never finished here.
  package func mend(_ audit: StoreAudit) {
    for path in audit.exposed {
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFLNK else { continue }
      chmod(path, status.st_mode & 0o700)
    }
    // What another device has not finished may still be on its way.
    for path in audit.unfinished
    where [folder.root, folder.devicePath].contains(AtomicFile.folder(of: path)) {
      unlink(path)
    }
  }
}
