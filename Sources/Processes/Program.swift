/// A child program to be started: what to run, with which arguments, where.
package struct Program: Sendable {
  /// A path, or a bare name that is looked up in `PATH`.
  package var path: String
  /// The arguments after the program's own name.
  package var arguments: [String]
  /// The whole environment of the child; nil hands on our own.
  package var environment: [String: String]?
  /// The folder the child starts in; nil is ours.
  ///
  /// A relative `path` is looked up from there.
  package var folder: String?

  /// A program with its arguments, in our own environment and folder unless told otherwise.
  package init(
    _ path: String,
    _ arguments: [String] = [],
    environment: [String: String]? = nil,
    folder: String? = nil
  ) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
  }
}

/// How a child program came to its end.
package enum Ending: Hashable, Sendable {
  /// It ended itself with this status, 0 to 255.
  case exited(Int32)
  /// A signal of this number killed it.
  case killed(signal: Int32)

  /// Whether the program ended itself with status 0.
  package var isSuccess: Bool { self == .exited(0) }

  /// Reads the status word of `waitpid` for a child that has ended.
  package init(waitStatus status: Int32) {
    let signal = status & 0x7f
    self = signal == 0 ? .exited((status >> 8) & 0xff) : .killed(signal: signal)
  }
}

/// What a child program left behind.
package struct Outcome: Hashable, Sendable {
  /// How it ended.
  package var ending: Ending
  /// The bytes of its standard output.
  package var output: [UInt8]
  /// The bytes of its standard error.
  package var errorOutput: [UInt8]
}

/// What a child program may use before it is killed.
package struct Limits: Hashable, Sendable {
  /// The longest time from start to end; nil is without end.
  package var time: Duration?
  /// The most bytes that standard output and standard error may hold together.
  package var output: Int
  /// The most bytes of address space, with which a program that needs more fails; nil is no limit.
  package var memory: Int?

  /// No time-out and 64 MiB of output, unless told otherwise.
  package init(time: Duration? = nil, output: Int = 64 << 20, memory: Int? = nil) {
    self.time = time
    self.output = output
    self.memory = memory
  }
}

/// Why a child program could not be started or followed to its end.
package enum ProcessError: Error, Hashable, Sendable {
  /// No such program, neither as a path nor in `PATH`.
  case notFound(program: String)
  /// The system refused to start it; the code is an `errno`.
  case cannotStart(program: String, code: Int32)
  /// A pipe to or from it could not be made or used; the code is an `errno`.
  case pipe(code: Int32)
  /// It was killed because it ran longer than its limit.
  case timedOut(program: String, after: Duration)
  /// It was killed because it wrote more than its limit of bytes.
  case tooMuchOutput(program: String, limit: Int)
  /// It was killed because the caller wanted to wait no longer.
  case cancelled(program: String)
}
