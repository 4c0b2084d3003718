internal import Glibc

/// The folder that holds a learner's progress, as its files lie on the disk.
///
/// ```
/// store.json                 format and learner
/// lock                       held by the one session that writes, never deleted
/// log/<device>/2026-11.jsonl the journal: one writer a device, one file a month
/// log/<device>/torn-<time>   ends of files that a crash cut, kept aside
/// ```
package struct StoreFolder: Sendable {
  /// The path of the folder.
  package let root: String
  /// The machine whose journal is written here.
  package let device: DeviceName
  let system: SystemCalls

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

// MARK: - The files of the journal

/// One file of the journal.
package struct JournalFile: Hashable, Sendable {
  /// Where it lies.
  package let path: String
  /// The name of the device's folder.
  package let device: String
  /// The name of the file, such as `2026-11.jsonl`.
  package let name: String
}

extension StoreFolder {
  /// All files of the journal, by device and then by month; none where there is no store.
  package func journalFiles() throws(StoreError) -> [JournalFile] {
    var files: [JournalFile] = []
    for device in try names(in: logPath) where device.utf8.first != UInt8(ascii: ".") {
      let folder = logPath + "/" + device
      guard isFolder(folder) else { continue }
      for name in try names(in: folder) where name.hasSuffix(".jsonl") {
        guard name.utf8.first != UInt8(ascii: ".") else { continue }
        files.append(JournalFile(path: folder + "/" + name, device: device, name: name))
      }
    }
    return files
  }

  /// The newest journal file of this device.
  func newestOwnFile() throws(StoreError) -> JournalFile? {
    try journalFiles().last { $0.device == device.description }
  }

  /// The names in a folder in the order of their bytes; none where it does not exist.
  private func names(in path: String) throws(StoreError) -> [String] {
    guard let folder = opendir(path) else {
      if errno == ENOENT { return [] }
      throw .unreadable(path: path, ErrorNumber(errno))
    }
    defer { closedir(folder) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
      errno = 0
    }
    if errno != 0 { throw .unreadable(path: path, ErrorNumber(errno)) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
