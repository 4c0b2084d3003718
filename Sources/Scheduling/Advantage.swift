internal import Glibc

/// How much better some weights predict the items of a set than others do, and how sure that is.
package struct Advantage: Hashable, Sendable {
  /// The mean log loss saved on an item; below 0 where the others predict better.
  package let mean: Double
  /// The standard error of the mean, items taken in pairs of predictions; 0 for fewer than two.
  package let standardError: Double

  /// The mean with its 95 per cent interval, by the normal approximation.
  package var interval: ClosedRange<Double> {
    mean - 1.96 * standardError...mean + 1.96 * standardError
  }

  /// Whether all of the interval lies above 0.
  package var isBeyondChance: Bool { interval.lowerBound > 0 }

  /// Whether it is beyond chance as one of several comparisons: all of them together are as rarely
  /// deceived by luck as one alone.
  package func isBeyondChance(among comparisons: Int) -> Bool {
    guard standardError > 0 else { return false }
    let luck = erfc(mean / standardError / 2.0.squareRoot()) / 2
    return luck * Double(max(1, comparisons)) < 0.025
  }

  /// Compares weights with others on all items of a set.
  package init(of weights: ModelWeights, over others: ModelWeights, on set: TrainingSet) {
    self.init(of: set.forecasts(by: weights), over: set.forecasts(by: others))
  }

  /// Compares forecasts with others of the same items.
  package init(of ours: some Collection<Forecast>, over theirs: some Collection<Forecast>) {
    let savings = zip(ours, theirs).map { $1.loss - $0.loss }
    let count = Double(savings.count)
    let mean = savings.reduce(0, +) / max(1, count)
    let squares = savings.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    standardError = count > 1 ? (squares / (count - 1) / count).squareRoot() : 0
  }
}

extension Forecast {
  fileprivate var loss: Double {
    let bounded = recall.clamped(to: DifferentiableModel.Recall.range)
    return -log(isRecalled ? bounded : 1 - bounded)
  }
}
