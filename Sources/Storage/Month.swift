/// A calendar month: which file of a journal an event goes to.
package struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 0 to 9999.
  package let year: Int
  /// 1 to 12.
  package let month: Int

  /// A month; numbers outside the calendar are cut to it.
  package init(year: Int, month: Int) {
    self.year = min(max(year, 0), 9999)
    self.month = min(max(month, 1), 12)
  }

  package static func < (left: Month, right: Month) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }

  /// Such as `2026-11`.
  package var description: String {
    let digits = String(year)
    let padding = String(repeating: "0", count: 4 - digits.count)
    return padding + digits + (month < 10 ? "-0" : "-") + String(month)
  }
}
