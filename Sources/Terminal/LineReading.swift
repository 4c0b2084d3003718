/// How a line is asked for.
package enum LineMode: Hashable, Sendable {
  /// A line, ended by Enter.
  case line
  /// A line, or one of these keys at once when nothing has been typed before it.
  case keys(Set<Character>)
}

/// What came of asking for a line.
package enum LineInput: Hashable, Sendable {
  /// The line without its end, free of control characters; tabs became spaces.
  case line(String)
  /// One of the keys asked for, which needed no Enter.
  case key(Character)
  /// Ctrl-C: what was typed is gone.
  case interrupted
  /// Ctrl-D on an empty line, the end of a file or pipe, or a terminal that is gone.
  case endOfInput
  /// A signal that asks the program to end: SIGTERM, SIGHUP, SIGQUIT, or SIGINT without a terminal.
  case terminated(Int32)
}

/// Where lines come from: a terminal with an editor, or a pipe or file.
package protocol LineReading: AnyObject {
  /// Asks for one line.
  ///
  /// The prompt may hold colours (`ESC [ … m`) and, above its last line, lines of text.
  func readLine(prompt: String, mode: LineMode) -> LineInput

  /// Adds a line to the history of this run; nothing is added by itself.
  func remember(_ line: String)

  /// Forgets keys that were typed before they were asked for.
  func dropTypeAhead()

  /// Flushes the output and gives the terminal to a program that is about to be started.
  ///
  /// The next line that is asked for takes it again.
  func lendTerminal()

  /// Gives the terminal and the signals back; a second call does nothing.
  func close()
}

extension LineReading {
  /// Asks for one line.
  package func readLine(prompt: String) -> LineInput { readLine(prompt: prompt, mode: .line) }
}
