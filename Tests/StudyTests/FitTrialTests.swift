import Scheduling
import Storage
import TestKit
import Testing

@testable import Study

@Suite struct FitTrialTests {
  private static let forgetful = Log(
    simulated: 11,
    cards: 400,
    days: 150,
    truth: SimulatedLog.forgetful
  )

  @Test func `a learner unlike the standard is recognised, and better predicted afterwards`() throws
  {
    let trial = FitTrial(of: Self.forgetful.replayed)
    #expect(trial.items >= FitTrial.fewItems && trial.outcome == .better)
    #expect(trial.fit.extent == .everything && !trial.inForceKnowsTest)
    let proposal = try #require(trial.proposal)
    #expect(proposal.after.logLoss < proposal.before.logLoss)
    #expect(proposal.parameters.modelWeights == trial.fit.weights)
    #expect(proposal.reviews == Self.forgetful.events.count && proposal.tested > 200)
    #expect(proposal.through == Self.forgetful.events.last?.moment.at)
    // Reviews that nobody has seen decide whether that was right.
    let later = SimulatedLog(seed: 99, cards: 400, days: 150, truth: SimulatedLog.forgetful)
    let advantage = Advantage(
      of: trial.fit.weights,
      over: .fsrs6(.standard),
      on: TrainingSet(later.reviews)
    )
    #expect(advantage.isBeyondChance)
  }

  @Test func `with few items a gain counts only beyond chance`() throws {
    var values = Weights.standard.values
    for index in 0..<4 { values[index] *= 0.1 }
    values[8] = 0.6
    values[20] = 0.7
    let strange = Log(simulated: 4, cards: 70, days: 25, truth: try Weights(values))
    let clear = FitTrial(of: strange.replayed)
    #expect(clear.items < FitTrial.fewItems)
    #expect(clear.outcome == .better && clear.gain.isBeyondChance)
    let other = Log(simulated: 2, cards: 100, days: 25, truth: SimulatedLog.forgetful)
    let vague = FitTrial(of: other.replayed)
    #expect(vague.items < FitTrial.fewItems && vague.gain.mean > 0)
    #expect(vague.outcome == .maybeChance && vague.proposal == nil)
  }

  @Test func `short logs of learners like the standard are refused`() {
    for seed in 1...12 as ClosedRange<UInt64> {
      let log = Log(simulated: seed, cards: 70, days: 90, truth: .standard)
      let trial = FitTrial(of: log.replayed)
      #expect(trial.items < 400 && trial.proposal == nil, "seed \(seed)")
      #expect(trial.outcome != .better || trial.gain.isBeyondChance)
    }
  }

  @Test func `a second trial of the same reviews finds nothing better and says why`() throws {
    var log = Self.forgetful
    let proposal = try #require(FitTrial(of: log.replayed).proposal)
    let last = try #require(log.events.last).moment
    log.add(.fit(proposal), at: last)
    let again = FitTrial(of: log.replayed)
    #expect(again.outcome == .noBetter && again.inForceKnowsTest)
    #expect(again.parameters.weights == proposal.parameters.weights)
  }

  @Test func `nothing, one answer and one card are too few to learn from`() {
    #expect(FitTrial(of: Progress()).outcome == .tooFewToLearn)
    #expect(FitTrial(of: Progress()).through == nil)
    var log = Log()
    log.add(review("a", .good), at: noon(0))
    #expect(FitTrial(of: log.replayed).outcome == .tooFewToLearn)
    for day in 1..<200 { log.add(review("a", .good), at: noon(3 * day)) }
    let trial = FitTrial(of: log.replayed)
    #expect(trial.items == 199 && trial.proposal == nil && trial.fit.extent == .nothing)
  }

  @Test(arguments: [Grade.again, .good])
  func `a log of one grade only gives figures that are numbers`(_ grade: Grade) {
    var log = Log()
    for day in 0..<8 {
      for card in 0..<100 {
        log.add(review("card-\(card)", grade), at: noon(day * (day + 1) / 2, minute: Int64(card)))
      }
    }
    let trial = FitTrial(of: log.replayed)
    #expect(trial.items == 700)
    for evaluation in [trial.standard, trial.inForce, trial.fitted] {
      #expect(evaluation.logLoss.isFinite && evaluation.rmse.isFinite)
      #expect(evaluation.recalled == (grade == .again ? 0 : 1))
    }
    #expect(trial.gain.mean.isFinite && trial.fit.weights.values.allSatisfy(\.isFinite))
  }

  @Test func `the older part must teach as much as the whole, or nobody can judge`() {
    // 70 items on the whole are enough for all weights, 56 are not.
    var log = Log()
    for card in 0..<35 {
      for (step, day) in [0, 2, 6].enumerated() {
        let grade: Grade = step > 0 && card % 7 == 0 ? .again : .good
        log.add(review("card-\(card)", grade), at: noon(day, minute: Int64(card)))
      }
    }
    let trial = FitTrial(of: log.replayed)
    #expect(trial.fit.extent == .everything && trial.trained.extent == .initialStabilities)
    #expect(trial.outcome == .tooFewToJudge && trial.proposal == nil)
  }

  @Test func `under FSRS-7 its own weights are fitted, to answers within the day too`() throws {
    var log = Log(simulated: 11, cards: 150, days: 150, truth: SimulatedLog.forgetful)
    let first = try #require(log.events.first).moment
    log.add(.parameters(Parameters(dual: .standard)), at: first)
    let trial = FitTrial(of: log.replayed)
    #expect(trial.items == trial.reviews - trial.cards)
    #expect(trial.outcome == .better && trial.fit.extent == .everything)
    let proposal = try #require(trial.proposal)
    #expect(proposal.parameters.dual != .standard && proposal.parameters.weights == .standard)
    #expect(proposal.parameters.modelWeights == trial.fit.weights)
    let later = SimulatedLog(seed: 99, cards: 200, days: 150, truth: SimulatedLog.forgetful)
    let set = TrainingSet(later.reviews, predicting: .allAnswers)
    let advantage = Advantage(of: trial.fit.weights, over: .fsrs7(.standard), on: set)
    #expect(advantage.isBeyondChance)
  }

  @Test func `fitted weights keep relearning from outweighing the lapse`() {
    for steps in [1, 2, 4] {
      var log = Self.forgetful
      let waits = (0..<Int64(steps)).map { 60_000 * ($0 + 1) }
      log.add(.parameters(Parameters(steps: waits)), at: noon(-20_000))
      let trial = FitTrial(of: log.replayed)
      for fit in [trial.fit, trial.trained] {
        guard case .fsrs6(let weights) = fit.weights else {
          Issue.record("a fit of another model")
          return
        }
        #expect(weights == weights.clipped(relearningSteps: steps))
      }
    }
  }
}
