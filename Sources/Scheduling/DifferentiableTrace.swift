internal import Glibc

/// One of the two traces of FSRS-7 with the derivatives of its growth and its loss.
struct DifferentiableTrace: Sendable {
  /// The place of the trace's first weight among the 34.
  private let first: Int
  private let growth: Double
  private let slackening: Double
  private let spacing: Double
  private let lapse: Double
  private let lapseStability: Double
  private let lapseForgetting: Double
  /// By grade from "again", of which growth has no use.
  private let growthOfGrade: SIMD4<Double>

  /// Takes all 34 weights, and where those of the trace begin.
  init(_ w: [Double], from first: Int) {
    self.first = first
    growth = exp(w[first] - 1.5)
    slackening = w[first + 1]
    spacing = w[first + 2]
    lapse = w[first + 3]
    lapseStability = w[first + 4]
    lapseForgetting = w[first + 5]
    growthOfGrade = SIMD4(0, w[first + 6], 1, w[first + 7])
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
    tangent[first + 3] += (power - 1) * spaced
    tangent[first + 4] += lapse * power * logNext * spaced
    tangent[first + 5] += relearned * (1 - recall.probability)
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
    tangent[first] += added
    tangent[first + 1] -= added * logStability
    tangent[first + 2] += plain * spaced * forgotten * factor
    if grade == 2 { tangent[first + 6] += plain * (spaced - 1) }
    if grade == 4 { tangent[first + 7] += plain * (spaced - 1) }
    return (stability + added, tangent)
  }
}
