internal import Glibc

/// An open file, closed when its owner lets it go.
struct OpenFile: ~Copyable, Sendable {
  let descriptor: Int32
  private let system: SystemCalls

  /// Opens a file, never through a symbolic link in its place and never for a child program.
  init(
    _ path: String,
    _ flags: Int32,
    mode: UInt32 = 0o600,
    system: SystemCalls
  ) throws(ErrorNumber) {
    var opened: Int32
    repeat {
      opened = system.open(path, flags | O_CLOEXEC | O_NOFOLLOW, mode)
    } while opened == -EINTR
    guard opened >= 0 else { throw ErrorNumber(-opened) }
    descriptor = opened
    self.system = system
  }

  deinit {
    close(descriptor)
  }

  /// What the system knows of the file.
  func status() throws(ErrorNumber) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw ErrorNumber(errno) }
    return status
  }

  /// Writes all bytes; gives how many stood in the file when an error came.
  func writeAll(_ bytes: UnsafeRawBufferPointer) -> (written: Int, failure: ErrorNumber?) {
    var written = 0
    while written < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
      let count = system.write(descriptor, rest)
      if count == -Int(EINTR) { continue }
      // After a short write errno says nothing yet; the next turn learns the cause.
      guard count > 0 else { return (written, ErrorNumber(count == 0 ? EIO : Int32(-count))) }
      written += count
    }
    return (written, nil)
  }

  /// Reads up to a count of bytes from a place; fewer only at the end of the file.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ErrorNumber) -> Int {
    var total = 0
    while total < buffer.count {
      let start = buffer.baseAddress.map { $0 + total }
      let count = pread(descriptor, start, buffer.count - total, offset + total)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw ErrorNumber(errno) }
      if count == 0 { break }
      total += count
    }
    return total
  }

  /// Reads the whole file, which must not be longer than the limit.
  func readAll(limit: Int) throws(ErrorNumber) -> [UInt8] {
    let length = Int(try status().st_size)
    guard length <= limit else { throw ErrorNumber(EFBIG) }
    var failure: ErrorNumber?
    let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      do throws(ErrorNumber) {
        count = try read(at: 0, into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Asks for a range to be written to the disk without waiting for it; it does not last by that.
  func beginSync(_ range: Range<Int>) {
    // What is dirty cannot be forgotten, so Linux begins to write it and keeps it.
    _ = posix_fadvise(descriptor, range.lowerBound, range.count, POSIX_FADV_DONTNEED)
  }

  /// Gives the memory of what the disk has taken, up to a place, to what is written next; what the disk
  /// does not have yet stays.
  func forget(upTo end: Int) {
    if end > 0 { _ = posix_fadvise(descriptor, 0, end, POSIX_FADV_DONTNEED) }
  }

  /// Makes all that was written last, and what the system knows of the file.
  func sync() throws(ErrorNumber) {
    let result = system.sync(descriptor)
    if result < 0 { throw ErrorNumber(-result) }
  }

  /// Makes all that was written last; a failure must not be tried again as if nothing were lost.
  func dataSync() throws(ErrorNumber) {
    let result = system.dataSync(descriptor)
    if result < 0 { throw ErrorNumber(-result) }
  }

  /// Cuts the file to a length.
  func truncate(to length: Int) throws(ErrorNumber) {
    var result: Int32
    repeat { result = system.truncate(descriptor, length) } while result == -EINTR
    if result < 0 { throw ErrorNumber(-result) }
  }
}

extension OpenFile {
  /// Makes the names in a folder last; the folder itself may stand behind a symbolic link.
  static func syncFolder(_ path: String, system: SystemCalls) throws(ErrorNumber) {
    let folder = try OpenFile(path + "/.", O_RDONLY | O_DIRECTORY, system: system)
    try folder.sync()
  }
}
