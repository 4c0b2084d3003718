import Testing

@testable import Scheduling

@Suite struct GradientTests {
  /// A history of random grades and waits, with random weights of its items.
  private struct History {
    var grades: [UInt8] = []
    var days: [Double] = []
    var weights: [Double] = []

    init(reviews: Int, using random: inout SplitMix64) {
      for index in 0..<reviews {
        let wait = index > 0 && Int.random(in: 0..<4, using: &random) > 0
        grades.append(UInt8.random(in: 1...4, using: &random))
        days.append(wait ? Double(Int.random(in: 1...80, using: &random)) : 0)
        weights.append(wait ? Double.random(in: 0.25...1, using: &random) : 0)
      }
    }
  }

  private static func gradient(_ histories: [History], _ w: [Double]) -> Gradient {
    let model = DifferentiableModel(w)
    return histories.reduce(into: Gradient()) {
      $0.add(grades: $1.grades, days: $1.days, weights: $1.weights, model)
    }
  }

  /// Weights well inside their bounds.
  private static func weights(using random: inout SplitMix64) -> [Double] {
    zip(Weights.standardValues, Weights.bounds).map { value, range in
      let moved = value * Double.random(in: 0.8...1.25, using: &random)
      return moved.clamped(to: range.lowerBound + 0.005...range.upperBound - 0.005)
    }
  }

  @Test func `derivatives are those of small differences`() {
    var random = SplitMix64(seed: 41)
    for _ in 0..<12 {
      let histories = (0..<40).map { _ in
        History(reviews: Int.random(in: 2...15, using: &random), using: &random)
      }
      let w = Self.weights(using: &random)
      let gradient = Self.gradient(histories, w)
      for index in w.indices {
        let step = 1e-6 * max(1, w[index])
        var (below, above) = (w, w)
        below[index] -= step
        above[index] += step
        let rise = Self.gradient(histories, above).loss - Self.gradient(histories, below).loss
        let difference = rise / (2 * step)
        #expect(
          abs(gradient.values[index] - difference) < 2e-5 * max(1, abs(difference)),
          "w\(index)"
        )
      }
    }
  }

  @Test func `the loss is that of the memory model`() throws {
    var random = SplitMix64(seed: 42)
    for _ in 0..<200 {
      let history = History(reviews: 12, using: &random)
      let w = Self.weights(using: &random)
      let model = MemoryModel(try Weights(w))
      var expected = 0.0
      var state: MemoryState?
      for (index, raw) in history.grades.enumerated() {
        let grade = try #require(Grade(rawValue: Int(raw)))
        if let state, history.weights[index] > 0 {
          let recall = model.curve.retrievability(
            after: history.days[index],
            stability: state.stability
          )
          let outcome = Calibration.Outcome(
            predicted: recall,
            isRecalled: grade > .again,
            weight: history.weights[index]
          )
          expected += outcome.loss
        }
        state = model.next(state, grade, elapsedDays: Int(history.days[index]))
      }
      #expect(relativeError(Self.gradient([history], w).loss, expected) < 1e-9)
    }
  }

  @Test func `an answer on top of the day's step moves difficulty alone, with its derivatives`() {
    let model = DifferentiableModel(Weights.standardValues)
    var state = model.first(2)
    model.advance(&state, 3, nil)
    let before = state
    model.advance(&state, 4, nil, isSurplus: true)
    #expect(state.stability == before.stability && state.byMiddle == before.byMiddle)
    #expect(state.difficulty < before.difficulty)
  }

  @Test func `a stability at its bound depends on nothing`() {
    let w = Weights.standardValues
    let model = DifferentiableModel(w)
    var state = model.first(3)
    for _ in 0..<60 { model.advance(&state, 4, model.recall(state, 36_500)) }
    #expect(state.stability == 36_500)
    #expect(state.byFirst == 0 && state.byDecay == 0 && state.byMiddle == .zero)
  }

  @Test func `a recall that cannot be doubted has a loss and no slope`() {
    let recall = DifferentiableModel.Recall(
      probability: 1,
      logarithm: 0,
      byStability: 1,
      byDecay: 1
    )
    #expect(recall.loss(isRecalled: false).value.isFinite)
    #expect(recall.loss(isRecalled: false).slope == 0)
    #expect(recall.loss(isRecalled: true).slope == 0)
  }
}
