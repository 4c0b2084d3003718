import Decks
import Scheduling
import Storage
import TestKit
import Testing

@testable import Study

@Suite struct GroupTrialTests {
  /// A learner's cards of some decks, each forgotten as its own weights have it.
  private static func log(_ decks: [(name: String, truth: Weights)], seed: UInt64 = 1) -> Log {
    var log = Log(seed: seed)
    let reviews = decks.enumerated().flatMap { place, deck in
      SimulatedLog(seed: seed &+ UInt64(place), cards: 400, days: 150, truth: deck.truth).reviews
        .map { (deck: deck.name, review: $0) }
    }
    for (deck, logged) in reviews.sorted(by: { $0.review.time < $1.review.time }) {
      let moment = Moment(at: Timestamp(milliseconds: logged.time), offset: 0)
      let grade = Grade(rawValue: logged.grade) ?? .good
      log.add(review("\(deck)-\(logged.card)", grade, deck: deck), at: moment)
    }
    return log
  }

  /// A memory that fades far more slowly than the standard one.
  private static let firm: Weights = {
    var values = Weights.standard.values
    for index in 0..<4 { values[index] *= 6 }
    values[8] = 2.6
    values[20] = 0.1
    return (try? Weights(values)) ?? .standard
  }()

  private static let unlike = log([("faded", SimulatedLog.forgetful), ("kept", firm)])

  @Test func `decks that are forgotten otherwise get weights that predict them better`() throws {
    let trial = FitTrial(of: Self.unlike.replayed)
    #expect(trial.tried.map(\.name) == ["faded", "kept"])
    #expect(trial.tried.allSatisfy { $0.isKept })
    #expect(trial.outcome == .better)
    let proposal = try #require(trial.proposal)
    #expect(proposal.parameters.groups.map(\.name) == ["faded", "kept"])
    #expect(proposal.parameters.groups.map(\.cards.count) == [400, 400])
    // Reviews that nobody has seen decide whether that was right.
    for (group, truth) in zip(proposal.parameters.groups, [SimulatedLog.forgetful, Self.firm]) {
      let later = SimulatedLog(seed: 77, cards: 400, days: 150, truth: truth)
      let set = TrainingSet(later.reviews)
      let gain = Advantage(of: group.weights, over: trial.fit.weights, on: set)
      #expect(gain.isBeyondChance, "\(group.name): \(gain)")
    }
  }

  @Test func `the figures of the reviews held back are those with the groups`() {
    let trial = FitTrial(of: Self.unlike.replayed)
    let material = Self.unlike.replayed.trainingMaterial
    let test = TrainingSet(material.log).divided(at: FitTrial.trainingShare).test
    let alone = Evaluation(of: trial.trained.weights, on: test)
    #expect(trial.fitted.logLoss < alone.logLoss && trial.fitted.itemCount == alone.itemCount)
    let saved = trial.tried.reduce(0) { $0 + $1.gain.mean * Double($1.tested) }
    let expected = alone.logLoss - saved / Double(alone.itemCount)
    #expect(abs(trial.fitted.logLoss - expected) < 1e-9)
  }

  @Test func `decks that are forgotten alike get none`() throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      let log = Self.log(
        [("a", SimulatedLog.forgetful), ("b", SimulatedLog.forgetful)],
        seed: seed * 10
      )
      let trial = FitTrial(of: log.replayed)
      #expect(trial.tried.count == 2 && trial.tried.allSatisfy { !$0.isKept }, "seed \(seed)")
      #expect(try #require(trial.proposal).parameters.groups.isEmpty)
    }
  }

  @Test func `tags are tried with the cards that no deck took, each card in one group at most`() {
    var tags: [CardID: [String]] = [:]
    for card in Self.unlike.replayed.cards.keys {
      tags[card] = ["all"] + (card.text.hasPrefix("faded") ? ["renal"] : [])
    }
    let decks = FitTrial(of: Self.unlike.replayed, tags: tags)
    #expect(decks.tried.map(\.kind) == [.deck, .deck])
    // The same cards in one deck: only the tag tells them apart.
    var log = Log(seed: 1)
    for event in Self.unlike.events {
      guard case .review(var review) = event.fact else { continue }
      review.deck = "one"
      log.add(.review(review), at: event.moment)
    }
    let trial = FitTrial(of: log.replayed, tags: tags)
    #expect(trial.tried.map(\.name) == ["renal"] && trial.tried.first?.isKept == true)
    let groups = trial.proposal?.parameters.groups ?? []
    #expect(groups.map(\.kind) == [.tag] && groups.first?.cards.count == 400)
    #expect(FitTrial(of: log.replayed).tried.isEmpty)
  }

  @Test func `a deck of few items is not tried`() {
    let log = Log(simulated: 4, cards: 90, days: 120, truth: SimulatedLog.forgetful)
    var two = Log(seed: 4)
    for event in log.events {
      guard case .review(var review) = event.fact else { continue }
      review.deck = review.card.text.hasSuffix("7") ? "few" : "many"
      two.add(.review(review), at: event.moment)
    }
    let trial = FitTrial(of: two.replayed)
    #expect(trial.items > FitTrial.fewItems && trial.tried.map(\.name) == ["many"])
  }

  @Test func `a second trial of the same reviews finds nothing better than groups in force`() throws
  {
    var log = Self.unlike
    let proposal = try #require(FitTrial(of: log.replayed).proposal)
    log.add(.fit(proposal), at: try #require(log.events.last).moment)
    let again = FitTrial(of: log.replayed)
    #expect(again.outcome == .noBetter && again.inForceKnowsTest)
  }

  @Test func `under FSRS-7 decks get weights of its kind`() throws {
    var log = Self.unlike
    log.add(.parameters(Parameters(dual: .standard)), at: try #require(log.events.first).moment)
    let trial = FitTrial(of: log.replayed)
    let groups = try #require(trial.proposal).parameters.groups
    #expect(groups.map(\.name) == ["faded", "kept"])
    #expect(groups.allSatisfy { $0.weights.predicted == .allAnswers })
  }
}
