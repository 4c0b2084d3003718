/// Why some bytes are not the JSON that was asked for.
package struct JSONError: Error, Hashable, Sendable {
  /// The ways in which bytes can be wrong.
  package enum Reason: Hashable, Sendable {
    /// The bytes end in the middle of a value.
    case unexpectedEnd
    /// The bytes at the place cannot stand there.
    case unexpectedByte
    /// The value is of another kind than asked for.
    case wrongKind
    /// A control character, a bad escape or bytes that are not UTF-8 stand in a string.
    case badString
    /// A number lies outside what the caller can hold.
    case outOfRange
    /// Arrays and objects stand deeper in each other than the limit.
    case tooDeep
    /// Something follows the value.
    case trailingBytes
  }

  /// What is wrong.
  package let reason: Reason
  /// The place, in bytes from the beginning.
  package let offset: Int
}
