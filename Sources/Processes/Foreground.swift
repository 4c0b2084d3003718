import Glibc

extension Program {
  /// Runs the child on our own terminal, in our process group, and waits for its end.
  ///
  /// This is for programs that talk to the user, such as `$EDITOR`. Ctrl-C and Ctrl-\ belong to the
  /// child meanwhile, Ctrl-Z stops both, and the terminal is put back as it was afterwards.
  package func runInForeground() throws(ProcessError) -> Ending {
    let quiet = [SIGINT, SIGQUIT].map { (signal: $0, before: ignore($0)) }
    defer {
      for var one in quiet { sigaction(one.signal, &one.before, nil) }
    }
    var terminal = termios()
    let onTerminal = tcgetattr(STDIN_FILENO, &terminal) == 0
    defer {
      if onTerminal { tcsetattr(STDIN_FILENO, TCSADRAIN, &terminal) }
    }
    return awaitEnding(of: try spawn([]))
  }
}

/// Ignores a signal and returns how it was handled before.
private func ignore(_ signal: Int32) -> sigaction {
  var ignoring = sigaction()
  ignoring.__sigaction_handler.sa_handler = SIG_IGN
  var before = sigaction()
  sigaction(signal, &ignoring, &before)
  return before
}
