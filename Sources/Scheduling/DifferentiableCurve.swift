internal import Glibc

/// The forgetting curve of FSRS-7 with its derivatives by the state and by the weights.
struct DifferentiableCurve: Sendable {
  private let w: [Double]
  /// What the slow trace forgets in as many days as its stability counts, and its derivatives by w24
  /// and w26.
  private let slowFactor: Double
  private let slowFactorByDecay: Double
  private let slowFactorByLevel: Double

  /// Takes all 34 weights.
  init(_ w: [Double]) {
    self.w = w
    let power = exp(-log(w[26]) / w[24])
    slowFactor = power - 1
    slowFactorByDecay = power * log(w[26]) / (w[24] * w[24])
    slowFactorByLevel = -power / (w[24] * w[26])
  }

  /// Recall by both traces and by the fast one alone.
  @inline(__always)
  func recall(
    _ state: DifferentiableDual.State,
    _ days: Double
  ) -> (both: DifferentiableDual.Recall, fast: DifferentiableDual.Recall) {
    let fast = fastRecall(state, days)
    let slow = slowRecall(state, days)
    let (share, byWeights) = fastShare(state)
    // No recall is quite certain, nor quite impossible.
    let span = 1 - 2e-5
    let mixed = share * fast.probability + (1 - share) * slow.probability
    var tangent = (span * share) * fast.byWeights
    tangent += (span * (1 - share)) * slow.byWeights
    tangent += (span * (fast.probability - slow.probability)) * byWeights
    return (DifferentiableDual.Recall(probability: span * mixed + 1e-5, byWeights: tangent), fast)
  }

  /// Recall by the fast trace, whose decay depends on its stability.
  @inline(__always)
  private func fastRecall(
    _ state: DifferentiableDual.State,
    _ days: Double
  ) -> DifferentiableDual.Recall {
    let logFast = log(state.fast)
    let unbounded = w[23] * exp((w[33] - 0.3) * logFast)
    let decay = unbounded.clamped(to: 0.01...0.95)
    let isInside = decay == unbounded
    let exponent = log(w[25]) / -decay
    let isCut = exponent > 60
    let power = exp(min(60, exponent))
    let reach = (power - 1) * days / state.fast
    let base = 1 + reach
    let logBase = log(base)
    let probability = exp(-decay * logBase)
    let byPower = -probability * decay / base * days / state.fast
    let byDecay = -probability * logBase - (isCut ? 0 : byPower * power * exponent / decay)
    let byStability = probability * decay / base * reach / state.fast
    let decayByFast = isInside ? decay * (w[33] - 0.3) / state.fast : 0
    var tangent = (byStability + byDecay * decayByFast) * state.fastByWeights
    if isInside {
      tangent.curve[0] += byDecay * decay / w[23]
      tangent.curve[10] += byDecay * decay * logFast
    }
    if !isCut { tangent.curve[2] -= byPower * power / (w[25] * decay) }
    return DifferentiableDual.Recall(probability: probability, byWeights: tangent)
  }

  /// Recall by the slow trace, which difficult cards leave faster.
  @inline(__always)
  private func slowRecall(
    _ state: DifferentiableDual.State,
    _ days: Double
  ) -> DifferentiableDual.Recall {
    let offset = state.difficulty - 5
    let speed = w[32] - 0.3
    let plain = exp(offset * speed) * days / state.stability
    let reach = slowFactor * plain
    let base = 1 + reach
    let logBase = log(base)
    let probability = exp(-w[24] * logBase)
    let byReach = -probability * w[24] / base
    var tangent = (-byReach * reach / state.stability) * state.stabilityByWeights
    tangent += (byReach * reach * speed) * state.difficultyByWeights
    tangent.curve[9] += byReach * reach * offset
    tangent.curve[1] += byReach * plain * slowFactorByDecay - probability * logBase
    tangent.curve[3] += byReach * plain * slowFactorByLevel
    return DifferentiableDual.Recall(probability: probability, byWeights: tangent)
  }

  /// How much the fast trace counts, with the derivatives of that share.
  @inline(__always)
  private func fastShare(_ state: DifferentiableDual.State) -> (Double, DualTangent) {
    let (logFast, logSlow) = (log(state.fast), log(state.stability))
    let offset = state.difficulty - 5
    let pull = w[31] - 0.5
    let odds =
      w[28] / w[27] * exp(w[30] * logSlow + offset * pull + w[29] * logFast)
    let share = 1 / (1 + odds)
    let slope = share * (1 - share)
    var tangent = (-slope * w[29] / state.fast) * state.fastByWeights
    tangent += (-slope * w[30] / state.stability) * state.stabilityByWeights
    tangent += (-slope * pull) * state.difficultyByWeights
    tangent.curve[4] += slope / w[27]
    tangent.curve[5] -= slope / w[28]
    tangent.curve[6] -= slope * logFast
    tangent.curve[7] -= slope * logSlow
    tangent.curve[8] -= slope * offset
    return (share, tangent)
  }
}
