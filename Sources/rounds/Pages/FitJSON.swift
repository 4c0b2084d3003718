import Scheduling
import Storage
import Study

extension FitPage {
  var json: String {
    var json = JSONWriter()
    json.object { json in
      json.member("reviews", trial.reviews)
      json.member("cards", trial.cards)
      json.member("items", trial.items)
      json.member("practice", practice)
      json.key("filtered")
      json.object { json in
        json.member("outliers", trial.fit.losses.outliers)
        json.member("longWaits", trial.fit.losses.longWaits)
        json.member("daysBackwards", trial.fit.losses.daysBackwards)
      }
      json.member("learnedFrom", trial.fit.itemCount)
      json.member("extent", trial.fit.extent.name)
      json.member("scheduler", trial.fit.weights.schedulerName)
      json.key("heldOut")
      json.object { json in heldOut(into: &json) }
      json.key("groups")
      json.array { json in
        for group in trial.tried { write(group, into: &json) }
      }
      json.member("outcome", trial.outcome.name)
      json.member("kept", isKept)
      json.member("weights", trial.fit.weights.values)
      if case .wouldBe(let outlook?) = deed {
        json.key("due")
        outlook.encode(into: &json)
      }
    }
    return json.text
  }

  private var isKept: Bool {
    if case .done = deed { return trial.outcome == .better }
    return false
  }

  private func heldOut(into json: inout JSONWriter) {
    json.member("items", trial.fitted.itemCount)
    json.member("gain", trial.gain.mean)
    json.member("gainStandardError", trial.gain.standardError)
    json.member("inForceKnowsSome", trial.inForceKnowsTest)
    write(trial.standard, as: "standard", into: &json)
    write(trial.inForce, as: "inForce", into: &json)
    write(trial.fitted, as: "new", into: &json)
  }

  private func write(_ group: TriedGroup, into json: inout JSONWriter) {
    json.object { json in
      json.member(group.kind.rawValue, group.name)
      json.member("items", group.items)
      json.member("heldOut", group.tested)
      json.member("gain", group.gain.mean)
      json.member("gainStandardError", group.gain.standardError)
      json.member("better", group.isKept)
    }
  }

  private func write(_ evaluation: Evaluation, as name: String, into json: inout JSONWriter) {
    json.key(name)
    json.object { json in
      json.member("logLoss", evaluation.logLoss)
      json.member("rmse", evaluation.rmse)
      json.member("predicted", evaluation.predicted)
      json.member("recalled", evaluation.recalled)
      json.key("calibration")
      json.array { json in
        for bin in evaluation.calibration.bins {
          json.object { json in
            json.member("n", bin.itemCount)
            json.member("predicted", bin.predicted)
            json.member("recalled", bin.recalled)
          }
        }
      }
    }
  }
}

extension Optimizer.Extent {
  fileprivate var name: String {
    switch self {
    case .nothing: "nothing"
    case .initialStabilities: "initial-stabilities"
    case .everything: "everything"
    }
  }
}

extension FitTrial.Outcome {
  fileprivate var name: String {
    switch self {
    case .tooFewToLearn: "too-few-to-learn"
    case .tooFewToJudge: "too-few-to-judge"
    case .noBetter: "no-better"
    case .maybeChance: "maybe-chance"
    case .better: "better"
    }
  }
}

extension ModelWeights {
  /// As the setting `scheduler` has it.
  var schedulerName: String {
    switch self {
    case .fsrs6: "fsrs-6"
    case .fsrs7: "fsrs-7"
    }
  }
}
