import Scheduling
import Testing

@testable import Study

@Suite struct ShareTests {
  @Test(arguments: [
    (9, 10, 0.5958, 0.9821), (10, 10, 0.7225, 1), (0, 10, 0, 0.2775), (1, 1, 0.2065, 1),
    // Newcombe, "Two-sided confidence intervals for the single proportion", 1998, method 3.
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
    (1, 29, 0.0061, 0.1718),
  ])
  func `Wilson's interval has its known values`(
    successes: Int,
    trials: Int,
    lower: Double,
    upper: Double
  ) throws {
    let interval = try #require(Share(of: successes, in: trials).interval)
    #expect(abs(interval.lowerBound - lower) < 0.000_05)
    #expect(abs(interval.upperBound - upper) < 0.000_05)
  }

  @Test func `of nothing there is no share`() {
    let none = Share(of: 0, in: 0)
    #expect(none.value == nil && none.interval == nil)
  }

  @Test func `the interval holds the share, stays within 0 and 1, and mirrors`() throws {
    for trials in 1...60 {
      var last = -1.0
      for successes in 0...trials {
        let share = Share(of: successes, in: trials)
        let value = try #require(share.value)
        let interval = try #require(share.interval)
        #expect(interval.contains(value), "\(successes) of \(trials)")
        #expect(interval.lowerBound >= 0 && interval.upperBound <= 1)
        #expect(interval.lowerBound > last)
        last = interval.lowerBound
        let mirror = try #require(Share(of: trials - successes, in: trials).interval)
        #expect(abs(interval.lowerBound + mirror.upperBound - 1) < 1e-12)
      }
    }
  }

  @Test func `more trials make the interval narrower`() throws {
    let widths = try [10, 100, 1_000, 10_000].map { trials in
      let interval = try #require(Share(of: trials / 2, in: trials).interval)
      return interval.upperBound - interval.lowerBound
    }
    #expect(widths == widths.sorted(by: >))
  }

  @Test func `a percentile is the value at the nearest rank`() {
    let five = [15, 20, 35, 40, 50]
    #expect([0.05, 0.3, 0.4, 0.5, 1].map { five.percentile($0) } == [15, 20, 20, 35, 50])
    #expect([1, 2].percentile(0.5) == 1)
    #expect([7].percentile(0) == 7 && [7].percentile(1) == 7)
    #expect([Int]().percentile(0.5) == nil)
    #expect([3, 4].percentile(-1) == 3 && [3, 4].percentile(2) == 4)
  }

  /// The rank reckoned in whole numbers, where no rounding can shift it.
  @Test func `every percentile of any count has its exact rank`() {
    for count in 1...200 {
      let values = Array(1...count)
      for percent in 1...100 {
        let rank = (percent * count + 99) / 100
        #expect(
          values.percentile(Double(percent) / 100) == rank,
          "\(percent) per cent of \(count)"
        )
      }
    }
  }
}
