import Decks
import Scheduling
import Storage
import Study
import Terminal

/// A card's history line by line: why it comes back when it does.
struct HistoryPage {
  let card: CardID
  let steps: [ExplainedAnswer]
  /// Where the card stands; nil for a new one.
  let state: CardState?
  /// The days until its recall has fallen to 90 %; nil for a new one.
  let stability: Double?
  /// The recall expected today.
  let retrievability: Double?
  let retention: Double
  let width: Int
  let style: Style

  var lines: [String] {
    guard let state else { return ["\(card.text.sanitizedLine) was never answered: it is new."] }
    return table.lines(width: width, style: style) + [""]
      + Wrap(width, hanging: "  ").lines(
        sentence(state)
      )
  }

  private var table: Table {
    Table(
      [
        .text("date"), .text("grade"), .number("recall before"), .number("stability"),
        .number("difficulty"), .number("next"),
      ],
      rows: steps.map { step in
        [
          DayText.clock(step.answer.at, offset: step.answer.offset),
          step.answer.grade.name,
          step.retrievability?.percentText ?? "new",
          Self.stability(step.stability, unit: " d"),
          Self.oneDecimal(step.state.memory.difficulty),
          step.state.interval.text,
        ]
      }
    )
  }

  /// The schedule in one sentence.
  func sentence(_ state: CardState) -> String {
    let due =
      switch state.due {
      case .moment: "within the day, \(state.interval.text) after its last answer"
      case .day(let day): "on \(DayText.date(day)), \(state.interval.text) after its last answer"
      }
    let today = retrievability.map { " Today recall is put at \($0.percentText)." } ?? ""
    return "It comes back \(due), when recall is expected to have fallen to "
      + "\(retention.percentText): a stability of \(Self.stability(stability ?? 0, unit: " days")) is "
      + "the time in which recall falls to 90%.\(today) \(state.lapses.counted("lapse")) so far."
  }

  var json: String {
    var json = JSONWriter()
    json.object { json in
      json.member("card", card.text)
      json.member("retrievability", retrievability)
      json.key("answers")
      json.array { json in
        for step in steps {
          json.object { json in
            json.member("at", step.answer.at)
            json.member("grade", step.answer.grade.name)
            json.member("correct", step.answer.isCorrect)
            json.member("elapsed", step.answer.elapsed)
            json.member("retrievability", step.retrievability)
            json.member("stability", step.stability)
            json.member("difficulty", step.state.memory.difficulty)
            json.member("next", step.state.interval.text)
          }
        }
      }
    }
    return json.text
  }

  /// Days with one decimal; less than a tenth of one in hours, minutes or seconds.
  private static func stability(_ days: Double, unit: String) -> String {
    guard days < 0.1 else { return oneDecimal(days) + unit }
    return Interval.milliseconds(Int64(days * 86_400_000)).text
  }

  private static func oneDecimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
