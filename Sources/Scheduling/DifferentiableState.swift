internal import Glibc

extension DifferentiableModel {
  /// Where a card begins after its first grade.
  struct Start: Sendable {
    let stability: Double
    let difficulty: Double
    /// Difficulty by w4 to w7.
    let difficultyByWeights: SIMD4<Double>

    /// Takes all 21 weights, and the grade from 0.
    init(_ w: [Double], grade: Int) {
      stability = w[grade]
      let slope = exp(w[5] * Double(grade))
      let unbounded = w[4] - slope + 1
      difficulty = unbounded.clamped(to: MemoryState.difficultyRange)
      let isInside = MemoryState.difficultyRange.contains(unbounded)
      difficultyByWeights = isInside ? SIMD4(1, -Double(grade) * slope, 0, 0) : .zero
    }
  }

  /// How likely a card is recalled, and how that depends on its stability and on the decay.
  struct Recall {
    let probability: Double
    let logarithm: Double
    let byStability: Double
    let byDecay: Double

    /// The probabilities that enter a loss; beyond them it stands still.
    static let range = 1e-7...(1 - 1e-7)

    var isInRange: Bool { Self.range.contains(probability) }

    /// The loss of what happened, and its derivative by the probability.
    @inline(__always)
    func loss(isRecalled: Bool) -> (value: Double, slope: Double) {
      guard isInRange else {
        let bounded = probability.clamped(to: Self.range)
        return (-log(isRecalled ? bounded : 1 - bounded), 0)
      }
      return isRecalled
        ? (-logarithm, -1 / probability)
        : (-log(1 - probability), 1 / (1 - probability))
    }
  }
}

extension DifferentiableModel.State {
  /// Carries the derivatives of stability through a step that depends on the state so much.
  @inline(__always)
  mutating func carry(byStability: Double, byDifficulty: Double) {
    carry(byStability: byStability)
    byMiddle.lowHalf.lowHalf += difficultyByWeights * byDifficulty
  }

  /// Carries the derivatives through a step that asks for stability alone.
  @inline(__always)
  mutating func carry(byStability: Double) {
    byFirst *= byStability
    byMiddle *= byStability
    byDecay *= byStability
  }

  /// Cuts stability to its range; at a bound it depends on nothing.
  @inline(__always)
  mutating func keepInRange() {
    guard !MemoryState.stabilityRange.contains(stability) else { return }
    stability = stability.clamped(to: MemoryState.stabilityRange)
    byFirst = 0
    byMiddle = .zero
    byDecay = 0
  }
}
