import CSpawn
import Glibc

extension Program {
  /// Runs the child to its end, feeding it the input and collecting what it writes.
  ///
  /// Input and output are moved as the child is ready for them, so neither side waits for the other.
  /// A child that passes a limit is killed. A child that does not read its input is no error.
  /// `isCancelled` is asked some ten times a second while the child runs; where it says so, the
  /// child is killed too.
  package func run(
    input: [UInt8] = [],
    limits: Limits = Limits(),
    isCancelled: (() -> Bool)? = nil
  ) throws(ProcessError) -> Outcome {
    let pipes = (input: try Pipe(), output: try Pipe(), error: try Pipe())
    let child = try spawn([
      Redirection(descriptor: pipes.input.readEnd.number, standard: STDIN_FILENO),
      Redirection(descriptor: pipes.output.writeEnd.number, standard: STDOUT_FILENO),
      Redirection(descriptor: pipes.error.writeEnd.number, standard: STDERR_FILENO),
    ])
    if let memory = limits.memory { _ = cspawn_limit_memory(child, UInt(memory)) }
    pipes.input.readEnd.close()
    pipes.output.writeEnd.close()
    pipes.error.writeEnd.close()
    var exchange = Exchange(
      program: path,
      input: input,
      limits: limits,
      feed: pipes.input.writeEnd,
      drains: [pipes.output.readEnd, pipes.error.readEnd],
      isCancelled: isCancelled
    )
    do {
      try exchange.run()
      let ending = try exchange.ending(of: child)
      return Outcome(ending: ending, output: exchange.outputs[0], errorOutput: exchange.outputs[1])
    } catch {
      kill(child, SIGKILL)
      _ = awaitEnding(of: child)
      throw error
    }
  }
}

/// The traffic with one running child.
private struct Exchange {
  let program: String
  let input: [UInt8]
  let limits: Limits
  let feed: Descriptor
  let drains: [Descriptor]
  let isCancelled: (() -> Bool)?
  let deadline: ContinuousClock.Instant?
  var outputs: [[UInt8]] = [[], []]
  private var fed = 0
  private var block = [UInt8](repeating: 0, count: 1 << 16)

  init(
    program: String,
    input: [UInt8],
    limits: Limits,
    feed: Descriptor,
    drains: [Descriptor],
    isCancelled: (() -> Bool)?
  ) {
    self.program = program
    self.input = input
    self.limits = limits
    self.feed = feed
    self.drains = drains
    self.isCancelled = isCancelled
    deadline = limits.time.map { ContinuousClock.now + $0 }
    feed.makeNonBlocking()
    for drain in drains { drain.makeNonBlocking() }
    if input.isEmpty { feed.close() }
  }

  /// Moves bytes until the child has closed both of its outputs.
  mutating func run() throws(ProcessError) {
    while drains.contains(where: { $0.number >= 0 }) {
      // A closed descriptor is -1 here, which poll passes over.
      var polled = [pollfd(fd: feed.number, events: Int16(POLLOUT), revents: 0)]
      polled += drains.map { pollfd(fd: $0.number, events: Int16(POLLIN), revents: 0) }
      let ready = poll(&polled, nfds_t(polled.count), try remainingMilliseconds())
      if ready < 0 && errno != EINTR { throw .pipe(code: errno) }
      guard ready > 0 else { continue }
      if polled[0].revents != 0 { try give() }
      for index in drains.indices where polled[index + 1].revents != 0 { try take(index) }
    }
    feed.close()
  }

  /// Waits for the end within what is left of the time.
  func ending(of child: pid_t) throws(ProcessError) -> Ending {
    guard deadline != nil || isCancelled != nil else { return awaitEnding(of: child) }
    var status: Int32 = 0
    while true {
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child { return Ending(waitStatus: status) }
      _ = try remainingMilliseconds()
      _ = poll(nil, 0, 2)
    }
  }

  private mutating func give() throws(ProcessError) {
    let (count, code) = input.withUnsafeBytes { bytes in
      writeQuietly(feed.number, UnsafeRawBufferPointer(rebasing: bytes[fed...]))
    }
    if count >= 0 {
      fed += count
      if fed == input.count { feed.close() }
    } else if code == EPIPE {
      feed.close()
    } else if code != EAGAIN && code != EINTR {
      throw .pipe(code: code)
    }
  }

  private mutating func take(_ index: Int) throws(ProcessError) {
    let count = read(drains[index].number, &block, block.count)
    if count > 0 {
      outputs[index] += block[..<count]
      if outputs[0].count + outputs[1].count > limits.output {
        throw .tooMuchOutput(program: program, limit: limits.output)
      }
    } else if count == 0 {
      drains[index].close()
    } else if errno != EAGAIN && errno != EINTR {
      throw .pipe(code: errno)
    }
  }

  /// Gives how long `poll` may wait, rounded up; -1 is without end.
  private func remainingMilliseconds() throws(ProcessError) -> Int32 {
    if isCancelled?() == true { throw .cancelled(program: program) }
    guard let deadline, let limit = limits.time else { return isCancelled == nil ? -1 : 100 }
    let left = deadline - .now
    guard left > .zero else { throw .timedOut(program: program, after: limit) }
    let milliseconds = Int32(clamping: Int(left / .milliseconds(1)) + 1)
    return isCancelled == nil ? milliseconds : min(100, milliseconds)
  }
}
