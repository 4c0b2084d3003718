import CSpawn
import Glibc

/// Both ends of a pipe; neither is handed to other programs by accident.
struct Pipe {
  var readEnd: Descriptor
  var writeEnd: Descriptor

  init() throws(ProcessError) {
    var ends: [Int32] = [-1, -1]
    guard cspawn_pipe(&ends) == 0 else { throw .pipe(code: errno) }
    readEnd = Descriptor(ends[0])
    writeEnd = Descriptor(ends[1])
    try readEnd.moveAboveStandard()
    try writeEnd.moveAboveStandard()
  }
}

/// An open descriptor that closes itself when nobody holds it.
final class Descriptor {
  private(set) var number: Int32

  init(_ number: Int32) {
    self.number = number
  }

  deinit {
    close()
  }

  /// Closes it now; a second call does nothing.
  func close() {
    guard number >= 0 else { return }
    _ = Glibc.close(number)
    number = -1
  }

  /// Lets reads and writes return at once instead of waiting.
  func makeNonBlocking() {
    _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK)
  }

  /// Moves it out of the way of 0, 1 and 2, which a program started with closed descriptors hands out.
  fileprivate func moveAboveStandard() throws(ProcessError) {
    guard number <= STDERR_FILENO else { return }
    let higher = fcntl(number, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
    guard higher >= 0 else { throw .pipe(code: errno) }
    close()
    number = higher
  }
}

/// Writes once with SIGPIPE held back: a reader that went away is the error EPIPE, not our death.
func writeQuietly(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> (count: Int, code: Int32)
{
  var brokenPipe = sigset_t()
  var before = sigset_t()
  sigemptyset(&brokenPipe)
  sigaddset(&brokenPipe, SIGPIPE)
  pthread_sigmask(SIG_BLOCK, &brokenPipe, &before)
  let count = write(descriptor, bytes.baseAddress, bytes.count)
  let code = errno
  if count < 0 && code == EPIPE && sigismember(&before, SIGPIPE) == 0 {
    var atOnce = timespec()
    sigtimedwait(&brokenPipe, nil, &atOnce)
  }
  pthread_sigmask(SIG_SETMASK, &before, nil)
  return (count, code)
}
