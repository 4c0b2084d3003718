import Scheduling
import TestKit

/// The logs that the FSRS benchmarks run on.
enum SpeedLogs {
  /// A log under a name.
  struct Named {
    let name: String
    let reviews: [LoggedReview]
  }

  /// One person's log, where it lies beside the package.
  static func real() throws -> Named? {
    try ReviewLog.folder.map { Named(name: "real log", reviews: try ReviewLog.real(in: $0)) }
  }

  /// The large simulated log beside the package, or one of our own where it is absent.
  static func large() throws -> Named {
    guard let folder = ReviewLog.folder else {
      let own = SimulatedLog(seed: 7, cards: 5000, days: 4000)
      return Named(name: "own large log", reviews: own.reviews)
    }
    return Named(name: "simulated log", reviews: try ReviewLog.simulated(in: folder))
  }

  /// A tenth and a hundredth of a log's cards, and all of them.
  static func sizes(of log: Named) -> [[LoggedReview]] {
    [100, 10, 1].map { part in log.reviews.filter { $0.card % part == 0 } }
  }

  /// Five more learners, each with a truth of its own.
  static func others() -> [Named] {
    (UInt64(101)...105).map { seed in
      let log = SimulatedLog(seed: seed, cards: 4000, days: 1000)
      return Named(name: "learner \(seed)", reviews: log.reviews)
    }
  }
}
