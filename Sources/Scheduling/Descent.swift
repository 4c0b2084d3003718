/// Walks down an objective: each step goes to the lowest point of the curved floor seen from here,
/// inside the bounds, and is shortened where the floor was not as it seemed.
///
/// The floor is Fisher's matrix rather than the second derivatives: it never bends downwards, and
/// for a likelihood it comes so near that four to six looks at all reviews are enough.
struct Descent<Model: TrainableModel> {
  let objective: FitObjective<Model>
  let workers: Workers
  /// Where each weight may go.
  var bounds = Model.trainingBounds

  /// A step that promises less than this part of the objective is not worth a look.
  private static var tolerance: Double { 1e-5 }
  private static var longest: Int { 60 }

  func from(_ start: [Double]) -> LowestPlace {
    var here = zip(start, bounds).map { $0.clamped(to: $1) }
    var floor = objective(here, workers)
    var passes = 1
    var damping = 1e-3
    while passes < Self.longest, floor.isFinite {
      let step = BoundedStep(from: here, on: floor, within: bounds, damping: damping)
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
    return LowestPlace(weights: here, value: floor.value, passes: passes)
  }
}

/// The lowest place found.
struct LowestPlace: Sendable {
  let weights: [Double]
  let value: Double
  /// How often all reviews were looked at.
  let passes: Int
}
