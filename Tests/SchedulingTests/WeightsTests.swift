import Testing

@testable import Scheduling

@Suite struct WeightsTests {
  @Test func `no values are the standard weights and values come back in their order`() throws {
    #expect(try Weights([]) == .standard)
    #expect(Weights.standard.values == Weights.standardValues)
    #expect(Weights.standard.values[20] == 0.1542)
    let counted = Weights.bounds.enumerated().map { index, bounds in
      bounds.lowerBound + (bounds.upperBound - bounds.lowerBound) * Double(index) / 40
    }
    #expect(try Weights(counted).values == counted)
  }

  @Test func `values outside their bounds are cut`() throws {
    let low = try Weights([Double](repeating: -5, count: 21))
    #expect(low.values == Weights.bounds.map(\.lowerBound))
    let high = try Weights([Double](repeating: 1e9, count: 21))
    #expect(high.values == Weights.bounds.map(\.upperBound))
  }

  @Test func `nineteen values keep the forgetting curve of their version`() throws {
    let old = Array(Weights.standardValues.prefix(19))
    #expect(try Weights(old).values == old + [0, 0.5])
  }

  @Test func `seventeen values keep their first difficulties`() throws {
    let old = [
      0.4872, 1.4003, 3.7145, 13.8206, 5.1618, 1.2298, 0.8975, 0.031, 1.6474, 0.1367, 1.0461,
      2.1072, 0.0793, 0.3246, 1.587, 0.2272, 2.8755,
    ]
    let new = try Weights(old)
    #expect(abs(new.firstDifficulty - 7.6214) < 1e-12)
    #expect(abs(new.firstDifficultySlope - 0.5151014924) < 1e-6)
    #expect(abs(new.difficultyChange - 1.3975) < 1e-12)
    #expect(Array(new.values.suffix(4)) == [0, 0, 0, 0.5])
  }

  @Test(arguments: [1, 16, 18, 20, 22, 34]) func `another count is refused`(_ count: Int) {
    #expect(throws: WeightsError.wrongCount(count)) {
      try Weights([Double](repeating: 1, count: count))
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `a value that is no number is refused`(_ value: Double) {
    var values = Weights.standardValues
    values[7] = value
    #expect(throws: WeightsError.notFinite(index: 7)) { try Weights(values) }
  }

  @Test func `several relearning steps bound the growth within a day`() throws {
    var values = Weights.standardValues
    values[17] = 2
    values[18] = 2
    let weights = try Weights(values)
    #expect(weights.clipped(relearningSteps: 1) == weights)
    // -(ln 1.4835 + ln(2^0.2629 - 1) + 0.3 * 1.6483) / 2 = 0.36055…, and its root
    let clipped = weights.clipped(relearningSteps: 2)
    #expect(abs(clipped.sameDayGrowth - 0.600459349) < 1e-9)
    #expect(clipped.sameDayGrowth == clipped.sameDayOffset)
    #expect(clipped.clipped(relearningSteps: 2) == clipped)
  }
}
