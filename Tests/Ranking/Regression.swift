import Foundation

/// Logistic regression with an L2 penalty, fitted by Newton steps for one weight after the other.
///
/// Genkin, Lewis and Madigan, "Large-scale Bayesian logistic regression for text categorization",
/// Technometrics 49 (2007), section 4, with Gaussian priors.
struct Regression {
  private(set) var weights: [Double]

  /// `ridge` tells of each feature how strongly its weight is held at 0.
  init(_ examples: [Example], ridge: [Double]) {
    weights = [Double](repeating: 0, count: ridge.count)
    var columns = [[(example: Int, value: Double)]](repeating: [], count: ridge.count)
    for (number, example) in examples.enumerated() {
      for feature in example.features {
        columns[feature.index].append((number, feature.value))
      }
    }
    var scores = [Double](repeating: 0, count: examples.count)
    for _ in 0..<Self.rounds {
      var largest = 0.0
      for index in weights.indices where !columns[index].isEmpty {
        var slope = -ridge[index] * weights[index]
        var curvature = ridge[index]
        for (number, value) in columns[index] {
          let chance = 1 / (1 + exp(-scores[number]))
          slope += ((examples[number].isGood ? 1 : 0) - chance) * value
          curvature += chance * (1 - chance) * value * value
        }
        let step = slope / max(curvature, 1e-9)
        weights[index] += step
        for (number, value) in columns[index] { scores[number] += step * value }
        largest = max(largest, abs(step))
      }
      if largest < 1e-4 { break }
    }
  }

  private static let rounds = 60

  /// The logarithm of the odds that a candidate is acceptable.
  func score(_ example: Example) -> Double {
    example.features.reduce(0) { $0 + weights[$1.index] * $1.value }
  }
}
