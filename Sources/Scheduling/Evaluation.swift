/// How well weights predict the items of a log.
package struct Evaluation: Sendable {
  /// The number of items.
  package let itemCount: Int
  /// The mean log loss; nothing to judge by gives 0.
  package let logLoss: Double
  /// The root of the mean squared error over bins of like history, 0 to 1.
  package let rmse: Double
  /// The mean recall predicted, 0 to 1.
  package let predicted: Double
  /// The share recalled, 0 to 1.
  package let recalled: Double
  /// Prediction and outcome from the least likely items to the likeliest.
  package let calibration: Calibration

  /// How much each item counts in the log loss, and how much its bin in the error over bins.
  package enum Weighting: Sendable {
    /// All the same.
    case equal
    /// Newer ones more, as in training.
    case recent
  }

  /// Judges weights of FSRS-6 by all items of a set.
  package init(of weights: Weights, on set: TrainingSet, weighting: Weighting = .equal) {
    self.init(of: .fsrs6(weights), on: set, weighting: weighting)
  }

  /// Judges weights of either model by all items of a set.
  package init(of weights: ModelWeights, on set: TrainingSet, weighting: Weighting = .equal) {
    self.init(set.forecasts(by: weights, weighting: weighting))
  }

  /// Judges forecasts by what came of them.
  package init(_ forecasts: some Collection<Forecast>) {
    var total = Tally()
    var loss = 0.0
    var bins: [HistoryBin: Tally] = [:]
    var outcomes: [Calibration.Outcome] = []
    outcomes.reserveCapacity(forecasts.count)
    for forecast in forecasts {
      let outcome = Calibration.Outcome(
        predicted: forecast.recall.clamped(to: DifferentiableModel.Recall.range),
        isRecalled: forecast.isRecalled,
        weight: forecast.weight
      )
      loss += outcome.loss
      total.add(outcome)
      bins[forecast.bin, default: Tally()].add(outcome)
      outcomes.append(outcome)
    }
    let squares = bins.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value.weightedSquare }
    itemCount = total.count
    logLoss = total.weight > 0 ? loss / total.weight : 0
    rmse = total.weight > 0 ? (squares / total.weight).squareRoot() : 0
    predicted = total.meanPredicted
    recalled = total.meanRecalled
    calibration = Calibration(outcomes)
  }
}

/// Sums over some items.
struct Tally: Sendable {
  var count = 0
  var weight = 0.0
  var predicted = 0.0
  var recalled = 0.0

  mutating func add(_ outcome: Calibration.Outcome) {
    count += 1
    weight += outcome.weight
    predicted += outcome.predicted
    recalled += outcome.isRecalled ? 1 : 0
  }

  /// The mean prediction, 0 for no items.
  var meanPredicted: Double { predicted / Double(max(1, count)) }
  /// The share recalled, 0 for no items.
  var meanRecalled: Double { recalled / Double(max(1, count)) }

  /// The squared error of the mean prediction, times the weight.
  var weightedSquare: Double {
    let error = meanPredicted - meanRecalled
    return error * error * weight
  }
}
