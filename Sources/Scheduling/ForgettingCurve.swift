internal import Glibc

/// How recall falls with the days since the last review: (1 + F t / S) ^ -decay.
package struct ForgettingCurve: Hashable, Sendable {
  private let decay: Double
  /// F, chosen so that recall is 90 % when as many days have passed as stability counts.
  private let factor: Double

  /// The curve that some weights describe.
  package init(_ weights: Weights) {
    decay = weights.decay
    factor = pow(0.9, -1 / weights.decay) - 1
  }

  /// The probability of recall after some days, 0 to 1.
  package func retrievability(after days: Double, stability: Double) -> Double {
    pow(1 + factor * days / stability, -decay)
  }

  /// The days, not rounded, after which recall has fallen to a retention between 0 and 1.
  package func interval(stability: Double, retention: Double) -> Double {
    stability * stretch(to: retention)
  }

  /// The days for each day of stability until recall has fallen to a retention.
  func stretch(to retention: Double) -> Double {
    (pow(retention, -1 / decay) - 1) / factor
  }
}
