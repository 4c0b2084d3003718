import Scheduling
import Storage
import Study
import Terminal

/// How many cards come due under old and new weights.
struct OutlookPage {
  private let standing: DueOutlook
  private let old: DueOutlook
  private let new: DueOutlook

  init(_ progress: Progress, _ parameters: Parameters, on today: Int) {
    standing = progress.outlook(on: today)
    old = progress.outlook(on: today, under: progress.parameters)
    new = progress.outlook(on: today, under: parameters)
  }

  func lines(width: Int, style: Style) -> [String] {
    let rows = [
      ("as they stand", standing), ("weights in force", old), ("new weights", new),
    ].map { [$0, "\($1.today)", "\($1.week)", "\($1.month)"] }
    let table = Table(
      [.text("dates"), .number("today"), .number("7 days"), .number("30 days")],
      rows: rows
    )
    return table.lines(width: width, style: style)
      + Wrap(width, hanging: "  ").lines(
        "The dates that stand are not moved. The other rows count the dates that these weights would "
          + "have set after each card's last answer, had they been in force all along; a card gets its "
          + "date by the new weights only at its next answer. Today includes what is overdue."
      )
  }

  func encode(into json: inout JSONWriter) {
    json.object { json in
      for (name, outlook) in [("standing", standing), ("inForce", old), ("new", new)] {
        json.key(name)
        json.object { json in
          json.member("today", outlook.today)
          json.member("week", outlook.week)
          json.member("month", outlook.month)
        }
      }
    }
  }
}
