internal import Glibc

/// A store taken for writing: the lock is held as long as this lives.
///
/// Whatever writes to a store asks for a claim, so that nothing writes without the lock.
package final class StoreClaim: Sendable {
  /// The store that is held.
  package let folder: StoreFolder
  /// Its version and its learner.
  package let identity: StoreIdentity
  /// Tells whether `store.json` was made just now.
  package let isNewIdentity: Bool
  private let lock: FileLock

  fileprivate init(
    folder: StoreFolder,
    identity: StoreIdentity,
    isNewIdentity: Bool,
    lock: FileLock
  ) {
    self.folder = folder
    self.identity = identity
    self.isNewIdentity = isNewIdentity
    self.lock = lock
  }
}

extension StoreClaim {
  /// Moves a file of the journal out of it, into `aside`; gives where it is now.
  package func setAside(_ file: JournalFile) throws(StoreError) -> String {
    let aside = folder.root + "/aside"
    if mkdir(aside, 0o700) != 0, errno != EEXIST {
      throw .unwritable(path: aside, ErrorNumber(errno))
    }
    let name = aside + "/" + file.device + " " + file.name
    var path = name
    var number = 1
    while access(path, F_OK) == 0 {
      number += 1
      path = name + "-\(number)"
    }
    let moved = folder.system.rename(file.path, path)
    guard moved >= 0 else { throw .unwritable(path: path, ErrorNumber(-moved)) }
    return path
  }
}

extension StoreFolder {
  /// Makes what is missing of the store and takes it for writing.
  ///
  /// `learner` names the person in a store that has no `store.json` yet. An existing one that is
  /// unreadable, damaged or newer is an error, and stays as it is.
  package func claim(as holder: LockHolder, learner: String) throws(StoreError) -> StoreClaim {
    let before = try readIdentity()
    if let before, before.format > StoreIdentity.currentFormat { throw .newerFormat(before.format) }
    try checkLog(isKnown: before != nil)
    // The identity is written after the folders were made to last, so it vouches for them.
    try makeFolders(isNew: before == nil)
    let lock = try FileLock(lockPath, holder: holder, system: system)
    // Another session may have made the store before the lock was ours.
    let known = try readIdentity()
    if let known, known.format > StoreIdentity.currentFormat { throw .newerFormat(known.format) }
    let identity = known ?? StoreIdentity(learner: learner)
    if known == nil { try write(identity) }
    return StoreClaim(folder: self, identity: identity, isNewIdentity: known == nil, lock: lock)
  }

  private func write(_ identity: StoreIdentity) throws(StoreError) {
    do throws(ErrorNumber) {
      try AtomicFile.replace(identityPath, with: identity.json, system: system)
    } catch {
      throw .unwritable(path: identityPath, error)
    }
  }

  /// Makes the folder of a device, where it is missing, and gives its path.
  func makeFolder(of device: DeviceName) throws(StoreError) -> String {
    let path = path(of: device)
    guard mkdir(path, 0o700) != 0 else {
      do throws(ErrorNumber) {
        try OpenFile.syncFolder(logPath, system: system)
      } catch {
        throw .unwritable(path: path, error)
      }
      return path
    }
    guard errno == EEXIST else { throw .unwritable(path: path, ErrorNumber(errno)) }
    return path
  }

  /// The folder that holds the files of a device.
  func path(of device: DeviceName) -> String { logPath + "/" + device.description }

  /// Makes the folder of the store, with those above it, where they are missing.
  func makeRoot() throws(StoreError) {
    _ = try makeRootFolders()
  }

  /// Makes the folders that are missing, for the owner alone.
  private func makeFolders(isNew: Bool) throws(StoreError) {
    var mustSync = try makeRootFolders() || isNew
    for path in [logPath, devicePath] {
      if mkdir(path, 0o700) == 0 {
        mustSync = true
      } else if errno != EEXIST {
        throw .unwritable(path: path, ErrorNumber(errno))
      }
    }
    guard mustSync else { return }
    do throws(ErrorNumber) {
      try OpenFile.syncFolder(root, system: system)
      try OpenFile.syncFolder(logPath, system: system)
    } catch {
      throw .unwritable(path: root, error)
    }
  }

  /// Whether the root, or a folder above it, had to be made.
  private func makeRootFolders() throws(StoreError) -> Bool {
    var missing: [String] = []
    var path = root
    while mkdir(path, 0o700) != 0 {
      if errno == EEXIST { break }
      guard errno == ENOENT, path != "/", path != "." else {
        throw .unwritable(path: path, ErrorNumber(errno))
      }
      missing.append(path)
      path = AtomicFile.folder(of: path)
    }
    let isMade = path != root || !missing.isEmpty
    for path in missing.reversed() where mkdir(path, 0o700) != 0 && errno != EEXIST {
      throw .unwritable(path: path, ErrorNumber(errno))
    }
    return isMade
  }
}
