/// Ctrl-C and the other signals that end a program, as a question that long work asks now and then.
package final class Interruption {
  private let signals = SignalPipe()
  /// Whether one has come since this was made.
  private var hasCome = false

  /// From now on, and as long as this lives, such a signal no longer ends the program.
  package init() {}

  /// Whether the work should stop.
  package func isRequested() -> Bool {
    if !hasCome, signals.take() != nil { hasCome = true }
    return hasCome
  }
}
