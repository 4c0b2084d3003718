/// What sort of question a card asks.
package enum Kind: String, CaseIterable, Sendable {
  case basic = "Basic"
  case reversed = "Reversed"
  case cloze = "Cloze"
  case singleBestAnswer = "SBA"
  case multipleResponse = "MR"
  case trueFalse = "TF"
  case numeric = "Numeric"
  case order = "Order"
  case caseStudy = "Case"

  /// Whether the learner picks from options instead of writing an answer.
  package var hasOptions: Bool {
    self == .singleBestAnswer || self == .multipleResponse
  }
}
