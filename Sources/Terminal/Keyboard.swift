import Glibc

/// The terminal on standard input, opened once more so that reading it never waits.
///
/// Ctrl-C empties the kernel's queue of keys. Between `poll`, which saw a key, and `read` that would
/// leave the program waiting where no signal reaches it. Standard input itself stays as it is: it is
/// shared with the shell.
final class Keyboard {
  /// What is polled and read.
  private(set) var descriptor = STDIN_FILENO

  init() {
    // Only our own terminal sends us its Ctrl-C, and only that one is called /dev/tty.
    guard tcgetsid(STDIN_FILENO) == getsid(0) else { return }
    let own = open("/dev/tty", O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    if own >= 0 { descriptor = own }
  }

  deinit {
    close()
  }

  /// Gives the second opening back; standard input stays open.
  func close() {
    if descriptor != STDIN_FILENO { _ = Glibc.close(descriptor) }
    descriptor = STDIN_FILENO
  }
}
