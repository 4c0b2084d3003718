import Scheduling
import Storage
import Testing

@testable import Study

@Suite struct StudyDayTests {
  /// The date of the learner's day of a moment in UTC.
  private static func date(_ text: String, offset: Int, startsAt: Int = 240) throws -> String {
    let moment = try #require(Timestamp(text + "Z"))
    let day = DayReckoning(startsAt: startsAt).day(of: moment, offset: offset)
    let midnight = Timestamp(milliseconds: Int64(day) * dayLength)
    return String(midnight.description.prefix(10))
  }

  @Test(arguments: [
    // In Berlin in winter four o'clock is three in UTC.
    ("2026-11-02T02:59:59.999", 60, "2026-11-01"), ("2026-11-02T03:00:00.000", 60, "2026-11-02"),
    ("2026-11-03T02:59:59.999", 60, "2026-11-02"), ("2026-11-02T03:59:59.999", 0, "2026-11-01"),
    // West of Greenwich, with half and quarter hours too.
    ("2026-11-02T11:59:59.999", -480, "2026-11-01"),
    ("2026-11-02T12:00:00.000", -480, "2026-11-02"),
    ("2026-11-02T07:29:59.999", -210, "2026-11-01"),
    ("2026-11-02T07:30:00.000", -210, "2026-11-02"),
    ("2026-11-01T22:14:59.999", 345, "2026-11-01"), ("2026-11-01T22:15:00.000", 345, "2026-11-02"),
  ])
  func `the day turns at four o'clock at the learner's place`(
    moment: String,
    offset: Int,
    date: String
  ) throws {
    #expect(try Self.date(moment, offset: offset) == date)
  }

  @Test(arguments: [
    // Forward on 2026-03-29 at 01:00 UTC: the offset grows, and that night is an hour shorter.
    ("2026-03-29T00:59:59.999", 60, "2026-03-28"), ("2026-03-29T01:00:00.000", 120, "2026-03-28"),
    ("2026-03-29T01:59:59.999", 120, "2026-03-28"), ("2026-03-29T02:00:00.000", 120, "2026-03-29"),
    // Back on 2026-10-25 at 01:00 UTC: the hour from two to three comes twice.
    ("2026-10-25T00:30:00.000", 120, "2026-10-24"), ("2026-10-25T01:30:00.000", 60, "2026-10-24"),
    ("2026-10-25T02:59:59.999", 60, "2026-10-24"), ("2026-10-25T03:00:00.000", 60, "2026-10-25"),
  ])
  func `daylight saving moves the turn with the clock on the wall`(
    moment: String,
    offset: Int,
    date: String
  ) throws {
    #expect(try Self.date(moment, offset: offset) == date)
  }

  @Test func `where the day begins at two the repeated hour does not turn it back`() throws {
    // The wall shows 02:30 twice; both are of the same day.
    let first = try Self.date("2026-10-25T00:30:00.000", offset: 120, startsAt: 120)
    let second = try Self.date("2026-10-25T01:30:00.000", offset: 60, startsAt: 120)
    #expect(first == "2026-10-25" && second == first)
  }

  @Test func `across the date line each place has its own day`() throws {
    let moment = "2026-11-02T11:00:00.000"
    #expect(try Self.date(moment, offset: 840) == "2026-11-02")
    #expect(try Self.date(moment, offset: 780) == "2026-11-02")
    #expect(try Self.date(moment, offset: -660) == "2026-11-01")
    #expect(try Self.date(moment, offset: -720) == "2026-11-01")
    #expect(try Self.date("2026-11-02T14:00:00.000", offset: 840) == "2026-11-03")
  }

  @Test(arguments: [
    ("2028-02-29T02:59:59.999", "2028-02-28"), ("2028-02-29T03:00:00.000", "2028-02-29"),
    ("2028-03-01T02:59:59.999", "2028-02-29"), ("2028-03-01T03:00:00.000", "2028-03-01"),
    ("2027-03-01T02:59:59.999", "2027-02-28"), ("2100-03-01T02:59:59.999", "2100-02-28"),
    ("2027-01-01T02:59:59.999", "2026-12-31"), ("2000-03-01T02:59:59.999", "2000-02-29"),
  ])
  func `leap days and the ends of years are days as others`(moment: String, date: String) throws {
    #expect(try Self.date(moment, offset: 60) == date)
  }

  @Test func `days before 1970 count down without a day twice`() {
    let days = DayReckoning(startsAt: 0)
    for (milliseconds, day) in [
      (0, 0), (-1, -1), (-dayLength, -1), (-dayLength - 1, -2), (dayLength - 1, 0), (dayLength, 1),
    ] {
      #expect(days.day(of: Timestamp(milliseconds: milliseconds), offset: 0) == day)
    }
    #expect(DayReckoning().day(of: Timestamp(milliseconds: 0), offset: 0) == -1)
    #expect(DayReckoning().day(of: Timestamp(milliseconds: 0), offset: -480) == -1)
    #expect(DayReckoning().day(of: Timestamp(milliseconds: 0), offset: 240) == 0)
  }

  @Test func `a beginning outside the day is cut to it`() {
    #expect(DayReckoning(startsAt: -1).startsAt == 0)
    #expect(DayReckoning(startsAt: 1440).startsAt == 1439)
    #expect(DayReckoning().startsAt == 240)
  }

  /// The law: a day later is the next day, at any place and any hour, and none is left out.
  @Test func `each day lasts from its turn to the next`() {
    var generator = SplitMix64(seed: 51)
    for _ in 0..<2_000 {
      let days = DayReckoning(startsAt: Int.random(in: 0...1439, using: &generator))
      let offset = Int.random(in: -720...840, using: &generator)
      let day = Int.random(in: -700_000...800_000, using: &generator)
      let turn = Int64(day) * dayLength + Int64(days.startsAt - offset) * 60_000
      #expect(days.day(of: Timestamp(milliseconds: turn - 1), offset: offset) == day - 1)
      #expect(days.day(of: Timestamp(milliseconds: turn), offset: offset) == day)
      let last = Timestamp(milliseconds: turn + dayLength - 1)
      #expect(days.day(of: last, offset: offset) == day)
    }
  }
}
