import Scheduling
import Testing

@testable import Study

@Suite struct PaceTests {
  /// A pace after one answer to each of some cards, with the time of each in milliseconds.
  private static func pace(_ times: [Int]) -> Pace {
    var log = Log()
    for (number, time) in times.enumerated() {
      log.add(review("c\(number)", .good, elapsed: time), at: noon(0, minute: Int64(number)))
    }
    return Pace(of: log.live)
  }

  @Test func `before there are ten answers to go by 20 seconds are assumed`() {
    #expect(Self.pace([]).answer == 20_000)
    #expect(Self.pace([Int](repeating: 1_000, count: 9)).answer == 20_000)
    #expect(Self.pace([Int](repeating: 1_000, count: 10)).answer == 1_000)
  }

  @Test func `the pace is the median, so one long absence does not move it`() {
    let times = Array(stride(from: 1_000, through: 11_000, by: 1_000))
    #expect(Self.pace(times).answer == 6_000)
    #expect(Self.pace(Array(times.reversed())).answer == 6_000)
    #expect(Self.pace(times.dropLast() + [3_600_000]).answer == 6_000)
  }

  @Test func `only the newest 200 cards count`() {
    let old = [Int](repeating: 60_000, count: 300)
    #expect(Self.pace(old + [Int](repeating: 4_000, count: 101)).answer == 4_000)
    #expect(Self.pace(old + [Int](repeating: 4_000, count: 99)).answer == 60_000)
  }

  @Test(arguments: [
    // 20 seconds to answer and five to grade: 24 answers in ten minutes, and two for a new card.
    (10, 100, 100, 24, 0), (10, 24, 9, 24, 0), (10, 20, 9, 20, 2), (10, 0, 100, 0, 12),
    (10, 3, 2, 3, 2), (10, 0, 0, 0, 0), (1, 5, 5, 2, 0), (1, 0, 5, 0, 1), (0, 5, 5, 1, 0),
  ])
  func `reviews come before new cards`(
    minutes: Int,
    due: Int,
    new: Int,
    reviews: Int,
    added: Int
  ) {
    let fitting = Self.pace([]).fitting(minutes: minutes, due: due, new: new)
    #expect(fitting == (reviews, added))
  }

  @Test func `what is planned fits, unless not even one answer does`() {
    var generator = SplitMix64(seed: 71)
    for _ in 0..<500 {
      let time = Int.random(in: 0...120_000, using: &generator)
      let pace = Self.pace([Int](repeating: time, count: 10))
      let minutes = Int.random(in: 1...240, using: &generator)
      let due = Int.random(in: 0...400, using: &generator)
      let new = Int.random(in: 0...40, using: &generator)
      let (reviews, added) = pace.fitting(minutes: minutes, due: due, new: new)
      #expect((0...due).contains(reviews) && (0...new).contains(added))
      let planned = (reviews + 2 * added) * (time + 5_000)
      #expect(planned <= minutes * 60_000 || reviews + added == 1)
      #expect(added == 0 || reviews == due)
    }
  }
}
