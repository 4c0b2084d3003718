#if ROUNDS_ARCHIVE
  import CArchive
#endif

/// Unpacks single entries of a zip file into memory with libarchive, which need not be there.
///
/// Nothing is ever written to the disk, so an entry's path can lead nowhere.
enum ArchiveDoor {
  /// The largest entry that is unpacked, in bytes, and the most entries that are looked at.
  static let largest = 4 * Document.longest
  static let mostEntries = 20_000

  #if ROUNDS_ARCHIVE
    static var isOpen: Bool { carchive_is_present() != 0 }

    /// The wanted entries by their paths; those that are not there are missing in the answer.
    static func entries(
      _ wanted: (String) -> Bool,
      of bytes: [UInt8]
    ) throws(DocumentError) -> [String: [UInt8]] {
      guard isOpen else { throw .lacks(package: "libarchive13") }
      let found: Result<[String: [UInt8]], DocumentError> = bytes.withUnsafeBytes { buffer in
        guard let start = buffer.baseAddress, let archive = carchive_open(start, buffer.count)
        else { return .failure(.broken(.word)) }
        defer { carchive_close(archive) }
        do throws(DocumentError) {
          return .success(try entries(wanted, of: archive))
        } catch {
          return .failure(error)
        }
      }
      return try found.get()
    }

    private static func entries(
      _ wanted: (String) -> Bool,
      of archive: OpaquePointer
    ) throws(DocumentError) -> [String: [UInt8]] {
      var entries: [String: [UInt8]] = [:]
      var count = 0
      while let path = carchive_next(archive).map({ String(cString: $0) }) {
        count += 1
        guard count <= mostEntries else { throw .tangled }
        if wanted(path), entries[path] == nil { entries[path] = try unpacked(archive) }
      }
      guard carchive_is_broken(archive) == 0 else { throw .broken(.word) }
      return entries
    }

    private static func unpacked(_ archive: OpaquePointer) throws(DocumentError) -> [UInt8] {
      var bytes: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = carchive_read(archive, &chunk, chunk.count)
        guard count >= 0 else { throw .broken(.word) }
        if count == 0 { return bytes }
        bytes += chunk[..<count]
        guard bytes.count <= largest else { throw .tooLarge(bytes: nil, limit: largest) }
      }
    }
  #else
    static var isOpen: Bool { false }

    static func entries(
      _ wanted: (String) -> Bool,
      of bytes: [UInt8]
    ) throws(DocumentError) -> [String: [UInt8]] {
      throw .lacks(package: "libarchive-dev")
    }
  #endif
}
