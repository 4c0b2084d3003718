import Glibc
import TestKit
import Testing

@testable import Scheduling

@Suite struct GroupForecastTests {
  private static let set = TrainingSet(SimulatedLog(seed: 3, cards: 200, days: 120).reviews)
  private static let other = ModelWeights.fsrs6(SimulatedLog.forgetful)

  @Test func `parts of a set hold every item once`() {
    let cards = Set((0..<200).filter { $0 % 3 == 0 })
    let (part, rest) = (
      Self.set.part(of: cards), Self.set.part(of: Set(0..<200).subtracting(cards))
    )
    #expect(part.itemCount > 0 && part.itemCount + rest.itemCount == Self.set.itemCount)
    #expect((part.items + rest.items).sorted() == Self.set.items.sorted())
    #expect(Self.set.part(of: []).itemCount == 0)
    let counts = Self.set.itemCounts
    #expect(counts.reduce(0, +) == Self.set.itemCount && counts.count == Self.set.cardCount)
    #expect(cards.reduce(0) { $0 + counts[$1] } == part.itemCount)
  }

  @Test func `cards with weights of their own are forecast by them, the others as before`() {
    let cards: Set = [1, 5, 8]
    let one = Self.set.forecasts(by: .fsrs6(.standard))
    let own = Self.set.forecasts(by: Self.other)
    let both = Self.set.forecasts(
      by: .fsrs6(.standard),
      own: [CardWeights(cards: cards, weights: Self.other)]
    )
    for index in both.indices {
      #expect(both[index] == (cards.contains(both[index].card) ? own : one)[index])
    }
    #expect(both != one && both != own)
  }

  @Test func `among many comparisons a gain must be surer`() {
    // A mean of three standard errors.
    let savings = (0..<100).map { $0 % 2 == 0 ? 1.0 : -0.537 }
    let mean = savings.reduce(0, +) / 100
    let theirs = savings.map { Self.forecast(loss: 2 + $0) }
    let ours = savings.map { _ in Self.forecast(loss: 2) }
    let gain = Advantage(of: ours, over: theirs)
    #expect(abs(gain.mean - mean) < 1e-9 && (2.9...3.1).contains(gain.mean / gain.standardError))
    #expect(gain.isBeyondChance && gain.isBeyondChance(among: 1) && gain.isBeyondChance(among: 10))
    #expect(!gain.isBeyondChance(among: 40))
    let none = Advantage(of: ours, over: ours)
    #expect(!none.isBeyondChance(among: 1) && !none.isBeyondChance(among: 0))
  }

  private static func forecast(loss: Double) -> Forecast {
    Forecast(card: 0, firstGrade: 3, recall: exp(-loss), isRecalled: true, weight: 1, bin: .none)
  }

  @Test func `weights of a part are drawn to those of the whole`() throws {
    let few = Self.set.divided(at: 0.05).training
    #expect(few.itemCount < Optimizer.leastForAll)
    for whole in [Self.other, .fsrs7(.standard)] {
      let fit = Optimizer().fit(few, drawnTo: whole, relearningSteps: 1)
      #expect(fit.extent == .nothing && fit.weights == whole)
    }
    let fit = Optimizer().fit(Self.set, drawnTo: Self.other, relearningSteps: 1)
    let free = Optimizer().fit(Self.set, like: Self.other, relearningSteps: 1)
    #expect(fit.extent == .everything && fit.weights != Self.other)
    func distance(_ weights: ModelWeights) -> Double {
      zip(weights.values, Self.other.values).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    #expect(distance(fit.weights) < distance(free.weights))
  }
}
