import Decks
import Scheduling
import Storage
import TestKit
import Testing

@testable import Study

@Suite struct WeightGroupTests {
  private static func group(_ factor: Double, _ cards: [String]) -> WeightGroup {
    WeightGroup(
      kind: .deck,
      name: "renal",
      weights: .fsrs6(otherWeights(factor)),
      cards: cards.map { CardID($0) }
    )
  }

  private static func fit(_ groups: [WeightGroup], _ factor: Double = 1.05) -> Event.Fact {
    var fitted = FittedParametersTests.example(factor)
    fitted.parameters.groups = groups
    return .fit(fitted)
  }

  private static func line(_ fact: Event.Fact) -> String {
    var log = Log()
    log.add(fact, at: noon(4))
    return log.events.map { String(decoding: $0.encoded(), as: UTF8.self) }.joined()
  }

  private static func decoded(_ text: String) throws -> Event.Fact {
    try Array(text.utf8).withUnsafeBytes { try Event(decoding: $0).fact }
  }

  /// Two cards answered alike, of which the first is in a group.
  private static var log: Log {
    var log = Log()
    for (step, day) in [0, 2, 9].enumerated() {
      for card in ["a", "b"] {
        log.add(review(card, .good), at: noon(day, minute: Int64(step)))
      }
    }
    return log
  }

  @Test func `groups are written with their cards and weights, and read back`() throws {
    let groups = [
      Self.group(1.02, ["a", "c/c1"]),
      WeightGroup(kind: .tag, name: "µ \"x\"", weights: .fsrs6(.standard), cards: []),
    ]
    let fit = Self.fit(groups)
    let line = Self.line(fit)
    #expect(line.contains(#""groups":[{"deck":"renal","weights":["#))
    #expect(line.contains(#""cards":["a","c/c1"]},{"tag":"#))
    #expect(try Self.decoded(line) == fit)
    let dual = Parameters(
      dual: .standard,
      groups: [WeightGroup(kind: .tag, name: "t", weights: .fsrs7(.standard), cards: [])]
    )
    #expect(try Self.decoded(Self.line(.parameters(dual))) == .parameters(dual))
    #expect(!Self.line(.parameters(Parameters())).contains("groups"))
  }

  @Test(arguments: [
    "null", "7", "{}", "[7]", #"[{"deck":7}]"#, #"[{"deck":"x","weights":[1],"cards":["a"]}]"#,
    #"[{"ward":"x","cards":["a"]}]"#, #"[{"tag":"x","weights":["NaN"],"cards":["a"]}]"#,
  ])
  func `groups that cannot be understood cost nothing else`(_ value: String) throws {
    let parameters = Parameters(weights: otherWeights(1.1))
    let odd = "\(Self.line(.parameters(parameters)).dropLast()),\"groups\":\(value)}"
    #expect(try Self.decoded(odd) == .parameters(parameters))
  }

  @Test func `keys of a later version are skipped`() throws {
    let fit = Self.fit([Self.group(1.02, ["a"])])
    let later = Self.line(fit).replacing(#"{"deck":"renal""#, with: #"{"by":[{}],"deck":"renal""#)
    #expect(try Self.decoded(later) == fit)
  }

  @Test func `a card follows the weights of its group, the others those of all`() {
    var log = Self.log
    log.add(Self.fit([Self.group(0.9, ["a"])]), at: noon(10))
    let progress = log.replayed
    #expect(progress == log.live)
    for (card, factor) in [("a", 0.9), ("b", 1.05)] {
      var alone = Self.log
      alone.add(
        .parameters(Parameters(weights: otherWeights(factor), retention: 0.88)),
        at: noon(10)
      )
      let id = CardID(card)
      #expect(progress.state(of: id) == alone.replayed.state(of: id))
      #expect(progress.stability(of: id) == alone.replayed.stability(of: id))
      #expect(
        progress.retrievability(of: id, on: 30) == alone.replayed.retrievability(of: id, on: 30)
      )
      #expect(
        progress.preview(of: id, at: noon(20)) == alone.replayed.preview(of: id, at: noon(20))
      )
      #expect(progress.explanation(of: id) == alone.replayed.explanation(of: id))
    }
  }

  @Test func `what is previewed is what is applied, also under another id`() {
    for grade in Grade.allCases {
      var log = Self.log
      log.add(Self.fit([Self.group(0.9, ["a"])]), at: noon(10))
      log.add(.adopt(from: CardID("a"), to: CardID("new")), at: noon(11))
      for card in ["b", "new"] {
        let shown = log.replayed.preview(of: CardID(card), at: noon(20))
        log.add(review(card, grade), at: noon(20))
        #expect(log.replayed.state(of: CardID(card)) == shown[grade])
        #expect(log.replayed == log.live)
      }
    }
  }

  @Test func `a card of two groups belongs to the first`() {
    var log = Self.log
    log.add(Self.fit([Self.group(0.9, ["a"]), Self.group(1.1, ["a", "b"])]), at: noon(10))
    var alone = Self.log
    alone.add(.parameters(Parameters(weights: otherWeights(0.9))), at: noon(10))
    let card = CardID("a")
    #expect(log.replayed.state(of: card) == alone.replayed.state(of: card))
  }

  @Test func `settings leave groups alone, and undoing a fit restores those before it`() throws {
    let temporary = try TemporaryFolder()
    let place = LearnerFolder(temporary.path(of: "store"))
    let learner = try place.learner()
    try learner.record(review("a", .good), at: noon(0))
    try learner.record(Self.fit([Self.group(0.9, ["a"])]), at: noon(1))
    try learner.record(Self.fit([Self.group(1.1, ["a"])]), at: noon(2))
    try learner.use(Parameters(retention: 0.93), at: noon(3))
    #expect(learner.progress.parameters.groups == [Self.group(1.1, ["a"])])
    // Groups belong to a model: they rest while the other one schedules.
    try learner.use(Parameters(dual: .standard, retention: 0.93), at: noon(4))
    #expect(learner.progress.parameters.groups.isEmpty)
    try learner.use(Parameters(retention: 0.93), at: noon(5))
    #expect(learner.progress.parameters.groups == [Self.group(1.1, ["a"])])
    try learner.undoFit(at: noon(6))
    #expect(learner.progress.parameters.groups == [Self.group(0.9, ["a"])])
    try learner.undoFit(at: noon(7))
    #expect(learner.progress.parameters.groups.isEmpty)
    #expect(learner.progress.parameters.weights == .standard)
  }

  @Test func `a snapshot holds groups, those in force and those replaced`() throws {
    let temporary = try TemporaryFolder()
    let place = LearnerFolder(temporary.path(of: "store"))
    do {
      let learner = try place.learner()
      try learner.record(review("a", .good), at: noon(0))
      try learner.record(Self.fit([Self.group(0.9, ["a"])]), at: noon(1))
      try learner.record(Self.fit([Self.group(1.1, ["a", "b"])]), at: noon(2))
    }
    let state = try LogState(reading: place.folder)
    #expect(Snapshot(state, in: place.folder, growth: [:])?.write() == true)
    let again = try LogState(reading: place.folder)
    #expect(again.eventsSinceSnapshot == 0 && again.progress == state.progress)
    #expect(again.progress.fits.map(\.replacedGroups.count) == [0, 1])
  }

  @Test func `the days to come are played by the weights of each card`() {
    var log = Log()
    for card in 0..<60 {
      for day in [0, 2, 9] { log.add(review("card-\(card)", .good), at: noon(day)) }
    }
    let cards = (0..<60).map { CardID("card-\($0)") }
    let question = Workload.Question(retentions: [0.9], days: 60, newPerDay: 0, reviewsPerDay: 99)
    func rows(_ fact: Event.Fact) -> [Workload.Row] {
      var log = log
      log.add(fact, at: noon(10))
      return Workload(of: cards, progress: log.replayed, at: noon(12), asking: question).rows
    }
    let all = WeightGroup(
      kind: .deck,
      name: "d",
      weights: .fsrs6(otherWeights(0.9)),
      cards: cards
    )
    // Everything in one group comes to the same as those weights for everything.
    let alone = rows(.parameters(Parameters(weights: otherWeights(0.9))))
    #expect(rows(.parameters(Parameters(groups: [all]))) == alone)
    #expect(rows(.parameters(Parameters())) != alone)
  }
}
