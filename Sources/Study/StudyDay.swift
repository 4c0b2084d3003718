package import Storage

/// Reckons the learner's days, which begin in the small hours and not at midnight.
///
/// A day is counted from the moment in UTC and the offset at the learner's place when it happened,
/// so that travel and daylight saving never move a review to another day.
package struct DayReckoning: Hashable, Sendable {
  /// Minutes after local midnight at which a day begins, 0 to 1439; 04:00 unless set.
  package let startsAt: Int

  package init(startsAt: Int = 240) {
    self.startsAt = min(max(startsAt, 0), 1439)
  }

  /// The learner's day, in days since 1970-01-01, of a moment with the offset in minutes east.
  package func day(of moment: Timestamp, offset: Int) -> Int {
    let local = moment.milliseconds + Int64(offset - startsAt) * 60_000
    let day = local / 86_400_000
    return Int(local % 86_400_000 < 0 ? day - 1 : day)
  }
}

/// The moment of an action, as the program's clock gave it.
package struct Moment: Hashable, Sendable {
  package let at: Timestamp
  /// Minutes east of UTC at the learner's place.
  package let offset: Int

  package init(at: Timestamp, offset: Int) {
    self.at = at
    self.offset = offset
  }
}
