/// Why an event is not in the journal; a session that meets one must say so and stop asking.
package enum JournalError: Error, Hashable, Sendable {
  /// The file of the month cannot be opened or made.
  case cannotOpen(path: String, ErrorNumber)
  /// The file ended in a torn line that could not be set aside.
  case cannotRepair(path: String, ErrorNumber)
  /// The bytes could not be written, as on a full disk. `isCutBack` tells whether the file ends again
  /// in its last good line; if not, the next session sets the torn end aside.
  case writeFailed(path: String, ErrorNumber, isCutBack: Bool)
  /// The system could not promise that the bytes are on the disk; whether they are, only reading the
  /// journal again can tell.
  case syncFailed(path: String, ErrorNumber)
  /// The file was replaced, deleted or changed by somebody else while it was open.
  case changedUnderneath(path: String)
  /// An earlier error has closed the journal; it must be opened again.
  case closed
  /// Something other than one JSON object on one line, with at least one member, was to be written.
  case notAnObject
}
