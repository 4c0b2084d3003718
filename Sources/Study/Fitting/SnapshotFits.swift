import Scheduling
import Storage

extension SnapshotWriter {
  /// One of the learner's fits.
  mutating func put(_ fit: FitPlace) {
    put(fit.id)
    put(Int(fit.moment.at.milliseconds))
    put(fit.moment.offset)
    put(fit.fitted.parameters)
    for count in [fit.fitted.items, fit.fitted.reviews, fit.fitted.tested] { put(count) }
    put(Int(fit.fitted.through.milliseconds))
    for scores in [fit.fitted.before, fit.fitted.after] {
      put(scores.logLoss)
      put(scores.rmse)
    }
    put(fit.replaced.values) { $0.put($1) }
    put(fit.replacedGroups)
    put(fit.isTakenBack ? 1 : 0)
  }
}

extension SnapshotReader {
  mutating func fit() throws(Fault) -> FitPlace {
    let (id, at, offset) = (try id(), try number(), try number())
    let parameters = try parameters()
    let (items, reviews, tested) = (try number(), try number(), try number())
    let fitted = FittedParameters(
      parameters: parameters,
      items: items,
      reviews: reviews,
      through: Timestamp(milliseconds: Int64(try number())),
      tested: tested,
      before: try scores(),
      after: try scores()
    )
    let values = try list { reader throws(Fault) in try reader.double() }
    return FitPlace(
      id: id,
      moment: Moment(at: Timestamp(milliseconds: Int64(at)), offset: offset),
      fitted: fitted,
      replaced: try weights(values),
      replacedGroups: try groups(),
      isTakenBack: try number() == 1
    )
  }

  /// The number of weights tells the model.
  func weights(_ values: [Double]) throws(Fault) -> ModelWeights {
    if let weights = try? Weights(values) { return .fsrs6(weights) }
    guard let weights = try? DualWeights(values) else { throw Fault() }
    return .fsrs7(weights)
  }

  private mutating func scores() throws(Fault) -> FittedParameters.Scores {
    FittedParameters.Scores(logLoss: try double(), rmse: try double())
  }
}
