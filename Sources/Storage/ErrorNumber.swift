internal import Glibc

/// The number of an error of the system, such as ENOSPC.
package struct ErrorNumber: Error, Hashable, Sendable {
  /// The value of `errno`.
  package let code: Int32

  /// The error of a value of `errno`.
  package init(_ code: Int32) {
    self.code = code
  }

  /// Something is larger than its place.
  package static let tooLarge = ErrorNumber(EFBIG)

  /// The system's own words, such as "No space left on device".
  package var words: String {
    guard let text = strerror(code) else { return "error \(code)" }
    return String(cString: text)
  }
}
