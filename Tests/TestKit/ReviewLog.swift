import Foundation
import Processes
package import Scheduling

/// Logs of reviews that lie beside the package; a clone may lack them.
package enum ReviewLog {
  /// Why a log cannot be read.
  package enum ReadingError: Error {
    /// A line that is not of the form expected.
    case line(String)
    /// A file that `gzip` cannot unpack.
    case packed(path: String)
  }

  /// Where the logs lie, or nil where they are absent.
  package static let folder = Shared.path("fsrs")

  /// One person's log of half a year: 12,580 reviews of 1,205 cards.
  package static func real(in folder: String) throws -> [LoggedReview] {
    let text = try String(contentsOfFile: "\(folder)/data/real_log.csv", encoding: .utf8)
    return try reviews(text) { cells in
      guard let card = Int(cells[0]), let grade = Int(cells[1]) else { return nil }
      return milliseconds(Array(cells[2].utf8)).map { (card, grade, $0) }
    }
  }

  /// A simulated log of eleven years: 192,118 reviews of 5,000 cards.
  package static func simulated(in folder: String) throws -> [LoggedReview] {
    let path = "\(folder)/sim_revlog.csv.gz"
    let outcome = try Program("/usr/bin/env", ["gzip", "-dc", path]).run()
    guard outcome.ending.isSuccess else { throw ReadingError.packed(path: path) }
    return try reviews(String(decoding: outcome.output, as: UTF8.self)) { cells in
      guard let card = Int(cells[0]), let time = Int64(cells[1]), let grade = Int(cells[2]) else {
        return nil
      }
      return (card, grade, time)
    }
  }

  /// The reviews of all lines but the first; a day begins at four in the morning, UTC.
  private static func reviews(
    _ text: String,
    _ read: ([Substring]) -> (card: Int, grade: Int, time: Int64)?
  ) throws -> [LoggedReview] {
    try text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count >= 3, let review = read(cells) else {
        throw ReadingError.line(String(line))
      }
      let day = Int((review.time / 1000 - 4 * 3600) / 86_400)
      return LoggedReview(card: review.card, day: day, grade: review.grade, time: review.time)
    }
  }

  /// UTC milliseconds of a time like `2024-03-29T20:32:54.573000+00:00`, whose fraction may lack.
  private static func milliseconds(_ text: [UInt8]) -> Int64? {
    func number(_ range: Range<Int>) -> Int? {
      guard text.count >= range.upperBound else { return nil }
      return Int(String(decoding: text[range], as: UTF8.self))
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19)
    else { return nil }
    let fraction = text[19] == UInt8(ascii: ".") ? number(20..<23) ?? 0 : 0
    // Years are counted from March, so that a leap day is the last of its year.
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let days = 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    return Int64(((days * 24 + hour) * 60 + minute) * 60 + second) * 1000 + Int64(fraction)
  }
}
