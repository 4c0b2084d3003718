internal import Glibc

/// Does independent parts of one task on some threads; the parts and what becomes of them do not
/// depend on how many threads there are.
package struct Workers: Sendable {
  /// The number of threads, at least 1; the one that asks is among them.
  package let count: Int

  package init(count: Int) {
    self.count = count.clamped(to: 1...64)
  }

  /// What each part gives, in order of the parts.
  package func map<Result: Sendable>(
    _ parts: Int,
    initially empty: Result,
    _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    var results = [Result](repeating: empty, count: parts)
    let threads = min(count, parts)
    results.withUnsafeMutableBufferPointer { buffer in
      let slots = Slots(buffer: buffer)
      withoutActuallyEscaping(body) { body in
        run(threads) { thread in
          for part in stride(from: thread, to: parts, by: threads) {
            slots.buffer[part] = body(part)
          }
        }
      }
    }
    return results
  }

  /// Runs a share on each of some threads and waits for all.
  private func run(_ threads: Int, _ share: @escaping @Sendable (Int) -> Void) {
    var others: [pthread_t] = []
    // A share whose thread cannot be had is done here.
    var left: [Int] = threads > 0 ? [0] : []
    for thread in stride(from: 1, to: threads, by: 1) {
      if let other = Self.start({ share(thread) }) {
        others.append(other)
      } else {
        left.append(thread)
      }
    }
    for thread in left { share(thread) }
    for other in others { pthread_join(other, nil) }
  }

  private static func start(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
    let argument = Unmanaged.passRetained(Work(run: work))
    var thread = pthread_t()
    let status = pthread_create(
      &thread,
      nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      },
      argument.toOpaque()
    )
    guard status == 0 else {
      argument.release()
      return nil
    }
    return thread
  }
}

/// A closure on its way through C.
private final class Work: Sendable {
  let run: @Sendable () -> Void

  init(run: @escaping @Sendable () -> Void) {
    self.run = run
  }
}

/// The places of the results; each is written by one thread and read when all have ended.
private struct Slots<Result>: @unchecked Sendable {
  let buffer: UnsafeMutableBufferPointer<Result>
}
