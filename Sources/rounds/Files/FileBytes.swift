import Glibc
import Storage

/// Reads and replaces whole files, with messages that name them.
enum FileBytes {
  /// The largest file that is read: more than any deck or document, less than the memory.
  static let limit = 1 << 30

  static func read(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw Failure(.noInput, "cannot read \(path): \(reason())") }
    defer { close(descriptor) }
    var status = stat()
    fstat(descriptor, &status)
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw Failure(.noInput, "\(path) is a folder, where a file is wanted")
    }
    return try readAll(descriptor, path: path, expected: Int(status.st_size))
  }

  /// All that comes on standard input.
  static func readInput() throws(Failure) -> [UInt8] {
    try readAll(STDIN_FILENO, path: "standard input", expected: 1 << 16)
  }

  /// Puts a new content in the place of a file, or makes it; the old content stays until the new
  /// one is safe on the disk.
  static func replace(_ path: String, with bytes: [UInt8]) throws(Failure) {
    do throws(ErrorNumber) {
      // A link keeps pointing where it did: the file behind it is replaced.
      try AtomicFile.replace(canonical(path), with: bytes, mode: mode(of: path))
    } catch {
      throw Failure(.cannotCreate, "cannot write \(path): \(error.words)")
    }
  }

  static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder in their order, hidden ones left out; none where it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// Whether a path is a symbolic link, wherever it leads.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Whether a path leads to a file of bytes, not to a pipe or device that could block.
  static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// A name for one file however it is reached, or the path itself where it does not exist.
  static func canonical(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func mode(of path: String) -> UInt32 {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o644
  }

  private static func readAll(
    _ descriptor: Int32,
    path: String,
    expected: Int
  ) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    // One byte more than expected shows the end of the file without growing.
    var room = min(max(expected, 0), limit) + 1
    while true {
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        if count < 0 {
          failure = errno
          count = 0
        }
      }
      if failure == EINTR { continue }
      guard failure == 0 else {
        throw Failure(.noInput, "cannot read \(path): \(ErrorNumber(failure).words)")
      }
      if chunk.isEmpty { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= limit else {
        throw Failure(.noInput, "\(path) is larger than 1 GB; split it")
      }
      room = max(room - chunk.count, 1 << 16)
    }
  }

  private static func reason() -> String {
    ErrorNumber(errno).words
  }
}
