import Foundation
import TestKit
import Testing

@testable import Scheduling

/// What a slow optimizer in 64 bits found on the logs that lie beside the package.
@Suite(.enabled(if: ReviewLog.folder != nil, "the reference logs are not beside the package"))
struct OptimizerReferenceTests {
  private struct Optimum: Decodable {
    let objective_of: [String: Double]
  }

  private struct GradientVectors: Decodable {
    struct Vector: Decodable {
      let params: String
      let items: [[[Int]]]
      let sum_bce_last_review: Double
      let grad: [Double]
    }

    let vectors: [Vector]
  }

  private static func load<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
    let path = try #require(Shared.path("fsrs/\(name)"))
    return try JSONDecoder().decode(type, from: Data(contentsOf: URL(filePath: path)))
  }

  @Test func `losses and gradients are those of automatic differentiation`() throws {
    let reference = try ReferenceVectors.load()
    let vectors = try Self.load(GradientVectors.self, "gradient_vectors.json").vectors
    #expect(vectors.count == 3)
    for vector in vectors {
      let model = DifferentiableModel(try #require(reference.parameter_sets[vector.params]))
      var gradient = Gradient()
      for item in vector.items { gradient.addLastReview(of: item, model) }
      #expect(relativeError(gradient.loss, vector.sum_bce_last_review) < 1e-8)
      for (value, expected) in zip(gradient.values, vector.grad) {
        #expect(relativeError(value, expected) < 1e-8, "\(vector.params)")
      }
    }
  }

  @Test func `the real log is fitted at least as well as by the reference`() throws {
    let set = TrainingSet(
      try ReviewLog.real(in: try #require(ReviewLog.folder)),
      everyAnswerGrows: true
    )
    #expect(set.itemCount == 6276)
    let optimum = try #require(
      try Self.load([String: Optimum].self, "reference_optimum.json")["josh"]?.objective_of
    )
    let standard = Objective(set, anchor: Weights.standardValues)(
      Weights.standardValues,
      Workers(count: 1)
    )
    #expect(relativeError(standard.value, try #require(optimum["default"])) < 1e-9)
    let found = Optimizer().minimum(over: set)
    #expect(found.value < (try #require(optimum["f64_fullbatch"])) * 1.0005)
    // What fsrs-rs finds in the setting of Anki.
    #expect(Evaluation(of: found.weights, on: set).logLoss < 0.449_463)
  }

  @Test func `the real log is predicted ahead no worse than by the reference`() throws {
    let set = TrainingSet(
      try ReviewLog.real(in: try #require(ReviewLog.folder)),
      everyAnswerGrows: true
    )
    let (training, test) = set.divided(at: 0.8)
    let fit = Optimizer().fit(training)
    #expect(fit.extent == .everything)
    let evaluation = Evaluation(of: fit.weights, on: test)
    #expect(evaluation.itemCount == 1256)
    #expect(evaluation.logLoss < 0.449_326)
  }

  @Test func `log loss and error over bins are those of the reference`() throws {
    let vectors = try ReferenceVectors.load()
    #expect(vectors.evaluate.count == 3)
    for item in vectors.evaluate {
      let set = TrainingSet.lastReviews(of: item.items)
      let weights = try Weights(try #require(vectors.parameter_sets[item.params]))
      let evaluation = Evaluation(of: weights, on: set, weighting: .recent)
      #expect(evaluation.itemCount == item.items.count)
      #expect(relativeError(evaluation.logLoss, item.log_loss) < 1e-5)
      #expect(relativeError(evaluation.rmse, item.rmse_bins) < 1e-4)
    }
    let real = TrainingSet(
      try ReviewLog.real(in: try #require(ReviewLog.folder)),
      everyAnswerGrows: true
    )
    let recent = Evaluation(of: .standard, on: real, weighting: .recent)
    #expect(abs(recent.logLoss - 0.453473) < 2e-6)
    #expect(abs(recent.rmse - 0.076601) < 2e-6)
    let equal = Evaluation(of: .standard, on: real)
    #expect(abs(equal.logLoss - 0.465036) < 2e-6)
    #expect(abs(equal.rmse - 0.083182) < 2e-6)
  }
}

extension Gradient {
  /// Adds a history of grades and waits of which only the last review is an item.
  mutating func addLastReview(of item: [[Int]], _ model: DifferentiableModel) {
    let weights = item.indices.map { $0 == item.count - 1 ? 1.0 : 0 }
    add(
      grades: item.map { UInt8($0[0]) },
      days: item.map { Double($0[1]) },
      weights: weights,
      model
    )
  }

  mutating func add(
    grades: [UInt8],
    days: [Double],
    weights: [Double],
    _ model: DifferentiableModel
  ) {
    grades.withUnsafeBufferPointer { grades in
      days.withUnsafeBufferPointer { days in
        weights.withUnsafeBufferPointer { weights in
          add(History(grades: grades, days: days, weights: weights), model)
        }
      }
    }
  }
}

extension TrainingSet {
  /// Histories of grades and waits, of each of which only the last review is an item.
  static func lastReviews(of histories: [[[Int]]]) -> TrainingSet {
    var log: [LoggedReview] = []
    for (card, history) in histories.enumerated() {
      var day = 0
      for (index, review) in history.enumerated() {
        day += review[1]
        let time = Int64(card * 1000 + index)
        log.append(LoggedReview(card: card, day: day, grade: review[0], time: time))
      }
    }
    let set = TrainingSet(log, everyAnswerGrows: true)
    return set.with(items: set.items.filter { set.starts.contains($0 + 1) })
  }
}
