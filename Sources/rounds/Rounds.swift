import ArgumentParser
import Terminal

@main
struct Rounds: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rounds",
    abstract: "A quiz and flashcard trainer for clinicians.",
    discussion: """
      Without a command, rounds studies what is due. Every command has --help.

      Exit status: 0 done; 1 errors found, or the answer is no; 64 usage; 66 no such input; \
      73, 74 cannot write; 75 somebody else holds the store.
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Studying",
        subcommands: [
          Study.self, Stats.self, WorkloadTable.self, Cards.self, Show.self, Explain.self,
          Suspend.self, Resume.self,
          FlagCard.self, Undo.self, Optimize.self,
        ]
      ),
      CommandGroup(
        name: "Authoring",
        subcommands: [
          Generate.self, Drafts.self, Sources.self, Check.self, Format.self, Decks.self,
          GradeAnswer.self,
          ImportCards.self, ExportCards.self,
        ]
      ),
      CommandGroup(
        name: "Keeping progress",
        subcommands: [BackUp.self, Restore.self, Merge.self, Doctor.self]
      ),
    ],
    defaultSubcommand: Study.self
  )

  /// Runs a command; a failure becomes one message and its exit status.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      World.warn(failure.message)
      exit(withError: ExitCode(failure.status.rawValue))
    } catch {
      exit(withError: error)
    }
  }
}
