/// Why a file cannot become a document.
package enum DocumentError: Error, Hashable, Sendable {
  case missing
  case directory
  /// No bytes, or nothing but white space.
  case empty
  /// The file name's extension belongs to a format that is not read, in lower case without the dot.
  case unsupported(extension: String)
  /// The file is longer than `Document.longest`; `bytes` is nil where the length is not known.
  case tooLarge(bytes: Int?, limit: Int)
  /// A NUL byte, or bytes that are not UTF-8 in bulk, first at this byte offset.
  case binary(offset: Int)
  /// The first byte that is not UTF-8, by its offset in the file.
  case notUTF8(offset: Int)
  /// The system refused to open or read the file, with its `errno`.
  case unreadable(code: Int32)
}
