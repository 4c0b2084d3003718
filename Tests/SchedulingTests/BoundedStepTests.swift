import Testing

@testable import Scheduling

@Suite struct BoundedStepTests {
  /// The floor (x - 3)² + (y + 1)² + x y, seen from the origin.
  private static let floor = Floor(
    value: 10,
    gradient: [-6, 2],
    curvature: [2, 1, 1, 2]
  )

  @Test func `the step leads to the lowest point`() {
    let step = BoundedStep(
      from: [0, 0],
      on: Self.floor,
      within: [-10...10, -10...10],
      damping: 0
    )
    #expect(abs(step.end[0] - 14 / 3) < 1e-12)
    #expect(abs(step.end[1] + 10 / 3) < 1e-12)
    #expect(abs(step.promise - 52 / 3) < 1e-12)
  }

  @Test func `a bound holds one weight and the others make the best of it`() {
    let step = BoundedStep(from: [0, 0], on: Self.floor, within: [-10...2, -10...10], damping: 0)
    #expect(step.end[0] == 2)
    #expect(abs(step.end[1] + 2) < 1e-12)
  }

  @Test func `a weight at its bound stays there`() {
    let step = BoundedStep(from: [0, 0], on: Self.floor, within: [-10...0, 0...10], damping: 0)
    #expect(step.end == [0, 0])
    #expect(step.promise == 0)
  }

  @Test func `damping shortens the step`() {
    let step = BoundedStep(
      from: [0, 0],
      on: Self.floor,
      within: [-10...10, -10...10],
      damping: 10
    )
    #expect(step.end[0] > 0 && step.end[0] < 1)
    #expect(step.promise > 0)
  }

  @Test func `random floors are solved inside random bounds`() {
    var random = SplitMix64(seed: 8)
    for _ in 0..<200 {
      let count = Int.random(in: 1...21, using: &random)
      let rows = (0..<count).map { _ in
        (0..<count).map { _ in Double.random(in: -1...1, using: &random) }
      }
      var curvature = [Double](repeating: 0, count: count * count)
      for row in 0..<count {
        for column in 0..<count {
          curvature[row * count + column] = rows.reduce(0) { $0 + $1[row] * $1[column] }
        }
        curvature[row * count + row] += 0.01
      }
      let floor = Floor(
        value: 0,
        gradient: (0..<count).map { _ in Double.random(in: -3...3, using: &random) },
        curvature: curvature
      )
      let bounds = (0..<count).map { _ in 0...Double.random(in: 0...2, using: &random) }
      let start = bounds.map { Double.random(in: $0, using: &random) }
      let step = BoundedStep(from: start, on: floor, within: bounds, damping: 0.001)
      for (value, range) in zip(step.end, bounds) { #expect(range.contains(value)) }
      #expect(step.promise.isFinite)
    }
  }
}
