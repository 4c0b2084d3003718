import Scheduling
import Testing

@testable import rounds

@Suite struct `Intervals in words` {
  @Test(arguments: [
    (0, "0s"), (-5, "0s"), (999, "0s"), (59_999, "59s"), (60_000, "1m"), (600_000, "10m"),
    (3_599_000, "59m"), (3_600_000, "1h"), (86_399_000, "23h"),
  ])
  func `times within a day`(_ milliseconds: Int, _ text: String) {
    #expect(Interval.milliseconds(Int64(milliseconds)).text == text)
  }

  @Test(arguments: [
    (-1, "0d"), (0, "0d"), (1, "1d"), (30, "30d"), (31, "1.0mo"), (45, "1.5mo"), (364, "12.0mo"),
    (365, "1.0y"), (548, "1.5y"), (36_500, "100.0y"),
  ])
  func `days, months and years`(_ days: Int, _ text: String) {
    #expect(Interval.days(days).text == text)
  }

  @Test(arguments: [(0.0, "0%"), (0.004, "0%"), (0.005, "1%"), (0.5, "50%"), (1, "100%")])
  func `shares`(_ share: Double, _ text: String) {
    #expect(share.percentText == text)
  }
}
