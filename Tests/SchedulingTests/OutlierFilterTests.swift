import Testing

@testable import Scheduling

@Suite struct OutlierFilterTests {
  /// Cards of one first grade: so many with each first wait, and one more review after it.
  private static func log(grade: Int, _ counts: [(days: Int, cards: Int)]) -> TrainingSet {
    var log: [LoggedReview] = []
    var card = 0
    for (days, cards) in counts {
      for _ in 0..<cards {
        card += 1
        for (day, grade) in [(0, grade), (days, 3), (days + 9, 3)] {
          log.append(LoggedReview(card: card, day: day, grade: grade, time: Int64(day)))
        }
      }
    }
    return TrainingSet(log)
  }

  private static func outlyingDays(grade: Int, _ counts: [(days: Int, cards: Int)]) -> [Int] {
    OutlierFilter(log(grade: grade, counts)).outliers.map(\.days).sorted()
  }

  @Test func `the smallest groups go until a twentieth is reached, the shorter wait first`() {
    // Of 600 a twentieth is 30: 8 + 8 + 8 stay below it, 8 more do not.
    let counts = [(1, 300), (2, 268), (3, 8), (4, 8), (5, 8), (6, 8)]
    #expect(Self.outlyingDays(grade: 3, counts) == [3, 4, 5])
  }

  @Test func `of few cards up to twenty go`() {
    #expect(Self.outlyingDays(grade: 3, [(1, 60), (2, 11), (3, 9)]) == [3])
  }

  @Test func `groups under six go whatever their share`() {
    let counts = [(1, 100)] + (10..<20).map { ($0, 5) }
    #expect(Self.outlyingDays(grade: 3, counts) == Array(10..<20))
  }

  @Test func `long first waits go, after easy only beyond a year`() {
    let counts = [(1, 300), (101, 40), (365, 40), (366, 40)]
    #expect(Self.outlyingDays(grade: 3, counts) == [101, 365, 366])
    #expect(Self.outlyingDays(grade: 4, counts) == [366])
  }

  @Test func `all items of a card go with its first wait, and are counted`() {
    let set = Self.log(grade: 3, [(1, 100), (2, 3)])
    let kept = OutlierFilter(set).apply(to: set)
    #expect(set.itemCount == 206)
    #expect(kept.itemCount == 200)
    #expect(kept.losses.outliers == 6)
  }

  @Test func `nothing is left out of nothing`() {
    let set = TrainingSet([])
    #expect(OutlierFilter(set).apply(to: set).itemCount == 0)
  }
}
