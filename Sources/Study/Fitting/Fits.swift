package import Scheduling
package import Storage

/// One of the learner's fits in the order of the log.
package struct FitPlace: Hashable, Sendable {
  /// The event.
  package let id: ULID
  package let moment: Moment
  package let fitted: FittedParameters
  /// The weights of the same model in force until then.
  package let replaced: ModelWeights
  /// The groups with weights of their own until then.
  package let replacedGroups: [WeightGroup]
  /// Whether the weights before it were restored.
  package internal(set) var isTakenBack = false
}

/// How many reviews the weights in force have seen, and how many there are now.
package struct FitAge: Hashable, Sendable {
  /// Reviews when the weights were fitted; nil where they never were.
  package let reviewsThen: Int?
  package let reviewsNow: Int

  package init(reviewsThen: Int?, reviewsNow: Int) {
    self.reviewsThen = reviewsThen
    self.reviewsNow = reviewsNow
  }

  /// Reviews from which on a first fit is worth the trial.
  package static let enoughToBegin = 600

  /// Whether reviews have doubled since the last fit, or suffice for a first one.
  package var asksForFit: Bool {
    reviewsNow >= max(1, reviewsThen.map { $0 > .max / 2 ? .max : 2 * $0 } ?? Self.enoughToBegin)
  }
}

extension Progress {
  /// The newest fit of the model in force that was not taken back.
  package var lastFit: FitPlace? { lastFit(isDual: parameters.dual != nil) }

  private func lastFit(isDual: Bool) -> FitPlace? {
    fits.last { !$0.isTakenBack && ($0.fitted.parameters.dual != nil) == isDual }
  }

  /// Settings with the weights that the log has for their model: weights are no setting, or a fit would
  /// last until the next session.
  package func withWeights(_ settings: Parameters) -> Parameters {
    var parameters = settings
    parameters.weights = self.parameters.weights
    parameters.groups = groups(forModelOf: settings)
    guard settings.dual != nil else { return parameters }
    let fitted = lastFit(isDual: true)?.fitted.parameters.dual
    parameters.dual = self.parameters.dual ?? fitted ?? settings.dual
    return parameters
  }

  private func groups(forModelOf settings: Parameters) -> [WeightGroup] {
    let isDual = settings.dual != nil
    guard isDual != (parameters.dual != nil) else { return parameters.groups }
    return lastFit(isDual: isDual)?.fitted.parameters.groups ?? []
  }

  package var fitAge: FitAge {
    FitAge(reviewsThen: lastFit?.fitted.reviews, reviewsNow: reviewCount)
  }

  mutating func take(_ fitted: FittedParameters, of event: Event) {
    fits.append(
      FitPlace(
        id: event.id,
        moment: event.moment,
        fitted: fitted,
        replaced: parameters.weights(forModelOf: fitted.parameters),
        replacedGroups: groups(forModelOf: fitted.parameters)
      )
    )
    use(fitted.parameters)
  }

  mutating func restore(_ parameters: Parameters, takingBack fit: ULID) {
    if let place = fits.lastIndex(where: { $0.id == fit }) { fits[place].isTakenBack = true }
    use(parameters)
  }
}

extension Learner {
  /// Restores the weights that were in force before the last fit; gives that fit, or nil for none.
  @discardableResult
  package func undoFit(at moment: Moment) throws(JournalError) -> FitPlace? {
    guard let last = progress.lastFit else { return nil }
    var restored = progress.parameters
    restored.modelWeights = last.replaced
    restored.groups = last.replacedGroups
    try record(.restore(restored, fit: last.id), at: moment)
    return last
  }
}
