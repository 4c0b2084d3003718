import Glibc
import Terminal

/// The two sides of the conversation: what is written to the learner and what is read back.
///
/// On a pipe each prompt and line appear as they would on a terminal.
final class Dialogue {
  let console: Console
  private let input: any LineReading
  private var interruptions = 0
  /// The signal that ends the session, which every later question meets too.
  private var termination: Int32?
  /// How to end, said after the first Ctrl-C.
  private let farewell: String

  init(
    console: Console,
    farewell: String = "Ctrl-C again, or :quit, ends the session. Everything graded is saved."
  ) {
    self.console = console
    self.farewell = farewell
    input = console.openInput(echoesPrompts: true, environment: World.environment)
  }

  /// Whether a person sits at a terminal with a line editor.
  var isInteractive: Bool { input is LineEditor }

  var width: Int { max(console.width, 1) }

  var style: Style { console.style }

  /// What the learner did when asked for a line.
  enum Reply {
    case line(String)
    case key(Character)
    /// The line was cleared; the learner was told how to end.
    case cleared
    /// The session is to end: Ctrl-C twice, Ctrl-D, or the end of the input.
    case end
    /// A signal asks the program to end.
    case terminated(Int32)
  }

  func ask(_ prompt: String, keys: Set<Character> = []) -> Reply {
    if let termination { return .terminated(termination) }
    let mode: LineMode = keys.isEmpty ? .line : .keys(keys)
    switch input.readLine(prompt: style(.accent, prompt), mode: mode) {
    case .line(let line):
      interruptions = 0
      if !isInteractive { console.writeLine(String(line.prefix(200))) }
      return .line(line)
    case .key(let key):
      interruptions = 0
      return .key(key)
    case .interrupted:
      interruptions += 1
      if interruptions > 1 { return .end }
      say(farewell)
      return .cleared
    case .endOfInput:
      if !isInteractive { console.writeLine() }
      return .end
    case .terminated(let signal):
      termination = signal
      return .terminated(signal)
    }
  }

  /// Writes text wrapped to the width.
  func say(_ text: String, _ role: Role? = nil) {
    for line in Wrap(width, hanging: "  ").lines(text) {
      console.writeLine(role.map { style($0, line) } ?? line)
    }
  }

  func show(_ lines: [String]) {
    console.writeLines(lines)
  }

  /// Keeps a command for the Up key; answers are never kept.
  func remember(_ command: String) {
    input.remember(command)
  }

  func dropTypeAhead() {
    input.dropTypeAhead()
  }

  /// Hands on all output and gives the terminal to a program, until the next question.
  func lendTerminal() {
    input.lendTerminal()
  }

  func close() {
    console.flush()
    // One Ctrl-C too many must not cut the end off: the session is over already.
    var interrupt = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    sigprocmask(SIG_BLOCK, &interrupt, nil)
    input.close()
  }
}
