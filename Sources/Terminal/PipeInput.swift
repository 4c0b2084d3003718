import Glibc

/// Reads lines from a pipe or a file, or from a terminal whose output goes elsewhere.
///
/// There is no editing and no history. A last line without an end is a line, carriage returns before
/// line feeds go, and bytes that are no UTF-8 become U+FFFD. Single keys need Enter here.
package final class PipeInput: LineReading {
  private let console: Console
  private let prompts: Console?
  private let descriptor: Int32
  private let isTerminal: Bool
  private let signals = SignalPipe()
  private var buffer: [UInt8] = []
  private var start = 0
  private var searched = 0
  private var isAtEnd = false

  /// Reads from a descriptor, by default standard input.
  ///
  /// The console is flushed before each line. Prompts go to `prompts`; nil leaves them out.
  package init(descriptor: Int32 = STDIN_FILENO, console: Console, prompts: Console? = nil) {
    self.descriptor = descriptor
    self.console = console
    self.prompts = prompts
    isTerminal = isatty(descriptor) == 1
  }

  deinit {
    close()
  }

  /// Waits for one line or a signal; a single key is a line of one character here.
  package func readLine(prompt: String, mode: LineMode) -> LineInput {
    console.flush()
    prompts?.write(prompt)
    prompts?.flush()
    while true {
      if let line = takeLine() { return .line(line) }
      if isAtEnd { return .endOfInput }
      if let signal = wait() {
        return signal == SIGINT && isTerminal ? .interrupted : .terminated(signal)
      }
    }
  }

  /// Does nothing: nobody can go back to a line here.
  package func remember(_ line: String) {}

  /// Forgets what was typed ahead on a terminal; lines of a pipe or file are never lost.
  package func dropTypeAhead() {
    guard isTerminal else { return }
    tcflush(descriptor, TCIFLUSH)
    buffer = []
    start = 0
    searched = 0
  }

  /// Flushes the output; the terminal was never taken here.
  package func lendTerminal() { console.flush() }

  /// Gives the signals back.
  package func close() {
    signals.close()
  }

  /// Takes the next whole line of what was read, or all the rest at the end.
  private func takeLine() -> String? {
    let lineEnd = buffer[searched...].firstIndex(of: 0x0a)
    searched = lineEnd ?? buffer.count
    guard lineEnd != nil || (isAtEnd && start < buffer.count) else { return nil }
    let line = String(decoding: buffer[start..<searched], as: UTF8.self).sanitizedLine
    start = min(searched + 1, buffer.count)
    searched = start
    return line
  }

  /// Waits for more bytes or a signal; returns the signal.
  private func wait() -> Int32? {
    var polled = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let ready = poll(&polled, nfds_t(polled.count), -1)
    if let signal = signals.take() { return signal }
    if ready > 0 && polled[0].revents != 0 { receive() }
    return nil
  }

  private func receive() {
    buffer.removeFirst(start)
    searched -= start
    start = 0
    var block = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &block, block.count)
    if count > 0 {
      buffer += block[..<count]
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      isAtEnd = true
    }
  }
}

extension Console {
  /// The reader that fits: the editor on a terminal, else plain lines from standard input.
  ///
  /// Where input is a terminal and output is not, prompts go to standard error; where input is no
  /// terminal they go to this console if `echoesPrompts`, else nowhere.
  package func openInput(
    echoesPrompts: Bool,
    environment: [String: String]
  ) -> any LineReading {
    if let editor = LineEditor(console: self) { return editor }
    if isatty(STDIN_FILENO) == 1 {
      let errors = Console(descriptor: STDERR_FILENO, environment: environment)
      return PipeInput(console: self, prompts: errors)
    }
    return PipeInput(console: self, prompts: echoesPrompts ? self : nil)
  }
}
