import Scheduling
import Storage
import Study

/// Dates at the learner's place.
enum DayText {
  /// A day counted from 1970-01-01 as `2026-11-02`.
  static func date(_ day: Int) -> String {
    String(Timestamp(milliseconds: Int64(day) * 86_400_000).description.prefix(10))
  }

  /// A moment with the offset of its place as `2026-11-02 04:05`.
  static func clock(_ moment: Timestamp, offset: Int) -> String {
    let local = Timestamp(milliseconds: moment.milliseconds + Int64(offset) * 60_000)
    let text = local.description
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5))"
  }
}
