/// The weights of one of the two models.
package enum ModelWeights: Hashable, Sendable {
  case fsrs6(Weights)
  case fsrs7(DualWeights)

  /// All weights in their order.
  package var values: [Double] {
    switch self {
    case .fsrs6(let weights): weights.values
    case .fsrs7(let weights): weights.values
    }
  }

  /// The weights a learner starts with under the same model.
  package var standard: ModelWeights {
    switch self {
    case .fsrs6: .fsrs6(.standard)
    case .fsrs7: .fsrs7(.standard)
    }
  }

  /// What the model predicts.
  package var predicted: TrainingSet.Predicted {
    switch self {
    case .fsrs6: .laterDays
    case .fsrs7: .allAnswers
    }
  }
}
