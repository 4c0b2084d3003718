import Decks
import Scheduling
import Study
import Terminal

/// The end of a session in at most twelve lines.
struct SummaryPage {
  let tally: Tally
  /// Tags of each answered card, for the weakest ones.
  let tags: [CardID: [String]]
  /// Cards still due today.
  let dueToday: Int
  let dueTomorrow: Int
  let dueInWeek: Int
  let place: String
  let width: Int
  let style: Style

  var lines: [String] {
    guard !tally.answers.isEmpty else {
      return ["", "Nothing was graded."] + leftOver
    }
    return ["", style(.heading, "Session")] + counts + recall + weakest + leftOver
      + wrapped("Due today \(dueToday), tomorrow \(dueTomorrow), within seven days \(dueInWeek).")
      + wrapped("Saved in \(place.sanitizedLine).") + drill
  }

  private var counts: [String] {
    let grades = Grade.allCases.map { "\($0.name) \(tally.count(of: $0))" }
    return wrapped(
      "\(tally.cards.counted("card")), \(tally.newCards) new; \(tally.answers.count.counted("answer")): "
        + grades.joined(separator: ", ") + "."
    )
  }

  private var recall: [String] {
    guard let share = tally.firstTry.value, let interval = tally.firstTry.interval,
      let median = tally.times.percentile(0.5), let slow = tally.times.percentile(0.9)
    else { return [] }
    return wrapped(
      "First try \(share.percentText) of \(tally.firstTry.trials) (95% interval "
        + "\(interval.lowerBound.percentText) to \(interval.upperBound.percentText)); "
        + "median \(seconds(median)), 90% under \(seconds(slow))."
    )
  }

  /// The tags missed most often at the first try.
  private var weakest: [String] {
    var misses: [String: Int] = [:]
    for card in tally.missed {
      for tag in tags[card] ?? [] { misses[tag, default: 0] += 1 }
    }
    let worst = misses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
    guard !worst.isEmpty else { return [] }
    let list = worst.map { "\($0.key.sanitizedLine) (\($0.value) missed)" }.joined(separator: ", ")
    return wrapped("Weakest: \(list).")
  }

  private var leftOver: [String] {
    var parts: [String] = []
    if tally.skipped > 0 { parts.append("\(tally.skipped) skipped") }
    for reason in Tally.SetAside.allCases {
      if let count = tally.setAside[reason], count > 0 {
        parts.append("\(count) \(reason.rawValue)")
      }
    }
    if tally.left > 0 { parts.append("\(tally.left) left for the next session") }
    return parts.isEmpty ? [] : wrapped(parts.joined(separator: ", ") + ".")
  }

  private var drill: [String] {
    tally.missed.isEmpty ? [] : wrapped("Drill what was missed: rounds study --missed")
  }

  private func seconds(_ milliseconds: Int) -> String {
    "\((milliseconds + 500) / 1000) s"
  }

  private func wrapped(_ text: String) -> [String] {
    Wrap(width, hanging: "  ").lines(text)
  }
}
