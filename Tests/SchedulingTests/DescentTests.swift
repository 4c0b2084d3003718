import TestKit
import Testing

@testable import Scheduling

@Suite struct DescentTests {
  private static let set = TrainingSet(SimulatedLog(seed: 31, cards: 200, days: 300).reviews)

  private static func descent() -> Descent<DifferentiableModel> {
    let objective = Objective(set, anchor: Weights.standardValues)
    return Descent(objective: objective, workers: Workers(count: 1))
  }

  @Test func `from wherever it starts it ends as low`() {
    let lowest = Self.descent().from(Weights.standardValues)
    var random = SplitMix64(seed: 32)
    for _ in 0..<5 {
      let start = zip(Weights.standardValues, DifferentiableModel.trainingBounds).map {
        value,
        range in
        (value * Double.random(in: 0.5...1.8, using: &random)).clamped(to: range)
      }
      let place = Self.descent().from(start)
      #expect(relativeError(place.value, lowest.value) < 5e-4)
      #expect(place.passes <= 60)
    }
  }

  @Test func `in training growth within a day slackens at least a bit`() {
    #expect(DifferentiableModel.trainingBounds.count == 21)
    #expect(DifferentiableModel.trainingBounds[19] == 0.01...0.8)
    #expect(DifferentiableModel.trainingBounds[18] == Weights.bounds[18])
  }

  @Test func `a start outside the bounds is cut to them`() {
    let place = Self.descent().from([Double](repeating: 1e9, count: 21))
    for (value, range) in zip(place.weights, DifferentiableModel.trainingBounds) {
      #expect(range.contains(value))
    }
    #expect(place.value.isFinite)
  }

  @Test func `at the lowest place a few looks are enough`() {
    let lowest = Self.descent().from(Weights.standardValues)
    let again = Self.descent().from(lowest.weights)
    #expect(again.passes <= 6)
    #expect(again.value <= lowest.value)
  }
}
