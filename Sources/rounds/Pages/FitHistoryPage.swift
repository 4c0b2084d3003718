import Scheduling
import Storage
import Study
import Terminal

/// The fits so far, the newest last.
struct FitHistoryPage: FitReport {
  private let fits: [FitPlace]
  private let newest: ULID?
  /// What the model in force predicts; a fit of the other one rests.
  private let predicted: TrainingSet.Predicted
  private let width: Int
  private let style: Style

  init(_ progress: Progress, width: Int, style: Style) {
    fits = progress.fits
    newest = progress.lastFit?.id
    predicted = progress.parameters.modelWeights.predicted
    self.width = width
    self.style = style
  }

  var lines: [String] {
    guard !fits.isEmpty else {
      return Wrap(width, hanging: "  ").lines(
        "The weights were never fitted to your reviews: the standard ones are in force."
      )
    }
    return table.lines(width: width, style: style)
      + Wrap(width, hanging: "  ").lines(
        "Log loss and RMSE(bins) on the reviews held out, by the weights before and the new ones."
      ) + groups.flatMap { Wrap(width, hanging: "  ").lines($0) }
  }

  private var table: Table {
    Table(
      [
        .text("date"), .number("items"), .number("held out"), .text("log loss"),
        .text("RMSE(bins)"), .text("now"),
      ],
      rows: fits.map { fit in
        [
          DayText.clock(fit.moment.at, offset: fit.moment.offset),
          "\(fit.fitted.items)", "\(fit.fitted.tested)",
          pair(fit.fitted.before.logLoss, fit.fitted.after.logLoss),
          pair(fit.fitted.before.rmse, fit.fitted.after.rmse),
          standing(of: fit),
        ]
      }
    )
  }

  /// The decks and tags with weights of their own, a line for each fit that has any.
  private var groups: [String] {
    fits.compactMap { fit in
      let groups = fit.fitted.parameters.groups
      guard !groups.isEmpty else { return nil }
      let date = DayText.clock(fit.moment.at, offset: fit.moment.offset)
      let names = groups.map { $0.kind.label($0.name) }.joined(separator: ", ")
      return "\(date): weights of their own for \(names)."
    }
  }

  private func pair(_ before: Double, _ after: Double) -> String {
    "\(before.text(places: 4)) to \(after.text(places: 4))"
  }

  private func standing(of fit: FitPlace) -> String {
    if fit.isTakenBack { return "taken back" }
    if fit.replaced.predicted != predicted { return "rests" }
    return fit.id == newest ? "in force" : "replaced"
  }

  var json: String {
    var json = JSONWriter()
    json.array { json in
      for fit in fits {
        json.object { json in
          json.member("at", fit.moment.at)
          json.member("items", fit.fitted.items)
          json.member("reviews", fit.fitted.reviews)
          json.member("heldOut", fit.fitted.tested)
          json.member("through", fit.fitted.through)
          write(fit.fitted.before, as: "before", into: &json)
          write(fit.fitted.after, as: "after", into: &json)
          json.member("standing", standing(of: fit))
          json.member("scheduler", fit.replaced.schedulerName)
          json.member("weights", fit.fitted.parameters.modelWeights.values)
          write(fit.fitted.parameters.groups, into: &json)
        }
      }
    }
    return json.text
  }

  private func write(_ groups: [WeightGroup], into json: inout JSONWriter) {
    json.key("groups")
    json.array { json in
      for group in groups {
        json.object { json in
          json.member(group.kind.rawValue, group.name)
          json.member("cards", group.cards.count)
          json.member("weights", group.weights.values)
        }
      }
    }
  }

  private func write(
    _ scores: FittedParameters.Scores,
    as name: String,
    into json: inout JSONWriter
  ) {
    json.key(name)
    json.object { json in
      json.member("logLoss", scores.logLoss)
      json.member("rmse", scores.rmse)
    }
  }
}

/// A fit that was taken back.
struct TakenFitPage: FitReport {
  let fit: FitPlace
  let width: Int

  private var date: String { DayText.clock(fit.moment.at, offset: fit.moment.offset) }

  var lines: [String] {
    let before = fit.replaced == fit.replaced.standard ? "standard weights" : "weights before it"
    return Wrap(width, hanging: "  ").lines(
      "Taken back: the fit of \(date) to \(fit.fitted.items.counted("item")). The \(before) are in "
        + "force again; due dates that stand stay."
    )
  }

  var json: String {
    var json = JSONWriter()
    json.object { json in
      json.member("takenBack", fit.id)
      json.member("at", fit.moment.at)
      json.member("weights", fit.replaced.values)
    }
    return json.text
  }
}
