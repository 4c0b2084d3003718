/// What the model knows of one card in one head.
package struct MemoryState: Hashable, Sendable {
  /// The days after which recall has fallen to 90 %, 0.001 to 36,500.
  package var stability: Double
  /// How hard the card is for this learner, 1 to 10.
  package var difficulty: Double
  /// The stability in days of what fades within hours; 0 where the model knows one trace only.
  package var fast: Double

  /// The stabilities the model knows, in days.
  package static let stabilityRange = 0.001...36_500.0
  /// The difficulties the model knows.
  package static let difficultyRange = 1.0...10.0

  /// A state put together from its parts, which may lie outside their ranges.
  package init(stability: Double, difficulty: Double, fast: Double = 0) {
    self.stability = stability
    self.difficulty = difficulty
    self.fast = fast
  }

  /// The nearest state inside both ranges.
  var clamped: MemoryState {
    MemoryState(
      stability: stability.clamped(to: Self.stabilityRange),
      difficulty: difficulty.clamped(to: Self.difficultyRange)
    )
  }
}

extension Double {
  /// The nearest value inside the range; what is not a number becomes the lower bound.
  func clamped(to range: ClosedRange<Double>) -> Double {
    // The maximum of a bound and no number is the bound, in this order only.
    Swift.min(Swift.max(range.lowerBound, self), range.upperBound)
  }
}

extension Int {
  /// The nearest value inside the range.
  func clamped(to range: ClosedRange<Int>) -> Int {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
