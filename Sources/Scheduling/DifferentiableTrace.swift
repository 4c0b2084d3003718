internal import Glibc

/// One of the two traces of FSRS-7 with the derivatives of its growth and its loss.
struct DifferentiableTrace: Sendable {
  /// Which of the two traces.
  private let isFast: Bool
  private let growth: Double
  private let slackening: Double
  private let spacing: Double
  private let lapse: Double
  private let lapseStability: Double
  private let lapseForgetting: Double
  /// By grade from "again", of which growth has no use.
  private let growthOfGrade: SIMD4<Double>

  /// Takes the eight weights of the trace.
  init(_ w: [Double], isFast: Bool) {
    self.isFast = isFast
    growth = exp(w[0] - 1.5)
    slackening = w[1]
    spacing = w[2]
    lapse = w[3]
    lapseStability = w[4]
    lapseForgetting = w[5]
    growthOfGrade = SIMD4(0, w[6], 1, w[7])
  }

  /// A stability and its derivatives by the weights.
  typealias Grown = (stability: Double, byWeights: DualTangent)

  /// What an answer of grade 1 to 4 makes of a stability of a state, recalled so likely.
  @inline(__always)
  func next(
    _ stability: Double,
    _ byWeights: DualTangent,
    _ state: DifferentiableDual.State,
    _ grade: Int,
    _ recall: DifferentiableDual.Recall
  ) -> Grown {
    let logNext = log(stability + 1)
    let power = exp(lapseStability * logNext)
    let spaced = exp(lapseForgetting * (1 - recall.probability))
    let relearned = lapse * (power - 1) * spaced
    if grade > 1 {
      let grown = recalled(stability, byWeights, state, grade, recall)
      guard grown.stability < min(stability, relearned) else { return grown }
    }
    guard relearned < stability else { return (stability, byWeights) }
    var tangent = (lapse * spaced * lapseStability * power / (stability + 1)) * byWeights
    tangent += (-lapseForgetting * relearned) * recall.byWeights
    var direct = SIMD8<Double>.zero
    direct[3] = (power - 1) * spaced
    direct[4] = lapse * power * logNext * spaced
    direct[5] = relearned * (1 - recall.probability)
    add(direct, to: &tangent)
    return (relearned, tangent)
  }

  @inline(__always)
  private func recalled(
    _ stability: Double,
    _ byWeights: DualTangent,
    _ state: DifferentiableDual.State,
    _ grade: Int,
    _ recall: DifferentiableDual.Recall
  ) -> Grown {
    let logStability = log(stability)
    let forgotten = 1 - recall.probability
    let spaced = exp(spacing * forgotten)
    let slowed = stability * growth * exp(-slackening * logStability)
    let plain = slowed * (11 - state.difficulty)
    let factor = growthOfGrade[grade - 1]
    let added = plain * (spaced - 1) * factor
    var tangent = (1 + (1 - slackening) * added / stability) * byWeights
    tangent += (-slowed * (spaced - 1) * factor) * state.difficultyByWeights
    tangent += (-spacing * plain * spaced * factor) * recall.byWeights
    var direct = SIMD8<Double>.zero
    direct[0] = added
    direct[1] = -added * logStability
    direct[2] = plain * spaced * forgotten * factor
    direct[6] = grade == 2 ? plain * (spaced - 1) : 0
    direct[7] = grade == 4 ? plain * (spaced - 1) : 0
    add(direct, to: &tangent)
    return (stability + added, tangent)
  }

  /// Adds the derivatives by the trace's own weights.
  @inline(__always)
  private func add(_ direct: SIMD8<Double>, to tangent: inout DualTangent) {
    if isFast { tangent.fast += direct } else { tangent.slow += direct }
  }
}
