package import Scheduling
package import Storage

/// One of the learner's fits in the order of the log.
package struct FitPlace: Hashable, Sendable {
  /// The event.
  package let id: ULID
  package let moment: Moment
  package let fitted: FittedParameters
  /// The weights in force until then.
  package let replaced: Weights
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
  /// The newest fit that was not taken back.
  package var lastFit: FitPlace? { fits.last { !$0.isTakenBack } }

  package var fitAge: FitAge {
    FitAge(reviewsThen: lastFit?.fitted.reviews, reviewsNow: reviewCount)
  }

  mutating func take(_ fitted: FittedParameters, of event: Event) {
    fits.append(
      FitPlace(
        id: event.id,
        moment: event.moment,
        fitted: fitted,
        replaced: parameters.weights
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
    restored.weights = last.replaced
    try record(.restore(restored, fit: last.id), at: moment)
    return last
  }
}
