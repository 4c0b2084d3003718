import CSpawn
import Glibc

/// One child's end of a pipe, put in the place of a standard descriptor.
struct Redirection {
  var descriptor: Int32
  var standard: Int32
}

extension Program {
  /// Starts the child in our process group with its signals set back to their defaults.
  ///
  /// Ignored signals outlive `exec`: without the reset a child would inherit that we ignore SIGPIPE.
  func spawn(_ redirections: [Redirection]) throws(ProcessError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for one in redirections {
      posix_spawn_file_actions_adddup2(&actions, one.descriptor, one.standard)
    }
    if let folder { cspawn_start_in(&actions, folder) }

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGPIPE, SIGTSTP, SIGTTIN, SIGTTOU, SIGWINCH] {
      sigaddset(&signals, signal)
    }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    var child = pid_t()
    let code = withCStrings([path] + arguments) { argv in
      guard let environment else {
        return posix_spawnp(&child, path, &actions, &attributes, argv, cspawn_environment())
      }
      return withCStrings(environment.map { "\($0.key)=\($0.value)" }) { envp in
        posix_spawnp(&child, path, &actions, &attributes, argv, envp)
      }
    }
    guard code == 0 else {
      let missing = code == ENOENT && (folder.map { access($0, X_OK) == 0 } ?? true)
      throw missing ? .notFound(program: path) : .cannotStart(program: path, code: code)
    }
    return child
  }
}

/// Lends the strings as the null-terminated array that `exec` wants.
private func withCStrings<Result>(
  _ strings: [String],
  _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  var pointers = strings.map { strdup($0) }
  pointers.append(nil)
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers)
}

/// Waits for the child and takes its status; an interruption does not end the wait.
func awaitEnding(of child: pid_t) -> Ending {
  var status: Int32 = 0
  while waitpid(child, &status, 0) < 0 && errno == EINTR {}
  return Ending(waitStatus: status)
}
