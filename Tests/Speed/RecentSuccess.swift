import Foundation
import Scheduling

/// A running rate of success against prediction, shrunken towards none: how far a learner does better
/// or worse of late than a model says, as a shift of the logarithm of the odds.
///
/// It is one step of Newton's from no shift, by the newest outcomes and a prior.
struct RecentSuccess {
  /// After so many items one counts half.
  let halfLife: Double
  /// What the prior is worth; an item of recall p is worth p (1 - p).
  let prior: Double

  private var surprise = 0.0
  private var information = 0.0

  init(halfLife: Double, prior: Double) {
    self.halfLife = halfLife
    self.prior = prior
  }

  /// A prediction with the shift, 0 to 1.
  func corrected(_ recall: Double) -> Double {
    let bounded = min(max(recall, 1e-7), 1 - 1e-7)
    return 1 / (1 + exp(-log(bounded / (1 - bounded)) - surprise / (information + prior)))
  }

  /// Takes what came of a prediction.
  mutating func note(_ recall: Double, isRecalled: Bool) {
    let kept = exp2(-1 / halfLife)
    surprise = kept * surprise + (isRecalled ? 1 : 0) - recall
    information = kept * information + recall * (1 - recall)
  }
}

/// What a correction is kept for.
enum CorrectionGrouping: String, CaseIterable {
  case learner = "learner"
  case firstGrade = "and first grade"
  case neighbours = "and 20 neighbours"

  /// The group of a card; the logs know no tags, and cards that stand together were learned together.
  func group(of forecast: Forecast) -> Int {
    switch self {
    case .learner: 0
    case .firstGrade: forecast.firstGrade
    case .neighbours: forecast.card / 20
    }
  }

  /// The forecasts, each corrected by the outcomes before it: by those of all items, and then by what
  /// these leave of the group's own.
  func corrected(_ forecasts: [Forecast]) -> [Forecast] {
    var all = RecentSuccess(halfLife: 1000, prior: 30)
    var own: [Int: RecentSuccess] = [:]
    return forecasts.map { forecast in
      var corrected = forecast
      corrected.recall = all.corrected(forecast.recall)
      all.note(forecast.recall, isRecalled: forecast.isRecalled)
      guard self != .learner else { return corrected }
      let ofLearner = corrected.recall
      var group = own[group(of: forecast)] ?? RecentSuccess(halfLife: 500, prior: 10)
      corrected.recall = group.corrected(ofLearner)
      group.note(ofLearner, isRecalled: forecast.isRecalled)
      own[self.group(of: forecast)] = group
      return corrected
    }
  }
}
