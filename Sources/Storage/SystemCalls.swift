internal import Glibc

/// The calls that can fail on a full or broken disk, so that tests can make them fail.
///
/// Each gives what the call gives, or the negated `errno`.
package struct SystemCalls: Sendable {
  /// Opens a file.
  package var open: @Sendable (_ path: String, _ flags: Int32, _ mode: UInt32) -> Int32
  /// Writes bytes at the end or the current place of a file.
  package var write: @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int
  /// Makes the bytes of a file last.
  package var dataSync: @Sendable (_ descriptor: Int32) -> Int32
  /// Makes the bytes of a file, and what the system knows of it, last.
  package var sync: @Sendable (_ descriptor: Int32) -> Int32
  /// Cuts a file to a length.
  package var truncate: @Sendable (_ descriptor: Int32, _ length: Int) -> Int32
  /// Moves a file to a name, in the place of what has it.
  package var rename: @Sendable (_ from: String, _ to: String) -> Int32

  /// The calls of the system itself.
  package static let system = SystemCalls(
    open: { path, flags, mode in orErrno { Glibc.open(path, flags, mode) } },
    write: { descriptor, bytes in
      let written = Glibc.write(descriptor, bytes.baseAddress, bytes.count)
      return written < 0 ? -Int(errno) : written
    },
    dataSync: { descriptor in orErrno { Glibc.fdatasync(descriptor) } },
    sync: { descriptor in orErrno { Glibc.fsync(descriptor) } },
    truncate: { descriptor, length in orErrno { Glibc.ftruncate(descriptor, length) } },
    rename: { from, to in orErrno { Glibc.rename(from, to) } }
  )

  private static func orErrno(_ call: () -> Int32) -> Int32 {
    let result = call()
    return result < 0 ? -errno : result
  }
}
