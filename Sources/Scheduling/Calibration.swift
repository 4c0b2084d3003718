internal import Glibc

/// Whether what is called likely happens as often as said.
package struct Calibration: Sendable {
  /// One prediction and what came of it.
  struct Outcome: Sendable {
    let predicted: Double
    let isRecalled: Bool
    let weight: Double

    var loss: Double {
      -weight * log(isRecalled ? predicted : 1 - predicted)
    }
  }

  /// Some items of about the same predicted recall.
  package struct Bin: Hashable, Sendable {
    /// The number of items.
    package let itemCount: Int
    /// The mean recall predicted, 0 to 1.
    package let predicted: Double
    /// The share recalled, 0 to 1.
    package let recalled: Double
  }

  /// From the least likely recall to the likeliest, each with about as many items; empty for none.
  package let bins: [Bin]

  private static let binCount = 10

  init(_ outcomes: [Outcome]) {
    let sorted = outcomes.sorted {
      ($0.predicted, $0.isRecalled ? 1 : 0) < ($1.predicted, $1.isRecalled ? 1 : 0)
    }
    let count = min(Self.binCount, sorted.count)
    bins = (0..<count).map { bin in
      var tally = Tally()
      for outcome in sorted[sorted.count * bin / count..<sorted.count * (bin + 1) / count] {
        tally.add(outcome)
      }
      return Bin(
        itemCount: tally.count,
        predicted: tally.meanPredicted,
        recalled: tally.meanRecalled
      )
    }
  }
}
