internal import Glibc

/// How recall falls when two traces forget side by side.
struct DualCurve: Sendable {
  /// w23 to w33.
  private let fastDecay: Double
  private let slowDecay: Double
  private let fastLevel: Double
  private let fastWeight: Double
  private let slowWeight: Double
  private let fastWeightSlackening: Double
  private let slowWeightGrowth: Double
  private let difficultyWeight: Double
  private let difficultySpeed: Double
  private let fastDecayGrowth: Double
  /// What the slow trace forgets in as many days as its stability counts.
  private let slowFactor: Double

  /// Recall by both traces, and by the fast one alone.
  struct Recall {
    let both: Double
    let fast: Double
  }

  /// Takes the eleven weights of the curve.
  init(_ weights: ArraySlice<Double>) {
    let w = Array(weights)
    fastDecay = w[0]
    slowDecay = w[1]
    fastLevel = w[2]
    slowFactor = pow(w[3], -1 / w[1]) - 1
    fastWeight = w[4]
    slowWeight = w[5]
    fastWeightSlackening = w[6]
    slowWeightGrowth = w[7]
    difficultyWeight = w[8] - 0.5
    difficultySpeed = w[9] - 0.3
    fastDecayGrowth = w[10] - 0.3
  }

  func recall(of state: MemoryState, after days: Double) -> Recall {
    Mixture(self, state).recall(after: days)
  }

  /// The days until recall has fallen to a retention; there is no formula for them.
  func interval(of state: MemoryState, retention: Double) -> Double {
    Mixture(self, state).interval(retention: retention)
  }

  /// The shortest and the longest interval in days: one second and a hundred years.
  static let intervals = 1.0 / 86_400...36_500.0

  /// The curve of one state, as a weighted mean of two powers.
  private struct Mixture {
    let fastDecay: Double
    let slowDecay: Double
    /// What each trace forgets in a day.
    let fastRate: Double
    let slowRate: Double
    let fastShare: Double

    init(_ curve: DualCurve, _ state: MemoryState) {
      let offset = state.difficulty - 5
      fastDecay = (curve.fastDecay * pow(state.fast, curve.fastDecayGrowth))
        .clamped(to: 0.01...0.95)
      slowDecay = curve.slowDecay
      // The exponent is cut before it leaves the numbers.
      let exponent = min(60, log(curve.fastLevel) / -fastDecay)
      fastRate = (exp(exponent) - 1) / state.fast
      slowRate = curve.slowFactor * exp(offset * curve.difficultySpeed) / state.stability
      let fastWeight = curve.fastWeight * pow(state.fast, -curve.fastWeightSlackening)
      let slowWeight =
        curve.slowWeight * pow(state.stability, curve.slowWeightGrowth)
        * exp(offset * curve.difficultyWeight)
      fastShare = fastWeight / (fastWeight + slowWeight)
    }

    func recall(after days: Double) -> Recall {
      let fast = pow(1 + fastRate * days, -fastDecay)
      let slow = pow(1 + slowRate * days, -slowDecay)
      return Recall(both: blend(fast, slow), fast: fast)
    }

    /// No recall is quite certain, nor quite impossible.
    private func blend(_ fast: Double, _ slow: Double) -> Double {
      (1 - 2e-5) * (fastShare * fast + (1 - fastShare) * slow) + 1e-5
    }

    /// Recall by both traces, and how it changes with the logarithm of the days, below 0.
    private func point(after days: Double) -> (recall: Double, slope: Double) {
      let (fastReach, slowReach) = (fastRate * days, slowRate * days)
      let fast = pow(1 + fastReach, -fastDecay)
      let slow = pow(1 + slowReach, -slowDecay)
      let fastSlope = -fastDecay * fast * fastReach / (1 + fastReach)
      let slowSlope = -slowDecay * slow * slowReach / (1 + slowReach)
      let slope = fastShare * fastSlope + (1 - fastShare) * slowSlope
      return (blend(fast, slow), (1 - 2e-5) * slope)
    }

    /// Newton's steps in the logarithm of the days, held between bounds that close in, and halving
    /// where a step would leave them.
    func interval(retention: Double) -> Double {
      let range = DualCurve.intervals
      guard recall(after: range.lowerBound).both > retention else { return range.lowerBound }
      guard recall(after: range.upperBound).both < retention else { return range.upperBound }
      var low = log(range.lowerBound)
      var high = log(range.upperBound)
      var place = 0.0
      for _ in 0..<100 {
        let point = point(after: exp(place))
        let excess = point.recall - retention
        if abs(excess) < 1e-12 { break }
        if excess > 0 { low = place } else { high = place }
        let step = place - excess / point.slope
        // Also where the step is no number.
        place = step > low && step < high ? step : (low + high) / 2
        if high - low < 1e-13 { break }
      }
      return exp(place).clamped(to: range)
    }
  }
}
