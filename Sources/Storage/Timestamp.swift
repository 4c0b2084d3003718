/// A moment in UTC.
package struct Timestamp: Hashable, Comparable, Sendable {
  /// The milliseconds since 1970 began.
  package let milliseconds: Int64

  /// The moment so many milliseconds after 1970 began, cut to the years 0000 to 9999.
  package init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, -62_167_219_200_000), 253_402_300_799_999)
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The calendar month in UTC.
  package var month: Month {
    let (year, month, _) = civil
    return Month(year: Int(year), month: Int(month))
  }

  /// The year, month and day in UTC.
  private var civil: (Int64, Int64, Int64) {
    civilDate(daysSince1970: milliseconds.flooredDivision(by: 86_400_000))
  }
}

// MARK: - Text

extension Timestamp: CustomStringConvertible {
  /// Such as `2026-11-02T03:04:05.678Z`.
  package var description: String {
    var text: [UInt8] = []
    append(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Adds the text to some bytes, without an allocation of its own.
  package func append(to bytes: inout [UInt8]) {
    let (year, month, day) = civil
    let inDay = milliseconds - milliseconds.flooredDivision(by: 86_400_000) * 86_400_000
    bytes.appendDigits(year, width: 4)
    bytes.append(UInt8(ascii: "-"))
    bytes.appendDigits(month, width: 2)
    bytes.append(UInt8(ascii: "-"))
    bytes.appendDigits(day, width: 2)
    bytes.append(UInt8(ascii: "T"))
    bytes.appendDigits(inDay / 3_600_000, width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.appendDigits(inDay / 60_000 % 60, width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.appendDigits(inDay / 1000 % 60, width: 2)
    bytes.append(UInt8(ascii: "."))
    bytes.appendDigits(inDay % 1000, width: 3)
    bytes.append(UInt8(ascii: "Z"))
  }

  /// Reads exactly the form that `description` writes, years 0000 to 9999, and nothing else.
  package init?(_ text: UnsafeRawBufferPointer) {
    guard text.count == 24 else { return nil }
    for (index, mark) in Self.marks where text[index] != mark { return nil }
    func number(_ from: Int, _ count: Int) -> Int64? {
      text.digits(from: from, count: count)
    }
    guard let year = number(0, 4), let month = number(5, 2), let day = number(8, 2),
      let hour = number(11, 2), let minute = number(14, 2), let second = number(17, 2),
      let thousandth = number(20, 3), hour < 24, minute < 60, second < 60,
      (1...12).contains(month), day >= 1
    else { return nil }
    let days = daysSince1970(year, month, day)
    guard civilDate(daysSince1970: days) == (year, month, day) else { return nil }
    let seconds = days * 86_400 + hour * 3600 + minute * 60 + second
    self.init(milliseconds: seconds * 1000 + thousandth)
  }

  /// Reads exactly the form that `description` writes.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let moment = bytes.withUnsafeBytes({ Timestamp($0) }) else { return nil }
    self = moment
  }

  private static let marks: [(Int, UInt8)] = [
    (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")), (10, UInt8(ascii: "T")),
    (13, UInt8(ascii: ":")), (16, UInt8(ascii: ":")), (19, UInt8(ascii: ".")),
    (23, UInt8(ascii: "Z")),
  ]
}

// MARK: - Calendar

/// The Gregorian date of a day; after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
private func civilDate(daysSince1970 days: Int64) -> (Int64, Int64, Int64) {
  let shifted = days + 719_468
  let era = shifted.flooredDivision(by: 146_097)
  let dayOfEra = shifted - era * 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let marchMonth = (5 * dayOfYear + 2) / 153
  let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
}

/// The days from 1970-01-01 to a Gregorian date; the inverse of `civilDate`.
private func daysSince1970(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
  let shiftedYear = month <= 2 ? year - 1 : year
  let era = shiftedYear.flooredDivision(by: 400)
  let yearOfEra = shiftedYear - era * 400
  let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
  let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

extension Int64 {
  /// The quotient rounded towards the past.
  fileprivate func flooredDivision(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}

extension UnsafeRawBufferPointer {
  /// The number that some decimal digits spell, nil where one is no digit.
  fileprivate func digits(from start: Int, count: Int) -> Int64? {
    var number: Int64 = 0
    for index in start..<start + count {
      let digit = self[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + Int64(digit)
    }
    return number
  }
}

extension [UInt8] {
  /// Adds the last digits of a number that is not negative.
  fileprivate mutating func appendDigits(_ number: Int64, width: Int) {
    let start = count
    var rest = number
    for _ in 0..<width { append(0) }
    for index in (start..<start + width).reversed() {
      self[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: (rest % 10).magnitude)
      rest /= 10
    }
  }
}
