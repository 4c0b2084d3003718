/// Fits the weights to a learner's reviews; the same reviews always give the same weights.
package struct Optimizer: Sendable {
  private let workers: Workers

  /// An optimizer that uses some threads, of which the weights do not depend.
  package init(threads: Int = 2) {
    workers = Workers(count: threads)
  }

  /// Weights that were found, and how.
  package struct Fit: Sendable {
    /// The weights; the standard ones where there was too little to learn from.
    package let weights: Weights
    /// How much was fitted.
    package let extent: Extent
    /// The items learned from.
    package let itemCount: Int
    /// What was left out or mended.
    package let losses: TrainingSet.Losses
    /// How often all reviews were looked at.
    package let passes: Int
  }

  /// How much of the weights was fitted.
  package enum Extent: Hashable, Sendable {
    /// Nothing: fewer than 8 items that are no outliers.
    case nothing
    /// The stabilities after the first answer: fewer than 64 items, or none beyond a card's first.
    case initialStabilities
    /// All 21 weights.
    case everything
  }

  /// Fits what the reviews suffice for: outliers are left out, the stabilities after the first answer
  /// are fitted first, and all weights are drawn to where they then stand.
  package func fit(_ log: TrainingSet) -> Fit {
    // Of a log of a few dozen cards the filter leaves little, and rightly: on simulated learners
    // weights fitted to that little predict worse than the standard ones.
    let set = OutlierFilter(log).apply(to: log)
    guard set.itemCount >= Self.leastForFirst else {
      return fit(of: set, Weights.standardValues, .nothing)
    }
    let first = InitialStabilities(set).values
    let start = first + Weights.standardValues.dropFirst(4)
    let firstItems = set.firstWaits.count { $0.isItem }
    guard set.itemCount >= Self.leastForAll && set.itemCount > firstItems else {
      return fit(of: set, start, .initialStabilities)
    }
    let place = descent(set, anchor: start).from(start)
    let ordered = place.weights.prefix(4).sorted() + place.weights.dropFirst(4)
    return fit(of: set, ordered, .everything, passes: place.passes)
  }

  /// Weights at which an objective is lowest.
  package struct Minimum: Sendable {
    /// The weights there.
    package let weights: Weights
    /// How low it is.
    package let value: Double
    /// How often all reviews were looked at.
    package let passes: Int
  }

  /// Minimises over all items, as they are, the weighted loss and the distance to an anchor.
  package func minimum(over set: TrainingSet, anchor: Weights = .standard) -> Minimum {
    let place = descent(set, anchor: anchor.values).from(anchor.values)
    return Minimum(
      weights: Weights(bounded: place.weights),
      value: place.value,
      passes: place.passes
    )
  }

  private static let leastForFirst = 8
  private static let leastForAll = 64

  private func descent(_ set: TrainingSet, anchor: [Double]) -> Descent {
    Descent(objective: Objective(set, anchor: anchor), workers: workers)
  }

  private func fit(
    of set: TrainingSet,
    _ weights: [Double],
    _ extent: Extent,
    passes: Int = 0
  ) -> Fit {
    Fit(
      weights: Weights(bounded: weights),
      extent: extent,
      itemCount: set.itemCount,
      losses: set.losses,
      passes: passes
    )
  }
}
