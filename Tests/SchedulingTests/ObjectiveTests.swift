import TestKit
import Testing

@testable import Scheduling

@Suite struct ObjectiveTests {
  private static let set = TrainingSet(SimulatedLog(seed: 11, cards: 400, days: 300).reviews)

  @Test func `its value is the weighted loss and the distance from the anchor`() throws {
    let objective = Objective(Self.set, anchor: Weights.standardValues)
    let value = objective(Weights.standardValues, Workers(count: 1))
    let evaluation = Evaluation(of: .standard, on: Self.set, weighting: .recent)
    let weight = Self.set.recencyWeights.reduce(0, +)
    #expect(relativeError(value.value, evaluation.logLoss * weight) < 1e-9)
    var moved = Weights.standardValues
    moved[4] += 0.57
    let near = Objective(Self.set, anchor: moved)(Weights.standardValues, Workers(count: 1))
    #expect(relativeError(near.value, value.value + 1) < 1e-9)
    #expect(relativeError(near.gradient[4], value.gradient[4] - 2 / 0.57) < 1e-9)
  }

  @Test func `it does not depend on the number of threads`() {
    let objective = Objective(Self.set, anchor: Weights.standardValues)
    #expect(Self.set.reviewCount > 2500)
    let alone = objective(Weights.standardValues, Workers(count: 1))
    for threads in [2, 3, 8] {
      let value = objective(Weights.standardValues, Workers(count: threads))
      #expect(value.value == alone.value)
      #expect(value.gradient == alone.gradient)
      #expect(value.curvature == alone.curvature)
    }
  }

  @Test func `its curvature is the expected change of the gradient`() {
    // On average over what may happen the gradient changes as the curvature says.
    let objective = Objective(Self.set, anchor: Weights.standardValues)
    let value = objective(Weights.standardValues, Workers(count: 1))
    for row in 0..<21 {
      #expect(value.curvature[row * 22] > 0)
      for column in 0..<21 {
        let product = value.curvature[row * 22] * value.curvature[column * 22]
        let entry = value.curvature[row * 21 + column]
        #expect(entry == value.curvature[column * 21 + row])
        #expect(entry * entry <= product * (1 + 1e-9))
      }
    }
  }

  @Test func `without items only the anchor counts`() {
    let value = Objective(TrainingSet([]), anchor: Weights.standardValues)(
      Weights.standardValues,
      Workers(count: 2)
    )
    #expect(value.value == 0)
    #expect(value.isFinite)
  }
}
