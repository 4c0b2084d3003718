internal import Glibc

/// One file of the journal.
package struct JournalFile: Hashable, Sendable {
  /// Where it lies.
  package let path: String
  /// The name of the device's folder.
  package let device: String
  /// The name of the file, such as `2026-11.jsonl`.
  package let name: String

  /// A file of a device's folder.
  package init(path: String, device: String, name: String) {
    self.path = path
    self.device = device
    self.name = name
  }

  /// The bytes that it has now.
  var byteCount: Int {
    var status = stat()
    return lstat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// What the name says of the file.
  package var kind: JournalFileKind { JournalFileKind(name: name) }
}

/// What a file among those of a journal is, by its name.
package enum JournalFileKind: Hashable, Sendable {
  /// `2026-11.jsonl`, which its device appends to.
  case month
  /// `merged-<id>.jsonl`, written once with lines from elsewhere.
  case merged
  /// The other version of a file that two machines changed, as programs that keep folders alike
  /// leave it: Syncthing's `.sync-conflict-…`, the `(conflicted copy …)` of Dropbox and Nextcloud in
  /// any language, OneDrive's `-HOST`, Google Drive's ` (1)`.
  case copy
  /// Lines under a name that this program does not give.
  case other
  /// The end of a file that a crash cut.
  case torn
  /// What no program that writes journals makes; it is not read.
  case stray

  /// Judges a name without its folder.
  package init(name: String) {
    let name = name.utf8
    let isOurs = Self.beginsWithMonth(name) || name.starts(with: "merged-".utf8)
    let isJournal = name.count > 6 && name.suffix(6).elementsEqual(".jsonl".utf8)
    if name.starts(with: "torn-".utf8) {
      self = .torn
    } else if name.count == 13, Self.beginsWithMonth(name), isJournal {
      self = .month
    } else if name.count == 39, name.starts(with: "merged-".utf8), isJournal {
      self = .merged
    } else if isOurs, isJournal || Self.isCopyBehindItsEnding(name) {
      self = .copy
    } else {
      self = isJournal ? .other : .stray
    }
  }

  /// Whether a file of this kind holds lines to be read.
  package var isRead: Bool { self != .torn && self != .stray }

  /// Whether the name begins with a month such as `2026-11`.
  private static func beginsWithMonth(_ name: String.UTF8View) -> Bool {
    let start = Array(name.prefix(7))
    guard start.count == 7 else { return false }
    return start.enumerated().allSatisfy { index, byte in
      index == 4
        ? byte == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
  }

  /// Some programs put their mark behind the ending, as in `2026-11.jsonl.conflict1`; what is packed
  /// or half received is no copy.
  private static func isCopyBehindItsEnding(_ name: String.UTF8View) -> Bool {
    let bytes = Array(name)
    let ending = Array(".jsonl".utf8)
    guard bytes.count > ending.count,
      let place = (0...bytes.count - ending.count).first(where: {
        bytes[$0..<$0 + ending.count].elementsEqual(ending)
      })
    else { return false }
    let rest = String(decoding: bytes[(place + ending.count)...], as: UTF8.self)
    let others = [".gz", ".zst", ".xz", ".bz2", ".zip", ".tmp", ".part", ".partial", ".crdownload"]
    return !others.contains { rest.hasSuffix($0) } && !rest.hasPrefix(".tmp-")
  }
}
