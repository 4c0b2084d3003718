internal import Glibc

/// Sets the torn end of a journal file aside, so that the next event begins on a line of its own.
package enum JournalRepair {
  /// A torn end that was moved.
  package struct SetAside: Hashable, Sendable {
    /// The journal file that it ended.
    package let file: String
    /// Where its bytes are now.
    package let keptAt: String
    /// How many bytes there were.
    package let length: Int
  }

  /// Sets aside the torn end of this device's newest file; nil where it ends as it should.
  package static func run(
    _ claim: StoreClaim,
    at moment: Timestamp
  ) throws(StoreError) -> SetAside? {
    guard let newest = try claim.folder.newestOwnFile() else { return nil }
    do throws(ErrorNumber) {
      return try repair(newest.path, in: claim.folder, at: moment)
    } catch {
      throw .unwritable(path: newest.path, error)
    }
  }

  /// Sets aside what follows the last newline of a file.
  static func repair(
    _ path: String,
    in folder: StoreFolder,
    at moment: Timestamp
  ) throws(ErrorNumber) -> SetAside? {
    let file = try OpenFile(path, O_RDWR | O_NONBLOCK, system: folder.system)
    let length = Int(try file.status().st_size)
    let whole = try lengthOfWholeLines(file, length)
    guard whole < length else { return nil }
    let kept = try keep(file, whole..<length, in: folder, at: moment)
    // Only now that the bytes are safe elsewhere may they go from here.
    try file.truncate(to: whole)
    try file.sync()
    return SetAside(file: path, keptAt: kept, length: length - whole)
  }

  private static func lengthOfWholeLines(
    _ file: borrowing OpenFile,
    _ length: Int
  ) throws(ErrorNumber) -> Int {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 8)
    defer { buffer.deallocate() }
    var end = length
    while end > 0 {
      let start = max(0, end - buffer.count)
      let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<(end - start)])
      let count = try file.read(at: start, into: part)
      if let newline = part[..<count].lastIndex(of: 0x0A) { return start + newline + 1 }
      end = start
    }
    return 0
  }

  /// Copies some bytes into a new file of the device's folder and makes them last.
  private static func keep(
    _ file: borrowing OpenFile,
    _ range: Range<Int>,
    in folder: StoreFolder,
    at moment: Timestamp
  ) throws(ErrorNumber) -> String {
    let path = freePath(in: folder, at: moment)
    let copy = try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL, system: folder.system)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 8)
    defer { buffer.deallocate() }
    var offset = range.lowerBound
    while offset < range.upperBound {
      let size = min(buffer.count, range.upperBound - offset)
      let count = try file.read(
        at: offset,
        into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<size])
      )
      guard count > 0 else { throw ErrorNumber(EIO) }
      let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      if let failure = copy.writeAll(bytes).failure {
        unlink(path)
        throw failure
      }
      offset += count
    }
    try copy.sync()
    try OpenFile.syncFolder(folder.devicePath, system: folder.system)
    return path
  }

  /// `torn-` and the moment, with a number where that name is taken.
  private static func freePath(in folder: StoreFolder, at moment: Timestamp) -> String {
    let name =
      folder.devicePath + "/torn-" + moment.description.split(separator: ":").joined(separator: "-")
    var path = name
    var number = 1
    while access(path, F_OK) == 0 {
      number += 1
      path = name + "-\(number)"
    }
    return path
  }
}
