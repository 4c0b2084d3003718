import ArgumentParser

@main
struct Rounds: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rounds",
    abstract: "A quiz and flashcard trainer for clinicians.",
    version: "0.1.0"
  )
}
