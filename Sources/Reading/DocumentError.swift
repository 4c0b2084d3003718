/// Why a file cannot become a document.
package enum DocumentError: Error, Hashable, Sendable {
  case missing
  case directory
  /// No bytes, or nothing but white space.
  case empty
  /// The file name's extension belongs to a format that is not read, in lower case without the dot.
  case unsupported(extension: String)
  /// The file is longer than its kind may be; `bytes` is nil where the length is not known.
  case tooLarge(bytes: Int?, limit: Int)
  /// A NUL byte, or bytes that are not UTF-8 in bulk, first at this byte offset.
  case binary(offset: Int)
  /// The first byte that is not UTF-8, by its offset in the file.
  case notUTF8(offset: Int)
  /// The page says that it is written in this encoding, and it is not, or nobody knows it.
  case encoding(String)
  /// The system refused to open or read the file, with its `errno`.
  case unreadable(code: Int32)
  /// A Debian package that reads this kind is not installed, or was not when this was built.
  case lacks(package: String)
  /// A password is asked for, or the author forbids taking the text out.
  case encrypted
  /// Pages, and no letter on them: pictures of text.
  case scanned(pages: Int)
  /// The file is not what its extension says, or damaged.
  case broken(Document.Kind)
  /// Elements within elements, or more of them, than any document needs.
  case tangled
  /// The reader did not come to its end in this time.
  case timedOut(Duration)
}
