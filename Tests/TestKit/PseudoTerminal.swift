import CSpawn
import Foundation
import Glibc
package import Processes

/// A program on a terminal of its own, typed at and read from as a person would.
///
/// The program leads its own session and the terminal controls it, so Ctrl-C, Ctrl-Z, resizing and
/// hanging up do what they do in life. For a shell between the two, run `sh -c`.
package final class PseudoTerminal {
  /// What went wrong between a test and its program.
  package enum Failure: Error, CustomStringConvertible {
    case system(String, code: Int32)
    case notSeen(String, since: String)
    case notTyped(Int, waiting: Int32)
    case stillRunning(output: String)

    /// The failure in words, with the output.
    package var description: String {
      switch self {
      case .system(let call, let code): "\(call): \(String(cString: strerror(code)))"
      case .notSeen(let text, let since): "\(text.debugDescription) not seen in:\n\(since)"
      case .notTyped(let bytes, let waiting): "\(waiting) of \(bytes) typed bytes wait"
      case .stillRunning(let output): "still running after:\n\(output)"
      }
    }
  }

  /// The process number of the program.
  package let child: Int32
  /// All bytes the program wrote, as far as they were read.
  package private(set) var transcript: [UInt8] = []

  private var master: Int32
  private var slave: Int32
  private var ending: Ending?
  private var cookedAtEnd: Bool?
  private var stripper = EscapeStripper()
  private var text: [UInt8] = []
  private var textMark = 0
  private var rawMark = 0

  /// Starts a program on a new terminal of the given size.
  package init(
    _ program: String,
    _ arguments: [String] = [],
    rows: UInt16 = 24,
    columns: UInt16 = 80,
    environment: [String: String],
    folder: String? = nil
  ) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: Int32 = 0
    var locked: Int32 = 0
    guard master >= 0, ioctl(master, unlockRequest, &locked) == 0,
      ioctl(master, numberRequest, &number) == 0
    else { throw Failure.system("/dev/ptmx", code: errno) }
    let name = "/dev/pts/\(number)"
    // Our own hold on the other side keeps its settings readable after the program's end.
    slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    do {
      child = try startSession(
        [program] + arguments,
        terminal: name,
        environment: environment,
        folder: folder
      )
    } catch {
      _ = close(master)
      _ = close(slave)
      throw error
    }
  }

  deinit {
    closeMaster()
    if ending == nil {
      kill(child, SIGKILL)
      var status: Int32 = 0
      waitpid(child, &status, 0)
    }
  }

  /// Types a text.
  package func send(_ text: String) throws { try send(bytes: Array(text.utf8)) }

  /// Types bytes, reading what the program writes meanwhile so that neither waits for the other.
  package func send(bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      var polled = pollfd(fd: master, events: Int16(POLLIN | POLLOUT), revents: 0)
      poll(&polled, 1, 1000)
      if polled.revents & Int16(POLLIN) != 0 { receive() }
      guard polled.revents & Int16(POLLOUT) != 0 else { continue }
      let count = rest.prefix(512).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Failure.system("write", code: errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// Waits until the text has been printed since the last match; returns what came before its end.
  ///
  /// Escape sequences and carriage returns are no part of the text unless it is asked for `raw`.
  @discardableResult
  package func expect(
    _ wanted: String,
    raw: Bool = false,
    within time: Duration = .seconds(20)
  ) throws -> String {
    let deadline = ContinuousClock.now + time
    let wanted = Array(wanted.utf8)
    var searchFrom = raw ? rawMark : textMark
    while true {
      let all = raw ? transcript : text
      let mark = raw ? rawMark : textMark
      if let found = all[searchFrom...].firstRange(of: wanted) {
        if raw { rawMark = found.upperBound } else { textMark = found.upperBound }
        return String(decoding: all[mark..<found.upperBound], as: UTF8.self)
      }
      searchFrom = max(mark, all.count - wanted.count)
      guard receive(until: deadline) else {
        throw Failure.notSeen(
          String(decoding: wanted, as: UTF8.self),
          since: String(decoding: all[mark...], as: UTF8.self)
        )
      }
    }
  }

  /// Reads until nothing more has come for a moment.
  package func settle(for moment: Duration) { while receive(until: .now + moment) {} }

  /// Waits until so many typed bytes lie in the terminal that the program has not read.
  package func waitForTypeAhead(_ bytes: Int, within time: Duration = .seconds(20)) throws {
    let deadline = ContinuousClock.now + time
    var waiting: Int32 = 0
    while ioctl(slave, UInt(FIONREAD), &waiting) == 0, waiting < bytes {
      guard ContinuousClock.now < deadline else { throw Failure.notTyped(bytes, waiting: waiting) }
      receive(until: .now + .milliseconds(5))
    }
  }

  /// The text printed since the last match, without escape sequences.
  package var unmatched: String { String(decoding: text[textMark...], as: UTF8.self) }

  /// All the text printed, without escape sequences.
  package var printed: String { String(decoding: text, as: UTF8.self) }

  /// Changes the size of the window; the program gets SIGWINCH.
  package func resize(rows: UInt16, columns: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Sends the program a signal.
  package func signal(_ number: Int32) { kill(child, number) }

  /// Hangs up: the terminal is gone for the program.
  package func closeMaster() {
    for descriptor in [slave, master] where descriptor >= 0 { _ = close(descriptor) }
    slave = -1
    master = -1
  }

  /// Waits for the program to stop, as after Ctrl-Z.
  package func waitForStop(within time: Duration = .seconds(20)) throws {
    try wait(until: .now + time) { status in status & 0xff == 0x7f }
  }

  /// Waits for the end of the program, reading what it still writes.
  @discardableResult
  package func waitForExit(within time: Duration = .seconds(20)) throws -> Ending {
    if let ending { return ending }
    try wait(until: .now + time) { status in status & 0xff != 0x7f }
    // Once nobody holds the other side, the reading ends only after the last byte.
    cookedAtEnd = isCooked
    _ = close(slave)
    slave = -1
    while receive(until: .now + .seconds(1)) {}
    return try ending ?? { throw Failure.stillRunning(output: printed) }()
  }

  /// Whether the terminal edits and echoes lines and signals by itself, as a shell wants it.
  package var isCooked: Bool {
    if let cookedAtEnd { return cookedAtEnd }
    let cooked = tcflag_t(ICANON | ECHO | ISIG)
    var settings = termios()
    tcgetattr(slave, &settings)
    return settings.c_lflag & cooked == cooked && settings.c_iflag & tcflag_t(ICRNL) != 0
      && settings.c_oflag & tcflag_t(OPOST) != 0
  }

  private func wait(until deadline: ContinuousClock.Instant, for wanted: (Int32) -> Bool) throws {
    var status: Int32 = 0
    while true {
      if waitpid(child, &status, WNOHANG | WUNTRACED) == child {
        if status & 0xff != 0x7f { ending = Ending(waitStatus: status) }
        if wanted(status) { return }
      }
      receive(until: min(deadline, .now + .milliseconds(5)))
      if ContinuousClock.now > deadline { throw Failure.stillRunning(output: printed) }
    }
  }

  /// Reads what is there or comes before the deadline; false when nothing came.
  @discardableResult
  private func receive(until deadline: ContinuousClock.Instant) -> Bool {
    let left = max(.zero, deadline - .now)
    var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    let ready = poll(&polled, 1, Int32(clamping: Int(left / .milliseconds(1))))
    guard ready > 0, polled.revents & Int16(POLLIN) != 0 else { return false }
    return receive()
  }

  @discardableResult
  private func receive() -> Bool {
    var block = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(master, &block, block.count)
    guard count > 0 else { return false }
    transcript += block[..<count]
    for byte in block[..<count] where stripper.keeps(byte) { text.append(byte) }
    return true
  }
}

/// TIOCSPTLCK and TIOCGPTN of Linux on x86-64 and arm64, which are macros that Swift cannot import.
private let unlockRequest: UInt = 0x4004_5431
private let numberRequest: UInt = 0x8004_5430

/// Starts a program as the leader of a session that the terminal controls.
///
/// The first terminal that a session leader opens becomes its own, so the child opens it by name.
private func startSession(
  _ words: [String],
  terminal: String,
  environment: [String: String],
  folder: String?
) throws -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, terminal, O_RDWR, 0)
  posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
  posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
  if let folder { cspawn_start_in(&actions, folder) }

  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var signals = sigset_t()
  sigemptyset(&signals)
  posix_spawnattr_setsigmask(&attributes, &signals)
  sigfillset(&signals)
  posix_spawnattr_setsigdefault(&attributes, &signals)
  cspawn_set_flags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK), 1)

  let argv = words.map { strdup($0) } + [nil]
  let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer { for pointer in argv + envp { free(pointer) } }
  var child = pid_t()
  let code = posix_spawnp(&child, words[0], &actions, &attributes, argv, envp)
  guard code == 0 else { throw PseudoTerminal.Failure.system("posix_spawn", code: code) }
  return child
}
