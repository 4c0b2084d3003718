import Glibc

/// The text of a deck that an index stands for, open as long as the session lasts.
///
/// A file that takes its place changes nothing; one that is written over is noticed by its stamp.
final class IndexedText: Sendable {
  private let path: String
  private let stamp: FileStamp
  private let descriptor: Int32

  /// Nil where the file is not as it was.
  init?(_ path: String, _ stamp: FileStamp) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    self.path = path
    self.stamp = stamp
    guard descriptor >= 0, FileStamp(descriptor: descriptor) == stamp else { return nil }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// A part of the file, or all of it; nil where it is not as it was.
  func read(_ range: Range<Int>?) -> [UInt8]? {
    let range = range ?? 0..<stamp.length
    guard range.upperBound <= stamp.length else { return nil }
    var total = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while total < range.count {
        let start = buffer.baseAddress.map { $0 + total }
        let read = pread(descriptor, start, range.count - total, range.lowerBound + total)
        if read < 0 && errno == EINTR { continue }
        guard read > 0 else { break }
        total += read
      }
      count = total
    }
    // A file that is taken away or renamed is touched and yet the same.
    guard total == range.count, let now = FileStamp(descriptor: descriptor),
      now.length == stamp.length, now.changed == stamp.changed
    else { return nil }
    return bytes
  }

  /// The file as it is now; nothing where it is gone.
  func readAnew() -> [UInt8] {
    (try? FileBytes.read(path)) ?? []
  }
}
