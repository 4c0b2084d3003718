import Testing

@testable import Scheduling

@Suite struct CalibrationTests {
  private static func outcomes(_ count: Int, seed: UInt64) -> [Calibration.Outcome] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      let predicted = Double.random(in: 0.3...0.99, using: &random)
      let isRecalled = Double.random(in: 0..<1, using: &random) < predicted
      return Calibration.Outcome(predicted: predicted, isRecalled: isRecalled, weight: 1)
    }
  }

  @Test(arguments: [0, 1, 3, 10, 11, 1007])
  func `every item is in one bin, and bins are alike in size`(count: Int) {
    let bins = Calibration(Self.outcomes(count, seed: 1)).bins
    #expect(bins.count == min(10, count))
    #expect(bins.reduce(0) { $0 + $1.itemCount } == count)
    let sizes = bins.map(\.itemCount)
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
  }

  @Test func `bins rise, and true predictions come true`() {
    let bins = Calibration(Self.outcomes(20_000, seed: 2)).bins
    for (lower, upper) in zip(bins, bins.dropFirst()) { #expect(lower.predicted < upper.predicted) }
    for bin in bins { #expect(abs(bin.predicted - bin.recalled) < 0.04) }
  }

  @Test func `the order of items does not matter`() {
    var outcomes = Self.outcomes(500, seed: 3)
    let bins = Calibration(outcomes).bins
    outcomes.reverse()
    for (bin, other) in zip(bins, Calibration(outcomes).bins) {
      #expect(bin.itemCount == other.itemCount)
      #expect(abs(bin.predicted - other.predicted) < 1e-12)
      #expect(bin.recalled == other.recalled)
    }
  }
}
