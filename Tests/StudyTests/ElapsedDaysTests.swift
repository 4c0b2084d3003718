import Decks
import Scheduling
import Storage
import Testing

@testable import Study

/// Days between answers are turns of the learner's day, whatever the clock says.
@Suite struct ElapsedDaysTests {
  struct Trip: Sendable, CustomTestStringConvertible {
    let name: String
    /// UTC and minutes east, of the first answer and the second.
    let first: (String, Int)
    let second: (String, Int)
    let days: Int

    var testDescription: String { name }
  }

  private static let trips = [
    Trip(
      name: "five hours over the turn are a day",
      first: ("2026-11-02T22:30:00.000", 60),
      second: ("2026-11-03T03:30:00.000", 60),
      days: 1
    ),
    Trip(
      name: "23 hours before the turn are none",
      first: ("2026-11-02T03:30:00.000", 60),
      second: ("2026-11-03T02:30:00.000", 60),
      days: 0
    ),
    Trip(
      name: "a day of 23 hours in spring is a day",
      first: ("2026-03-28T03:00:00.000", 60),
      second: ("2026-03-29T02:00:00.000", 120),
      days: 1
    ),
    Trip(
      name: "in spring 23 hours to before the turn are none",
      first: ("2026-03-28T03:30:00.000", 60),
      second: ("2026-03-29T01:59:59.999", 120),
      days: 0
    ),
    Trip(
      name: "a day of 25 hours in autumn is a day",
      first: ("2026-10-24T02:00:00.000", 120),
      second: ("2026-10-25T03:00:00.000", 60),
      days: 1
    ),
    Trip(
      name: "in autumn 24 hours and a half can be none",
      first: ("2026-10-24T02:00:00.000", 120),
      second: ("2026-10-25T02:30:00.000", 60),
      days: 0
    ),
    Trip(
      name: "a flight east over the date line skips no day back",
      first: ("2026-11-02T20:00:00.000", -480),
      second: ("2026-11-03T08:00:00.000", 780),
      days: 1
    ),
    Trip(
      name: "a flight west over the date line, into the day before, is no rest",
      first: ("2026-11-02T20:00:00.000", 780),
      second: ("2026-11-03T06:00:00.000", -600),
      days: 0
    ),
    Trip(
      name: "the leap day counts",
      first: ("2028-02-28T12:00:00.000", 60),
      second: ("2028-03-01T12:00:00.000", 60),
      days: 2
    ),
    Trip(
      name: "a year without one does not have it",
      first: ("2027-02-28T12:00:00.000", 60),
      second: ("2027-03-01T12:00:00.000", 60),
      days: 1
    ),
  ]

  private static func moment(_ place: (String, Int)) throws -> Moment {
    Moment(at: try #require(Timestamp(place.0 + "Z")), offset: place.1)
  }

  @Test(arguments: trips) func `turns of the day are counted`(_ trip: Trip) throws {
    let second = try Self.moment(trip.second)
    var log = Log()
    log.add(review("a", .easy), at: try Self.moment(trip.first))
    let before = log.live
    log.add(review("a", .good), at: second)
    let model = MemoryModel(.standard)
    let expected = model.next(model.first(.easy), .good, elapsedDays: trip.days)
    #expect(log.live.state(of: CardID("a"))?.memory == expected)
    #expect(log.live == log.replayed)
    let shown = before.preview(of: CardID("a"), at: second).good
    #expect(log.live.state(of: CardID("a")) == shown)
  }

  @Test func `a clock set back by a year asks and answers as on the same day`() throws {
    var log = Log()
    log.add(review("a", .easy), at: noon(0))
    let back = noon(-365)
    let progress = log.live
    let model = MemoryModel(.standard)
    let shown = progress.preview(of: CardID("a"), at: back).good
    #expect(shown.memory == model.next(model.first(.easy), .good, elapsedDays: 0))
    #expect(progress.retrievability(of: CardID("a"), at: back) == 1)
    // On replay the answer comes first, by its clock, and no day is negative.
    log.add(review("a", .good), at: back)
    let replayed = try #require(log.replayed.state(of: CardID("a")))
    #expect(replayed.memory == model.next(model.first(.good), .easy, elapsedDays: 365))
  }

  /// The law: where an answer is given hardly matters, only how often the day turned there.
  @Test func `one place all the time counts the days between its turns`() throws {
    var random = SplitMix64(seed: 141)
    let days = DayReckoning()
    for _ in 0..<500 {
      let offset = Int.random(in: -720...840, using: &random)
      let first = Moment(
        at: Timestamp(milliseconds: .random(in: 0...2_000_000_000_000, using: &random)),
        offset: offset
      )
      let second = Moment(
        at: Timestamp(
          milliseconds: first.at.milliseconds + .random(in: 0...90_000_000_000, using: &random)
        ),
        offset: offset
      )
      let elapsed =
        days.day(of: second.at, offset: offset) - days.day(of: first.at, offset: offset)
      let whole = Int((second.at.milliseconds - first.at.milliseconds) / dayLength)
      #expect(elapsed == whole || elapsed == whole + 1)
    }
  }
}
