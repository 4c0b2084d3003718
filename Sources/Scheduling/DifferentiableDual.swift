internal import Glibc

/// FSRS-7 with the derivatives of every step, made for many reviews under the same weights.
///
/// The formulas are those of `DualTraceModel`; tests hold the two together.
struct DifferentiableDual: Sendable {
  private let w: [Double]
  private let slow: DifferentiableTrace
  private let fast: DifferentiableTrace
  private let curve: DifferentiableCurve
  /// The difficulty after an easy first answer, and its derivative by w5.
  private let easiest: Double
  private let easiestBySlope: Double

  /// Takes 34 values inside their bounds.
  init(_ w: [Double]) {
    self.w = w
    slow = DifferentiableTrace(Array(w[7...14]), isFast: false)
    fast = DifferentiableTrace(Array(w[15...22]), isFast: true)
    curve = DifferentiableCurve(w)
    easiest = w[4] - exp(3 * w[5]) + 1
    easiestBySlope = -3 * exp(3 * w[5])
  }

  /// What is known of a card, and how that depends on the weights.
  struct State {
    var stability: Double
    var fast: Double
    var difficulty: Double
    var stabilityByWeights: DualTangent
    var fastByWeights: DualTangent
    var difficultyByWeights: DualTangent
  }

  /// A probability and its derivatives by the weights.
  struct Recall {
    var probability: Double
    var byWeights: DualTangent
  }

  /// The fast trace of a new card, and the most of it after a lapse, as a share of the slow one.
  private static let fastShare = 0.8

  /// The state after a first answer; the grade counts from 1.
  func first(_ grade: Int) -> State {
    let slope = exp(w[5] * Double(grade - 1))
    var state = State(
      stability: w[grade - 1],
      fast: Self.fastShare * w[grade - 1],
      difficulty: w[4] - slope + 1,
      stabilityByWeights: .zero,
      fastByWeights: .zero,
      difficultyByWeights: .zero
    )
    state.stabilityByWeights.first[grade - 1] = 1
    state.fastByWeights.first[grade - 1] = Self.fastShare
    state.difficultyByWeights.first[4] = 1
    state.difficultyByWeights.first[5] = -Double(grade - 1) * slope
    state.keepInRange()
    return state
  }

  /// Recall by both traces and by the fast one alone, so many days after the state arose.
  @inline(__always)
  func recall(_ state: State, _ days: Double) -> (both: Recall, fast: Recall) {
    curve.recall(state, days)
  }

  /// Moves a state on by an answer of grade 1 to 4.
  @inline(__always)
  func advance(_ state: inout State, _ grade: Int, _ recall: (both: Recall, fast: Recall)) {
    let old = state
    (state.stability, state.stabilityByWeights) = slow.next(
      old.stability,
      old.stabilityByWeights,
      old,
      grade,
      recall.both
    )
    (state.fast, state.fastByWeights) = fast.next(
      old.fast,
      old.fastByWeights,
      old,
      grade,
      recall.fast
    )
    if grade == 1, state.fast > Self.fastShare * state.stability {
      state.fast = Self.fastShare * state.stability
      state.fastByWeights = Self.fastShare * state.stabilityByWeights
    }
    moveDifficulty(&state, grade, recall.both)
    state.keepInRange()
  }

  @inline(__always)
  private func moveDifficulty(_ state: inout State, _ grade: Int, _ recall: Recall) {
    let steps = Double(grade - 3)
    let surprise = grade == 1 ? recall.probability + 0.1 : 1
    let room = (10 - state.difficulty) / 9
    let change = -w[6] * steps * surprise
    var byWeights = 0.99 * (1 - change / 9) * state.difficultyByWeights
    byWeights.first[6] += -0.99 * room * steps * surprise
    if grade == 1 { byWeights += -0.99 * room * w[6] * steps * recall.byWeights }
    byWeights.first[4] += 0.01
    byWeights.first[5] += 0.01 * easiestBySlope
    state.difficulty = 0.01 * easiest + 0.99 * (state.difficulty + change * room)
    state.difficultyByWeights = byWeights
  }
}

extension DifferentiableDual.State {
  /// Cuts the state to its ranges; at a bound it depends on nothing.
  @inline(__always)
  fileprivate mutating func keepInRange() {
    Self.cut(&stability, &stabilityByWeights, DualTraceModel.stabilityRange)
    Self.cut(&fast, &fastByWeights, DualTraceModel.stabilityRange)
    Self.cut(&difficulty, &difficultyByWeights, MemoryState.difficultyRange)
  }

  @inline(__always)
  private static func cut(
    _ value: inout Double,
    _ byWeights: inout DualTangent,
    _ range: ClosedRange<Double>
  ) {
    guard !range.contains(value) else { return }
    value = value.clamped(to: range)
    byWeights = .zero
  }
}
