internal import Glibc

/// How far a file of the journal was read, and how it looked there.
///
/// Files only ever grow, so a file that still has the same bytes before the mark has the same lines.
package struct JournalMark: Hashable, Sendable {
  /// The folder and the name of the file.
  package let device: String
  package let name: String
  package let start: JournalReader.Start
  /// The checksum of the bytes before the mark, its last line among them.
  package let checksum: UInt32

  /// A mark put together from its parts.
  package init(device: String, name: String, start: JournalReader.Start, checksum: UInt32) {
    self.device = device
    self.name = name
    self.start = start
    self.checksum = checksum
  }

  /// The mark at a place of a file; nil where the file does not reach that far.
  package init?(_ file: JournalFile, at start: JournalReader.Start, in folder: StoreFolder) {
    guard let checksum = Self.checksum(file.path, before: start.offset, folder.system) else {
      return nil
    }
    self.init(device: file.device, name: file.name, start: start, checksum: checksum)
  }

  /// Whether a file still has what it had before the mark.
  package func holds(in folder: StoreFolder) -> Bool {
    let path = path(in: folder)
    return Self.checksum(path, before: start.offset, folder.system) == checksum
  }

  package func path(in folder: StoreFolder) -> String {
    folder.logPath + "/" + device + "/" + name
  }

  /// The bytes that are looked at, more than a usual line has.
  private static let reach = 4096

  private static func checksum(
    _ path: String,
    before end: Int,
    _ system: SystemCalls
  ) -> UInt32? {
    guard let file = try? OpenFile(path, O_RDONLY | O_NONBLOCK, system: system),
      let status = try? file.status(), status.st_mode & S_IFMT == S_IFREG,
      (0...Int(status.st_size)).contains(end)
    else { return nil }
    var checksum = CRC32()
    let isRead: Void? = try? file.forEachPart(of: max(0, end - reach)..<end) {
      part throws(ErrorNumber) in checksum.update(part)
    }
    return isRead == nil ? nil : checksum.value
  }
}
