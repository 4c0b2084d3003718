internal import Glibc

/// An exclusive lock on a file, held until its owner lets it go or the process ends.
///
/// The file is never deleted: a second session could otherwise lock a new file of the same name.
/// What stands in it names the holder.
package final class FileLock: Sendable {
  private let file: OpenFile

  /// Takes the lock at once; where somebody else holds it, the error says who.
  package init(
    _ path: String,
    holder: LockHolder,
    system: SystemCalls = .system
  ) throws(StoreError) {
    do throws(ErrorNumber) {
      file = try OpenFile(path, O_RDWR | O_CREAT | O_NONBLOCK, system: system)
    } catch {
      throw .unwritable(path: path, error)
    }
    let code = Self.lock(file.descriptor)
    if code == EWOULDBLOCK { throw .held(by: Self.holder(in: file)) }
    if code != 0 { throw .unwritable(path: path, ErrorNumber(code)) }
    do throws(ErrorNumber) {
      try file.truncate(to: 0)
    } catch {
      throw .unwritable(path: path, error)
    }
    // The name is a courtesy; on a full disk the lock holds without it.
    _ = holder.json.withUnsafeBytes { file.writeAll($0) }
  }

  deinit {
    // Nobody holds it any more, so nobody is named; closing the file gives the lock back.
    try? file.truncate(to: 0)
  }

  private static func lock(_ descriptor: Int32) -> Int32 {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno != EINTR { return errno }
    }
    return 0
  }

  private static func holder(in file: borrowing OpenFile) -> LockHolder? {
    guard let bytes = try? file.readAll(limit: 4096) else { return nil }
    return bytes.withUnsafeBytes { LockHolder(json: $0) }
  }
}
