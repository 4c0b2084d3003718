import Glibc
import Processes
import Storage
import Study
import Terminal

/// The world outside: the only place where the clock, the environment and the terminal's name are
/// asked for.
enum World {
  static let environment = Environment.inherited()

  /// Now, with the offset of the local time zone.
  static func now() -> Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var seconds = time.tv_sec
    var local = tm()
    localtime_r(&seconds, &local)
    let milliseconds = Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    return Moment(
      at: Timestamp(milliseconds: milliseconds),
      offset: Int(local.tm_gmtoff / 60)
    )
  }

  /// Milliseconds of a clock that never goes back, for answer times.
  static func stopwatch() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  /// Today at the learner's place as `YYYY-MM-DD`, by midnight.
  static func today() -> String {
    let now = now()
    let local = Timestamp(milliseconds: now.at.milliseconds + Int64(now.offset) * 60_000)
    return String(local.description.prefix(10))
  }

  /// Who would hold the store now.
  static func lockHolder() -> LockHolder {
    let terminal = ttyname(STDIN_FILENO).map { String(cString: $0) }
    return LockHolder(process: Int(getpid()), terminal: terminal, started: now().at)
  }

  /// The machine's name.
  static func hostName() -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return "device" }
    return buffer.withUnsafeBufferPointer { name in
      name.baseAddress.map { String(cString: $0) } ?? "device"
    }
  }

  static func errorConsole() -> Console {
    Console(descriptor: STDERR_FILENO, environment: environment)
  }

  /// Puts words on standard error at once.
  static func warn(_ message: String) {
    let errors = errorConsole()
    let text = "rounds: \(message)".sanitized
    errors.writeLines(errors.isTerminal ? Wrap(errors.width, hanging: "  ").lines(text) : [text])
    errors.flush()
  }
}

extension Console {
  /// Hands on all that waits, and tells when it could not be written.
  ///
  /// A reader that went away, as `head` does, is no failure.
  func finish() throws(Failure) {
    flush()
    guard isBroken, failure != EPIPE, failure != EIO || !isTerminal else { return }
    throw Failure(.cannotWrite, "cannot write the output: \(ErrorNumber(failure).words)")
  }
}
