import CEdit
import Glibc

/// The signals of the program as a stream that `poll` can wait for.
///
/// While one lives, SIGINT, SIGTERM, SIGHUP and SIGQUIT no longer end the program: they wait until
/// somebody takes them. There is one pipe for the program, so at most one of these should live.
final class SignalPipe {
  /// Becomes readable when a signal waits; -1 where there is no pipe.
  let descriptor: Int32

  private static let ends = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
  private static let editing = [SIGTSTP, SIGCONT, SIGWINCH]
  private static let crashes = [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT]
  private var isOpen = true

  /// Catches the signals that end a program.
  init() {
    descriptor = cedit_signals_open()
    guard descriptor >= 0 else { return }
    for signal in SignalPipe.ends { cedit_signal_catch(signal) }
  }

  deinit {
    close()
  }

  /// Catches stopping, going on and resizing too, or no longer, while the terminal is ours.
  ///
  /// A crash then gives the terminal back before it ends the program.
  func catchEditing(_ catches: Bool) {
    guard descriptor >= 0 else { return }
    for signal in SignalPipe.editing + SignalPipe.crashes {
      if catches { cedit_signal_catch(signal) } else { cedit_signal_release(signal) }
    }
  }

  /// Takes the signal that came first, or nil.
  func take() -> Int32? {
    guard descriptor >= 0 else { return nil }
    var byte: UInt8 = 0
    return read(descriptor, &byte, 1) == 1 ? Int32(byte) : nil
  }

  /// Handles all signals as they were before; a second call does nothing.
  func close() {
    guard isOpen else { return }
    isOpen = false
    catchEditing(false)
    for signal in SignalPipe.ends { cedit_signal_release(signal) }
    while take() != nil {}
  }
}
