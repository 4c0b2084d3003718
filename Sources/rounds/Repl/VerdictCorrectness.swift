import Grading

extension Verdict {
  /// Whether the answer was right; nil where the learner decides.
  var isCorrect: Bool? {
    switch outcome {
    case .right, .note: true
    case .wrong: false
    case .ask, .judge: nil
    }
  }
}
