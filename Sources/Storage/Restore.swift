internal import Glibc

extension Backup {
  /// What a restore has done.
  package struct Restored: Hashable, Sendable {
    package let size: Size
    /// Where the progress is now that stood in the store before; nil where there was none.
    package let replacedAt: String?
  }

  /// Whether a file begins as a backup does, be it whole or not.
  package static func isBackup(_ path: String) -> Bool {
    let head = Array("{\"backup\":\"rounds\"".utf8)
    guard let file = try? OpenFile(path, O_RDONLY | O_NONBLOCK, system: .system) else {
      return false
    }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: head.count, alignment: 8)
    defer { buffer.deallocate() }
    return (try? file.read(at: 0, into: buffer)) == head.count && buffer.elementsEqual(head)
  }

  /// Puts a backup in the place of a store.
  ///
  /// The backup is verified, unpacked beside the log and made to last; only then the two change
  /// places. Progress that was there is kept aside, and only `replacing` lets it go there.
  package static func restore(
    _ path: String,
    into folder: StoreFolder,
    as holder: LockHolder,
    replacing: Bool
  ) throws(BackupError) -> Restored {
    let backup = try BackupReader(path, system: folder.system)
    let lock: FileLock
    let isEmpty: Bool
    do throws(StoreError) {
      try folder.makeRoot()
      lock = try FileLock(folder.lockPath, holder: holder, system: folder.system)
      let listing = try folder.listing()
      isEmpty = listing.files.isEmpty && listing.torn.isEmpty && listing.strays.isEmpty
    } catch {
      throw .store(error)
    }
    defer { withExtendedLifetime(lock) {} }
    guard isEmpty || replacing else { throw .notEmpty }
    let stage = freeName(folder.root + "/restoring-", holder.started)
    guard mkdir(stage, 0o700) == 0 else { throw .unwritable(path: stage, ErrorNumber(errno)) }
    do throws(BackupError) {
      try backup.unpack(into: stage)
    } catch {
      clear(stage, withFiles: true)
      throw error
    }
    try change(stage, with: folder)
    if isEmpty { unlink(stage + "/store.json-before") }
    let size = backup.entries.reduce(into: Size()) {
      $0.files += 1
      $0.bytes += $1.range.count
    }
    if clear(stage) { return Restored(size: size, replacedAt: nil) }
    let kept = freeName(folder.root + "/replaced-", holder.started)
    let isMoved = folder.system.rename(stage, kept) >= 0
    return Restored(size: size, replacedAt: isMoved ? kept : stage)
  }

  /// Moves what stands in the store to where the rest was unpacked, and the new into its place.
  private static func change(_ stage: String, with folder: StoreFolder) throws(BackupError) {
    let system = folder.system
    for name in ["store.json", "log", "aside"] {
      let (new, old) = (stage + "/" + name, folder.root + "/" + name)
      guard access(new, F_OK) == 0 else { continue }
      // A crash between the two steps leaves no log, which every start tells: never an empty one.
      var result = access(old, F_OK) == 0 ? system.rename(old, new + "-before") : 0
      if result >= 0 { result = system.rename(new, old) }
      guard result >= 0 else { throw .unwritable(path: old, ErrorNumber(-result)) }
    }
    do throws(ErrorNumber) {
      try OpenFile.syncFolder(stage, system: system)
      try OpenFile.syncFolder(folder.root, system: system)
    } catch {
      throw .unwritable(path: folder.root, error)
    }
  }

  /// Removes a folder that holds nothing but folders, or all that is in it; false where it stays.
  @discardableResult
  private static func clear(_ path: String, withFiles: Bool = false) -> Bool {
    for name in (try? FolderNames.all(in: path)) ?? [] {
      let inner = path + "/" + name
      if FolderNames.isFolder(inner) {
        clear(inner, withFiles: withFiles)
      } else if withFiles {
        unlink(inner)
      }
    }
    return rmdir(path) == 0
  }

  private static func freeName(_ start: String, _ moment: Timestamp) -> String {
    let name = start + moment.description.split(separator: ":").joined(separator: "-")
    var path = name
    var number = 1
    while access(path, F_OK) == 0 {
      number += 1
      path = name + "-\(number)"
    }
    return path
  }
}
