import Decks
import Grading
import Scheduling
import Study

/// The learner's settings, from a file of `key: value` lines.
///
/// The file is `$ROUNDS_HOME/config` if `ROUNDS_HOME` is set, else `$XDG_CONFIG_HOME/rounds/config`,
/// else `~/.config/rounds/config`.
struct Settings {
  var parameters = Parameters()
  var newPerDay = 20
  /// Due cards a day, so that nobody comes back to a mountain; the others wait, and are counted.
  var reviewsPerDay = 200
  /// The days of the week that are to hold fewer cards.
  var easyDays = EasyDays()
  /// The learner's day of an examination, before which every card comes back.
  var exam: Int?
  /// Whether it is asked first if a card was recalled, and only then how well.
  var gradesInTwoSteps = false
  /// Which notations of doses are pointed out.
  var notation = NotationProfile.ismp
  /// Files and folders of decks, in the order of the line.
  var decks: [String] = []
  /// A folder with the documents that decks cite.
  var sources: String?
  /// The file that was read, for messages.
  private(set) var path: String

  static func load() throws(Failure) -> Settings {
    var settings = Settings(path: Places.configuration)
    guard FileBytes.exists(settings.path) else { return settings }
    let text = String(decoding: try FileBytes.read(settings.path), as: UTF8.self)
    // A line end of Windows is one Character.
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, line) in lines.enumerated() {
      try settings.take(String(line).trimmedBlanks, number: index + 1)
    }
    return settings
  }

  private init(path: String) {
    self.path = path
  }

  private mutating func take(_ line: String, number: Int) throws(Failure) {
    guard !line.isEmpty, !line.hasPrefix("#") else { return }
    guard let colon = line.firstIndex(of: ":") else {
      throw fault(number, "a setting is written \"key: value\"")
    }
    let key = String(line[..<colon]).trimmedBlanks
    let value = String(line[line.index(after: colon)...]).trimmedBlanks
    do throws(SettingFault) {
      try set(key, value)
    } catch {
      throw fault(number, error.message)
    }
  }

  private func fault(_ line: Int, _ message: String) -> Failure {
    Failure(.usage, "\(path):\(line):1: \(message)")
  }
}

/// What is wrong with one setting.
struct SettingFault: Error {
  let message: String
}

extension Settings {
  private mutating func set(_ key: String, _ value: String) throws(SettingFault) {
    switch key {
    case "retention": parameters.retention = try retention(value)
    case "day-starts": parameters.dayStarts = try timeOfDay(value)
    case "learning-steps": parameters.steps = try steps(value)
    case "new-per-day": newPerDay = try count(value, of: key)
    case "reviews-per-day": reviewsPerDay = try count(value, of: key)
    case "easy-days": easyDays = try WishReader.easyDays(value)
    case "exam": exam = try WishReader.date(value)
    case "grading":
      guard ["one-step", "two-step"].contains(value) else {
        throw SettingFault(message: "grading is one-step or two-step")
      }
      gradesInTwoSteps = value == "two-step"
    case "notation":
      guard let profile = NotationProfile(rawValue: value) else {
        throw SettingFault(message: "notation is ismp, bnf or off")
      }
      notation = profile
    case "sources": sources = Places.expanded(value)
    case "decks":
      decks = value.split(separator: ",").map { Places.expanded(String($0).trimmedBlanks) }
    case "scheduler":
      guard ["fsrs-6", "fsrs-7"].contains(value) else {
        throw SettingFault(
          message: "\"\(value)\" is no scheduler known here; write fsrs-6 or fsrs-7"
        )
      }
      parameters.dual = value == "fsrs-7" ? .standard : nil
    default:
      throw SettingFault(
        message: "\"\(key)\" is no setting; there are retention, day-starts, learning-steps, "
          + "new-per-day, reviews-per-day, easy-days, exam, grading, notation, scheduler, sources and decks"
      )
    }
  }

  private func retention(_ value: String) throws(SettingFault) -> Double {
    guard let share = Double(value), (0.7...0.99).contains(share) else {
      throw SettingFault(message: "retention is a share from 0.70 to 0.99, such as 0.90")
    }
    return share
  }

  private func timeOfDay(_ value: String) throws(SettingFault) -> Int {
    let parts = value.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
      (0..<24).contains(hour), (0..<60).contains(minute)
    else {
      throw SettingFault(message: "day-starts is a time of day such as 04:00")
    }
    return hour * 60 + minute
  }

  private func steps(_ value: String) throws(SettingFault) -> [Int64] {
    let steps = value.split(separator: " ").map { Self.milliseconds(String($0)) }
    guard steps.count <= 10, !steps.contains(nil) else {
      throw SettingFault(
        message: "learning-steps are times under a day such as \"1m 10m\", with s, m or h; "
          + "an empty value means no steps"
      )
    }
    return steps.compactMap { $0 }
  }

  /// `90s`, `10m` or `2h`, under a day.
  private static func milliseconds(_ text: String) -> Int64? {
    let units: [Character: Int64] = ["s": 1000, "m": 60_000, "h": 3_600_000]
    guard let unit = text.last.flatMap({ units[$0] }), let number = Int64(text.dropLast()),
      number > 0, number <= 86_400, number * unit < 86_400_000
    else { return nil }
    return number * unit
  }

  private func count(_ value: String, of key: String) throws(SettingFault) -> Int {
    guard let number = Int(value), (0...9999).contains(number) else {
      throw SettingFault(message: "\(key) is a number from 0 to 9999")
    }
    return number
  }
}

extension String {
  /// The text without spaces, tabs and carriage returns at its ends.
  var trimmedBlanks: String {
    let blanks: Set<Character> = [" ", "\t", "\r", "\r\n"]
    guard let start = firstIndex(where: { !blanks.contains($0) }),
      let end = lastIndex(where: { !blanks.contains($0) })
    else { return "" }
    return String(self[start...end])
  }
}
