import TestKit
import Testing

@testable import Scheduling

@Suite struct EvaluationTests {
  private static func review(_ card: Int, day: Int, grade: Int) -> LoggedReview {
    LoggedReview(card: card, day: day, grade: grade, time: Int64(day))
  }

  @Test func `one item is judged by hand`() {
    // At the wait that its stability counts, recall is 90 %.
    let weights = Weights(bounded: [1, 1, 5, 8] + Weights.standardValues.dropFirst(4))
    let log = [Self.review(1, day: 0, grade: 3), Self.review(1, day: 5, grade: 1)]
    let evaluation = Evaluation(of: weights, on: TrainingSet(log))
    #expect(evaluation.itemCount == 1)
    #expect(abs(evaluation.logLoss - 2.302_585_092_994_046) < 1e-12)
    #expect(abs(evaluation.rmse - 0.9) < 1e-12)
    #expect(abs(evaluation.predicted - 0.9) < 1e-12)
    #expect(evaluation.recalled == 0)
    #expect(evaluation.calibration.bins.count == 1)
  }

  @Test func `nothing to judge by gives no number that is none`() {
    let evaluation = Evaluation(of: .standard, on: TrainingSet([]))
    #expect(evaluation.itemCount == 0)
    #expect(evaluation.logLoss == 0 && evaluation.rmse == 0)
    #expect(evaluation.predicted == 0 && evaluation.recalled == 0)
    #expect(evaluation.calibration.bins.isEmpty)
  }

  @Test func `newer items count more where asked`() {
    // The first item is forgotten, the second recalled.
    let log = [(0, 3), (2, 1), (3, 3)].map { Self.review(1, day: $0.0, grade: $0.1) }
    let set = TrainingSet(log)
    let equal = Evaluation(of: .standard, on: set)
    let recent = Evaluation(of: .standard, on: set, weighting: .recent)
    #expect(recent.logLoss < equal.logLoss)
    #expect(recent.predicted == equal.predicted)
  }

  @Test func `bins part items by wait, reviews and lapses`() {
    let log = [(0, 3), (1, 1), (4, 3), (5, 3), (19, 1), (20, 3)].map {
      Self.review(1, day: $0.0, grade: $0.1)
    }
    let bins = TrainingSet(log).predictions(by: MemoryModel(.standard)).bins
    #expect(bins[1] == HistoryBin(wait: 0, reviews: 1, lapses: -1))
    #expect(bins[2] == HistoryBin(wait: 0, reviews: 1, lapses: 0))
    #expect(bins[4] == HistoryBin(wait: 2, reviews: 2, lapses: 0))
    #expect(bins[5] == HistoryBin(wait: 0, reviews: 2, lapses: 1))
  }

  @Test func `the weights a learner follows are judged better than others`() {
    let learner = SimulatedLog(seed: 21, cards: 400, days: 400)
    let set = TrainingSet(learner.reviews)
    let truth = Evaluation(of: learner.truth, on: set)
    #expect(truth.logLoss < Evaluation(of: .standard, on: set).logLoss)
  }
}
