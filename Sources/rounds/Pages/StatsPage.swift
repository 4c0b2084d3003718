import Scheduling
import Storage
import Study
import Terminal

/// A learner's figures; each says its n, and `n/a` stands where there is nothing.
struct StatsPage {
  let summary: Summary
  let width: Int
  let style: Style

  var lines: [String] {
    heading("Today") + day + [""] + heading("Cards") + cards
      + [""] + heading("True retention, last \(Summary.retentionDays) days") + retention
      + hardUse + [""] + heading("Due in the next \(Summary.forecastDays) days") + forecast
      + [""] + heading("Decks") + decks.lines(width: width, style: style)
  }

  private func heading(_ text: String) -> [String] {
    Wrap(width).lines(text).map { style(.heading, $0) }
  }

  private var day: [String] {
    let grades = Grade.allCases.map { "\($0.name) \(summary.today.grades[$0.rawValue - 1])" }
    return wrapped(
      "\(summary.today.reviews.counted("answer")), \(summary.today.newCards.counted("new card")): "
        + grades.joined(separator: ", ")
    )
      + wrapped("First try: \(text(summary.today.firstTry))")
      + wrapped(
        "Time for a card: median \(seconds(0.5)), 90% under \(seconds(0.9)) "
          + "(n = \(summary.today.times.count))"
      )
  }

  private var cards: [String] {
    wrapped(
      "\(summary.due) due today (\(summary.overdue) overdue), \(summary.new) new, \(summary.seen) seen"
    ) + fit
  }

  /// One line when the weights should be fitted, else none.
  private var fit: [String] {
    guard summary.fitAge.asksForFit else { return [] }
    guard let then = summary.fitAge.reviewsThen else {
      return wrapped(
        "\(summary.fitAge.reviewsNow) reviews: \"rounds optimize\" can fit the scheduler to them."
      )
    }
    return wrapped(
      "Reviews have doubled since the last fit (\(then) then, \(summary.fitAge.reviewsNow) now): "
        + "\"rounds optimize\" fits anew."
    )
  }

  private var retention: [String] {
    wrapped("All: \(text(summary.retention.all))")
      + wrapped("Young (interval under 21 days): \(text(summary.retention.young))")
      + wrapped("Mature: \(text(summary.retention.mature))")
      + wrapped(
        "The first answer to a card on a day, learning steps left out; again is a failure."
      )
  }

  /// Said only where "hard" seems to be given to what was forgotten.
  private var hardUse: [String] {
    let use = summary.hardUse
    guard let sign = use.sign else { return [] }
    let found =
      switch sign {
      case .forgottenLikeAgain:
        "after hard a card was forgotten at its next review as after again: "
          + "\(text(use.forgottenAfter[.hard] ?? Share(of: 0, in: 0)))"
      case .againHardlyGiven:
        "again was given to only \(text(use.again)), where "
          + "\(use.expected?.percentText ?? "n/a") was expected to be forgotten"
      }
    return [""] + heading("Hard")
      + wrapped("Hard was given to \(text(use.hard)), and \(found).")
      + wrapped(
        "Hard is for what you recalled with effort; what you did not recall is again. Given to "
          + "forgotten cards, hard lets their intervals grow."
      )
  }

  private var forecast: [String] {
    guard summary.forecast.contains(where: { $0 > 0 }) || summary.overdue > 0 else {
      return wrapped("n/a: no card has been answered yet")
    }
    let bars = summary.forecast.enumerated().map { offset, count in
      BarChart.Bar(label(offset), Double(count), text: "\(count)")
    }
    let chart = BarChart(bars).lines(width: min(width, 60), style: style)
    return wrapped("Overdue: \(summary.overdue)") + chart
  }

  private func label(_ offset: Int) -> String {
    String(DayText.date(summary.day + offset).dropFirst(5))
  }

  private var decks: Table {
    Table(
      [
        .text("deck"), .number("questions"), .number("new"), .number("due"),
        .text("true retention"),
      ],
      rows: summary.decks.map {
        [$0.name.sanitizedLine, "\($0.cards)", "\($0.new)", "\($0.due)", text($0.retention)]
      }
    )
  }

  /// A share with its interval and n.
  private func text(_ share: Share) -> String {
    guard let value = share.value, let interval = share.interval else { return "n/a (n = 0)" }
    return "\(value.percentText) (n = \(share.trials), 95% interval "
      + "\(interval.lowerBound.percentText) to \(interval.upperBound.percentText))"
  }

  private func seconds(_ share: Double) -> String {
    summary.today.times.percentile(share).map { "\(($0 + 500) / 1000) s" } ?? "n/a"
  }

  private func wrapped(_ text: String) -> [String] {
    Wrap(width, hanging: "  ").lines(text)
  }
}

extension StatsPage {
  var json: String {
    var json = JSONWriter()
    json.object { json in
      json.key("today")
      json.object { json in
        json.member("reviews", summary.today.reviews)
        json.member("newCards", summary.today.newCards)
        for grade in Grade.allCases {
          json.member(grade.name, summary.today.grades[grade.rawValue - 1])
        }
        write(summary.today.firstTry, as: "firstTry", into: &json)
        json.member("medianMilliseconds", summary.today.times.percentile(0.5))
        json.member("p90Milliseconds", summary.today.times.percentile(0.9))
      }
      json.member("due", summary.due)
      json.member("overdue", summary.overdue)
      json.member("new", summary.new)
      json.member("seen", summary.seen)
      write(summary.retention.all, as: "trueRetention", into: &json)
      write(summary.retention.young, as: "young", into: &json)
      write(summary.retention.mature, as: "mature", into: &json)
      write(summary.hardUse.hard, as: "hard", into: &json)
      for grade in Grade.allCases {
        let share = summary.hardUse.forgottenAfter[grade] ?? Share(of: 0, in: 0)
        write(share, as: "forgottenAfter\(grade.name.capitalizedFirst)", into: &json)
      }
      json.member("hardMisuse", summary.hardUse.sign?.rawValue)
      json.key("forecast")
      json.array { json in for count in summary.forecast { json.value(count) } }
      json.member("reviews", summary.fitAge.reviewsNow)
      json.member("reviewsAtFit", summary.fitAge.reviewsThen)
      json.key("decks")
      json.array { json in for deck in summary.decks { write(deck, into: &json) } }
    }
    return json.text
  }

  private func write(_ share: Share, as name: String, into json: inout JSONWriter) {
    json.key(name)
    json.object { json in
      json.member("n", share.trials)
      json.member("share", share.value)
      json.member("low", share.interval?.lowerBound)
      json.member("high", share.interval?.upperBound)
    }
  }

  private func write(_ deck: Summary.DeckSummary, into json: inout JSONWriter) {
    json.object { json in
      json.member("deck", deck.id)
      json.member("name", deck.name)
      json.member("questions", deck.cards)
      json.member("new", deck.new)
      json.member("due", deck.due)
      write(deck.retention, as: "trueRetention", into: &json)
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
