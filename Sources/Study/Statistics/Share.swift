#if canImport(Glibc)
  import Glibc
#endif

/// Successes among trials, which always says how many there were.
package struct Share: Hashable, Sendable {
  package let successes: Int
  package let trials: Int

  package init(of successes: Int, in trials: Int) {
    self.successes = successes
    self.trials = trials
  }

  /// The share, 0 to 1; nil where there is nothing.
  package var value: Double? {
    trials > 0 ? Double(successes) / Double(trials) : nil
  }

  /// Wilson's score interval at 95 per cent; nil where there is nothing.
  ///
  /// Source: Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
  package var interval: ClosedRange<Double>? {
    guard let share = value else { return nil }
    let count = Double(trials)
    let z = 1.959_963_984_540_054
    let square = z * z
    let middle = (share + square / (2 * count)) / (1 + square / count)
    let half =
      z / (1 + square / count)
      * sqrt(share * (1 - share) / count + square / (4 * count * count))
    // Rounding must not push the share itself out, as at none or all of them.
    return min(share, max(0, middle - half))...max(share, min(1, middle + half))
  }
}

extension [Int] {
  /// The value below which a share of the sorted values lies, by the nearest rank; nil if empty.
  package func percentile(_ share: Double) -> Int? {
    guard !isEmpty else { return nil }
    // 0.07 · 100 is a little over 7 in floating point, and still rank 7.
    let rank = Int((share * Double(count) - 1e-9).rounded(.up))
    return self[Swift.min(Swift.max(rank, 1), count) - 1]
  }
}
