import Decks
import Scheduling
import Storage
import Study

/// How a card stands with the learner, in a word or two.
struct Standing {
  let text: String

  init(_ question: Question, _ progress: Progress) {
    let now = World.now()
    let today = progress.days.day(of: now.at, offset: now.offset)
    let marks = progress.marks[question.id]
    let hash = marks?.flag == nil ? nil : question.hash
    let hindrance = marks?.hindrance(on: today, stem: hash?.stem ?? "", key: hash?.key ?? "")
    text =
      switch hindrance {
      case .suspended: "suspended"
      case .buried: "buried today"
      case .flagged: "flagged as wrong"
      case nil: Self.schedule(progress.state(of: question.id), now: now, today: today)
      }
  }

  private static func schedule(_ state: CardState?, now: Moment, today: Int) -> String {
    guard let state else { return "new" }
    if state.isDue(now: now.at.milliseconds, today: today) { return "due" }
    switch state.due {
    case .day(let day): return "due \(DayText.date(day))"
    case .moment(let moment):
      return "due in \(Interval.milliseconds(moment - now.at.milliseconds).text)"
    }
  }
}
