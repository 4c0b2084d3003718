import Glibc

/// A file with a document in it, or what came on standard input: its name, its kind and its bytes.
package struct DocumentFile: Sendable {
  /// The name without its folders.
  package let name: String
  package let kind: Document.Kind
  package let bytes: [UInt8]

  package init(name: String, kind: Document.Kind, bytes: [UInt8]) {
    self.name = name
    self.kind = kind
    self.bytes = bytes
  }

  /// Reads the file at a path, deciding its kind by the extension.
  ///
  /// Never reads more than one byte past the kind's limit, whatever the file's length.
  package static func read(_ path: String) throws(DocumentError) -> DocumentFile {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    try refuseFolder(descriptor)
    let kind = try Document.kind(ofFileNamed: name)
    try refuse(descriptor, over: kind.largestFile)
    let bytes = try contents(of: descriptor, limit: kind.largestFile)
    return DocumentFile(name: name, kind: kind, bytes: bytes)
  }

  /// Reads standard input to its end, deciding its kind by how it begins.
  package static func readInput() throws(DocumentError) -> DocumentFile {
    let bytes = try contents(of: STDIN_FILENO, limit: Document.Kind.pdf.largestFile)
    return DocumentFile(name: "standard-input", kind: Document.kind(of: bytes), bytes: bytes)
  }
}

extension DocumentFile {
  private static func refuseFolder(_ descriptor: Int32) throws(DocumentError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(code: errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .directory }
  }

  /// Throws where the length alone shows that the file cannot be read.
  private static func refuse(_ descriptor: Int32, over limit: Int) throws(DocumentError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(code: errno) }
    if status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) > limit {
      throw .tooLarge(bytes: Int(status.st_size), limit: limit)
    }
  }

  private static func contents(
    of descriptor: Int32,
    limit: Int
  ) throws(DocumentError) -> [UInt8] {
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
      if bytes.count > limit { throw .tooLarge(bytes: nil, limit: limit) }
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
