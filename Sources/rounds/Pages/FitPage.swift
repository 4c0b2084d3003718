import Scheduling
import Study
import Terminal

/// A trial of new weights: what it learned from, how they did on reviews held back, what became of it.
struct FitPage: FitReport {
  let trial: FitTrial
  let deed: Deed
  /// Answers that were practice only.
  let practice: Int
  let width: Int
  let style: Style

  /// Whether the outcome was acted upon.
  enum Deed {
    case done
    /// Nothing is written; what would come due under weights that would be kept.
    case wouldBe(OutlookPage?)
  }

  var lines: [String] {
    var lines = heading("Your reviews") + material
    if trial.fitted.itemCount > 0, trial.fit.extent != .nothing {
      lines += [""] + heading("On the newest fifth, held out") + heldOut
    }
    if !trial.tried.isEmpty {
      lines += [""] + heading("Decks and tags with weights of their own") + groups
    }
    lines += [""] + heading("Outcome") + outcome.flatMap(wrapped)
    if case .wouldBe(let outlook?) = deed {
      lines += [""] + heading("Cards due") + outlook.lines(width: width, style: style)
    }
    return lines
  }

  /// The weights in force.
  private var weights: ModelWeights { trial.parameters.modelWeights }

  private var isStandard: Bool { weights == weights.standard }

  private func heading(_ text: String) -> [String] {
    wrapped(text).map { style(.heading, $0) }
  }

  private func wrapped(_ text: String) -> [String] {
    Wrap(width, hanging: "  ").lines(text)
  }
}

// MARK: - What there was to learn from

extension FitPage {
  private var material: [String] {
    wrapped(
      "\(trial.items.counted("item")) among \(trial.reviews.counted("review")) of "
        + "\(trial.cards.counted("card")): an item is a review \(kind), and is what is predicted; the "
        + "other reviews count as history."
    ) + filtered.flatMap(wrapped)
  }

  private var kind: String {
    switch weights.predicted {
    case .laterDays: "on a later day than the one before"
    case .allAnswers: "after a card's first"
    }
  }

  /// What was left out or mended, and why.
  private var filtered: [String] {
    let losses = trial.fit.losses
    return [
      (losses.outliers, "left out: their cards began with a wait too rare to be believed."),
      (losses.longWaits, "with a wait of more than \(TrainingSet.longestWait) days, cut to that."),
      (losses.daysBackwards, "of an earlier day than the one before, taken as the same day."),
      (practice, "of practice, which never count."),
    ].filter { $0.0 > 0 }.map { count, why in
      "\(count.counted(why.hasPrefix("left") ? "item" : "review")) \(why)"
    }
  }
}

// MARK: - On the reviews held back

extension FitPage {
  private var heldOut: [String] {
    let shown = trial.outcome == .better ? trial.fitted : trial.inForce
    let name = trial.outcome == .better ? "new weights" : "weights in force"
    return scores.lines(width: width, style: style)
      + wrapped(
        "n = \(trial.fitted.itemCount). Lower is better in log loss and RMSE(bins). The new weights "
          + "here are those that the older reviews teach."
      )
      + (trial.inForceKnowsTest
        ? wrapped("The weights in force were fitted to part of these reviews, which favours them.")
        : [])
      + wrapped(
        "The \(name) predicted \(shown.predicted.percentText), you got "
          + "\(shown.recalled.percentText)."
      )
      + [""] + heading("Calibration of the \(name)")
      + CalibrationPlot(shown.calibration).lines(width: width, style: style)
  }

  private var scores: Table {
    Table(
      [
        .text("weights"), .number("log loss"), .number("RMSE(bins)"), .number("predicted"),
        .number("recalled"),
      ],
      rows: evaluations.map { name, evaluation in
        [
          name, evaluation.logLoss.text(places: 4), evaluation.rmse.text(places: 4),
          evaluation.predicted.percentText, evaluation.recalled.percentText,
        ]
      }
    )
  }

  private var evaluations: [(String, Evaluation)] {
    if isStandard {
      return [("standard, in force", trial.standard), ("new", trial.fitted)]
    }
    return [("standard", trial.standard), ("in force", trial.inForce), ("new", trial.fitted)]
  }
}

// MARK: - Decks and tags

extension FitPage {
  private var groups: [String] {
    let table = Table(
      [
        .text("deck or tag"), .number("items"), .number("held out"), .number("log loss saved"),
        .number("± s.e."), .text("own weights"),
      ],
      rows: trial.tried.map { group in
        [
          group.kind.label(group.name), "\(group.items)", "\(group.tested)",
          group.gain.mean.text(places: 4), group.gain.standardError.text(places: 4),
          group.isKept ? "better" : "no better",
        ]
      }
    )
    return table.lines(width: width, style: style)
      + wrapped(
        "Saved on an item held out, against the new weights of all cards, with its standard error; better "
          + "only beyond chance, for all that were tried together. Decks come first, tags only with the "
          + "cards that are left."
      )
  }
}

extension WeightGroup.Kind {
  /// Such as `deck Ketamine`; the name comes from a log.
  func label(_ name: String) -> String { "\(rawValue) \(name.sanitizedLine)" }
}

// MARK: - What became of it

extension FitPage {
  private var outcome: [String] {
    switch trial.outcome {
    case .tooFewToLearn:
      return [
        "Nothing was fitted: \(trial.fit.itemCount.counted("item")) left to learn from, and fewer "
          + "than \(least) teach nothing. \(stay)"
      ]
    case .tooFewToJudge:
      return [
        extent,
        "Too few reviews to judge that: the older ones must teach as much as all do, and the newest "
          + "fifth must hold at least \(FitTrial.leastToJudge) items. \(stay)",
      ]
    case .noBetter:
      return [extent, "The new weights predict the reviews held out no better. \(stay)"] + few
    case .maybeChance:
      return [extent, "The new weights did better, and it may be chance: \(gain). \(stay)"] + few
    case .better:
      return [extent, "The new weights predict better: \(gain)."] + own + kept
    }
  }

  private var extent: String {
    switch trial.fit.extent {
    case .nothing: "Nothing was fitted."
    case .initialStabilities:
      "Only the four stabilities after a first answer were fitted, to "
        + "\(trial.fit.itemCount.counted("item")): all 21 weights need 64, some beyond a card's first."
    case .everything:
      "All \(weights.values.count) weights were fitted, to \(trial.fit.itemCount.counted("item"))."
    }
  }

  private var own: [String] {
    let names = trial.tried.filter(\.isKept).map { $0.kind.label($0.name) }
    return names.isEmpty
      ? []
      : [
        "Weights of their own, as far as the cards were answered: \(names.joined(separator: ", "))."
      ]
  }

  private var least: Int {
    switch weights.predicted {
    case .laterDays: Optimizer.leastForFirst
    case .allAnswers: Optimizer.leastForAll
    }
  }

  private var gain: String {
    let interval = trial.gain.interval
    return "log loss lower by \(trial.gain.mean.text(places: 4)) (95% interval "
      + "\(interval.lowerBound.text(places: 4)) to \(interval.upperBound.text(places: 4)))"
  }

  private var stay: String {
    isStandard
      ? "The standard weights stay in force." : "The weights in force stay."
  }

  private var few: [String] {
    guard trial.items < FitTrial.fewItems else { return [] }
    return [
      "\(trial.items) items are few: below about \(FitTrial.fewItems), fitted weights often predict "
        + "worse than those in force. Try again when your reviews have doubled."
    ]
  }

  private var kept: [String] {
    switch deed {
    case .done:
      return [
        "They are in force from now on. No due date that stands was moved: a card takes them up at "
          + "its next answer. \"rounds optimize --undo\" restores the ones before."
      ]
    case .wouldBe:
      return ["Without --dry-run they would be kept. Nothing was written."]
    }
  }
}
