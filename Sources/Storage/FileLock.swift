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
    // Only a lock that was taken may come to life, since `deinit` clears the file.
    file = try Self.take(path, holder: holder, system: system)
  }

  deinit {
    // Nobody holds it any more, so nobody is named; closing the file gives the lock back.
    try? file.truncate(to: 0)
  }

  private static func take(
    _ path: String,
    holder: LockHolder,
    system: SystemCalls
  ) throws(StoreError) -> OpenFile {
    do throws(ErrorNumber) {
      let file = try OpenFile(path, O_RDWR | O_CREAT | O_NONBLOCK, system: system)
      try lock(file.descriptor) { Self.holder(in: path, system) == nil }
      try file.truncate(to: 0)
      // The name is a courtesy; on a full disk the lock holds without it.
      _ = holder.json.withUnsafeBytes { file.writeAll($0) }
      return file
    } catch {
      if error.code == EWOULDBLOCK { throw .held(by: Self.holder(in: path, system)) }
      throw .unwritable(path: path, error)
    }
  }

  /// How often a lock that names nobody is tried, every 20 ms.
  private static let tries = 25

  /// Takes the lock; one that names nobody is about to be free.
  ///
  /// It was given back, but a child that some thread is just starting has it until the child's own
  /// program begins.
  private static func lock(
    _ descriptor: Int32,
    isNameless: () -> Bool
  ) throws(ErrorNumber) {
    var tried = 1
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      if code == EINTR { continue }
      guard code == EWOULDBLOCK, tried < tries, isNameless() else { throw ErrorNumber(code) }
      tried += 1
      usleep(20_000)
    }
  }

  private static func holder(in path: String, _ system: SystemCalls) -> LockHolder? {
    guard let file = try? OpenFile(path, O_RDONLY | O_NONBLOCK, system: system),
      let bytes = try? file.readAll(limit: 4096)
    else { return nil }
    return bytes.withUnsafeBytes { LockHolder(json: $0) }
  }
}
