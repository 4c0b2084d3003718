internal import Glibc

/// Spreads the days of cards that were learned together, the same way on every machine.
///
/// One draw belongs to a card and a repetition, and all buttons share it; so the interval shown
/// beside a grade is the one given, and a replay of the log finds it again.
package struct Fuzz: Sendable {
  /// Where in its range an interval falls, 0 up to and without 1.
  package let position: Double

  /// The draw for the answer that follows so many repetitions of a card.
  package init(seed: UInt64, repetitions: Int) {
    // The sequence of a SplitMix64 can be entered anywhere: each step adds this constant.
    let entry = seed &+ UInt64(truncatingIfNeeded: repetitions) &* 0x9E37_79B9_7F4A_7C15
    var generator = SplitMix64(seed: entry)
    position = Double(generator.next() >> 11) * 0x1p-53
  }

  /// The day of a range that was drawn, each as likely as the others.
  func days(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(position * Double(range.count))
  }

  /// The days an interval may become: none but its own below 2.5 days, later about 15, 10 and 5 %.
  package static func range(
    of interval: Double,
    atLeast minimum: Int,
    atMost maximum: Int
  ) -> ClosedRange<Int> {
    let limits = min(minimum, maximum)...maximum
    let centre = interval.clamped(to: Double(limits.lowerBound)...Double(limits.upperBound))
    let reach = delta(centre)
    let lower = (centre - reach).nearestWhole.clamped(to: limits)
    let upper = (centre + reach).nearestWhole.clamped(to: limits)
    if lower == upper && upper > 2 && upper < maximum { return lower...upper + 1 }
    return lower...upper
  }

  /// How far from an interval fuzz may go, in days.
  private static func delta(_ days: Double) -> Double {
    guard days >= 2.5 else { return 0 }
    return 1 + 0.15 * (min(days, 7) - 2.5)
      + 0.10 * max(0, min(days, 20) - 7)
      + 0.05 * max(0, days - 20)
  }
}

extension Double {
  /// The nearest whole number of one not below 0, a half upwards.
  ///
  /// What `rounded()` gives, which is a call of the C library on processors that need not know
  /// rounding; it was a tenth of a preview.
  var nearestWhole: Int {
    let whole = Int(self)
    return self - Double(whole) < 0.5 ? whole : whole + 1
  }
}
