import TestKit
import Testing

@testable import Scheduling

@Suite struct DualOptimizerTests {
  private static let learner = SimulatedLog(
    seed: 3,
    cards: 80,
    days: 300,
    truth: SimulatedLog.forgetful
  )
  private static let set = TrainingSet(learner.reviews, predicting: .allAnswers)

  @Test func `weights found predict later reviews better than the standard ones`() {
    let (training, test) = Self.set.divided(at: 0.8)
    let fit = Optimizer().fitDual(training)
    #expect(fit.extent == .everything && fit.passes < 30)
    let standard = Evaluation(of: .fsrs7(.standard), on: test).logLoss
    #expect(Evaluation(of: .fsrs7(fit.weights), on: test).logLoss < standard)
  }

  @Test func `no small move from the minimum leads lower`() {
    let objective = DualObjective(Self.set, anchor: DualWeights.standardValues)
    let place = Descent(objective: objective, workers: Workers(count: 2))
      .from(DualWeights.standardValues)
    for index in 0..<34 {
      for factor in [0.97, 1.03] {
        var moved = place.weights
        moved[index] = (moved[index] * factor).clamped(to: DualWeights.bounds[index])
        let value = objective(moved, Workers(count: 1)).value
        #expect(value > place.value * (1 - 3e-5), "w\(index) × \(factor)")
      }
    }
  }

  @Test func `the number of threads and the order of lines do not matter`() {
    var random = SplitMix64(seed: 4)
    let fit = Optimizer(threads: 1).fitDual(Self.set)
    #expect(Optimizer(threads: 2).fitDual(Self.set).weights == fit.weights)
    let log = Self.learner.reviews.shuffled(using: &random)
    let shuffled = TrainingSet(log, predicting: .allAnswers)
    #expect(Optimizer(threads: 2).fitDual(shuffled).weights == fit.weights)
  }

  @Test func `fewer than 64 answers teach nothing`() {
    let fit = Optimizer().fitDual(Self.set.with(items: Array(Self.set.items.prefix(63))))
    #expect(fit.extent == .nothing && fit.weights == .standard && fit.itemCount == 63)
  }

  @Test(.enabled(if: ReviewLog.folder != nil, "the review logs are not beside the package"))
  func `the real log is predicted ahead better than by the standard weights`() throws {
    let log = try ReviewLog.real(in: try #require(ReviewLog.folder))
    let all = TrainingSet(log, predicting: .allAnswers)
    #expect(all.itemCount == 11_375)
    let standard = Evaluation(of: .fsrs7(.standard), on: all.divided(at: 0.8).test)
    #expect(abs(standard.logLoss - 0.452565) < 1e-5)
    let some = TrainingSet(log.filter { $0.card % 4 == 0 }, predicting: .allAnswers)
    let (training, test) = some.divided(at: 0.8)
    let fit = Optimizer().fitDual(training)
    let gain = Advantage(of: .fsrs7(fit.weights), over: .fsrs7(.standard), on: test)
    #expect(gain.mean > 0, "\(gain)")
  }
}
