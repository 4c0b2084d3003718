package import Decks
package import Scheduling
package import Storage

/// A fit with its proof: weights learned from the older reviews are judged by the newer ones.
///
/// Only the weights fitted to all reviews are ever kept, and only where those fitted to the first
/// four fifths predict the last fifth better than the weights in force. Decks and tags get weights of
/// their own where these predict their part of it better still, by more than chance.
package struct FitTrial: Sendable {
  /// How scheduling stood before.
  package let parameters: Parameters
  /// The reviews that count, and the cards they belong to.
  package let reviews: Int
  package let cards: Int
  /// What is predicted: under FSRS-6 reviews on a later day than the one before, under FSRS-7 all after
  /// a card's first.
  package let items: Int
  /// The newest review.
  package let through: Timestamp?
  /// What all reviews teach.
  package let fit: Optimizer.Fit<ModelWeights>
  /// What the older ones teach.
  package let trained: Optimizer.Fit<ModelWeights>
  /// The standard weights on the newer reviews.
  package let standard: Evaluation
  /// The weights in force on the same.
  package let inForce: Evaluation
  /// The weights that the older reviews teach, on the same, with those of decks and tags.
  package let fitted: Evaluation
  /// The decks and tags that were tried with weights of their own, in their order.
  package let tried: [TriedGroup]
  /// What the fits save over the weights in force.
  package let gain: Advantage
  /// Whether the weights in force were fitted to some of the newer reviews, which favours them.
  package let inForceKnowsTest: Bool
  /// The decks and tags that are to have weights of their own.
  private let groups: [WeightGroup]

  /// The share of items to learn from.
  static let trainingShare = 0.8
  /// With fewer items held back there is nothing to judge by.
  package static let leastToJudge = 20
  /// Below so many items a gain must be beyond chance: of simulated learners with fewer, most whose
  /// new weights happened to win the test were predicted worse by them afterwards.
  package static let fewItems = 400

  /// Fits twice and judges, and so for each deck and tag with enough items.
  package init(
    of progress: Progress,
    tags: [CardID: [String]] = [:],
    optimizer: Optimizer = Optimizer()
  ) {
    let material = progress.trainingMaterial
    let log = material.log
    let weights = progress.parameters.modelWeights
    let set = TrainingSet(log, predicting: weights.predicted)
    let (training, test) = set.divided(at: Self.trainingShare)
    parameters = progress.parameters
    reviews = set.reviewCount
    cards = set.cardCount
    items = set.itemCount
    through = log.last.map { Timestamp(milliseconds: $0.time) }
    let steps = progress.parameters.steps.count
    fit = optimizer.fit(set, like: weights, relearningSteps: steps)
    trained = optimizer.fit(training, like: weights, relearningSteps: steps)
    standard = Evaluation(of: weights.standard, on: test)
    var trial = GroupTrial(material, optimizer: optimizer, relearningSteps: steps)
    if fit.extent == .everything, trained.extent == .everything {
      trial.run(
        on: GroupTrial.Whole(
          set: set,
          training: training,
          test: test,
          fit: fit.weights,
          trained: trained.weights
        ),
        tags: tags
      )
    }
    (tried, groups) = (trial.tried, trial.groups)
    let before = test.forecasts(
      by: weights,
      own: material.weights(of: progress.parameters.groups)
    )
    let after = test.forecasts(by: trained.weights, own: trial.trained)
    inForce = Evaluation(before)
    fitted = Evaluation(after)
    gain = Advantage(of: after, over: before)
    inForceKnowsTest =
      progress.lastFit.map { Double($0.fitted.reviews) > Self.trainingShare * Double(log.count) }
      ?? false
  }

  /// What became of a trial.
  package enum Outcome: Hashable, Sendable {
    /// There is too little to learn from.
    case tooFewToLearn
    /// There is too little to judge by, or the older part taught less than the whole.
    case tooFewToJudge
    /// The weights in force predict the newer reviews as well or better.
    case noBetter
    /// They predict them worse, and with so few items that may be luck.
    case maybeChance
    case better
  }

  package var outcome: Outcome {
    guard fit.extent != .nothing else { return .tooFewToLearn }
    guard trained.extent == fit.extent, fitted.itemCount >= Self.leastToJudge else {
      return .tooFewToJudge
    }
    guard gain.mean > 0 else { return .noBetter }
    return items >= Self.fewItems || gain.isBeyondChance ? .better : .maybeChance
  }

  /// What to write into the log; nil unless the new weights are better.
  package var proposal: FittedParameters? {
    guard outcome == .better, let through else { return nil }
    var parameters = parameters
    parameters.modelWeights = fit.weights
    parameters.groups = groups
    return FittedParameters(
      parameters: parameters,
      items: fit.itemCount,
      reviews: reviews,
      through: through,
      tested: fitted.itemCount,
      before: FittedParameters.Scores(inForce),
      after: FittedParameters.Scores(fitted)
    )
  }
}

extension FittedParameters.Scores {
  fileprivate init(_ evaluation: Evaluation) {
    self.init(logLoss: evaluation.logLoss, rmse: evaluation.rmse)
  }
}
