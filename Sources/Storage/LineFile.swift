internal import Glibc

/// A file of lines that is only ever added to.
package enum LineFile {
  /// Adds a line and makes it last; where an error is thrown the file ends as before.
  ///
  /// A cut-off end that a crash left is closed first, so that it harms no other line.
  package static func append(
    _ line: [UInt8],
    to path: String,
    mode: UInt32 = 0o644,
    system: SystemCalls = .system
  ) throws(ErrorNumber) {
    let file = try OpenFile(path, O_RDWR | O_CREAT | O_APPEND, mode: mode, system: system)
    let length = Int(try file.status().st_size)
    let bytes = (try endsLine(file, length) ? [] : [0x0A]) + line + [0x0A]
    do throws(ErrorNumber) {
      if let failure = bytes.withUnsafeBytes({ file.writeAll($0) }).failure { throw failure }
      try file.sync()
    } catch {
      try file.truncate(to: length)
      throw error
    }
    if length == 0 { try OpenFile.syncFolder(AtomicFile.folder(of: path), system: system) }
  }

  private static func endsLine(_ file: borrowing OpenFile, _ length: Int) throws(ErrorNumber)
    -> Bool
  {
    guard length > 0 else { return true }
    var failure: ErrorNumber?
    let last = [UInt8](unsafeUninitializedCapacity: 1) { buffer, count in
      do throws(ErrorNumber) {
        count = try file.read(at: length - 1, into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return last.first == 0x0A
  }
}
