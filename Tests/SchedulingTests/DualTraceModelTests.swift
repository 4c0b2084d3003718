import Foundation
import Testing

@testable import Scheduling

@Suite struct DualTraceModelTests {
  private func model(using random: inout SplitMix64) throws -> DualTraceModel {
    DualTraceModel(try .random(using: &random))
  }

  @Test func `recall falls with time from nearly certain and is never beyond its limits`() throws {
    var random = SplitMix64(seed: 111)
    for _ in 0..<400 {
      let model = try model(using: &random)
      let state = MemoryState.dual(using: &random)
      #expect(abs(model.retrievability(of: state, days: 0) - (1 - 1e-5)) < 1e-12)
      var before = 1.0
      for exponent in stride(from: -5.0, through: 4.5, by: 0.25) {
        let recall = model.retrievability(of: state, days: .power(10, exponent))
        #expect(recall <= before + 1e-12 && recall >= 1e-5)
        before = recall
      }
      #expect(model.retrievability(of: state, days: -3) == model.retrievability(of: state, days: 0))
    }
  }

  @Test func `an interval is the inverse of recall`() throws {
    var random = SplitMix64(seed: 112)
    var inverted = 0
    for _ in 0..<3000 {
      let model = try model(using: &random)
      let state = MemoryState.dual(using: &random)
      let retention = Double.random(in: 0.5...0.99, using: &random)
      let days = model.interval(of: state, retention: retention)
      let recall = model.retrievability(of: state, days: days)
      let range = DualCurve.intervals
      #expect(range.contains(days))
      if days == range.upperBound {
        #expect(recall >= retention)
      } else if days == range.lowerBound {
        #expect(recall <= retention)
      } else {
        #expect(abs(recall - retention) < 1e-9)
        inverted += 1
      }
    }
    #expect(inverted > 2000)
  }

  @Test func `a higher retention never gives a longer interval`() throws {
    var random = SplitMix64(seed: 113)
    for _ in 0..<500 {
      let model = try model(using: &random)
      let state = MemoryState.dual(using: &random)
      let days = [0.5, 0.7, 0.8, 0.9, 0.95, 0.99].map {
        model.interval(of: state, retention: $0)
      }
      #expect(zip(days, days.dropFirst()).allSatisfy { $0 >= $1 })
    }
  }

  @Test func `a better grade leaves both traces more stable and the card less difficult`() throws {
    var random = SplitMix64(seed: 114)
    for _ in 0..<2000 {
      let model = try model(using: &random)
      let before = MemoryState.dual(using: &random)
      let days = Double.power(10, .random(in: -4...3.5, using: &random))
      for state in [before, nil] {
        let after = Grade.allCases.map { model.next(state, $0, days: days) }
        for (worse, better) in zip(after, after.dropFirst()) {
          #expect(worse.stability <= better.stability)
          #expect(worse.fast <= better.fast)
        }
        // A lapse that was to be expected adds less difficulty than "hard" does.
        let recall = state.map { model.retrievability(of: $0, days: days) } ?? 1
        for (worse, better) in zip(after, after.dropFirst()).dropFirst(recall < 0.4 ? 1 : 0) {
          #expect(worse.difficulty >= better.difficulty)
        }
      }
      #expect(model.next(before, .again, days: days).stability <= before.stability)
      #expect(model.next(before, .good, days: days).stability >= before.stability)
    }
  }

  @Test func `states stay finite and in their ranges for any weights and any answers`() throws {
    var random = SplitMix64(seed: 115)
    for _ in 0..<300 {
      let model = try model(using: &random)
      var state: MemoryState?
      for _ in 0..<60 {
        let grade = Grade.allCases.randomElement(using: &random) ?? .good
        let waits: [Double] = [0, 1e-6, 0.01, 1, 400, 1e6, -2]
        let days = waits.randomElement(using: &random) ?? 0
        let next = model.next(state, grade, days: days)
        #expect(DualTraceModel.stabilityRange.contains(next.stability))
        #expect(DualTraceModel.stabilityRange.contains(next.fast))
        #expect(MemoryState.difficultyRange.contains(next.difficulty))
        state = next
      }
    }
  }

  @Test func `the corners of the bounds give numbers too`() throws {
    var random = SplitMix64(seed: 116)
    for _ in 0..<500 {
      let corner = DualWeights.bounds.map {
        Bool.random(using: &random) ? $0.lowerBound : $0.upperBound
      }
      let model = DualTraceModel(try DualWeights(corner))
      for state in MemoryState.dualCorners {
        for days in [0, 1e-5, 1, 36_500.0] {
          #expect((0...1).contains(model.retrievability(of: state, days: days)))
          for grade in Grade.allCases {
            let next = model.next(state, grade, days: days)
            #expect(next.stability.isFinite && next.fast.isFinite && next.difficulty.isFinite)
          }
        }
        #expect(DualCurve.intervals.contains(model.interval(of: state, retention: 0.9)))
      }
    }
  }

  @Test func `a state of the other model is taken with a fast trace of its own`() {
    let model = DualTraceModel(.standard)
    let other = MemoryState(stability: 10, difficulty: 5)
    let own = MemoryState(stability: 10, difficulty: 5, fast: 8)
    #expect(model.retrievability(of: other, days: 4) == model.retrievability(of: own, days: 4))
    #expect(model.next(other, .good, days: 4) == model.next(own, .good, days: 4))
  }

  @Test func `both models keep the laws of a model`() throws {
    let models: [any RecallModel] = [MemoryModel(.standard), DualTraceModel(.standard)]
    for model in models {
      let day = Rest(days: 1, milliseconds: 86_400_000)
      let states = Grade.allCases.map { model.next(nil, $0, after: day) }
      let recalls = states.map { model.retrievability(of: $0, after: day) }
      let intervals = states.map { model.interval(of: $0, retention: 0.9) }
      #expect(zip(recalls, recalls.dropFirst()).allSatisfy { $0 < $1 })
      #expect(zip(intervals, intervals.dropFirst()).allSatisfy { $0 < $1 })
    }
    #expect(Rest(days: -4, milliseconds: -1) == Rest(days: 0, milliseconds: 0))
  }
}

@Suite struct DualWeightsTests {
  @Test func `no values are the standard weights, which lie within their bounds`() throws {
    #expect(try DualWeights([]) == .standard)
    #expect(DualWeights.standard.values == DualWeights.standardValues)
    #expect(DualWeights.bounds.count == 34)
  }

  @Test func `values are cut to their bounds and to each other`() throws {
    for value in [-1e308, -1, 0, 1e9, 1e308] {
      let weights = try DualWeights([Double](repeating: value, count: 34)).values
      #expect(zip(weights, DualWeights.bounds).allSatisfy { $1.contains($0) })
    }
    var values = DualWeights.standardValues
    values[0] = 20
    values[25] = 0.8
    values[26] = 0.6
    let weights = try DualWeights(values).values
    #expect(Array(weights[0...3]) == [20, 20, 20, 20])
    #expect(weights[26] == 0.8)
    #expect(try DualWeights(weights).values == weights)
  }

  @Test(arguments: [1, 17, 19, 21, 33, 35]) func `another count is refused`(_ count: Int) {
    #expect(throws: WeightsError.wrongCount(count)) {
      try DualWeights([Double](repeating: 1, count: count))
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `a value that is no number is refused`(_ value: Double) {
    var values = DualWeights.standardValues
    values[30] = value
    #expect(throws: WeightsError.notFinite(index: 30)) { try DualWeights(values) }
  }
}

extension MemoryState {
  fileprivate static func dual(using random: inout SplitMix64) -> MemoryState {
    MemoryState(
      stability: .power(10, .random(in: -3...3.5, using: &random)),
      difficulty: .random(in: difficultyRange, using: &random),
      fast: .power(10, .random(in: -3...3.5, using: &random))
    )
  }

  fileprivate static let dualCorners = [0.0001, 36_500].flatMap { stability in
    [1.0, 10].flatMap { difficulty in
      [0.0001, 36_500].map {
        MemoryState(stability: stability, difficulty: difficulty, fast: $0)
      }
    }
  }
}

extension Double {
  fileprivate static func power(_ base: Double, _ exponent: Double) -> Double {
    pow(base, exponent)
  }
}

extension DualWeights {
  static func random(using random: inout SplitMix64) throws -> DualWeights {
    try DualWeights(bounds.map { .random(in: $0, using: &random) })
  }
}
