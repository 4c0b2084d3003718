import TestKit
import Testing

@testable import Scheduling

@Suite struct OptimizerTests {
  private static func review(_ card: Int, day: Int, grade: Int) -> LoggedReview {
    LoggedReview(card: card, day: day, grade: grade, time: Int64(day) * 86_400_000)
  }

  /// One card, asked every third day.
  private static func card(_ card: Int, reviews: Int, grade: (Int) -> Int) -> [LoggedReview] {
    (0..<reviews).map { review(card, day: $0 * 3, grade: grade($0)) }
  }

  private static let learner = SimulatedLog(seed: 3, cards: 300, days: 400)

  @Test func `weights found predict better than the standard ones`() {
    let set = TrainingSet(Self.learner.reviews)
    let minimum = Optimizer().minimum(over: set)
    let objective = Objective(set, anchor: Weights.standardValues)
    let standard = objective(Weights.standardValues, Workers(count: 1)).value
    #expect(minimum.value < standard)
    #expect(minimum.passes < 20)
    let fit = Optimizer().fit(set)
    #expect(fit.extent == .everything)
    let fitted = Evaluation(of: fit.weights, on: set).logLoss
    #expect(fitted < Evaluation(of: .standard, on: set).logLoss)
  }

  @Test func `no small move from the minimum leads lower`() {
    let set = TrainingSet(Self.learner.reviews)
    let minimum = Optimizer().minimum(over: set)
    let objective = Objective(set, anchor: Weights.standardValues)
    for index in 0..<21 {
      for factor in [0.98, 1.02] {
        var moved = minimum.weights.values
        moved[index] = (moved[index] * factor).clamped(
          to: DifferentiableModel.trainingBounds[index]
        )
        let value = objective(moved, Workers(count: 1)).value
        #expect(value > minimum.value * (1 - 2e-6), "w\(index) × \(factor)")
      }
    }
  }

  @Test func `the number of threads and the order of lines do not matter`() {
    let log = Self.learner.reviews
    var random = SplitMix64(seed: 4)
    let fit = Optimizer(threads: 1).fit(TrainingSet(log))
    #expect(Optimizer(threads: 2).fit(TrainingSet(log)).weights == fit.weights)
    let shuffled = TrainingSet(log.shuffled(using: &random))
    #expect(Optimizer(threads: 2).fit(shuffled).weights == fit.weights)
  }

  @Test func `renamed cards are fitted alike`() {
    let log = Self.learner.reviews
    let renamed = log.map { review in
      var review = review
      review.card = -review.card &* 7919
      return review
    }
    let value = Optimizer().minimum(over: TrainingSet(log)).value
    let other = Optimizer().minimum(over: TrainingSet(renamed)).value
    #expect(relativeError(other, value) < 1e-5)
  }

  /// Cards that all come back after a day, the first of them once more than the others.
  private static func log(items: Int, cards: Int) -> [LoggedReview] {
    (0..<cards).flatMap { index in
      let own = items / cards + (index < items % cards ? 1 : 0)
      return (0...own).map {
        review(index, day: $0, grade: $0 > 0 && ($0 + index) % 4 == 1 ? 1 : 3)
      }
    }
  }

  @Test(arguments: [
    (0, 0, Optimizer.Extent.nothing), (7, 7, .nothing), (63, 25, .initialStabilities),
  ])
  func `little is fitted to little`(items: Int, cards: Int, extent: Optimizer.Extent) {
    let fit = Optimizer().fit(TrainingSet(Self.log(items: items, cards: cards)))
    #expect(fit.extent == extent)
    #expect((fit.weights == .standard) == (extent == .nothing))
    #expect(Array(fit.weights.values.dropFirst(4)) == Array(Weights.standardValues.dropFirst(4)))
    #expect(fit.passes == 0)
  }

  @Test(arguments: [(7, Optimizer.Extent.nothing), (8, .initialStabilities)])
  func `eight later items are fitted where first waits were held back`(
    items: Int,
    extent: Optimizer.Extent
  ) {
    let set = TrainingSet(Self.card(1, reviews: 20) { _ in 3 })
    let fit = Optimizer().fit(set.with(items: Array(set.items.suffix(items))))
    #expect(fit.extent == extent)
    #expect(fit.itemCount == items)
  }

  @Test func `a better first grade never counts less, whatever the log says`() {
    let log = (0..<400).flatMap { index in
      let isHard = index % 2 == 0
      let isRecalled = isHard ? index % 20 > 0 : index % 3 > 0
      return [(0, isHard ? 2 : 3), (5, isRecalled ? 3 : 1), (14, 3)].map {
        Self.review(index, day: $0.0, grade: $0.1)
      }
    }
    let fit = Optimizer().fit(TrainingSet(log))
    #expect(fit.extent == .everything)
    let first = fit.weights.values.prefix(4)
    #expect(first.sorted() == Array(first))
    #expect(first[1] < first[2])
  }

  @Test func `under eight items that are no outliers leave the standard weights`() {
    let few = TrainingSet(Self.log(items: 40, cards: 19))
    #expect(few.itemCount == 40)
    let fit = Optimizer().fit(few)
    #expect(fit.extent == .nothing)
    #expect(fit.losses.outliers == 40)
    #expect(fit.weights == .standard)
  }

  @Test func `first waits alone fit the first stabilities alone`() {
    let fit = Optimizer().fit(TrainingSet(Self.log(items: 200, cards: 200)))
    #expect(fit.extent == .initialStabilities)
    #expect(fit.itemCount == 200)
  }

  /// A learner for whom a further answer of the same day does wonders.
  private static let keen: SimulatedLog = {
    var values = Weights.standard.values
    (values[17], values[18], values[19]) = (1.8, 1.2, 0.01)
    return SimulatedLog(seed: 8, cards: 500, days: 300, truth: Weights(bounded: values))
  }()

  @Test func `several steps of relearning never outweigh the lapse that fitted weights tell`() {
    let set = TrainingSet(Self.keen.reviews)
    let free = Optimizer().fit(set)
    let cut = free.weights.clipped(relearningSteps: 6)
    #expect(free.weights != cut, "the law would hold anyway")
    let bounded = Optimizer().fit(set, relearningSteps: 6)
    #expect(bounded.weights == bounded.weights.clipped(relearningSteps: 6))
    // The other weights make the best of it, which no later cut could.
    let filtered = OutlierFilter(set).apply(to: set)
    let anchor = InitialStabilities(filtered).values + Weights.standardValues.dropFirst(4)
    let objective = Objective(filtered, anchor: anchor)
    let values = [bounded.weights, cut].map { objective($0.values, Workers(count: 1)).value }
    #expect(values[0] < values[1])
  }

  @Test func `sixty-four items of some length fit everything`() {
    let fit = Optimizer().fit(TrainingSet(Self.log(items: 64, cards: 25)))
    #expect(fit.extent == .everything)
    #expect(fit.itemCount == 64)
  }
}

// MARK: - Hostile logs

extension OptimizerTests {
  private static let hostile: [String: [LoggedReview]] = [
    "nothing": [],
    "one review": card(1, reviews: 1) { _ in 3 },
    "one card": card(1, reviews: 300) { $0 % 5 == 0 ? 1 : 3 },
    "only again": (0..<50).flatMap { card($0, reviews: 20) { _ in 1 } },
    "only good": (0..<50).flatMap { card($0, reviews: 20) { _ in 3 } },
    "only easy": (0..<50).flatMap { card($0, reviews: 20) { _ in 4 } },
    "one review a card": (0..<500).flatMap { card($0, reviews: 1) { _ in 3 } },
    "one day": (0..<5000).map { review($0 % 50, day: 1, grade: $0 % 4 + 1) },
    "strange grades": (0..<2000).map { review($0 % 50, day: $0 / 50, grade: $0 % 9 - 3) },
    "time backwards": (0..<2000).map { review($0 % 50, day: 40 - $0 / 50, grade: $0 % 4 + 1) },
    "days against time": (0..<2000).map {
      LoggedReview(card: $0 % 50, day: 100 - $0 / 50, grade: 3, time: Int64($0))
    },
    "the ends of numbers": (0..<2000).map {
      let isEarly = $0 < 1000
      return LoggedReview(
        card: $0 % 2 == 0 ? .min + $0 % 100 : .max - $0 % 100,
        day: isEarly ? .min : .max,
        grade: $0 % 4 + 1,
        time: isEarly ? .min : .max
      )
    },
    "long waits": (0..<50).flatMap { card in
      (0..<20).map { review(card, day: $0 * 36_500, grade: ($0 + card) % 4 + 1) }
    },
  ]

  @Test(arguments: hostile.keys.sorted())
  func `no log is too strange`(name: String) throws {
    let set = TrainingSet(try #require(Self.hostile[name]))
    let fit = Optimizer().fit(set)
    let minimum = Optimizer().minimum(over: set)
    #expect(minimum.value.isFinite)
    let some = try #require(Self.hostile[name]).prefix(400)
    let all = TrainingSet(Array(some), predicting: .allAnswers)
    let dual = Optimizer().fitDual(all).weights
    for (value, range) in zip(dual.values, DualWeights.bounds) { #expect(range.contains(value)) }
    #expect(Evaluation(of: .fsrs7(dual), on: all).logLoss.isFinite)
    for weights in [fit.weights, minimum.weights] {
      for (value, range) in zip(weights.values, Weights.bounds) { #expect(range.contains(value)) }
      let evaluation = Evaluation(of: weights, on: set, weighting: .recent)
      #expect(evaluation.logLoss.isFinite && evaluation.rmse.isFinite)
      #expect(evaluation.predicted.isFinite && evaluation.recalled.isFinite)
    }
  }

  @Test func `what was dropped is told`() throws {
    let strange = TrainingSet(try #require(Self.hostile["strange grades"]))
    #expect(Optimizer().fit(strange).losses.unknownGrades > 0)
    let backwards = TrainingSet(try #require(Self.hostile["time backwards"]))
    #expect(Optimizer().fit(backwards).losses.outOfOrder > 0)
  }

  @Test func `very many reviews of one card are walked once`() {
    var random = SplitMix64(seed: 6)
    let set = TrainingSet(
      (0..<20_000).map { Self.review(1, day: $0 / 2, grade: .random(in: 1...4, using: &random)) }
    )
    let fit = Optimizer().fit(set)
    for value in fit.weights.values { #expect(value.isFinite) }
  }

  @Test func `one card with very many reviews does not hide the others`() {
    let others = Self.learner.reviews
    let giant = Self.card(-1, reviews: 12_000) { $0 % 9 == 0 ? 1 : 3 }
    let set = TrainingSet(others + giant)
    let found = Optimizer().minimum(over: set)
    let objective = Objective(set, anchor: Weights.standardValues)
    let again = Descent(objective: objective, workers: Workers(count: 2)).from(found.weights.values)
    #expect(relativeError(again.value, found.value) < 1e-4)
    #expect(found.passes < 30)
  }

  @Test func `weights at any corner give finite sums`() {
    let set = TrainingSet(SimulatedLog(seed: 12, cards: 30, days: 200).reviews)
    let objective = Objective(set, anchor: Weights.standardValues)
    var random = SplitMix64(seed: 13)
    for _ in 0..<300 {
      let corner = DifferentiableModel.trainingBounds.map {
        Bool.random(using: &random) ? $0.lowerBound : $0.upperBound
      }
      let value = objective(corner, Workers(count: 1))
      #expect(value.value.isFinite)
      #expect(value.isFinite)
    }
  }
}
