/// The step to the lowest point of a curved floor inside bounds.
struct BoundedStep {
  /// Where the step leads, inside the bounds.
  let end: [Double]
  /// How much lower the floor seems there.
  let promise: Double

  /// Finds the step; damping makes every direction stiffer by that part of itself.
  init(
    from start: [Double],
    on floor: Floor,
    within bounds: [ClosedRange<Double>],
    damping: Double
  ) {
    var fixed = Self.heldAtBounds(start, floor.gradient, bounds)
    var step = [Double](repeating: 0, count: start.count)
    var isInside = false
    // Each round but the last fixes one weight or more at its bound.
    while !isInside {
      step = Self.solve(floor, fixed: fixed, damping: damping)
      isInside = true
      for index in start.indices where fixed[index] == nil {
        let bounded = (start[index] + step[index]).clamped(to: bounds[index])
        guard bounded != start[index] + step[index] else { continue }
        fixed[index] = bounded - start[index]
        isInside = false
      }
    }
    end = start.indices.map { (start[$0] + step[$0]).clamped(to: bounds[$0]) }
    promise = Self.promise(of: step, floor)
  }

  /// No step for weights that would be pushed through the bound they stand at.
  private static func heldAtBounds(
    _ start: [Double],
    _ gradient: [Double],
    _ bounds: [ClosedRange<Double>]
  ) -> [Double?] {
    start.indices.map { index in
      let isHeld =
        (start[index] <= bounds[index].lowerBound && gradient[index] > 0)
        || (start[index] >= bounds[index].upperBound && gradient[index] < 0)
      return isHeld ? 0 : nil
    }
  }

  /// The steps of all weights when some are given.
  private static func solve(
    _ floor: Floor,
    fixed: [Double?],
    damping: Double
  ) -> [Double] {
    let count = fixed.count
    let free = fixed.indices.filter { fixed[$0] == nil }
    var step = fixed.map { $0 ?? 0 }
    let right = free.map { row in
      (0..<count).reduce(-floor.gradient[row]) {
        $0 - floor.curvature[row * count + $1] * (fixed[$1] ?? 0)
      }
    }
    var matrix = free.flatMap { row in free.map { floor.curvature[row * count + $0] } }
    for index in free.indices { matrix[index * (free.count + 1)] *= 1 + damping }
    let solution = CholeskyFactor(matrix, rows: free.count).solve(right)
    for (index, value) in zip(free, solution) { step[index] = value }
    return step
  }

  private static func promise(of step: [Double], _ floor: Floor) -> Double {
    let count = step.count
    return step.indices.reduce(0) { promise, row in
      let bend = (0..<count).reduce(0) { $0 + floor.curvature[row * count + $1] * step[$1] }
      return promise - step[row] * (floor.gradient[row] + bend / 2)
    }
  }
}

/// The lower triangular factor of a positive definite matrix.
private struct CholeskyFactor {
  private var factor: [Double]
  private let rows: Int

  init(_ matrix: [Double], rows: Int) {
    factor = matrix
    self.rows = rows
    for row in 0..<rows {
      for column in 0...row {
        let rest = (0..<column).reduce(matrix[row * rows + column]) {
          $0 - factor[row * rows + $1] * factor[column * rows + $1]
        }
        factor[row * rows + column] =
          row == column
          // Rounding must not turn a flat direction into a steep one downwards.
          ? max(rest, matrix[row * rows + row] * 1e-14).squareRoot()
          : rest / factor[column * rows + column]
      }
    }
  }

  func solve(_ right: [Double]) -> [Double] {
    var solution = right
    for row in 0..<rows {
      for column in 0..<row { solution[row] -= factor[row * rows + column] * solution[column] }
      solution[row] /= factor[row * rows + row]
    }
    for row in (0..<rows).reversed() {
      for below in row + 1..<max(rows, row + 1) {
        solution[row] -= factor[below * rows + row] * solution[below]
      }
      solution[row] /= factor[row * rows + row]
    }
    return solution
  }
}
