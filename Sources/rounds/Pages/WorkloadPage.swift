import Scheduling
import Storage
import Study
import Terminal

/// What several retentions would cost and bring, with what the figures rest on.
struct WorkloadPage {
  let workload: Workload
  let settings: Settings
  let width: Int
  let style: Style

  var lines: [String] {
    let title = "The next \(workload.days.counted("day")), by the recall you aim at"
    let paragraphs = [standing, limits, basis].filter { !$0.isEmpty }
    return Wrap(width).lines(title).map { style(.heading, $0) } + table
      + paragraphs.flatMap { [""] + Wrap(width, hanging: "  ").lines($0) }
  }

  private var table: [String] {
    guard !workload.rows.isEmpty else { return ["n/a: no card to study"] }
    return Table(
      [
        .text("recall"), .number("reviews a day"), .number("minutes a day"), .number("known then"),
      ],
      rows: workload.rows.map { row in
        [
          row.retention.percentText + (isYours(row) ? ", yours" : ""),
          Self.oneDecimal(row.reviewsPerDay),
          Self.oneDecimal(row.minutesPerDay),
          "\(Self.whole(row.recalled))",
        ]
      }
    ).lines(width: width, style: style)
  }

  private func isYours(_ row: Workload.Row) -> Bool {
    row.retention == settings.parameters.retention
  }

  /// What is known now, and what would be left of it.
  private var standing: String {
    guard let now = workload.recalledNow, let stopped = workload.recalledIfStopped else {
      return "Known today: n/a, since no card was answered yet."
    }
    return "Known today: about \(Self.whole(now)) of \(workload.seen.counted("card")) seen. "
      + "If you stopped today, about \(Self.whole(stopped)) would be left in "
      + "\(workload.days.counted("day"))."
  }

  private var limits: String {
    guard !workload.rows.isEmpty else { return "" }
    let waiting = workload.rows.filter { $0.waiting >= 1 }
    var text =
      "Of \(workload.new.counted("new card")) \(workload.learned) would be met, "
      + "\(settings.newPerDay) a day."
    if !waiting.isEmpty {
      let places = waiting.map(\.retention.percentText).joined(separator: ", ")
      text +=
        " At \(places) cards still wait at the end: the limit of "
        + "\(settings.reviewsPerDay) a day holds them back."
    }
    return text
  }

  /// What the figures rest on, said plainly where that is little.
  private var basis: String {
    guard !workload.rows.isEmpty else { return "" }
    let count = workload.answers.counted("answer")
    let own =
      switch workload.answers {
      case 0: "Your log has no answers: grades and times are those of other learners."
      case ..<Self.fewAnswers:
        "Your log has only \(count): grades and times are mostly those of other learners."
      default: "Grades and times are those of your \(count), five seconds each for grading added."
      }
    return own + " Reviews count a card once a day; minutes count every answer."
  }

  /// As many answers make the figures mostly the learner's own.
  private static let fewAnswers = 300

  private static func whole(_ value: Double) -> Int { Int(value.rounded()) }

  private static func oneDecimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension WorkloadPage {
  var json: String {
    var json = JSONWriter()
    json.object { json in
      json.member("days", workload.days)
      json.member("seen", workload.seen)
      json.member("new", workload.new)
      json.member("met", workload.learned)
      json.member("answers", workload.answers)
      json.member("knownNow", workload.recalledNow)
      json.member("knownIfStopped", workload.recalledIfStopped)
      json.member("retention", settings.parameters.retention)
      json.key("retentions")
      json.array { json in for row in workload.rows { write(row, into: &json) } }
    }
    return json.text
  }

  private func write(_ row: Workload.Row, into json: inout JSONWriter) {
    json.object { json in
      json.member("retention", row.retention)
      json.member("reviewsPerDay", row.reviewsPerDay)
      json.member("minutesPerDay", row.minutesPerDay)
      json.member("known", row.recalled)
      json.member("waiting", row.waiting)
    }
  }
}
