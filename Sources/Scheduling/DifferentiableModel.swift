internal import Glibc

/// FSRS-6 with the derivatives of every step, made for many reviews under the same weights.
///
/// The formulas are those of `MemoryModel`; tests hold the two together. Powers of one base share a
/// logarithm, and the logarithm that recall needs is the loss of a card recalled.
struct DifferentiableModel: Sendable {
  private let starts: [Start]
  private let decay: Double
  /// F of the forgetting curve, and its derivative by the decay.
  private let factor: Double
  private let factorByDecay: Double

  private let growth: Double
  private let slackening: Double
  private let spacing: Double
  /// By grade from "again", of which growth has no use.
  private let growthOfGrade: SIMD4<Double>

  private let lapse: Double
  private let lapseDifficulty: Double
  private let lapseStability: Double
  private let lapseForgetting: Double
  /// The most that a lapse leaves of stability.
  private let keptByLapse: Double

  private let sameDayGrowth: Double
  private let sameDayOffset: Double
  private let sameDaySlackening: Double

  private let reversion: Double
  /// The difficulty after an easy first answer, and its derivative by w5.
  private let easiest: Double
  private let easiestBySlope: Double
  /// By grade: the share of the way to 10 that difficulty moves.
  private let change: SIMD4<Double>

  /// Takes 21 values inside their bounds.
  init(_ w: [Double]) {
    starts = (0..<4).map { Start(w, grade: $0) }
    decay = w[20]
    factor = exp(-log(0.9) / w[20]) - 1
    factorByDecay = (factor + 1) * log(0.9) / (w[20] * w[20])
    growth = w[8]
    slackening = w[9]
    spacing = w[10]
    growthOfGrade = SIMD4(0, w[15], 1, w[16])
    lapse = w[11]
    lapseDifficulty = w[12]
    lapseStability = w[13]
    lapseForgetting = w[14]
    keptByLapse = exp(-w[17] * w[18])
    sameDayGrowth = w[17]
    sameDayOffset = w[18]
    sameDaySlackening = w[19]
    reversion = w[7]
    easiest = w[4] - exp(3 * w[5]) + 1
    easiestBySlope = -3 * exp(3 * w[5])
    change = SIMD4(2, 1, 0, -1) * (w[6] / 9)
  }

  /// What is known of a card, and how that depends on the weights.
  struct State {
    var stability: Double
    var difficulty: Double
    /// Stability by the first stability of this card, by w4 to w19, and by w20.
    var byFirst = 1.0
    var byMiddle = SIMD16<Double>.zero
    var byDecay = 0.0
    /// Difficulty by w4 to w7.
    var difficultyByWeights: SIMD4<Double>
  }

  /// The state after a first answer; the grade counts from 0.
  @inline(__always)
  func first(_ grade: Int) -> State {
    let start = starts[grade]
    return State(
      stability: start.stability,
      difficulty: start.difficulty,
      difficultyByWeights: start.difficultyByWeights
    )
  }

  /// How likely it is after some days, 1 or more, that the card is recalled.
  @inline(__always)
  func recall(_ state: State, _ days: Double) -> Recall {
    let stretch = days / state.stability
    let base = 1 + factor * stretch
    let logBase = log(base)
    let probability = exp(-decay * logBase)
    let slope = decay * probability * stretch / base
    return Recall(
      probability: probability,
      logarithm: -decay * logBase,
      byStability: slope * factor / state.stability,
      byDecay: -probability * logBase - slope * factorByDecay
    )
  }

  /// Moves a state on by an answer of grade 1 to 4; no recall means the same day, and on top of that
  /// day's step stability stays.
  @inline(__always)
  func advance(
    _ state: inout State,
    _ grade: Int,
    _ recall: Recall?,
    isSurplus: Bool = false
  ) {
    let difficulty = state.difficulty
    let byWeights = state.difficultyByWeights
    if let recall {
      if grade == 1 { forget(&state, recall) } else { recallAgain(&state, grade, recall) }
    } else if !isSurplus {
      repeatSameDay(&state, grade)
    }
    state.keepInRange()
    (state.difficulty, state.difficultyByWeights) = nextDifficulty(difficulty, byWeights, grade)
  }
}

// MARK: - The steps

/// Places among w4 to w19.
private enum Middle {
  static let growth = 4
  static let slackening = 5
  static let spacing = 6
  static let lapse = 7
  static let lapseDifficulty = 8
  static let lapseStability = 9
  static let lapseForgetting = 10
  static let hardPenalty = 11
  static let easyBonus = 12
  static let sameDayGrowth = 13
  static let sameDayOffset = 14
  static let sameDaySlackening = 15
}

extension DifferentiableModel {
  @inline(__always)
  private func recallAgain(_ state: inout State, _ grade: Int, _ recall: Recall) {
    let stability = state.stability
    let logStability = log(stability)
    let forgotten = 1 - recall.probability
    let spaced = exp(spacing * forgotten)
    let plain = stability * exp(growth - slackening * logStability)
    let scaled = plain * growthOfGrade[grade - 1]
    let room = 11 - state.difficulty
    let added = scaled * room * (spaced - 1)
    let bySpaced = scaled * room * spaced
    state.carry(
      byStability: 1 + (1 - slackening) * added / stability
        - spacing * bySpaced * recall.byStability,
      byDifficulty: -scaled * (spaced - 1)
    )
    state.byMiddle[Middle.growth] += added
    state.byMiddle[Middle.slackening] -= added * logStability
    state.byMiddle[Middle.spacing] += bySpaced * forgotten
    if grade == 2 { state.byMiddle[Middle.hardPenalty] += plain * room * (spaced - 1) }
    if grade == 4 { state.byMiddle[Middle.easyBonus] += plain * room * (spaced - 1) }
    state.byDecay -= spacing * bySpaced * recall.byDecay
    state.stability = stability + added
  }

  @inline(__always)
  private func forget(_ state: inout State, _ recall: Recall) {
    let kept = state.stability * keptByLapse
    let forgotten = 1 - recall.probability
    let logDifficulty = log(state.difficulty)
    let logNext = log(state.stability + 1)
    let power = exp(lapseStability * logNext)
    let scale = exp(lapseForgetting * forgotten - lapseDifficulty * logDifficulty)
    let relearned = lapse * scale * (power - 1)
    guard relearned < kept else {
      state.carry(byStability: keptByLapse)
      state.byMiddle[Middle.sameDayGrowth] -= sameDayOffset * kept
      state.byMiddle[Middle.sameDayOffset] -= sameDayGrowth * kept
      state.stability = kept
      return
    }
    state.carry(
      byStability: lapse * scale * power * lapseStability / (state.stability + 1)
        - lapseForgetting * relearned * recall.byStability,
      byDifficulty: -lapseDifficulty * relearned / state.difficulty
    )
    state.byMiddle[Middle.lapse] += scale * (power - 1)
    state.byMiddle[Middle.lapseDifficulty] -= relearned * logDifficulty
    state.byMiddle[Middle.lapseStability] += lapse * scale * power * logNext
    state.byMiddle[Middle.lapseForgetting] += relearned * forgotten
    state.byDecay -= lapseForgetting * relearned * recall.byDecay
    state.stability = relearned
  }

  @inline(__always)
  private func repeatSameDay(_ state: inout State, _ grade: Int) {
    let logStability = log(state.stability)
    let steps = Double(grade - 3) + sameDayOffset
    let factor = exp(sameDayGrowth * steps - sameDaySlackening * logStability)
    guard grade == 1 || factor >= 1 else { return }
    let next = state.stability * factor
    state.carry(byStability: factor * (1 - sameDaySlackening))
    state.byMiddle[Middle.sameDayGrowth] += next * steps
    state.byMiddle[Middle.sameDayOffset] += next * sameDayGrowth
    state.byMiddle[Middle.sameDaySlackening] -= next * logStability
    state.stability = next
  }

  @inline(__always)
  private func nextDifficulty(
    _ difficulty: Double,
    _ byWeights: SIMD4<Double>,
    _ grade: Int
  ) -> (Double, SIMD4<Double>) {
    let step = change[grade - 1]
    let moved = difficulty + (10 - difficulty) * step
    let next = reversion * (easiest - moved) + moved
    guard MemoryState.difficultyRange.contains(next) else {
      return (next.clamped(to: MemoryState.difficultyRange), .zero)
    }
    let kept = 1 - reversion
    let direct = SIMD4(
      reversion,
      reversion * easiestBySlope,
      kept * (10 - difficulty) * Double(3 - grade) / 9,
      easiest - moved
    )
    return (next, byWeights * (kept * (1 - step)) + direct)
  }
}
