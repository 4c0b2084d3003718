/// Walks down an objective: each step goes to the lowest point of the curved floor seen from here,
/// inside the bounds, and is shortened where the floor was not as it seemed.
///
/// The floor is Fisher's matrix rather than the second derivatives: it never bends downwards, and
/// for a likelihood it comes so near that four to six looks at all reviews are enough.
struct Descent {
  let objective: Objective
  let workers: Workers

  /// The lowest place found.
  struct Place: Sendable {
    let weights: [Double]
    let value: Double
    /// How often all reviews were looked at.
    let passes: Int
  }

  /// The bounds of w0 to w20 while training: unlike elsewhere the same day slackens at least a bit.
  static let bounds = Weights.bounds.enumerated().map { index, range in
    index == 19 ? 0.01...range.upperBound : range
  }

  /// A step that promises less than this part of the objective is not worth a look.
  private static let tolerance = 1e-5
  private static let longest = 60

  func from(_ start: [Double]) -> Place {
    var here = zip(start, Self.bounds).map { $0.clamped(to: $1) }
    var floor = objective(here, workers)
    var passes = 1
    var damping = 1e-3
    while passes < Self.longest, floor.isFinite {
      let step = BoundedStep(from: here, on: floor, within: Self.bounds, damping: damping)
      guard step.promise > Self.tolerance * floor.value else { break }
      let next = objective(step.end, workers)
      passes += 1
      let kept = (floor.value - next.value) / step.promise
      // Neither a rise nor a value that is not a number passes here.
      guard kept > 1e-4 && next.isFinite else {
        damping = max(damping, 0.05) * 8
        continue
      }
      (here, floor) = (step.end, next)
      if kept > 0.75 { damping *= 0.1 } else if kept < 0.25 { damping *= 4 }
    }
    return Place(weights: here, value: floor.value, passes: passes)
  }
}
