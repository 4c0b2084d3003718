internal import Glibc

/// A file of derived bytes that may be deleted at any time: a body, of which parts are read when they
/// are wanted, then a head, which is read at once.
///
/// The last 32 bytes give the lengths of both, the checksum of the head, and their own. The checksums
/// of the body's parts stand in the head.
package struct SnapshotFile: Sendable {
  private let folder: StoreFolder
  private let name: Name

  /// What follows from what.
  package enum Name: String, Sendable, CaseIterable {
    /// From the log.
    case state
    /// From the decks.
    case decks
  }

  package init(_ folder: StoreFolder, _ name: Name = .state) {
    self.folder = folder
    self.name = name
  }

  /// Where it lies: each device has its own, so that synced folders have no conflicts.
  package var path: String { folder.root + "/\(name.rawValue)-\(folder.device).bin" }

  /// What there is.
  package enum Content {
    case none
    /// The file is there and is not what was written.
    case damaged
    case kept(KeptFile)
  }

  /// What was written last.
  package func read() -> Content {
    do throws(ErrorNumber) {
      let file = try OpenFile(path, O_RDONLY | O_NONBLOCK, system: folder.system)
      return try KeptFile(file).map { .kept($0) } ?? .damaged
    } catch {
      return error.code == ENOENT ? .none : .damaged
    }
  }

  /// Puts another in its place: the parts of the body one after the other, then the head.
  package func write(
    _ body: (_ put: (_ part: [UInt8]) throws(ErrorNumber) -> Void) throws(ErrorNumber) -> [UInt8]
  ) throws(ErrorNumber) {
    try AtomicFile.replace(path, system: folder.system) { file throws(ErrorNumber) in
      var length = 0
      let head = try body { part throws(ErrorNumber) in
        try file.put(part)
        file.beginSync(length..<length + part.count)
        length += part.count
      }
      try file.put(head)
      try file.put(KeptFile.footer(bodyLength: length, head: head))
    }
  }

  /// Removes it.
  package func remove() {
    unlink(path)
  }
}

/// A snapshot's file, open, with its head in memory; a file that takes its place changes nothing.
package final class KeptFile: Sendable {
  package let head: [UInt8]
  /// The bytes of the body.
  package let bodyLength: Int
  private let file: OpenFile

  private static let footerLength = 32

  /// Nil where the file is not what was written.
  init?(_ file: consuming OpenFile) throws(ErrorNumber) {
    let status = try file.status()
    let end = Int(status.st_size) - Self.footerLength
    guard status.st_mode & S_IFMT == S_IFREG, end >= 0 else { return nil }
    let words = Self.words(try file.readBytes(end..<end + Self.footerLength))
    guard words.count == 4, Self.sum(words.dropLast()) == words[3],
      let body = Int(exactly: words[0]), let length = Int(exactly: words[1]),
      body <= end, length == end - body
    else { return nil }
    head = try file.readBytes(body..<end)
    guard head.count == length, BlockSum.of(head) == words[2] else { return nil }
    bodyLength = body
    self.file = file
  }

  /// A part of the body as it lies in the file; nil where it cannot be read.
  package func body(_ range: Range<Int>) -> [UInt8]? {
    guard range.lowerBound >= 0, range.upperBound <= bodyLength,
      let bytes = try? file.readBytes(range), bytes.count == range.count
    else { return nil }
    return bytes
  }

  static func footer(bodyLength: Int, head: [UInt8]) -> [UInt8] {
    let words = [UInt64(bodyLength), UInt64(head.count), BlockSum.of(head)]
    return bytes(of: words + [sum(words[...])])
  }

  private static func sum(_ words: ArraySlice<UInt64>) -> UInt64 {
    BlockSum.of(bytes(of: Array(words)))
  }

  private static func bytes(of words: [UInt64]) -> [UInt8] {
    words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
  }

  private static func words(_ bytes: [UInt8]) -> [UInt64] {
    stride(from: 0, to: bytes.count - bytes.count % 8, by: 8).map { start in
      (0..<8).reduce(0) { $0 | UInt64(bytes[start + $1]) << (UInt64($1) * 8) }
    }
  }
}

extension OpenFile {
  /// The bytes of a range; fewer where the file ends before.
  fileprivate func readBytes(_ range: Range<Int>) throws(ErrorNumber) -> [UInt8] {
    var failure: ErrorNumber?
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      do throws(ErrorNumber) {
        count = try read(at: range.lowerBound, into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
