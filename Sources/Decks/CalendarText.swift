/// Dates as authors write them: `2027`, `2027-06` or `2027-06-30`.
package enum CalendarText {
  /// The last day of the period as `YYYY-MM-DD`, or nil where the text is no date.
  ///
  /// Months are taken to end on the 31st: the text is compared, never counted with.
  package static func endOfPeriod(_ text: String) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4,
      parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) })
    else { return nil }
    let month = parts.count > 1 ? Int(parts[1]) ?? 0 : 12
    let day = parts.count > 2 ? Int(parts[2]) ?? 0 : 31
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    return "\(parts[0])-\(twoDigits(month))-\(twoDigits(day))"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
