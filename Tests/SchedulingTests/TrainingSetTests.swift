import TestKit
import Testing

@testable import Scheduling

@Suite struct TrainingSetTests {
  /// Reviews of one card by day and grade, a minute apart.
  private static func card(_ card: Int, _ reviews: [(day: Int, grade: Int)]) -> [LoggedReview] {
    reviews.enumerated().map { index, review in
      let time = Int64(review.day) * 86_400_000 + Int64(index) * 60_000
      return LoggedReview(card: card, day: review.day, grade: review.grade, time: time)
    }
  }

  @Test func `an empty log gives an empty set`() {
    let set = TrainingSet([])
    #expect(set.cardCount == 0)
    #expect(set.reviewCount == 0)
    #expect(set.itemCount == 0)
    #expect(set.losses == TrainingSet.Losses())
  }

  @Test func `cards stand one after another and items are reviews of a later day`() {
    let log = Self.card(7, [(0, 3), (0, 3), (4, 1), (4, 3)]) + Self.card(2, [(1, 4), (3, 3)])
    let set = TrainingSet(log)
    #expect(set.starts == [0, 2, 6])
    #expect(set.grades == [4, 3, 3, 3, 1, 3])
    #expect(set.days == [0, 2, 0, 0, 4, 0])
    #expect(set.items == [1, 4])
  }

  @Test func `the order of cards and of lines does not matter`() {
    let log = SimulatedLog(seed: 5, cards: 40, days: 300).reviews
    let set = TrainingSet(log)
    var random = SplitMix64(seed: 9)
    let shuffled = TrainingSet(log.shuffled(using: &random))
    #expect(shuffled.starts == set.starts)
    #expect(shuffled.grades == set.grades)
    #expect(shuffled.days == set.days)
    #expect(shuffled.items == set.items)
    #expect(shuffled.losses.outOfOrder > 0)
  }

  @Test func `unknown grades are dropped and counted`() {
    let log = Self.card(1, [(0, 3), (1, 0), (2, 5), (3, -1), (4, Int.max), (5, 3)])
    let set = TrainingSet(log)
    #expect(set.losses.unknownGrades == 4)
    #expect(set.days == [0, 5])
  }

  @Test func `days that go backwards count as the same day`() {
    let log = [
      LoggedReview(card: 1, day: 9, grade: 3, time: 1),
      LoggedReview(card: 1, day: 4, grade: 3, time: 2),
      LoggedReview(card: 1, day: 6, grade: 3, time: 3),
    ]
    let set = TrainingSet(log)
    #expect(set.days == [0, 0, 2])
    #expect(set.losses.daysBackwards == 1)
  }

  @Test func `days at the ends of numbers give the longest wait`() {
    let log = [
      LoggedReview(card: 1, day: .min, grade: 3, time: .min),
      LoggedReview(card: 1, day: .max, grade: 3, time: .max),
    ]
    let set = TrainingSet(log)
    #expect(set.days == [0, Double(TrainingSet.longestWait)])
    #expect(set.losses.longWaits == 1)
  }

  @Test func `newer items weigh more, and what is no item nothing`() {
    let set = TrainingSet(Self.card(1, [(0, 3), (0, 3), (1, 3), (3, 3), (9, 3)]))
    #expect(set.recencyWeights == [0, 0, 0.25, 0.25 + 0.75 / 8, 1])
    #expect(TrainingSet(Self.card(1, [(0, 3), (1, 3)])).recencyWeights == [0, 1])
  }

  @Test(arguments: [(0.8, 8), (0, 0), (1, 10), (-3, 0), (7, 10), (.nan, 10)])
  func `the first items train and the last ones test`(share: Double, count: Int) {
    let set = TrainingSet(Self.card(1, (0...10).map { (day: $0 * 3, grade: 3) }))
    let (training, test) = set.divided(at: share)
    #expect(training.items == Array(set.items.prefix(count)))
    #expect(test.items == Array(set.items.dropFirst(count)))
    #expect(test.reviewCount == set.reviewCount)
  }
}
