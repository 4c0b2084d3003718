internal import Glibc

/// Appends events to the log of this device, and says so only when they will survive a crash.
///
/// The log is the truth of a learner's progress. Its format in prose: a file is a sequence of lines,
/// each ended by a newline (0A), a byte that stands nowhere else. A line is one JSON object in UTF-8.
/// Its last member is `"crc"`, whose value is eight lower-case hexadecimal digits: the CRC-32 of zlib
/// over all bytes of the line before the comma in front of `"crc"`.
///
/// ```json
/// {"v":1,"id":"01JD…","kind":"undo","of":"01JC…","crc":"5f0a1b2c"}
/// ```
///
/// Files are only ever appended to. A device writes its own files, `log/<device>/<YYYY-MM>.jsonl`,
/// and no others. A line without a newline at the end of a file was cut by a crash and was never
/// acknowledged; a line whose checksum is wrong is damage, passed over by readers and left as it is.
///
/// All events of one action go into one `write` on a descriptor opened with `O_APPEND`, then follows
/// `fdatasync`, and only then does `append` return. After any error the journal takes nothing more.
package final class Journal {
  /// Torn ends of files that were set aside when those files were opened; each is to be told once.
  package private(set) var setAside: [JournalRepair.SetAside] = []

  /// By the path of each file, what was appended to it here and how long it is since.
  package var growth: [String: Growth] {
    var growth = earlier
    if let path = current?.path, grown.lines > 0 { growth[path] = grown }
    return growth
  }

  /// How a file grew.
  package struct Growth: Hashable, Sendable {
    package var lines = 0
    package var bytes = 0
    package var length = 0
  }

  private let claim: StoreClaim
  private var current: MonthFile?
  /// How the current file grew, and others before it.
  private var grown = Growth()
  private var earlier: [String: Growth] = [:]
  private var buffer: [UInt8] = []
  private var isClosed = false

  /// The journal of a store that is held; nothing is opened before the first event.
  package init(_ claim: StoreClaim) {
    self.claim = claim
  }

  /// Appends complete JSON objects without checksum, all of one action, and makes them last.
  ///
  /// On return they are on the disk. `moment` is now: its UTC month names the file.
  package func append(_ objects: [[UInt8]], at moment: Timestamp) throws(JournalError) {
    if isClosed { throw .closed }
    buffer.removeAll(keepingCapacity: true)
    for object in objects {
      guard LineEnd.append(object, to: &buffer) else { throw .notAnObject }
    }
    if buffer.isEmpty { return }
    isClosed = true
    if current?.month != moment.month { try turn(to: moment.month, at: moment) }
    try current?.append(buffer)
    grown.lines += objects.count
    grown.bytes += buffer.count
    grown.length = current?.goodLength ?? 0
    isClosed = false
  }

  /// Begins to count anew how files grow, after they were read.
  package func forgetGrowth() {
    (grown, earlier) = (Growth(), [:])
  }

  /// Goes on in the file of another month.
  private func turn(to month: Month, at moment: Timestamp) throws(JournalError) {
    earlier = growth
    current = try open(month, at: moment)
    grown = earlier[claim.folder.journalPath(month)] ?? Growth()
  }

  private func open(_ month: Month, at moment: Timestamp) throws(JournalError) -> MonthFile {
    let folder = claim.folder
    let path = folder.journalPath(month)
    do throws(ErrorNumber) {
      if let torn = try JournalRepair.repair(path, in: folder, at: moment) {
        setAside.append(torn)
      }
    } catch {
      if error.code != ENOENT { throw .cannotRepair(path: path, error) }
    }
    do throws(ErrorNumber) {
      return try MonthFile.open(path, month: month, in: folder)
    } catch {
      throw .cannotOpen(path: path, error)
    }
  }
}

/// The file of one month, open for appending.
private struct MonthFile: ~Copyable {
  let month: Month
  let path: String
  private let file: OpenFile
  /// The length up to which every line is whole and on the disk.
  private(set) var goodLength: Int

  /// Opens the file, or makes it and makes its name last.
  static func open(
    _ path: String,
    month: Month,
    in folder: StoreFolder
  ) throws(ErrorNumber) -> MonthFile {
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK
    let file = try OpenFile(path, flags, system: folder.system)
    let status = try file.status()
    guard status.st_mode & S_IFMT == S_IFREG else { throw ErrorNumber(EINVAL) }
    if status.st_size == 0 {
      try file.sync()
      try OpenFile.syncFolder(folder.devicePath, system: folder.system)
    }
    return MonthFile(month: month, path: path, file: file, goodLength: Int(status.st_size))
  }

  private init(month: Month, path: String, file: consuming OpenFile, goodLength: Int) {
    self.month = month
    self.path = path
    self.file = file
    self.goodLength = goodLength
  }

  /// Writes some lines and makes them last.
  mutating func append(_ lines: [UInt8]) throws(JournalError) {
    guard isOurs() else { throw .changedUnderneath(path: path) }
    let (written, failure) = lines.withUnsafeBytes { file.writeAll($0) }
    if let failure {
      throw .writeFailed(path: path, failure, isCutBack: cutBack(after: written))
    }
    do throws(ErrorNumber) {
      try file.dataSync()
    } catch {
      throw .syncFailed(path: path, error)
    }
    goodLength += lines.count
  }

  /// A program that synchronises folders may have put another file in the place of ours, and what we
  /// wrote would go nowhere.
  private func isOurs() -> Bool {
    guard let status = try? file.status() else { return false }
    return status.st_nlink > 0 && Int(status.st_size) == goodLength
  }

  /// Takes the beginning of a line that was not written whole away again, and nothing else.
  private func cutBack(after written: Int) -> Bool {
    guard let status = try? file.status(), Int(status.st_size) == goodLength + written else {
      return false
    }
    do throws(ErrorNumber) {
      try file.truncate(to: goodLength)
      try file.dataSync()
      return true
    } catch {
      return false
    }
  }
}
