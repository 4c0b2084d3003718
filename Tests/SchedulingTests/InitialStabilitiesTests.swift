import Foundation
import Testing

@testable import Scheduling

@Suite struct InitialStabilitiesTests {
  /// Cards of a first grade, all asked again after some days, so many of them recalled.
  private static func cards(
    _ grade: Int,
    days: Int,
    recalled: Int,
    of count: Int
  ) -> [LoggedReview] {
    (0..<count).flatMap { index in
      let card = grade * 1_000_000 + days * 10_000 + index
      return [
        LoggedReview(card: card, day: 0, grade: grade, time: 0),
        LoggedReview(card: card, day: days, grade: index < recalled ? 3 : 1, time: Int64(days)),
      ]
    }
  }

  private static func values(_ logs: [LoggedReview]...) -> [Double] {
    InitialStabilities(TrainingSet(logs.flatMap { $0 })).values
  }

  @Test func `where nine of ten are recalled after so many days lies the stability`() {
    let values = Self.values(Self.cards(3, days: 5, recalled: 9000, of: 10_000))
    #expect(abs(values[2] - 5) < 0.02)
  }

  @Test func `few reviews are drawn to the standard`() {
    let few = Self.values(Self.cards(3, days: 20, recalled: 2, of: 2))[2]
    let many = Self.values(Self.cards(3, days: 20, recalled: 2000, of: 2000))[2]
    #expect(Weights.standardValues[2] <= few && few < many)
  }

  @Test func `nothing known gives the standard`() {
    #expect(Self.values([]) == Array(Weights.standardValues.prefix(4)))
  }

  @Test func `one grade known moves the others with it`() {
    let values = Self.values(Self.cards(3, days: 5, recalled: 900, of: 1000))
    let factor = values[2] / Weights.standardValues[2]
    for (value, standard) in zip(values, Weights.standardValues) {
      #expect(relativeError(value, standard * factor) < 1e-12)
    }
  }

  @Test func `unknown grades lie on a line of logarithms with the known`() {
    let values = Self.values(
      Self.cards(1, days: 1, recalled: 800, of: 1000),
      Self.cards(3, days: 4, recalled: 900, of: 1000)
    )
    #expect(values[0] < values[1] && values[1] < values[2] && values[2] < values[3])
    // The published relations: S2 = S1^0.41 S3^0.59 and S3 = S2^0.46 S4^0.54.
    let (one, two, three, four) = (values[0], values[1], values[2], values[3])
    #expect(relativeError(log(two), 0.41 * log(one) + 0.59 * log(three)) < 1e-9)
    #expect(relativeError(log(three), 0.46 * log(two) + 0.54 * log(four)) < 1e-9)
  }

  @Test func `of two grades the wrong way round the better known is believed`() {
    let values = Self.values(
      Self.cards(1, days: 9, recalled: 900, of: 1000),
      Self.cards(3, days: 2, recalled: 90, of: 100)
    )
    #expect(values[0] == values[2])
    #expect(values[2] > 8)
  }

  @Test(arguments: [0, 500])
  func `all forgotten or all recalled stays inside the bounds`(recalled: Int) {
    for value in Self.values(Self.cards(2, days: 30, recalled: recalled, of: 500)) {
      #expect(Weights.bounds[0].contains(value))
    }
  }
}
