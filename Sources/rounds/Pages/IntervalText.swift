import Scheduling

extension Interval {
  /// Seconds, minutes, hours and days whole, months and years with one decimal: `10m`, `8d`, `1.1mo`.
  var text: String {
    switch self {
    case .milliseconds(let milliseconds):
      let seconds = max(0, milliseconds / 1000)
      if seconds < 60 { return "\(seconds)s" }
      if seconds < 3600 { return "\(seconds / 60)m" }
      return "\(seconds / 3600)h"
    case .days(let days):
      if days < 31 { return "\(max(days, 0))d" }
      if days < 365 { return Self.oneDecimal(Double(days) / (365.0 / 12)) + "mo" }
      return Self.oneDecimal(Double(days) / 365) + "y"
    }
  }

  private static func oneDecimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension Double {
  /// A share as whole per cent.
  var percentText: String { "\(Int((self * 100).rounded()))%" }
}
