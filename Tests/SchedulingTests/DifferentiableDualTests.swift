import Foundation
import TestKit
import Testing

@testable import Scheduling

@Suite struct DifferentiableDualTests {
  /// A history of random grades and waits, from seconds to months, with random weights of its items.
  private struct History {
    var grades: [UInt8] = []
    var days: [Double] = []
    var weights: [Double] = []

    init(reviews: Int, using random: inout SplitMix64) {
      for index in 0..<reviews {
        grades.append(UInt8.random(in: 1...4, using: &random))
        let scales: [Double] = [0.0005, 0.02, 1, 30]
        let scale = scales.randomElement(using: &random) ?? 1
        days.append(index > 0 ? scale * Double.random(in: 0.2...2, using: &random) : 0)
        weights.append(index > 0 ? Double.random(in: 0.25...1, using: &random) : 0)
      }
    }
  }

  private static func sums(_ histories: [History], _ w: [Double]) -> DifferentiableDual.Sums {
    let model = DifferentiableDual(w)
    return histories.reduce(into: DifferentiableDual.Sums()) { sums, history in
      history.grades.withUnsafeBufferPointer { grades in
        history.days.withUnsafeBufferPointer { days in
          history.weights.withUnsafeBufferPointer { weights in
            let whole = Gradient.History(grades: grades, days: days, weights: weights)
            model.add(whole, to: &sums, bends: true)
          }
        }
      }
    }
  }

  /// Weights well inside their bounds, and in order.
  private static func weights(using random: inout SplitMix64) -> [Double] {
    zip(DualWeights.standardValues, DualWeights.bounds).map { value, range in
      let width = min(range.upperBound - range.lowerBound, 10)
      let moved = value + Double.random(in: -0.03...0.03, using: &random) * width
      return moved.clamped(to: range.lowerBound + 0.02 * width...range.upperBound - 0.02 * width)
    }
  }

  @Test func `derivatives are those of small differences`() {
    var random = SplitMix64(seed: 51)
    for _ in 0..<6 {
      let histories = (0..<25).map { _ in
        History(reviews: Int.random(in: 2...12, using: &random), using: &random)
      }
      let w = Self.weights(using: &random)
      let gradient = Self.sums(histories, w).gradient.values
      #expect(gradient.count == 34)
      for index in w.indices {
        let step = 1e-6 * max(1, w[index])
        var (below, above) = (w, w)
        below[index] -= step
        above[index] += step
        let rise = Self.sums(histories, above).loss - Self.sums(histories, below).loss
        let difference = rise / (2 * step)
        #expect(
          abs(gradient[index] - difference) < 5e-5 * max(1, abs(difference)),
          "w\(index): \(gradient[index]) for \(difference)"
        )
      }
    }
  }

  @Test func `the loss is that of the model that schedules`() throws {
    var random = SplitMix64(seed: 52)
    for _ in 0..<200 {
      let history = History(reviews: 12, using: &random)
      let weights = try DualWeights(Self.weights(using: &random))
      let model = DualTraceModel(weights)
      var expected = 0.0
      var state: MemoryState?
      for (index, raw) in history.grades.enumerated() {
        let grade = try #require(Grade(rawValue: Int(raw)))
        if let state {
          let outcome = Calibration.Outcome(
            predicted: model.retrievability(of: state, days: history.days[index]),
            isRecalled: grade > .again,
            weight: history.weights[index]
          )
          expected += outcome.loss
        }
        state = model.next(state, grade, days: history.days[index])
      }
      #expect(relativeError(Self.sums([history], weights.values).loss, expected) < 1e-9)
    }
  }

  @Test func `the curvature of one item is the outer product of its derivatives`() {
    var random = SplitMix64(seed: 53)
    var history = History(reviews: 5, using: &random)
    history.weights = [0, 0, 0, 0, 0.5]
    history.grades[4] = 3
    let sums = Self.sums([history], DualWeights.standardValues)
    let floor = sums.floor(scalingCurvatureBy: 2)
    // The loss is -0.5 log p, so p is known from it, and dp/dw = -grad p / 0.5.
    let p = exp(-2 * sums.loss)
    let slopes = floor.gradient.map { -$0 * p / 0.5 }
    for row in 0..<34 {
      for column in 0..<34 {
        let expected = 2 * 0.5 * slopes[row] * slopes[column] / (p * (1 - p))
        let entry = floor.curvature[row * 34 + column]
        #expect(abs(entry - expected) < 1e-9 * max(1, abs(expected)))
      }
    }
  }

  @Test func `weights at any corner give finite sums`() {
    let log = SimulatedLog(seed: 12, cards: 20, days: 200).reviews
    let set = TrainingSet(log, predicting: .allAnswers)
    let objective = DualObjective(set, anchor: DualWeights.standardValues)
    var random = SplitMix64(seed: 54)
    for _ in 0..<100 {
      let corner = DualWeights.bounds.map {
        Bool.random(using: &random) ? $0.lowerBound : $0.upperBound
      }
      #expect(objective(corner, Workers(count: 1)).isFinite)
    }
  }
}
