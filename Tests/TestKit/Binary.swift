import Foundation
package import Processes

/// A program of this package as the build left it, run in a clean environment.
package struct Binary: Sendable {
  /// Where the program lies.
  package let path: String

  /// Finds the program beside the running tests, whatever the build folder is called.
  package init(_ name: String = "rounds") throws {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let folder = URL(fileURLWithPath: tests).deletingLastPathComponent()
    path = folder.appendingPathComponent(name).path
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw ProcessError.notFound(program: path)
    }
  }

  /// The folder it lies in.
  package var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

  /// An environment in which nothing of the person who runs the tests shows.
  ///
  /// `HOME` and `ROUNDS_HOME` lie in the folder given, the language is C.UTF-8 and the time zone UTC.
  package static func environment(
    home: TemporaryFolder,
    adding more: [String: String] = [:]
  ) -> [String: String] {
    let clean = [
      "HOME": home.path(of: "home"),
      "ROUNDS_HOME": home.path(of: "home/rounds"),
      "PATH": "/usr/local/bin:/usr/bin:/bin",
      "TERM": "xterm-256color",
      "LANG": "C.UTF-8",
      "TZ": "UTC",
    ]
    try? FileManager.default.createDirectory(
      atPath: home.path(of: "home"),
      withIntermediateDirectories: true
    )
    return clean.merging(more) { $1 }
  }

  /// What a run over pipes printed, and how it ended.
  package struct Result: Sendable {
    /// Its standard output.
    package let output: String
    /// Its standard error.
    package let errorOutput: String
    /// How it ended.
    package let ending: Ending

    /// The exit status, or nil where a signal ended the run.
    package var status: Int32? {
      guard case .exited(let status) = ending else { return nil }
      return status
    }
  }

  /// Runs a line of shell in the clean environment, for pipelines around the program.
  package static func shell(_ script: String, home: TemporaryFolder) throws -> Result {
    try Binary(path: "/bin/sh").run(["-c", script], home: home)
  }

  private init(path: String) {
    self.path = path
  }

  /// Runs the program over pipes to its end.
  ///
  /// Without a home of its own the run gets a new one, so that no two runs share anything. It
  /// starts in the folder given, else in that home.
  package func run(
    _ arguments: [String] = [],
    input: String = "",
    environment: [String: String] = [:],
    home: TemporaryFolder? = nil,
    folder: String? = nil,
    timeout: Duration = .seconds(60)
  ) throws -> Result {
    let home = try home ?? TemporaryFolder()
    let program = Program(
      path,
      arguments,
      environment: Binary.environment(home: home, adding: environment),
      folder: folder ?? home.path
    )
    let outcome = try program.run(input: Array(input.utf8), limits: Limits(time: timeout))
    return Result(
      output: String(decoding: outcome.output, as: UTF8.self),
      errorOutput: String(decoding: outcome.errorOutput, as: UTF8.self),
      ending: outcome.ending
    )
  }
}
