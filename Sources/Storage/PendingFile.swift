internal import Glibc

/// A file that is written beside its place part by part, and is nowhere where it does not come to its
/// end.
final class PendingFile {
  private let temporary: String
  private let system: SystemCalls
  private let file: OpenFile
  private var buffer: [UInt8] = []
  private var length = 0
  private var isMoved = false

  /// What is written at a time.
  private static let partLength = 1 << 20

  /// Begins a file in a folder; its name is given at the end.
  ///
  /// `owner` is the device that writes: in a synced folder another may write beside it under the same
  /// number of a process.
  init(
    in folder: String,
    owner: DeviceName,
    mode: UInt32 = 0o600,
    system: SystemCalls
  ) throws(ErrorNumber) {
    temporary = folder + "/merged" + AtomicFile.temporaryMark + "\(owner)-\(getpid())"
    self.system = system
    file = try AtomicFile.begin(temporary, mode: mode, system: system)
    buffer.reserveCapacity(Self.partLength + 1 << 16)
  }

  deinit {
    if !isMoved { unlink(temporary) }
  }

  /// Adds a line.
  func append(line: UnsafeRawBufferPointer) throws(ErrorNumber) {
    buffer.append(contentsOf: line)
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count >= Self.partLength { try write() }
  }

  /// Makes all that was added last, moves the file to a path of its folder and makes that last.
  func finish(at path: String) throws(ErrorNumber) {
    try write()
    try file.sync()
    let moved = system.rename(temporary, path)
    if moved < 0 { throw ErrorNumber(-moved) }
    isMoved = true
    try OpenFile.syncFolder(AtomicFile.folder(of: path), system: system)
  }

  private func write() throws(ErrorNumber) {
    if let failure = buffer.withUnsafeBytes({ file.writeAll($0) }).failure { throw failure }
    // The disk begins at once, not when all is there.
    file.beginSync(length..<length + buffer.count)
    // What it has taken need not stay in memory, which is had anew for the next parts.
    file.forget(upTo: length)
    length += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }
}
