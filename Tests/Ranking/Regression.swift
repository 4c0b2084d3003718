import Foundation

/// Logistic regression with an L2 penalty, fitted by Newton's method.
///
/// Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", 2nd ed., section 4.4.1.
struct Regression {
  private(set) var weights: [Double]

  init(_ examples: [Example], ridge: Double) {
    let count = examples.first?.features.count ?? 0
    weights = [Double](repeating: 0, count: count)
    for _ in 0..<25 where count > 0 {
      let step = solve(examples, ridge)
      for index in weights.indices { weights[index] += step[index] }
      if step.allSatisfy({ abs($0) < 1e-8 }) { break }
    }
  }

  /// The logarithm of the odds that a candidate is acceptable.
  func score(_ example: Example) -> Double {
    zip(weights, example.features).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// One step: the gradient over the curvature.
  private func solve(_ examples: [Example], _ ridge: Double) -> [Double] {
    let count = weights.count
    var gradient = weights.map { -ridge * $0 }
    gradient[0] = 0
    var curvature = (0..<count).map { row in
      (0..<count).map { $0 == row ? (row == 0 ? 1e-6 : ridge) : 0 }
    }
    for example in examples {
      let chance = 1 / (1 + exp(-score(example)))
      let error = (example.isGood ? 1 : 0) - chance
      let used = example.features.indices.filter { example.features[$0] != 0 }
      for row in used {
        gradient[row] += error * example.features[row]
        for column in used {
          curvature[row][column] +=
            chance * (1 - chance) * example.features[row] * example.features[column]
        }
      }
    }
    return Self.solution(curvature, gradient)
  }

  /// Gauss's elimination; the matrix is positive definite, so no row need be exchanged.
  private static func solution(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var matrix = matrix
    var right = right
    for pivot in right.indices {
      for row in right.indices where row > pivot {
        let factor = matrix[row][pivot] / matrix[pivot][pivot]
        guard factor != 0 else { continue }
        for column in pivot..<right.count { matrix[row][column] -= factor * matrix[pivot][column] }
        right[row] -= factor * right[pivot]
      }
    }
    for row in right.indices.reversed() {
      let known = ((row + 1)..<right.count).reduce(0) { $0 + matrix[row][$1] * right[$1] }
      right[row] = (right[row] - known) / matrix[row][row]
    }
    return right
  }
}
