internal import Glibc

/// Replaces whole files so that a reader, or a crash, finds the old or the new one and nothing else.
package enum AtomicFile {
  /// Writes a file beside its place, makes it last, moves it there and makes the move last.
  ///
  /// Where an error is thrown, what stood in the place still stands there.
  package static func replace(
    _ path: String,
    with bytes: [UInt8],
    mode: UInt32 = 0o600,
    system: SystemCalls = .system
  ) throws(ErrorNumber) {
    try replace(path, mode: mode, system: system) { file throws(ErrorNumber) in
      if let failure = bytes.withUnsafeBytes({ file.writeAll($0) }).failure { throw failure }
    }
  }

  /// The same with a content that is written part by part.
  static func replace(
    _ path: String,
    mode: UInt32 = 0o600,
    system: SystemCalls,
    writing body: (borrowing OpenFile) throws(ErrorNumber) -> Void
  ) throws(ErrorNumber) {
    let folder = folder(of: path)
    let temporary = path + temporaryMark + "\(getpid())"
    do throws(ErrorNumber) {
      try write(to: temporary, mode: mode, system: system, body)
      let moved = system.rename(temporary, path)
      if moved < 0 { throw ErrorNumber(-moved) }
    } catch {
      unlink(temporary)
      throw error
    }
    try OpenFile.syncFolder(folder, system: system)
  }

  /// What stands in the name of a file that is not whole yet, before the number of the process.
  static let temporaryMark = ".tmp-"

  private static func write(
    to path: String,
    mode: UInt32,
    system: SystemCalls,
    _ body: (borrowing OpenFile) throws(ErrorNumber) -> Void
  ) throws(ErrorNumber) {
    let file = try begin(path, mode: mode, system: system)
    try body(file)
    try file.sync()
  }

  /// A new file for what is not whole yet.
  static func begin(
    _ path: String,
    mode: UInt32,
    system: SystemCalls
  ) throws(ErrorNumber) -> OpenFile {
    // What a crash of an earlier process of the same number left there is of no use.
    unlink(path)
    let file = try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL, mode: mode, system: system)
    // Permissions are those asked for, whatever the mask of the process takes away.
    if fchmod(file.descriptor, mode) != 0 { throw ErrorNumber(errno) }
    return file
  }

  /// The folder that a path names a file in.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
