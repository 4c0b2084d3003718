import ArgumentParser
import Foundation
import TestKit
import Testing

@testable import rounds

@Suite struct `The README` {
  private static let path = "\(Shared.packageRoot)/README.md"

  @Test func `every command shown runs and ends as shown`() throws {
    let readme = try? String(contentsOfFile: Self.path, encoding: .utf8)
    let steps = ReadmeStep.all(in: try #require(readme, "README.md is missing from the package"))
    #expect(steps.contains { $0.command.hasPrefix("rounds study") })
    let binary = try Binary()
    let folder = try TemporaryFolder()
    try folder.copy("\(Shared.packageRoot)/Decks")
    for step in steps {
      // The store lies where it does for a reader, below a HOME of its own.
      try folder.write(step.input.map { $0 + "\n" }.joined(), to: "home/input")
      let script = """
        unset ROUNDS_HOME; PATH='\(binary.folder)':$PATH; cd '\(folder.path)'
        { \(step.command)
        } < home/input
        """
      let result = try Binary.shell(script, home: folder)
      #expect(
        result.status == step.status,
        "\(step.command)\n\(result.output.suffix(500))\n\(result.errorOutput)"
      )
    }
  }

  /// Every command that `--help` lists.
  private static var commands: [String] {
    Rounds.configuration.groupedSubcommands.flatMap(\.subcommands).map {
      $0.configuration.commandName ?? "\($0)".lowercased()
    }
  }

  @Test func `every command of the program is shown`() throws {
    let readme = try String(contentsOfFile: Self.path, encoding: .utf8)
    let commands = Set(
      ReadmeStep.all(in: readme).map { $0.command.split(separator: " ").prefix(2) }
    )
    for name in Self.commands {
      #expect(commands.contains(["rounds", Substring(name)]), "rounds \(name) is not shown")
    }
  }
}

/// A command of a `console` or `sh` block.
///
/// `$ ` begins a command, `> ` goes on with it, `< ` is a line of its input, and `[exit N]` says how
/// it ends if not with 0.
private struct ReadmeStep {
  var command: String
  var input: [String] = []
  var status: Int32 = 0

  /// Commands that build or fetch are not run again within the tests.
  private static let others: Set<Substring> = ["make", "git", "sudo", "apt-get", "swift"]

  static func all(in text: String) -> [ReadmeStep] {
    var steps: [ReadmeStep] = []
    var fence: Substring?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        fence = fence == nil ? line.dropFirst(3) : nil
      } else if fence == "console" || fence == "sh" {
        read(line, into: &steps)
      }
    }
    return steps.filter { !others.contains($0.command.prefix { $0 != " " }) }
  }

  private static func read(_ line: Substring, into steps: inout [ReadmeStep]) {
    if line.hasPrefix("$ ") {
      steps.append(ReadmeStep(command: String(line.dropFirst(2))))
    } else if let last = steps.indices.last {
      if line.hasPrefix("> ") { steps[last].command += "\n" + line.dropFirst(2) }
      if line.hasPrefix("< ") { steps[last].input.append(String(line.dropFirst(2))) }
      if let match = line.wholeMatch(of: /\[exit (\d+)\]/) {
        steps[last].status = Int32(match.1) ?? -1
      }
    }
  }
}
