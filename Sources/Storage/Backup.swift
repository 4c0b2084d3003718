internal import Glibc

/// A whole store in one file: its log, its identity and what was set aside, byte for byte.
///
/// The file is a sequence of lines. The first says what it is; then, for each file of the store, a
/// line with its name, its length in bytes and the CRC-32 of its content stands before that content
/// and a newline; the last line counts the files. These lines carry a checksum as those of a journal
/// do, so a backup that was cut or damaged is known before anything is restored.
///
/// ```
/// {"backup":"rounds","format":1,"at":"2026-11-02T03:04:05.678Z","crc":"…"}
/// {"file":"store.json","bytes":52,"content":"5f0a1b2c","crc":"…"}
/// {"format":1,"learner":"01KE…"}
///
/// {"end":1,"crc":"…"}
/// ```
package enum Backup {
  /// The version this program writes.
  static let format = 1

  /// How much a backup holds.
  package struct Size: Hashable, Sendable {
    package var files = 0
    /// The bytes of the store's files.
    package var bytes = 0
  }

  /// Writes a store into one file, which appears whole or not at all; the store need not be held.
  package static func write(
    _ folder: StoreFolder,
    to path: String,
    at moment: Timestamp
  ) throws(BackupError) -> Size {
    let names = try names(in: folder)
    guard names.contains(where: { $0.hasPrefix("log/") }) else { throw .emptyStore }
    var size = Size()
    var failure: BackupError?
    do throws(ErrorNumber) {
      try AtomicFile.replace(path, system: folder.system) { file throws(ErrorNumber) in
        try file.put(line: [
          "backup": .text("rounds"), "format": .number(format), "at": .text(moment.description),
        ])
        for name in names {
          do throws(ErrorNumber) {
            size.bytes += try copy(folder.root + "/" + name, named: name, into: file, folder.system)
            size.files += 1
          } catch {
            failure = .unreadable(path: folder.root + "/" + name, error)
            throw error
          }
        }
        try file.put(line: ["end": .number(size.files)])
      }
    } catch {
      throw failure ?? .unwritable(path: path, error)
    }
    return size
  }

  /// The names of all files that make up a store, below its root.
  private static func names(in folder: StoreFolder) throws(BackupError) -> [String] {
    do throws(StoreError) {
      var names: [String] = []
      if access(folder.identityPath, F_OK) == 0 { names.append("store.json") }
      for device in try FolderNames.all(in: folder.logPath) where isSafe(device) {
        guard FolderNames.isFolder(folder.logPath + "/" + device) else { continue }
        for name in try FolderNames.all(in: folder.logPath + "/" + device) where isSafe(name) {
          names.append("log/\(device)/\(name)")
        }
      }
      for name in try FolderNames.all(in: folder.root + "/aside") where isSafe(name) {
        names.append("aside/\(name)")
      }
      return names
    } catch {
      throw .store(error)
    }
  }

  /// Whether a name can stand in a folder of the store and nowhere else.
  static func isSafe(_ name: some StringProtocol) -> Bool {
    !name.isEmpty && name.utf8.first != UInt8(ascii: ".")
      && !name.utf8.contains { $0 == UInt8(ascii: "/") || $0 < 0x20 }
  }

  /// Copies one file behind the line that announces it; gives its length.
  private static func copy(
    _ path: String,
    named name: String,
    into backup: borrowing OpenFile,
    _ system: SystemCalls
  ) throws(ErrorNumber) -> Int {
    let file = try OpenFile(path, O_RDONLY | O_NONBLOCK, system: system)
    let status = try file.status()
    guard status.st_mode & S_IFMT == S_IFREG else { throw ErrorNumber(EINVAL) }
    let length = Int(status.st_size)
    var checksum = CRC32()
    // A log that grows meanwhile is taken as it was at first.
    try file.forEachPart(of: 0..<length) { part throws(ErrorNumber) in checksum.update(part) }
    try backup.put(line: [
      "file": .text(name), "bytes": .number(length), "content": .text(checksum.hexadecimal),
    ])
    try file.forEachPart(of: 0..<length) { part throws(ErrorNumber) in
      if let failure = backup.writeAll(part).failure { throw failure }
    }
    try backup.put([UInt8(ascii: "\n")])
    return length
  }
}

/// Why a backup cannot be made or restored.
package enum BackupError: Error, Hashable, Sendable {
  /// There is nothing to back up.
  case emptyStore
  /// The store itself cannot be read or taken.
  case store(StoreError)
  case unreadable(path: String, ErrorNumber)
  case unwritable(path: String, ErrorNumber)
  /// The file does not begin as a backup does.
  case noBackup(path: String)
  /// Written by a newer program.
  case newerFormat(Int)
  /// A backup that was cut or changed, from this byte on.
  case damaged(path: String, offset: Int)
  /// The store to be restored into holds progress.
  case notEmpty
}

/// The value of a member of a line.
enum BackupValue {
  case text(String)
  case number(Int)
}

extension OpenFile {
  /// Writes all of some bytes.
  func put(_ bytes: [UInt8]) throws(ErrorNumber) {
    if let failure = bytes.withUnsafeBytes({ writeAll($0) }).failure { throw failure }
  }

  /// Writes a line with its checksum.
  fileprivate func put(line members: KeyValuePairs<String, BackupValue>) throws(ErrorNumber) {
    var json = JSONWriter()
    json.object { json in
      for (name, value) in members {
        switch value {
        case .text(let text): json.member(name, text)
        case .number(let number): json.member(name, number)
        }
      }
    }
    var line: [UInt8] = []
    guard LineEnd.append(json.bytes, to: &line) else { throw ErrorNumber(EINVAL) }
    try put(line)
  }

  /// Gives a range of the file part by part; an end before the range's is an error.
  func forEachPart(
    of range: Range<Int>,
    _ body: (UnsafeRawBufferPointer) throws(ErrorNumber) -> Void
  ) throws(ErrorNumber) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 8)
    defer { buffer.deallocate() }
    var offset = range.lowerBound
    while offset < range.upperBound {
      let size = min(buffer.count, range.upperBound - offset)
      let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<size])
      let count = try read(at: offset, into: part)
      guard count > 0 else { throw ErrorNumber(EIO) }
      try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      offset += count
    }
  }
}

extension CRC32 {
  /// The value as eight lower-case digits.
  var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
