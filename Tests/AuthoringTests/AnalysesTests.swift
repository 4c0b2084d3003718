import Foundation
import Testing

@testable import Authoring

/// The files of `Analyses` hold sentences with what is read off them.
///
/// A line that is not indented is a sentence, the indented lines below it are its analysis, and lines
/// that begin with `#` are for the reader. With `ROUNDS_UPDATE=1` in the environment the files are
/// rewritten as the sentences are read now.
@Suite(.enabled(if: Grammars.isThere, Comment(rawValue: Grammars.isMissing)))
struct AnalysesTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "Analyses")
  private static let updates = ProcessInfo.processInfo.environment["ROUNDS_UPDATE"] == "1"

  @Test(arguments: ["statements", "verbs", "asides", "refusals"])
  func `sentences are read as they are written down`(name: String) throws {
    let file = Self.folder.appending(path: "\(name).txt")
    let expected = try String(contentsOf: file, encoding: .utf8)
    let actual = Self.read(expected)
    if Self.updates, actual != expected {
      try actual.write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(actual == expected, "\(name).txt")
    }
  }

  private static func read(_ text: String) -> String {
    let analyzer = LinkGrammarAnalyzer()
    let kept = text.components(separatedBy: "\n").filter { !$0.hasPrefix("  ") }
    return kept.map { line in
      guard !line.isEmpty, !line.hasPrefix("#") else { return line }
      let analysis = analyzer.analysis(of: statement(line)).description
      let lines = analysis.components(separatedBy: "\n").map { "  " + $0 }
      return ([line] + lines).joined(separator: "\n")
    }
    .joined(separator: "\n")
  }
}
