/// The 34 weights of FSRS-7, always inside their bounds.
package struct DualWeights: Hashable, Sendable {
  /// w0 to w33: four first stabilities, three of difficulty, eight of each trace, eleven of the
  /// forgetting curve.
  package let values: [Double]

  /// The weights a learner starts with, fitted by the authors of FSRS-7 to many learners.
  package static let standard = DualWeights(clipping: standardValues)

  /// Weights from a list of 34, or of none (the standard ones), cut to their bounds.
  package init(_ values: [Double]) throws(WeightsError) {
    if let index = values.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(index: index)
    }
    switch values.count {
    case 0: self = .standard
    case 34: self = DualWeights(clipping: values)
    default: throw .wrongCount(values.count)
    }
  }

  /// Takes exactly 34 finite values, and cuts them to their bounds.
  init(clipping values: [Double]) {
    var clipped = zip(values, Self.bounds).map { $0.clamped(to: $1) }
    // A better first grade is never less stable, and the slow trace never forgets as fast as the
    // fast one.
    for grade in 1...3 { clipped[grade] = max(clipped[grade], clipped[grade - 1]) }
    clipped[26] = max(clipped[26], clipped[25])
    self.values = clipped
  }

  static let standardValues = [
    0.1104, 2.2395, 3.9221, 11.7841,
    6.1686, 0.6457, 3.6807,
    1.9795, 0, 1.3826, 0.7024, 0.5999, 0.8146, 0.6398, 1,
    1.3207, 0.6707, 3.8668, 0.4416, 0.0934, 1.8631, 0.6162, 1.0869,
    0.1567, 0.0801, 0.2421, 0.9464, 0.1433, 0.7145, 0, 0.5667, 0.3734, 0.5333, 0.3048,
  ]

  /// The least and greatest value of each weight.
  static let bounds: [ClosedRange<Double>] = [
    0.0001...50, 0.0001...100, 0.0001...100, 0.0001...100,
    1...10, 0.001...4, 0.1...4,
    0...4, 0...1.2, 0.3...3, 0.01...1.5, 0.1...1, 0...3.5, 0...1, 1...7,
    0...4, 0...2, 0.5...6, 0.001...1.5, 0.001...1, 0...5, 0...1, 1...7,
    0.01...0.25, 0.01...0.95, 0.2...0.85, 0.5...0.99, 0.01...1, 0.1...1, 0...0.9, 0.1...1.1,
    0...1, 0...0.6, 0...0.6,
  ]
}
