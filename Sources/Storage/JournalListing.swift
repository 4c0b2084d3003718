internal import Glibc

/// All that lies in the folders of a journal.
package struct JournalListing: Hashable, Sendable {
  /// The files that are read, by device and then by the bytes of their names.
  package var files: [JournalFile] = []
  /// Files that are not read, by their paths; ends that a crash cut are not among them.
  package var strays: [String] = []
  /// Ends of files that a crash cut, set aside at an earlier start.
  package var torn: [String] = []

  /// Nothing, or some files.
  package init(files: [JournalFile] = []) {
    self.files = files
  }

  /// The bytes that the files have now, as far as an `Int` can tell.
  package var byteCount: Int { Self.sum(files.map(\.byteCount)) }

  /// The sum of some sizes, which files full of holes may take beyond any number.
  static func sum(_ sizes: [Int]) -> Int {
    sizes.reduce(0) { total, size in
      let (sum, overflows) = total.addingReportingOverflow(size)
      return overflows ? .max : sum
    }
  }

  /// The same files in at most so many listings, one after the other and of about the same bytes.
  package func parts(_ count: Int) -> [JournalListing] {
    let sizes = files.map { Double($0.byteCount) }
    let total = max(1, sizes.reduce(0, +))
    var parts = [JournalListing](repeating: JournalListing(), count: max(1, count))
    var passed = 0.0
    for (file, size) in zip(files, sizes) {
      // A file belongs where its middle lies.
      let share = (passed + size / 2) / total
      parts[min(parts.count - 1, Int(share * Double(parts.count)))].files.append(file)
      passed += size
    }
    parts[0].strays = strays
    parts[0].torn = torn
    return parts
  }

  /// Those that a program which keeps folders alike left beside the file of a device.
  package var copies: [JournalFile] { files.filter { $0.kind == .copy } }

  mutating func take(_ folder: String, device: String) throws(StoreError) {
    for name in try FolderNames.all(in: folder) where name.utf8.first != UInt8(ascii: ".") {
      let path = folder + "/" + name
      let kind = JournalFileKind(name: name)
      if kind.isRead {
        files.append(JournalFile(path: path, device: device, name: name))
      } else if kind == .torn {
        torn.append(path)
      } else {
        strays.append(path)
      }
    }
  }
}

extension StoreFolder {
  /// All that lies in the folders of all devices; nothing where there is no store.
  package func listing() throws(StoreError) -> JournalListing {
    try Self.listing(ofLog: logPath)
  }

  /// All files of the journal that are read, by device and then by name.
  package func journalFiles() throws(StoreError) -> [JournalFile] {
    try listing().files
  }

  /// The newest file that this device appends to.
  func newestOwnFile() throws(StoreError) -> JournalFile? {
    try journalFiles().last { $0.device == device.description && $0.kind == .month }
  }

  /// The files of another journal: a store, its `log`, the folder of one device, or one file.
  ///
  /// What lies in a single file counts as written by the device given.
  package static func listing(
    at path: String,
    orDevice device: DeviceName
  ) throws(StoreError) -> JournalListing {
    guard FolderNames.isFolder(path) else {
      let name = FolderNames.last(of: path)
      let file = JournalFile(path: path, device: device.description, name: name)
      return JournalListing(files: [file])
    }
    if FolderNames.isFolder(path + "/log") { return try listing(ofLog: path + "/log") }
    var own = JournalListing()
    try own.take(path, device: FolderNames.last(of: path))
    return own.files.isEmpty ? try listing(ofLog: path) : own
  }

  private static func listing(ofLog path: String) throws(StoreError) -> JournalListing {
    var listing = JournalListing()
    for device in try FolderNames.all(in: path) where device.utf8.first != UInt8(ascii: ".") {
      let folder = path + "/" + device
      if FolderNames.isFolder(folder) {
        try listing.take(folder, device: device)
      } else {
        listing.strays.append(folder)
      }
    }
    return listing
  }
}

/// What stands in a folder.
enum FolderNames {
  /// The names in the order of their bytes; none where the folder does not exist.
  static func all(in path: String) throws(StoreError) -> [String] {
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

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The last name of a path.
  static func last(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
