internal import Glibc

/// Why figures of another program cannot be taken over.
package enum ImportFault: Error, Equatable, Sendable {
  /// The ease or the interval is infinite or not a number.
  case notFinite
  /// The retention lies outside 0 to 1, or on one of them.
  case retention
}

extension MemoryModel {
  /// The memory that fits a card of an SM-2 program: its ease (2.5 as a rule) and its interval in
  /// days, which that program aimed at a retention between 0 and 1.
  ///
  /// An interval of nothing gives a stability that may lie below its range, as the reference has it;
  /// the next answer lifts it.
  package func imported(
    ease: Double,
    intervalDays: Double,
    retention: Double = 0.9
  ) throws(ImportFault) -> MemoryState {
    guard ease.isFinite, intervalDays.isFinite else { throw .notFinite }
    guard retention > 0, retention < 1 else { throw .retention }
    let interval = max(intervalDays, MemoryState.stabilityRange.lowerBound)
    let stability = min(
      interval / curve.stretch(to: retention),
      MemoryState.stabilityRange.upperBound
    )
    let gain =
      growth * pow(stability, -weights.growthSlackening)
      * (exp(weights.growthSpacing * (1 - retention)) - 1)
    return MemoryState(
      stability: stability,
      difficulty: (11 - (ease - 1) / gain).clamped(to: MemoryState.difficultyRange)
    )
  }
}
