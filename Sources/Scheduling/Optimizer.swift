/// Fits the weights to a learner's reviews; the same reviews always give the same weights.
package struct Optimizer: Sendable {
  private let workers: Workers

  /// An optimizer that uses some threads, of which the weights do not depend.
  package init(threads: Int = 2) {
    workers = Workers(count: threads)
  }

  /// Weights that were found, and how.
  package struct Fit<Found: Sendable>: Sendable {
    /// The weights; the standard ones where there was too little to learn from.
    package let weights: Found
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
    /// Nothing: fewer than 8 items that are no outliers, under FSRS-7 fewer than 64.
    case nothing
    /// The stabilities after the first answer: fewer than 64 items, or none beyond a card's first.
    case initialStabilities
    /// All weights.
    case everything
  }

  /// Fits what the reviews suffice for: outliers are left out, the stabilities after the first answer
  /// are fitted first, and all weights are drawn to where they then stand.
  ///
  /// Several steps of relearning bound the growth within a day, so that they do not outweigh a lapse.
  package func fit(_ log: TrainingSet, relearningSteps: Int = 1) -> Fit<Weights> {
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
      return fit(of: set, start, .initialStabilities, relearningSteps: relearningSteps)
    }
    return fitAll(set, from: start, relearningSteps: relearningSteps)
  }

  private func fitAll(
    _ set: TrainingSet,
    from start: [Double],
    relearningSteps: Int
  ) -> Fit<Weights> {
    let place = lowest(set, from: start, relearningSteps: relearningSteps)
    let ordered = place.weights.prefix(4).sorted() + place.weights.dropFirst(4)
    return fit(
      of: set,
      ordered,
      .everything,
      relearningSteps: relearningSteps,
      passes: place.passes
    )
  }

  /// The lowest place where growth within a day does not outweigh a lapse.
  ///
  /// The ceiling of that growth
  /// depends on what a lapse leaves, so it is found first without, and then again under the ceiling.
  private func lowest(
    _ set: TrainingSet,
    from start: [Double],
    relearningSteps: Int
  ) -> LowestPlace {
    var descent = descent(set, anchor: start)
    let free = descent.from(start)
    let ceiling = Weights.sameDayCeiling(free.weights, relearningSteps: relearningSteps)
    guard max(free.weights[17], free.weights[18]) > ceiling else { return free }
    for index in [17, 18] { descent.bounds[index] = 0...ceiling }
    let bounded = descent.from(free.weights)
    return LowestPlace(
      weights: bounded.weights,
      value: bounded.value,
      passes: free.passes + bounded.passes
    )
  }

  /// Fits the weights of the model that others belong to.
  package func fit(
    _ set: TrainingSet,
    like weights: ModelWeights,
    relearningSteps: Int
  ) -> Fit<ModelWeights> {
    switch weights {
    case .fsrs6: fit(set, relearningSteps: relearningSteps).with { .fsrs6($0) }
    case .fsrs7: fitDual(set).with { .fsrs7($0) }
    }
  }

  /// Fits the weights of FSRS-7, all or none, drawn to others.
  package func fitDual(
    _ set: TrainingSet,
    drawnTo anchor: DualWeights = .standard
  ) -> Fit<DualWeights> {
    let isEnough = set.itemCount >= Self.leastForAll
    let objective = DualObjective(set, anchor: anchor.values)
    let descent = Descent(objective: objective, workers: workers)
    let place = isEnough ? descent.from(anchor.values) : nil
    return Fit(
      weights: place.map { DualWeights(clipping: $0.weights) } ?? anchor,
      extent: isEnough ? .everything : .nothing,
      itemCount: set.itemCount,
      losses: set.losses,
      passes: place?.passes ?? 0
    )
  }

  /// Fits weights to a part of a log, drawn to those of the whole; too few items give those.
  package func fit(
    _ part: TrainingSet,
    drawnTo whole: ModelWeights,
    relearningSteps: Int
  ) -> Fit<ModelWeights> {
    switch whole {
    case .fsrs6(let weights):
      fit(part, drawnTo: weights, relearningSteps: relearningSteps).with { .fsrs6($0) }
    case .fsrs7(let weights): fitDual(part, drawnTo: weights).with { .fsrs7($0) }
    }
  }

  private func fit(
    _ log: TrainingSet,
    drawnTo weights: Weights,
    relearningSteps: Int
  ) -> Fit<Weights> {
    let set = OutlierFilter(log).apply(to: log)
    guard set.itemCount >= Self.leastForAll else { return fit(of: set, weights.values, .nothing) }
    return fitAll(set, from: weights.values, relearningSteps: relearningSteps)
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

  /// Fewer items teach nothing of FSRS-6.
  package static let leastForFirst = 8
  /// Fewer do not teach all weights.
  package static let leastForAll = 64

  private func descent(
    _ set: TrainingSet,
    anchor: [Double]
  ) -> Descent<DifferentiableModel> {
    Descent(objective: Objective(set, anchor: anchor), workers: workers)
  }

  private func fit(
    of set: TrainingSet,
    _ weights: [Double],
    _ extent: Extent,
    relearningSteps: Int = 1,
    passes: Int = 0
  ) -> Fit<Weights> {
    Fit(
      weights: Weights(bounded: weights).clipped(relearningSteps: relearningSteps),
      extent: extent,
      itemCount: set.itemCount,
      losses: set.losses,
      passes: passes
    )
  }
}

extension Optimizer.Fit {
  /// The same fit with its weights in another form.
  fileprivate func with<Other>(_ form: (Found) -> Other) -> Optimizer.Fit<Other> {
    Optimizer.Fit<Other>(
      weights: form(weights),
      extent: extent,
      itemCount: itemCount,
      losses: losses,
      passes: passes
    )
  }
}
