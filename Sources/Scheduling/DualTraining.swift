internal import Glibc

extension DifferentiableDual: TrainableModel {
  /// The loss of FSRS-7 with its derivatives.
  struct Sums: LossSums {
    private(set) var loss = 0.0
    private(set) var gradient = DualTangent.zero
    /// The lower half of Fisher's matrix, row after row.
    private var curvature = [Double](
      repeating: 0,
      count: DualTangent.count * (DualTangent.count + 1) / 2
    )

    static func += (sum: inout Sums, other: Sums) {
      sum.loss += other.loss
      sum.gradient += other.gradient
      for index in sum.curvature.indices { sum.curvature[index] += other.curvature[index] }
    }

    func floor(scalingCurvatureBy scale: Double) -> Floor {
      Floor(value: loss, gradient: gradient.values, curvature: matrix.map { $0 * scale })
    }

    private var matrix: [Double] {
      let count = DualTangent.count
      var matrix = [Double](repeating: 0, count: count * count)
      var next = 0
      for row in 0..<count {
        for column in 0...row {
          matrix[row * count + column] = curvature[next]
          matrix[column * count + row] = curvature[next]
          next += 1
        }
      }
      return matrix
    }

    @inline(__always)
    fileprivate mutating func add(_ recall: Recall, isRecalled: Bool, weight: Double, bends: Bool) {
      let probability = recall.probability.clamped(to: DifferentiableModel.Recall.range)
      loss -= weight * log(isRecalled ? probability : 1 - probability)
      let slope = isRecalled ? -1 / probability : 1 / (1 - probability)
      gradient += (weight * slope) * recall.byWeights
      guard bends else { return }
      bend(by: recall.byWeights.values, weight / (probability * (1 - probability)))
    }

    private mutating func bend(by slopes: [Double], _ scale: Double) {
      curvature.withUnsafeMutableBufferPointer { matrix in
        slopes.withUnsafeBufferPointer { slopes in
          var (row, next) = (0, 0)
          while row < slopes.count {
            let factor = scale * slopes[row]
            var column = 0
            while column <= row {
              matrix[next] += factor * slopes[column]
              (column, next) = (column + 1, next + 1)
            }
            row += 1
          }
        }
      }
    }
  }

  /// What the authors of FSRS-7 found, wider by the root of 3 since they draw by a third as much.
  ///
  /// They fit the first four beforehand and leave them free; here those are as free as under FSRS-6.
  static let deviations: [Double] =
    Array(DifferentiableModel.deviations.prefix(4))
    + [
      0.523, 0.2528, 0.4329,
      0.2966, 0.2139, 0.2889, 0.1862, 0.175, 0.3812, 0.3013, 0.9104,
      0.3234, 0.2448, 0.3273, 0.1842, 0.1735, 0.4608, 0.311, 0.864,
      0.0418, 0.2596, 0.0798, 0.0682, 0.1282, 0.1397, 0.1407, 0.1489, 0.2, 0.15, 0.15,
    ].map { $0 * 3.0.squareRoot() }

  static let trainingBounds = DualWeights.bounds

  static func waits(of set: TrainingSet) -> [Double] {
    set.milliseconds.map { Double($0) / 86_400_000 }
  }

  func add(_ history: Gradient.History, to sums: inout Sums, bends: Bool) {
    var state = first(Int(history.grades[0]))
    for index in 1..<history.grades.count {
      let grade = Int(history.grades[index])
      let recall = recall(state, history.days[index])
      let weight = history.weights[index]
      if weight > 0 {
        sums.add(recall.both, isRecalled: grade > 1, weight: weight, bends: bends)
      }
      advance(&state, grade, recall)
    }
  }
}
