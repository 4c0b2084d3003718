import TestKit
import Testing

@testable import Scheduling

@Suite struct AdvantageTests {
  private let set = TrainingSet(SimulatedLog(seed: 5, cards: 60, days: 120).reviews)

  private let standard = ModelWeights.fsrs6(.standard)

  private func other() throws -> ModelWeights {
    .fsrs6(try Weights(Weights.standard.values.map { $0 * 1.2 }))
  }

  @Test func `the mean is what the log losses differ by`() throws {
    let advantage = Advantage(of: try other(), over: standard, on: set)
    let losses = [standard, try other()].map { Evaluation(of: $0, on: set).logLoss }
    #expect(abs(advantage.mean - (losses[0] - losses[1])) < 1e-12)
    #expect(advantage.standardError > 0)
    #expect(advantage.interval.contains(advantage.mean))
  }

  @Test func `turned round it has the other sign`() throws {
    let there = Advantage(of: try other(), over: standard, on: set)
    let back = Advantage(of: standard, over: try other(), on: set)
    #expect(there.mean == -back.mean && abs(there.standardError - back.standardError) < 1e-15)
    #expect(!(there.isBeyondChance && back.isBeyondChance))
  }

  @Test func `the same weights have none over themselves, and nothing shows none`() throws {
    let same = Advantage(of: standard, over: standard, on: set)
    #expect(same.mean == 0 && same.standardError == 0 && !same.isBeyondChance)
    let empty = Advantage(of: try other(), over: standard, on: TrainingSet([]))
    #expect(empty.mean == 0 && empty.standardError == 0 && !empty.isBeyondChance)
  }

  @Test func `the truth is better than the standard beyond chance where they differ much`() {
    let log = SimulatedLog(seed: 9, cards: 200, days: 200, truth: SimulatedLog.forgetful)
    #expect(
      Advantage(of: .fsrs6(log.truth), over: standard, on: TrainingSet(log.reviews)).isBeyondChance
    )
  }
}
