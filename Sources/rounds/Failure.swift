/// How the program ends, after the conventions of `sysexits.h`.
enum ExitStatus: Int32 {
  /// Errors were found, or the answer is no.
  case no = 1
  case usage = 64
  case noInput = 66
  case cannotCreate = 73
  case cannotWrite = 74
  /// Somebody else holds the store: try again later.
  case busy = 75
}

/// Why a command cannot go on, in words for its user: what happened, where, and what to do.
struct Failure: Error {
  let status: ExitStatus
  let message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }
}
