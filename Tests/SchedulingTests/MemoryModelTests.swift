import Testing

@testable import Scheduling

@Suite struct MemoryModelTests {
  /// One history of the reference, with what it leads to in 64 bits.
  struct History: Sendable {
    let weights: [Double]
    /// Grades and whole days since the review before.
    let reviews: [(Int, Int)]
    let stability: Double
    let difficulty: Double
  }

  private static let near2 = [
    0.1106, 1.0525, 1.122, 5.6581, 6.9619, 0.9145, 2.8079, 0.001, 2.2669, 0.1519, 0.6161, 1.8203,
    0.0978, 0.2288, 1.1811, 0.6487, 1.362, 0.6325, 0.0, 0.1776, 0.1335,
  ]

  private static let wild2 = [
    18.5545, 34.3713, 52.8042, 59.5318, 8.2349, 2.9591, 0.0915, 0.6, 1.5212, 0.3256, 1.3792, 4.8793,
    0.1904, 0.0311, 1.6294, 0.3805, 5.1432, 1.7491, 0.0274, 0.2313, 0.13,
  ]

  private static let near3 = [
    0.001, 1.358, 3.7737, 5.3464, 6.2979, 0.6972, 3.1158, 0.0622, 2.391, 0.3116, 0.3747, 1.7982,
    0.1523, 0.1585, 2.1518, 0.7273, 3.731, 0.8196, 0.0, 0.1484, 0.1,
  ]

  private static let wild1 = [
    5.0101, 22.6822, 34.212, 42.9482, 7.5796, 1.9367, 2.9441, 0.1484, 0.4637, 0.3903, 1.0806,
    0.5386, 0.0771, 0.0499, 3.0114, 0.572, 5.2519, 1.7038, 1.3925, 0.1727, 0.555,
  ]

  private static let histories = [
    History(
      weights: [],
      reviews: [(3, 0), (3, 1), (2, 0), (4, 14), (1, 23), (3, 18)],
      stability: 14.978447813508188,
      difficulty: 7.664904332833081
    ),
    History(
      weights: [],
      reviews: [(3, 0), (2, 1), (1, 9), (3, 0), (4, 2), (4, 0)],
      stability: 9.019296641814535,
      difficulty: 6.84612529582471
    ),
    History(
      weights: near2,
      reviews: [(4, 0), (1, 6), (3, 1), (2, 3), (1, 56), (3, 0)],
      stability: 1.3555298186858127,
      difficulty: 9.078048776532281
    ),
    History(
      weights: near2,
      reviews: [(3, 0), (1, 0), (3, 13), (1, 15), (3, 1), (4, 24)],
      stability: 13.735858914278083,
      difficulty: 8.393384227837515
    ),
    History(
      weights: wild2,
      reviews: [(2, 0), (3, 0), (4, 2), (1, 44), (2, 0), (3, 2), (3, 0), (3, 44)],
      stability: 87.53052916400569,
      difficulty: 1.0
    ),
    History(
      weights: near3,
      reviews: [(3, 0), (1, 3), (1, 0), (1, 7)],
      stability: 0.048740290258330064,
      difficulty: 8.916902202137589
    ),
    History(
      weights: wild1,
      reviews: [(1, 0), (3, 1176), (2, 17), (3, 1), (1, 2), (1, 34), (1, 52), (3, 0)],
      stability: 0.03535751070511048,
      difficulty: 1.0
    ),
    History(
      weights: wild2,
      reviews: [(2, 0), (4, 6), (1, 2), (3, 0), (4, 27), (4, 0)],
      stability: 283.1425317657079,
      difficulty: 1.0
    ),
  ]

  @Test(arguments: histories) func `a history leads to the state of the reference`(
    _ history: History
  ) throws {
    let model = MemoryModel(try Weights(history.weights))
    var state: MemoryState?
    for (grade, days) in history.reviews {
      state = model.next(state, try #require(Grade(rawValue: grade)), elapsedDays: days)
    }
    let last = try #require(state)
    #expect(relativeError(last.stability, history.stability) < 1e-9)
    #expect(relativeError(last.difficulty, history.difficulty) < 1e-9)
  }

  @Test func `states stay in their ranges for any weights and any answers`() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<400 {
      let model = MemoryModel(try .random(using: &random))
      var state: MemoryState?
      for _ in 0..<40 {
        let grade = Grade.allCases.randomElement(using: &random) ?? .good
        let days = Int.random(in: -3...3000, using: &random)
        let next = model.next(state, grade, elapsedDays: days)
        #expect(MemoryState.stabilityRange.contains(next.stability))
        #expect(MemoryState.difficultyRange.contains(next.difficulty))
        state = next
      }
    }
  }

  @Test func `recall never lowers stability and a lapse never raises it`() throws {
    var random = SplitMix64(seed: 12)
    for _ in 0..<4000 {
      let model = MemoryModel(try .random(using: &random))
      let before = MemoryState.random(using: &random)
      let days = Int.random(in: 0...3000, using: &random)
      for grade in Grade.allCases.dropFirst() {
        #expect(model.next(before, grade, elapsedDays: days).stability >= before.stability)
      }
      let lapsed = model.next(before, .again, elapsedDays: days + 1).stability
      #expect(lapsed <= before.stability)
    }
  }

  @Test func `a better grade leaves a card more stable and less difficult`() {
    var random = SplitMix64(seed: 13)
    let model = MemoryModel(.standard)
    for _ in 0..<4000 {
      let before = MemoryState.random(using: &random)
      let days = Int.random(in: 0...3000, using: &random)
      let after = Grade.allCases.map { model.next(before, $0, elapsedDays: days) }
      for (worse, better) in zip(after, after.dropFirst()) {
        #expect(worse.stability <= better.stability)
        #expect(worse.difficulty >= better.difficulty)
      }
    }
  }

  @Test func `days before the last review count as the same day`() {
    let model = MemoryModel(.standard)
    let before = MemoryState(stability: 12.5, difficulty: 6)
    for grade in Grade.allCases {
      let sameDay = model.next(before, grade, elapsedDays: 0)
      #expect(model.next(before, grade, elapsedDays: -20) == sameDay)
    }
  }
}

extension MemoryState {
  static func random(using random: inout SplitMix64) -> MemoryState {
    MemoryState(
      stability: .random(in: 0.01...1000, using: &random),
      difficulty: .random(in: difficultyRange, using: &random)
    )
  }
}

extension Weights {
  static func random(using random: inout SplitMix64) throws -> Weights {
    try Weights(bounds.map { .random(in: $0, using: &random) })
  }
}
