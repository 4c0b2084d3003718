internal import Glibc

/// The folder that holds a learner's progress, as its files lie on the disk.
///
/// ```
/// store.json                 format and learner
/// lock                       held by the one session that writes, never deleted
/// log/<device>/2026-11.jsonl the journal: one writer a device, one file a month
/// log/<device>/merged-<id>.jsonl  lines that came from elsewhere, written once
/// log/<device>/torn-<time>   ends of files that a crash cut, kept aside
/// ```
package struct StoreFolder: Sendable {
  /// The path of the folder.
  package let root: String
  /// The machine whose journal is written here.
  package let device: DeviceName
  package let system: SystemCalls

  /// A folder at a path, which need not exist yet; nothing is read or written.
  package init(root: String, device: DeviceName, system: SystemCalls = .system) {
    self.root = root
    self.device = device
    self.system = system
  }

  /// The file that tells the version and the learner.
  package var identityPath: String { root + "/store.json" }
  /// The file that is locked.
  package var lockPath: String { root + "/lock" }
  /// The folder of all journals.
  package var logPath: String { root + "/log" }
  /// The folder of this device's journal.
  package var devicePath: String { logPath + "/" + device.description }

  /// The journal file of a month on this device.
  func journalPath(_ month: Month) -> String {
    devicePath + "/" + month.description + ".jsonl"
  }
}

// MARK: - Looking, without touching anything

/// What a look at a store finds before anybody writes.
package struct StoreStatus: Hashable, Sendable {
  /// What `store.json` says, nil where there is no such file.
  package let identity: StoreIdentity?
  /// Why nothing can be written here, nil where it seems possible.
  package let obstacle: StoreError?
}

extension StoreFolder {
  /// Looks whether a store is there and whether it could be written to; makes nothing.
  package func inspect() throws(StoreError) -> StoreStatus {
    let identity = try readIdentity()
    try checkLog(isKnown: identity != nil)
    if let identity, identity.format > StoreIdentity.currentFormat {
      return StoreStatus(identity: identity, obstacle: .newerFormat(identity.format))
    }
    for path in [root, logPath, devicePath] {
      let code = obstacleToWriting(path)
      if code == ENOENT { break }
      if code != 0 {
        let error = StoreError.unwritable(path: path, ErrorNumber(code))
        return StoreStatus(identity: identity, obstacle: error)
      }
    }
    return StoreStatus(identity: identity, obstacle: nil)
  }

  /// A store is made with its log; one without has lost it, as between the steps of a restore.
  func checkLog(isKnown: Bool) throws(StoreError) {
    guard access(logPath, F_OK) != 0, errno == ENOENT else { return }
    let isRestored = ((try? FolderNames.all(in: root)) ?? []).contains {
      $0.hasPrefix("restoring-") || $0.hasPrefix("replaced-")
    }
    if isKnown || isRestored { throw .missingLog(path: logPath) }
  }

  /// What `store.json` says, nil where it does not exist.
  func readIdentity() throws(StoreError) -> StoreIdentity? {
    let bytes: [UInt8]
    do throws(ErrorNumber) {
      bytes = try OpenFile(identityPath, O_RDONLY | O_NONBLOCK, system: system)
        .readAll(limit: 1 << 16)
    } catch {
      if error.code == ENOENT || error.code == ENOTDIR { return nil }
      throw .unreadable(path: identityPath, error)
    }
    do {
      return try bytes.withUnsafeBytes { try StoreIdentity(json: $0) }
    } catch {
      throw .damagedIdentity(path: identityPath)
    }
  }

  /// The error that writing into a folder would meet, 0 for none; a folder that does not exist is
  /// judged by the nearest that does.
  private func obstacleToWriting(_ path: String) -> Int32 {
    if faccessat(AT_FDCWD, path, W_OK | X_OK, AT_EACCESS) == 0 { return 0 }
    guard errno == ENOENT, path == root else { return errno }
    var parent = AtomicFile.folder(of: path)
    while faccessat(AT_FDCWD, parent, W_OK | X_OK, AT_EACCESS) != 0 {
      guard errno == ENOENT, parent != "/", parent != "." else { return errno }
      parent = AtomicFile.folder(of: parent)
    }
    return 0
  }
}
