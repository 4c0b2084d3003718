import Foundation
import Scheduling
import Testing

@testable import Storage

@Suite struct TimestampTests {
  @Test(arguments: [
    (0 as Int64, "1970-01-01T00:00:00.000Z"),
    (-1, "1969-12-31T23:59:59.999Z"),
    (951_782_400_000, "2000-02-29T00:00:00.000Z"),
    (1_793_588_645_678, "2026-11-02T03:04:05.678Z"),
    (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
  ]) func `a moment and its text`(_ milliseconds: Int64, _ text: String) {
    #expect(Timestamp(milliseconds: milliseconds).description == text)
    #expect(Timestamp(text)?.milliseconds == milliseconds)
  }

  @Test func `every moment reads back from its text and agrees with the calendar`() {
    var random = SplitMix64(seed: 43)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    for _ in 0..<3000 {
      // The Gregorian calendar as such begins in 1582.
      let range = -12_000_000_000_000...253_402_300_799_999 as ClosedRange<Int64>
      let moment = Timestamp(milliseconds: .random(in: range, using: &random))
      #expect(Timestamp(moment.description) == moment)
      let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
      let parts = calendar.dateComponents([.year, .month], from: date)
      #expect(moment.month.year == parts.year)
      #expect(moment.month.month == parts.month)
    }
  }

  @Test(arguments: [
    "", "2026-11-02T03:04:05.678", "2026-11-02 03:04:05.678Z", "2026-11-02T03:04:05.678z",
    "2026-13-02T03:04:05.678Z", "2026-00-02T03:04:05.678Z", "2026-02-29T03:04:05.678Z",
    "2026-11-31T03:04:05.678Z", "2026-11-00T03:04:05.678Z", "2026-11-02T24:04:05.678Z",
    "2026-11-02T03:60:05.678Z", "2026-11-02T03:04:60.678Z", "2026-11-02T03:04:05,678Z",
    "+026-11-02T03:04:05.678Z", "2026-11-02T03:04:05.67ñ",
  ]) func `another form is refused`(_ text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func `a moment beyond four digits of years is cut`() {
    #expect(Timestamp(milliseconds: .max).description == "9999-12-31T23:59:59.999Z")
    #expect(Timestamp(milliseconds: .min).description == "0000-01-01T00:00:00.000Z")
    #expect(Timestamp("0000-01-01T00:00:00.000Z") == Timestamp(milliseconds: .min))
  }

  @Test func `a month names its file`() {
    #expect(november.month.description == "2026-11")
    #expect(Month(year: 987, month: 3).description == "0987-03")
    #expect(Month(year: 123_456, month: 13).description == "9999-12")
    #expect(november.month < december.month)
    #expect(december.month < Month(year: 2027, month: 1))
  }
}
