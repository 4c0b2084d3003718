import Testing

@testable import Scheduling

@Suite struct ImportedStateTests {
  private let model = MemoryModel(.standard)

  @Test func `an interval aimed at 90 % is the stability`() throws {
    for interval in [1.0, 7, 21, 400, 36_500] {
      let state = try model.imported(ease: 2.5, intervalDays: interval)
      #expect(relativeError(state.stability, interval) < 1e-12)
    }
    #expect(try model.imported(ease: 2.5, intervalDays: 1e9).stability == 36_500)
    #expect(try model.imported(ease: 2.5, intervalDays: -4).stability <= 0.001)
  }

  @Test func `recall after the interval is what that program aimed at`() throws {
    var random = SplitMix64(seed: 71)
    for _ in 0..<1000 {
      let model = MemoryModel(try .random(using: &random))
      let interval = Double.random(in: 0.1...300, using: &random)
      let retention = Double.random(in: 0.7...0.97, using: &random)
      let state = try model.imported(ease: 2.5, intervalDays: interval, retention: retention)
      guard state.stability < 36_500 else { continue }
      let recall = model.curve.retrievability(after: interval, stability: state.stability)
      #expect(abs(recall - retention) < 1e-9)
    }
  }

  @Test func `a higher ease is no more difficult and a longer interval no less stable`() throws {
    var random = SplitMix64(seed: 72)
    for _ in 0..<500 {
      let model = MemoryModel(try .random(using: &random))
      let eases = (0..<8).map { 1.3 + 0.3 * Double($0) }
      let states = try eases.map { try model.imported(ease: $0, intervalDays: 30) }
      for (harder, easier) in zip(states, states.dropFirst()) {
        #expect(harder.difficulty >= easier.difficulty)
      }
      let longer = try [0, 1, 10, 100, 1000].map { try model.imported(ease: 2, intervalDays: $0) }
      for (shorter, longer) in zip(longer, longer.dropFirst()) {
        #expect(shorter.stability < longer.stability)
      }
      #expect(states.allSatisfy { MemoryState.difficultyRange.contains($0.difficulty) })
    }
  }

  @Test func `what was taken over can be answered`() throws {
    var random = SplitMix64(seed: 73)
    for _ in 0..<500 {
      let model = MemoryModel(try .random(using: &random))
      let state = try model.imported(
        ease: .random(in: -10...40, using: &random),
        intervalDays: .random(in: -10...50_000, using: &random),
        retention: .random(in: 0.01...0.999, using: &random)
      )
      for grade in Grade.allCases {
        let next = model.next(state, grade, elapsedDays: Int.random(in: 0...900, using: &random))
        #expect(MemoryState.stabilityRange.contains(next.stability))
        #expect(MemoryState.difficultyRange.contains(next.difficulty))
      }
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `figures that are no numbers are refused`(_ figure: Double) {
    #expect(throws: ImportFault.notFinite) { try model.imported(ease: figure, intervalDays: 3) }
    #expect(throws: ImportFault.notFinite) { try model.imported(ease: 2.5, intervalDays: figure) }
    #expect(throws: ImportFault.retention) {
      try model.imported(ease: 2.5, intervalDays: 3, retention: figure)
    }
  }

  @Test(arguments: [0, 1, -0.5, 1.5])
  func `a retention that no program aims at is refused`(_ retention: Double) {
    #expect(throws: ImportFault.retention) {
      try model.imported(ease: 2.5, intervalDays: 3, retention: retention)
    }
  }
}

@Suite struct OlderWeightsTests {
  private func random(_ count: Int, using random: inout SplitMix64) -> [Double] {
    zip(Weights.bounds, Weights.standardValues).prefix(count).map { bounds, value in
      (value * .random(in: 0.6...1.4, using: &random)).clamped(to: bounds)
    }
  }

  @Test func `seventeen weights find a first answer as difficult as before`() throws {
    var generator = SplitMix64(seed: 74)
    for _ in 0..<500 {
      var old = random(17, using: &generator)
      old[4] = .random(in: 4...7, using: &generator)
      old[5] = .random(in: 0.1...1.2, using: &generator)
      let model = MemoryModel(try Weights(old))
      // FSRS-4.5 has a straight line; the curve of today meets it at both its ends.
      for (grade, step) in [(Grade.again, 2.0), (.easy, -1)] {
        let expected = (old[4] + step * old[5]).clamped(to: MemoryState.difficultyRange)
        #expect(abs(model.first(grade).difficulty - expected) < 1e-9)
      }
    }
  }

  @Test func `seventeen weights learn nothing from a repeat on the same day`() throws {
    var generator = SplitMix64(seed: 75)
    for _ in 0..<200 {
      let model = MemoryModel(try Weights(random(17, using: &generator)))
      let state = MemoryState.random(using: &generator)
      for grade in Grade.allCases {
        #expect(model.next(state, grade, elapsedDays: 0).stability == state.stability)
      }
    }
  }

  @Test(arguments: [17, 19]) func `older weights forget along the curve of their version`(
    _ count: Int
  ) throws {
    var generator = SplitMix64(seed: 76)
    for _ in 0..<200 {
      let weights = try Weights(random(count, using: &generator))
      #expect(weights.decay == 0.5)
      let stability = Double.random(in: 0.1...900, using: &generator)
      let days = Double.random(in: 0...3000, using: &generator)
      // FSRS-4.5 and FSRS-5: (1 + 19/81 t/S) ^ -0.5.
      let expected = 1 / (1 + 19.0 / 81 * days / stability).squareRoot()
      let recall = ForgettingCurve(weights).retrievability(after: days, stability: stability)
      #expect(relativeError(recall, expected) < 1e-12)
      #expect(try Weights(weights.values) == weights)
    }
  }

  @Test func `older weights beyond all bounds become weights within them`() throws {
    for count in [17, 19, 21] {
      for value in [-1e308, -5, 0, 1e9, 1e308] {
        let weights = try Weights([Double](repeating: value, count: count))
        for (weight, bounds) in zip(weights.values, Weights.bounds) {
          #expect(bounds.contains(weight))
        }
      }
    }
  }

  @Test(arguments: [17, 19, 21], [Double.nan, .infinity])
  func `one value that is no number spoils them all`(_ count: Int, _ value: Double) {
    for place in 0..<count {
      var values = Array(Weights.standardValues.prefix(count))
      values[place] = value
      #expect(throws: WeightsError.notFinite(index: place)) { try Weights(values) }
    }
  }
}
