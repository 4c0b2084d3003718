import Glibc

/// A place that output goes to: a terminal, a file or a pipe.
///
/// Text is collected and written when it is flushed, when a line is asked for, and when much waits.
/// A reader that went away is no error: `isBroken` tells it and further text is dropped.
package final class Console {
  /// Whether a person may be looking at it.
  package let isTerminal: Bool
  /// Whether its terminal understands no escape sequences (`TERM` unset or `dumb`).
  package let isDumb: Bool
  /// How text is dressed for it.
  package let style: Style
  /// Whether writing failed: the reader of the pipe, the terminal or the room on the disk is gone.
  package private(set) var isBroken = false
  /// The `errno` of the write that failed, or 0.
  package private(set) var failure: Int32 = 0

  private let descriptor: Int32
  private let fallbackWidth: Int
  private var waiting: [UInt8] = []

  /// An output on a descriptor, by default standard output.
  ///
  /// The environment is asked for `TERM`, `NO_COLOR` and `COLUMNS`. From now on SIGPIPE is ignored.
  package init(
    descriptor: Int32 = STDOUT_FILENO,
    isPlain: Bool = false,
    environment: [String: String]
  ) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
    isDumb = ["", "dumb"].contains(environment["TERM", default: ""])
    style = .fitting(isTerminal: isTerminal, isPlain: isPlain, environment: environment)
    fallbackWidth = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80
    signal(SIGPIPE, SIG_IGN)
  }

  deinit {
    flush()
  }

  /// The columns of the terminal as it is now; `COLUMNS` or 80 where there is none.
  package var width: Int {
    var size = winsize()
    guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return fallbackWidth
    }
    return Int(size.ws_col)
  }

  /// Writes text as it is; what comes from a deck must be sanitized before.
  package func write(_ text: String) {
    guard !isBroken else { return }
    waiting += text.utf8
    if waiting.count >= 1 << 16 { flush() }
  }

  /// Writes a line.
  package func writeLine(_ text: String = "") {
    write(text)
    write("\n")
  }

  /// Writes lines.
  package func writeLines(_ lines: some Sequence<String>) {
    for line in lines { writeLine(line) }
  }

  /// Hands on all text that waits.
  package func flush() {
    var done = 0
    while done < waiting.count && !isBroken {
      let count = waiting.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if count > 0 {
        done += count
      } else if errno == EAGAIN {
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&ready, 1, -1)
      } else if errno != EINTR {
        failure = errno
        isBroken = true
      }
    }
    waiting.removeAll(keepingCapacity: true)
  }
}
