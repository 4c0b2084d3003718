extension DifferentiableModel: TrainableModel {
  /// The loss of FSRS-6 with its derivatives.
  struct Sums: LossSums {
    private(set) var gradient = Gradient()
    private(set) var curvature = Curvature()

    static func += (sum: inout Sums, other: Sums) {
      sum.gradient += other.gradient
      sum.curvature += other.curvature
    }

    func floor(scalingCurvatureBy scale: Double) -> Floor {
      Floor(
        value: gradient.loss,
        gradient: gradient.values,
        curvature: curvature.matrix.map { $0 * scale }
      )
    }

    @inline(__always)
    fileprivate mutating func add(
      _ history: Gradient.History,
      _ model: DifferentiableModel,
      bends: Bool
    ) {
      if bends { gradient.add(history, model, &curvature) } else { gradient.add(history, model) }
    }
  }

  /// As the authors of FSRS-6 found.
  static let deviations = [
    6.43, 9.66, 17.58, 27.85,
    0.57, 0.28, 0.6, 0.12,
    0.39, 0.18, 0.33,
    0.3, 0.09, 0.16, 0.57,
    0.25, 1.03,
    0.31, 0.32, 0.14,
    0.27,
  ]

  /// Unlike elsewhere the same day slackens at least a bit.
  static let trainingBounds = Weights.bounds.enumerated().map { index, range in
    index == 19 ? 0.01...range.upperBound : range
  }

  /// Below 0 where an answer comes on top of its day's step of growth.
  static func waits(of set: TrainingSet) -> [Double] {
    zip(set.days, set.isSurplus).map { $1 ? -1 : $0 }
  }

  func add(_ history: Gradient.History, to sums: inout Sums, bends: Bool) {
    sums.add(history, self, bends: bends)
  }
}
