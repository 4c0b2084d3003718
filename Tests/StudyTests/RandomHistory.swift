import Decks
import Scheduling
import Storage

@testable import Study

/// A seeded life with a few cards: several days, undo, adoption, other settings, sessions.
struct RandomHistory {
  var generator: SplitMix64
  private(set) var log: Log
  private var reviews: [ULID] = []
  private var minute: Int64 = 0

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
    log = Log(seed: seed &+ 1)
  }

  mutating func run(events count: Int) {
    for _ in 0..<count {
      minute += [1, 5, 90, 1_440, 7_200].randomElement(using: &generator) ?? 1
      let fact = fact()
      let offset = [60, 120, -480].randomElement(using: &generator) ?? 60
      let id = log.add(fact, at: noon(0, minute: minute, offset: offset))
      if case .review = fact { reviews.append(id) }
    }
  }

  private mutating func fact() -> Event.Fact {
    switch Int.random(in: 0..<20, using: &generator) {
    case 0...2:
      if let id = reviews.randomElement(using: &generator) { return .undo(id) }
    case 3...4:
      if let id = reviews.last { return .undo(id) }
    case 5...6: return .adopt(from: card(), to: card())
    case 7: return .session(Bool.random(using: &generator) ? .start : .end)
    case 8: return .parameters(parameters())
    case 9: return .unknown("flag")
    case 10: return .mark(mark(), card: card())
    case 11: return .override(review: reviews.last ?? ULID(high: 0, low: 1), reason: "synonym")
    case 12:
      if case .review(let practice) = answer() { return .cram(practice) }
    default: break
    }
    return answer()
  }

  private mutating func answer() -> Event.Fact {
    let promises: [Interval?] = [nil, nil, .days(1), .days(40), .milliseconds(90_000)]
    return review(
      card().text,
      Grade.allCases.randomElement(using: &generator) ?? .good,
      deck: Bool.random(using: &generator) ? "d" : "e",
      hash: Bool.random(using: &generator) ? "0" : "1",
      interval: promises.randomElement(using: &generator) ?? nil
    )
  }

  private mutating func mark() -> CardMark {
    let flag = CardFlag(kind: .wrong, reason: "µ", stem: "s", key: "k")
    return [.suspend, .resume, .bury, .flag(flag), .unflag, .note("mine"), .note("")]
      .randomElement(using: &generator) ?? .suspend
  }

  private mutating func card() -> CardID {
    CardID(["a", "b", "~a", "c/c1"].randomElement(using: &generator) ?? "a")
  }

  private mutating func parameters() -> Parameters {
    var parameters = Parameters(
      weights: [.standard, otherWeights(1.04), otherWeights(0.96)].randomElement(using: &generator)
        ?? .standard,
      dual: [nil, nil, .standard].randomElement(using: &generator) ?? nil,
      retention: [0.9, 0.8, 0.95].randomElement(using: &generator) ?? 0.9,
      steps: [[60_000, 600_000], [], [600_000]].randomElement(using: &generator) ?? [],
      dayStarts: [240, 0].randomElement(using: &generator) ?? 240
    )
    let isDual = parameters.dual != nil
    for factor in [0.9, 1.1] where Bool.random(using: &generator) {
      let weights: ModelWeights = isDual ? .fsrs7(.standard) : .fsrs6(otherWeights(factor))
      let cards = [card(), card()]
      let kind: WeightGroup.Kind = factor < 1 ? .deck : .tag
      parameters.groups.append(
        WeightGroup(kind: kind, name: "g", weights: weights, cards: cards)
      )
    }
    return parameters
  }
}
