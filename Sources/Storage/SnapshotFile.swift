internal import Glibc

/// A file of derived bytes that may be deleted at any time, with a checksum at its end.
package struct SnapshotFile: Sendable {
  private let folder: StoreFolder

  package init(_ folder: StoreFolder) {
    self.folder = folder
  }

  /// Where it lies: each device has its own, so that synced folders have no conflicts.
  package var path: String { folder.root + "/state-\(folder.device).bin" }

  /// What there is.
  package enum Content {
    case none
    /// The file is there and is not what was written.
    case damaged
    case bytes([UInt8])
  }

  /// The bytes that were written last.
  package func read() -> Content {
    var bytes: [UInt8]
    do throws(ErrorNumber) {
      bytes = try OpenFile(path, O_RDONLY | O_NONBLOCK, system: folder.system)
        .readAll(limit: 1 << 32)
    } catch {
      return error.code == ENOENT ? .none : .damaged
    }
    guard bytes.count >= 4 else { return .damaged }
    let written = bytes.suffix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    bytes.removeLast(4)
    return CRC32.of(bytes) == written ? .bytes(bytes) : .damaged
  }

  /// Puts other bytes in its place.
  package func write(_ bytes: [UInt8]) throws(ErrorNumber) {
    let checksum = CRC32.of(bytes)
    try AtomicFile.replace(path, system: folder.system) { file throws(ErrorNumber) in
      try file.put(bytes)
      try file.put((0..<4).map { UInt8(truncatingIfNeeded: checksum >> ($0 * 8)) })
    }
  }

  /// Removes it.
  package func remove() {
    unlink(path)
  }
}
