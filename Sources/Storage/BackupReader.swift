internal import Glibc

/// Reads a backup; every checksum is verified before anything is given on.
struct BackupReader {
  /// A file of the store that the backup holds.
  struct Entry {
    let name: String
    /// Where its content lies in the backup.
    let range: Range<Int>
  }

  let entries: [Entry]
  private let path: String
  private let system: SystemCalls

  /// Goes through the whole backup.
  init(_ path: String, system: SystemCalls) throws(BackupError) {
    self.path = path
    self.system = system
    var scan = try BackupScan(path, system: system)
    entries = try scan.entries()
  }

  /// Writes all files below a folder, which must not exist yet, and makes them last.
  func unpack(into root: String) throws(BackupError) {
    for entry in entries {
      let target = root + "/" + entry.name
      do throws(ErrorNumber) {
        try Self.makeFolders(of: target, below: root)
        let backup = try OpenFile(path, O_RDONLY | O_NONBLOCK, system: system)
        let file = try OpenFile(target, O_WRONLY | O_CREAT | O_EXCL, system: system)
        try backup.forEachPart(of: entry.range) { part throws(ErrorNumber) in
          if let failure = file.writeAll(part).failure { throw failure }
        }
        try file.sync()
      } catch {
        throw .unwritable(path: target, error)
      }
    }
    do throws(ErrorNumber) {
      for folder in Set(entries.map { AtomicFile.folder(of: root + "/" + $0.name) }) {
        try OpenFile.syncFolder(folder, system: system)
        try OpenFile.syncFolder(AtomicFile.folder(of: folder), system: system)
      }
    } catch {
      throw .unwritable(path: root, error)
    }
  }

  private static func makeFolders(of path: String, below root: String) throws(ErrorNumber) {
    let folder = AtomicFile.folder(of: path)
    guard folder != root else { return }
    try makeFolders(of: folder, below: root)
    if mkdir(folder, 0o700) != 0, errno != EEXIST { throw ErrorNumber(errno) }
  }
}

/// One walk through a backup.
private struct BackupScan: ~Copyable {
  private let path: String
  private let file: OpenFile
  private var offset = 0

  init(_ path: String, system: SystemCalls) throws(BackupError) {
    self.path = path
    do throws(ErrorNumber) {
      file = try OpenFile(path, O_RDONLY | O_NONBLOCK, system: system)
    } catch {
      throw .unreadable(path: path, error)
    }
  }

  mutating func entries() throws(BackupError) -> [BackupReader.Entry] {
    let head = try line()
    guard head.backup == "rounds" else { throw .noBackup(path: path) }
    if let format = head.format, format > Backup.format { throw .newerFormat(format) }
    var entries: [BackupReader.Entry] = []
    while true {
      let start = offset
      let line = try line()
      if let count = line.end {
        guard count == entries.count else { throw .damaged(path: path, offset: start) }
        return entries
      }
      guard let name = line.file, let length = line.bytes, length >= 0, Self.isSafe(name) else {
        throw .damaged(path: path, offset: start)
      }
      let (end, overflow) = offset.addingReportingOverflow(length)
      guard !overflow, try checksum(offset..<end) == line.content else {
        throw .damaged(path: path, offset: start)
      }
      entries.append(BackupReader.Entry(name: name, range: offset..<end))
      offset = end + 1
    }
  }

  private func checksum(_ range: Range<Int>) throws(BackupError) -> String {
    var checksum = CRC32()
    do throws(ErrorNumber) {
      try file.forEachPart(of: range) { part throws(ErrorNumber) in checksum.update(part) }
    } catch {
      throw .damaged(path: path, offset: range.lowerBound)
    }
    return checksum.hexadecimal
  }

  /// Only names that a store has; nothing is ever written outside of it.
  private static func isSafe(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ Backup.isSafe($0) }) else { return false }
    return name == "store.json" || (parts.count == 3 && parts[0] == "log")
      || (parts.count == 2 && parts[0] == "aside")
  }

  private mutating func line() throws(BackupError) -> BackupLine {
    let start = offset
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 12, alignment: 8)
    defer { buffer.deallocate() }
    let count: Int
    do throws(ErrorNumber) {
      count = try file.read(at: offset, into: buffer)
    } catch {
      throw .unreadable(path: path, error)
    }
    guard let newline = buffer[..<count].firstIndex(of: 0x0A) else { throw fault(start) }
    let line = UnsafeRawBufferPointer(rebasing: buffer[..<newline])
    guard LineState(line) == .intact, let read = try? BackupLine(line) else { throw fault(start) }
    offset += newline + 1
    return read
  }

  private func fault(_ offset: Int) -> BackupError {
    offset == 0 ? .noBackup(path: path) : .damaged(path: path, offset: offset)
  }
}

/// The members that lines of a backup have.
private struct BackupLine {
  var backup: String?
  var format: Int?
  var file: String?
  var bytes: Int?
  var content: String?
  var end: Int?

  init(_ line: UnsafeRawBufferPointer) throws(JSONError) {
    var json = JSONScanner(line)
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "backup": backup = try json.string().text
      case "format": format = try json.integer()
      case "file": file = try json.string().text
      case "bytes": bytes = try json.integer()
      case "content": content = try json.string().text
      case "end": end = try json.integer()
      default: try json.skipValue()
      }
    }
    try json.finish()
  }
}
