internal import Glibc

/// FSRS-7: a card leaves two traces, one that fades within hours and one that lasts.
///
/// It reckons in parts of a day, so it predicts within a day as well. `MemoryState.stability` is
/// that of the slow trace and no longer the days until recall is 90 %.
package struct DualTraceModel: Sendable {
  /// The weights the model follows.
  package let weights: DualWeights

  private let slow: Trace
  private let fast: Trace
  private let curve: DualCurve
  /// The difficulty after an easy first answer, not clamped: where difficulties drift to.
  private let easiest: Double

  /// The stabilities of both traces in days.
  static let stabilityRange = 0.0001...36_500.0
  /// The fast trace of a new card, and the most of it after a lapse, as a share of the slow one.
  private static let fastShare = 0.8

  /// The model that some weights describe.
  package init(_ weights: DualWeights) {
    self.weights = weights
    let w = weights.values
    slow = Trace(w[7...14])
    fast = Trace(w[15...22])
    curve = DualCurve(w[23...33])
    easiest = w[4] - exp(w[5] * 3) + 1
  }

  /// The memory after the first answer.
  package func first(_ grade: Grade) -> MemoryState {
    let w = weights.values
    let stability = w[grade.rawValue - 1].clamped(to: Self.stabilityRange)
    let difficulty = w[4] - exp(w[5] * Double(grade.rawValue - 1)) + 1
    return MemoryState(
      stability: stability,
      difficulty: difficulty.clamped(to: MemoryState.difficultyRange),
      fast: (Self.fastShare * stability).clamped(to: Self.stabilityRange)
    )
  }

  /// The memory after an answer so many days after the one before; `state` is nil before the first.
  package func next(_ state: MemoryState?, _ grade: Grade, days: Double) -> MemoryState {
    guard let state = state.map(Self.known) else { return first(grade) }
    let recall = curve.recall(of: state, after: max(0, days))
    let kept = slow.next(state.stability, state.difficulty, grade, recall.both)
    var fleeting = fast.next(state.fast, state.difficulty, grade, recall.fast)
    if grade == .again { fleeting = min(fleeting, Self.fastShare * kept) }
    return MemoryState(
      stability: kept.clamped(to: Self.stabilityRange),
      difficulty: difficulty(after: grade, of: state, recall.both),
      fast: fleeting.clamped(to: Self.stabilityRange)
    )
  }

  /// The probability of recall after some days, 0 to 1.
  package func retrievability(of state: MemoryState, days: Double) -> Double {
    curve.recall(of: Self.known(state), after: max(0, days)).both
  }

  /// The days after which recall has fallen to a retention, from a second to 36,500.
  package func interval(of state: MemoryState, retention: Double) -> Double {
    curve.interval(of: Self.known(state), retention: retention)
  }

  private func difficulty(
    after grade: Grade,
    of state: MemoryState,
    _ recall: Double
  ) -> Double {
    // A lapse that was to be expected says little of the card.
    let surprise = grade == .again ? recall + 0.1 : 1
    let change = -weights.values[6] * Double(grade.rawValue - 3) * surprise
    let moved = state.difficulty + (10 - state.difficulty) * change / 9
    return (0.01 * easiest + 0.99 * moved).clamped(to: MemoryState.difficultyRange)
  }

  /// The nearest state that the model knows; one without a fast trace gets that of a new card.
  private static func known(_ state: MemoryState) -> MemoryState {
    let stability = state.stability.clamped(to: stabilityRange)
    let fast = state.fast > 0 ? state.fast : fastShare * stability
    return MemoryState(
      stability: stability,
      difficulty: state.difficulty.clamped(to: MemoryState.difficultyRange),
      fast: fast.clamped(to: stabilityRange)
    )
  }
}

/// How one of the two traces grows and fades.
private struct Trace {
  private let growth: Double
  private let growthSlackening: Double
  private let growthSpacing: Double
  private let lapse: Double
  private let lapseStability: Double
  private let lapseForgetting: Double
  private let hardPenalty: Double
  private let easyBonus: Double

  /// Takes the eight weights of the trace.
  init(_ weights: ArraySlice<Double>) {
    let w = Array(weights)
    growth = exp(w[0] - 1.5)
    growthSlackening = w[1]
    growthSpacing = w[2]
    lapse = w[3]
    lapseStability = w[4]
    lapseForgetting = w[5]
    hardPenalty = w[6]
    easyBonus = w[7]
  }

  func next(_ stability: Double, _ difficulty: Double, _ grade: Grade, _ recall: Double) -> Double {
    let relearned = min(
      stability,
      lapse * (pow(stability + 1, lapseStability) - 1) * exp(lapseForgetting * (1 - recall))
    )
    let factor: Double
    switch grade {
    case .again: return relearned
    case .hard: factor = hardPenalty
    case .good: factor = 1
    case .easy: factor = easyBonus
    }
    let gain =
      growth * (11 - difficulty) * pow(stability, -growthSlackening)
      * (exp(growthSpacing * (1 - recall)) - 1)
    return max(relearned, stability * (1 + gain * factor))
  }
}
