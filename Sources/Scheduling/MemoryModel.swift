internal import Glibc

/// FSRS-6: how an answer changes what is known of a card.
///
/// The formulas are those of fsrs-rs 6.6 in 64 bits. What depends on the weights alone is computed
/// once, so that a review costs two powers and one exponential.
package struct MemoryModel: Sendable {
  /// The weights the model follows.
  package let weights: Weights
  /// How it forgets.
  package let curve: ForgettingCurve

  /// w8 as a factor.
  let growth: Double
  /// The difficulty after an easy first answer, on purpose not clamped: where difficulties drift to.
  private let easiest: Double
  /// A lapse divides stability at least by this.
  private let lapseDivisor: Double
  /// Growth on the same day before it slackens.
  private let sameDayAgain: Double
  private let sameDayHard: Double
  private let sameDayGood: Double
  private let sameDayEasy: Double

  /// The model that some weights describe.
  package init(_ weights: Weights) {
    self.weights = weights
    curve = ForgettingCurve(weights)
    growth = exp(weights.growth)
    easiest = Self.firstDifficulty(weights, .easy)
    lapseDivisor = exp(weights.sameDayGrowth * weights.sameDayOffset)
    sameDayAgain = exp(weights.sameDayGrowth * (weights.sameDayOffset - 2))
    sameDayHard = exp(weights.sameDayGrowth * (weights.sameDayOffset - 1))
    sameDayGood = exp(weights.sameDayGrowth * weights.sameDayOffset)
    sameDayEasy = exp(weights.sameDayGrowth * (weights.sameDayOffset + 1))
  }

  /// The memory after an answer; `state` is nil before the first, and less than one elapsed day
  /// means the same day.
  package func next(_ state: MemoryState?, _ grade: Grade, elapsedDays: Int) -> MemoryState {
    guard let state else { return first(grade) }
    return MemoryState(
      stability: stability(after: grade, of: state, elapsedDays: elapsedDays),
      difficulty: difficulty(after: grade, of: state)
    )
  }

  /// The memory after the first answer.
  package func first(_ grade: Grade) -> MemoryState {
    let stability: Double
    switch grade {
    case .again: stability = weights.firstAgain
    case .hard: stability = weights.firstHard
    case .good: stability = weights.firstGood
    case .easy: stability = weights.firstEasy
    }
    return MemoryState(
      stability: stability.clamped(to: MemoryState.stabilityRange),
      difficulty: Self.firstDifficulty(weights, grade).clamped(to: MemoryState.difficultyRange)
    )
  }

  /// The stability after an answer to a known card.
  private func stability(
    after grade: Grade,
    of state: MemoryState,
    elapsedDays: Int
  ) -> Double {
    guard grade == .again && elapsedDays > 0 else {
      return stability(after: grade, recall(of: state, elapsedDays: elapsedDays))
    }
    let days = Double(elapsedDays)
    let known = state.clamped
    return lapsed(known, curve.retrievability(after: days, stability: known.stability))
  }

  /// The difficulty after an answer to a known card.
  func difficulty(after grade: Grade, of state: MemoryState) -> Double {
    let change = -weights.difficultyChange * Double(grade.rawValue - 3)
    let moved = state.difficulty + (10 - state.difficulty) * change / 9
    return (weights.difficultyReversion * (easiest - moved) + moved)
      .clamped(to: MemoryState.difficultyRange)
  }

  /// The costly part of a recall, from which the stability after every grade follows cheaply.
  struct Recall {
    let state: MemoryState
    /// Recall just before the answer, nil on the same day.
    let retrievability: Double?
    /// Growth beyond 1 after "good"; on the same day the factor by which growth slackens.
    let gain: Double
  }

  /// What the stabilities after hard, good and easy have in common.
  func recall(of state: MemoryState, elapsedDays: Int) -> Recall {
    let state = state.clamped
    let stability = state.stability
    guard elapsedDays > 0 else {
      let slackening = pow(stability, -weights.sameDaySlackening)
      return Recall(state: state, retrievability: nil, gain: slackening)
    }
    let retrievability = curve.retrievability(after: Double(elapsedDays), stability: stability)
    let gain =
      growth * (11 - state.difficulty) * pow(stability, -weights.growthSlackening)
      * (exp((1 - retrievability) * weights.growthSpacing) - 1)
    return Recall(state: state, retrievability: retrievability, gain: gain)
  }

  /// The stability after a grade.
  func stability(after grade: Grade, _ recall: Recall) -> Double {
    let factor: Double
    switch (recall.retrievability, grade) {
    case (let retrievability?, .again): return lapsed(recall.state, retrievability)
    case (_?, .hard): factor = 1 + recall.gain * weights.hardPenalty
    case (_?, .good): factor = 1 + recall.gain
    case (_?, .easy): factor = 1 + recall.gain * weights.easyBonus
    case (nil, .again): factor = sameDayAgain * recall.gain
    case (nil, .hard): factor = max(1, sameDayHard * recall.gain)
    case (nil, .good): factor = max(1, sameDayGood * recall.gain)
    case (nil, .easy): factor = max(1, sameDayEasy * recall.gain)
    }
    return (recall.state.stability * factor).clamped(to: MemoryState.stabilityRange)
  }

  private func lapsed(_ state: MemoryState, _ retrievability: Double) -> Double {
    let relearned =
      weights.lapse * pow(state.difficulty, -weights.lapseDifficulty)
      * (pow(state.stability + 1, weights.lapseStability) - 1)
      * exp((1 - retrievability) * weights.lapseForgetting)
    return min(relearned, state.stability / lapseDivisor)
      .clamped(to: MemoryState.stabilityRange)
  }

  private static func firstDifficulty(_ weights: Weights, _ grade: Grade) -> Double {
    weights.firstDifficulty - exp(weights.firstDifficultySlope * Double(grade.rawValue - 1)) + 1
  }
}
