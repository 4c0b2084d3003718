import ArgumentParser
import Terminal

/// How a command shows itself.
struct DisplayOptions: ParsableArguments {
  @Flag(help: "Words instead of colours and drawn marks, fit for a screen reader.")
  var plain = false

  /// Standard output, dressed as asked.
  func console() -> Console {
    Console(isPlain: plain, environment: World.environment)
  }
}
