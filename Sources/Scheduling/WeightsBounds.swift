internal import Glibc

extension Weights {
  static let standardValues = [
    0.212, 1.2931, 2.3065, 8.2956,
    6.4133, 0.8334, 3.0194, 0.001,
    1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483,
    0.6014, 1.8729,
    0.5425, 0.0912, 0.0658,
    0.1542,
  ]

  /// The least and greatest value of each weight, w0 to w20.
  package static let bounds: [ClosedRange<Double>] = [
    0.001...100, 0.001...100, 0.001...100, 0.001...100,
    1...10, 0.001...4, 0.001...4, 0.001...0.75,
    0...4.5, 0...0.8, 0.001...3.5,
    0.001...5, 0.001...0.25, 0.001...0.9, 0...4,
    0...1, 1...6,
    0...2, 0...2, 0...0.8,
    0.1...0.8,
  ]

  /// Cuts 21 values to their bounds.
  static func clip(_ values: [Double], relearningSteps: Int) -> [Double] {
    var clipped = zip(values, bounds).map { $0.clamped(to: $1) }
    let ceiling = sameDayCeiling(clipped, relearningSteps: relearningSteps)
    clipped[17] = min(clipped[17], ceiling)
    clipped[18] = min(clipped[18], ceiling)
    return clipped
  }

  /// The greatest w17 and w18 for which some steps of relearning do not outweigh the lapse.
  static func sameDayCeiling(_ w: [Double], relearningSteps: Int) -> Double {
    guard relearningSteps > 1 else { return 2 }
    let loss = log(w[11]) + log(pow(2, w[13]) - 1) + 0.3 * w[14]
    return min(2, sqrt(max(0.01, -loss / Double(relearningSteps))))
  }

  /// Brings the weights of older versions to 21, so that they say the same as before.
  static func filled(_ values: [Double]) throws(WeightsError) -> [Double] {
    if let index = values.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(index: index)
    }
    switch values.count {
    case 0:
      return standardValues
    case 17:
      var w = values
      w[4] += 2 * w[5]
      w[5] = log(3 * max(0, w[5]) + 1) / 3
      w[6] += 0.5
      return w + [0, 0, 0, 0.5]
    case 19:
      return values + [0, 0.5]
    case 21:
      return values
    default:
      throw .wrongCount(values.count)
    }
  }
}
