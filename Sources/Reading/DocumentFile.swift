import Glibc

extension Document {
  /// Reads the file at a path, deciding its kind by the extension.
  ///
  /// Never reads more than one byte past `longest`, whatever the file's length.
  package static func read(_ path: String) throws(DocumentError) -> Document {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    try refuse(descriptor)
    let kind = try kind(ofFileNamed: name)
    return try Document(name: name, kind: kind, bytes: try contents(of: descriptor))
  }

  /// Throws where the length or type alone shows that the file cannot be read.
  private static func refuse(_ descriptor: Int32) throws(DocumentError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(code: errno) }
    let type = status.st_mode & S_IFMT
    if type == S_IFDIR { throw .directory }
    if type == S_IFREG, Int(status.st_size) > longest {
      throw .tooLarge(bytes: Int(status.st_size), limit: longest)
    }
  }

  private static func contents(of descriptor: Int32) throws(DocumentError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return bytes }
      if count < 0 {
        guard errno == EINTR else { throw failure(errno) }
        continue
      }
      bytes += chunk[..<count]
      if bytes.count > longest { throw .tooLarge(bytes: nil, limit: longest) }
    }
  }

  private static func failure(_ code: Int32) -> DocumentError {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case EISDIR: .directory
    default: .unreadable(code: code)
    }
  }
}
