import Foundation
import Processes

/// Plays files of commands with their expected output against the real program.
///
/// A transcript is a text file:
///
///     # Words for the reader.
///     $ rounds check deck.md
///     deck.md:3:1: error: two cards share the id asa-1
///     [exit 1]
///
///     $ rounds study deck.md
///     < b
///     < 3
///     1/12 What is the loading dose …
///
/// - A line that begins with `$ ` is a command for `sh`, run in a temporary folder that holds copies
///   of the fixtures and lives for the whole transcript; `rounds` is the program just built.
/// - Lines that begin with `<` right below it are its input, without the mark and one space.
/// - What follows, up to the next command, is standard output and standard error as they were mixed.
///   Blank lines at its end do not count. The name of the folder is written `{folder}`.
/// - `[exit N]` is the last line where the status is not 0, and `[signal N]` where a signal ended it.
/// - Lines that begin with `#` directly above a command, and all above the first, are comments.
///
/// With `ROUNDS_UPDATE=1` in the environment the file is rewritten as the program behaves now.
package struct TranscriptRunner: Sendable {
  private let binary: Binary
  private let fixtures: [String]
  private let environment: [String: String]
  private let updates: Bool

  /// Runs the program with copies of the fixtures, which are paths of files or folders.
  package init(
    _ binary: Binary,
    fixtures: [String] = [],
    environment: [String: String] = [:],
    updates: Bool = ProcessInfo.processInfo.environment["ROUNDS_UPDATE"] == "1"
  ) {
    self.binary = binary
    self.fixtures = fixtures
    self.environment = environment
    self.updates = updates
  }

  /// Plays one file; returns nil when all is as written, else what differs.
  package func check(_ file: String) throws -> String? {
    let url = URL(fileURLWithPath: file)
    let expected = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    let actual = try play(expected)
    if actual == expected { return nil }
    if updates {
      try Data(actual.utf8).write(to: url)
      return nil
    }
    return difference(expected, actual, in: url.lastPathComponent)
  }

  /// Plays a transcript and returns it with the output of now in place of what it said.
  package func play(_ transcript: String) throws -> String {
    let folder = try TemporaryFolder()
    let home = try TemporaryFolder()
    for fixture in fixtures { try folder.copy(fixture) }
    var environment = Binary.environment(home: home, adding: self.environment)
    environment["PATH"] = "\(binary.folder):\(environment["PATH"] ?? "/usr/bin:/bin")"
    var blocks: [String] = []
    for step in TranscriptStep.parse(transcript) {
      var lines = step.comments + ["$ \(step.command)"]
      lines += step.input.map { $0.isEmpty ? "<" : "< \($0)" }
      let input = step.input.map { $0 + "\n" }.joined()
      lines += try run(step.command, input, in: folder.path, environment)
      blocks.append(lines.map { $0 + "\n" }.joined())
    }
    return blocks.joined(separator: "\n")
  }

  private func run(
    _ command: String,
    _ input: String,
    in folder: String,
    _ environment: [String: String]
  ) throws -> [String] {
    let shell = Program(
      "/bin/sh",
      ["-c", "exec 2>&1; \(command)"],
      environment: environment,
      folder: folder
    )
    let outcome = try shell.run(input: Array(input.utf8), limits: Limits(time: .seconds(60)))
    let output = String(decoding: outcome.output, as: UTF8.self)
    var lines = output.replacingOccurrences(of: folder, with: "{folder}")
      .components(separatedBy: "\n")
    while lines.last?.isEmpty == true { lines.removeLast() }
    switch outcome.ending {
    case .exited(0): break
    case .exited(let status): lines.append("[exit \(status)]")
    case .killed(let signal): lines.append("[signal \(signal)]")
    }
    return lines
  }

  private func difference(_ expected: String, _ actual: String, in file: String) -> String {
    let lines = (expected.components(separatedBy: "\n"), actual.components(separatedBy: "\n"))
    let first = zip(lines.0, lines.1).prefix { $0 == $1 }.count
    let near = { (all: [String]) in all[max(0, first - 2)..<min(all.count, first + 6)] }
    return """
      \(file):\(first + 1): the output differs; expected
      ~~~
      \(near(lines.0).joined(separator: "\n"))
      ~~~
      but got
      ~~~
      \(near(lines.1).joined(separator: "\n"))
      ~~~
      """
  }
}

/// One command of a transcript with the comments above it.
struct TranscriptStep {
  var comments: [String]
  var command: String
  var input: [String] = []

  /// Reads the commands; the expected output is left out, because the whole text is compared.
  static func parse(_ transcript: String) -> [TranscriptStep] {
    var steps: [TranscriptStep] = []
    var comments: [String] = []
    var readsInput = false
    for line in transcript.components(separatedBy: "\n") {
      if line.hasPrefix("$ ") {
        steps.append(TranscriptStep(comments: comments, command: String(line.dropFirst(2))))
        comments = []
        readsInput = true
      } else if readsInput, line.hasPrefix("<"), !steps.isEmpty {
        let text = line.dropFirst(line.hasPrefix("< ") ? 2 : 1)
        steps[steps.count - 1].input.append(String(text))
      } else {
        readsInput = false
        if line.hasPrefix("#") || steps.isEmpty { comments.append(line) } else { comments = [] }
      }
    }
    return steps
  }
}
