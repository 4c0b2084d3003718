import Scheduling
import Storage

/// Reads what a learner wishes of the days on which cards come back.
enum WishReader {
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// Weekdays that are to hold fewer cards, such as `sat sun` or `fri=reduced sun=minimum`.
  static func easyDays(_ value: String) throws(SettingFault) -> EasyDays {
    var days = EasyDays()
    for entry in value.lowercased().split(whereSeparator: { " ,\t".contains($0) }) {
      let parts = entry.split(separator: "=", omittingEmptySubsequences: false)
      let ease = parts.count == 2 ? EasyDays.Ease(rawValue: String(parts[1])) : .reduced
      guard parts.count <= 2, let weekday = weekday(parts[0]), let ease else {
        throw SettingFault(
          message: "easy-days are weekdays such as \"sat sun\" or \"fri=reduced sun=minimum\"; the "
            + "words are reduced, minimum and normal"
        )
      }
      days.set(weekday, to: ease)
    }
    return days
  }

  /// A date such as `2027-03-01`, as a day counted from 1970-01-01.
  static func date(_ value: String) throws(SettingFault) -> Int {
    guard value.utf8.count == 10, let midnight = Timestamp("\(value)T00:00:00.000Z") else {
      throw SettingFault(message: "exam is a date such as 2027-03-01")
    }
    return Int(midnight.milliseconds / 86_400_000)
  }

  /// A weekday by its name or the first three letters of it.
  private static func weekday(_ name: Substring) -> Int? {
    weekdays.firstIndex { $0 == name || $0.prefix(3) == name }
  }
}
