import Testing

@testable import Scheduling

@Suite(.enabled(if: ReferenceVectors.isPresent, "the reference vectors are not beside the package"))
struct ReferenceTests {
  @Test func `every memory state of every history is that of the reference`() throws {
    let vectors = try ReferenceVectors.load()
    #expect(vectors.cases.count == 400)
    var reviews = 0
    for item in vectors.cases {
      let model = try vectors.model(item.params)
      var state: MemoryState?
      for (index, review) in item.reviews.enumerated() {
        let grade = try #require(Grade(rawValue: review[0]))
        let next = model.next(state, grade, elapsedDays: review[1])
        let label = Comment("case \(item.id), review \(index)")
        #expect(relativeError(next.stability, item.stability_f64[index]) < 1e-9, label)
        #expect(relativeError(next.difficulty, item.difficulty_f64[index]) < 1e-9, label)
        let single = singleTolerance(item.params)
        #expect(relativeError(next.stability, item.stability[index]) < single, label)
        #expect(relativeError(next.difficulty, item.difficulty[index]) < single, label)
        state = next
        reviews += 1
      }
    }
    #expect(reviews == 3188)
  }

  @Test func `retrievability and intervals are those of the reference`() throws {
    let vectors = try ReferenceVectors.load()
    for item in vectors.cases {
      let curve = try vectors.model(item.params).curve
      let stability = try #require(item.stability.last)
      let later = curve.retrievability(after: item.retrievability_after_days, stability: stability)
      #expect(relativeError(later, item.retrievability) < 1e-9, "case \(item.id)")
      #expect(item.next_interval.count == 4)
      for (retention, expected) in item.next_interval {
        let days = curve.interval(stability: stability, retention: try #require(Double(retention)))
        #expect(relativeError(days, expected) < singleTolerance(item.params), "case \(item.id)")
      }
    }
  }

  @Test func `the four next states are those of the reference`() throws {
    let vectors = try ReferenceVectors.load()
    for item in vectors.cases {
      let model = try vectors.model(item.params)
      let state = MemoryState(
        stability: try #require(item.stability.last),
        difficulty: try #require(item.difficulty.last)
      )
      let outcomes = [item.next.again, item.next.hard, item.next.good, item.next.easy]
      for (grade, expected) in zip(Grade.allCases, outcomes) {
        let days = Int(item.retrievability_after_days)
        let next = model.next(state, grade, elapsedDays: days)
        let interval = model.curve.interval(stability: next.stability, retention: 0.9)
        let tolerance = singleTolerance(item.params)
        #expect(relativeError(next.stability, expected.stability) < tolerance, "case \(item.id)")
        #expect(relativeError(next.difficulty, expected.difficulty) < tolerance, "case \(item.id)")
        #expect(relativeError(interval, expected.interval) < tolerance, "case \(item.id)")
      }
    }
  }

  @Test func `figures of SM-2 are taken over as by the reference`() throws {
    let vectors = try ReferenceVectors.load()
    #expect(vectors.from_sm2.count == 144)
    for item in vectors.from_sm2 {
      let state = try vectors.model(item.params).imported(
        ease: item.ease_factor,
        intervalDays: item.interval,
        retention: item.sm2_retention
      )
      #expect(relativeError(state.stability, item.stability) < 1e-5)
      #expect(relativeError(state.difficulty, item.difficulty) < 1e-5)
    }
  }

  @Test func `older weights are filled as by the reference`() throws {
    let vectors = try ReferenceVectors.load()
    #expect(vectors.fill_parameters.count == 3)
    for item in vectors.fill_parameters {
      let filled = try Weights.filled(item.in)
      #expect(filled.count == 21)
      for (value, expected) in zip(filled, item.out) {
        #expect(relativeError(value, expected) < 1e-6)
      }
    }
  }

  @Test func `the bounds are those of the reference`() throws {
    let vectors = try ReferenceVectors.load()
    #expect(Weights.bounds.map(\.lowerBound) == vectors.lower_bounds_py)
    #expect(Weights.bounds.map(\.upperBound) == vectors.upper_bounds_py)
  }
}
