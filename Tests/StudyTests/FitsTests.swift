import Decks
import Scheduling
import Storage
import TestKit
import Testing

@testable import Study

@Suite struct FitsTests {
  private static func fit(_ factor: Double, reviews: Int = 2) -> Event.Fact {
    .fit(FittedParametersTests.example(factor, reviews: reviews))
  }

  @Test func `a fit changes memory and moves no due date`() {
    var log = Log()
    log.add(review("a", .good), at: noon(0))
    log.add(review("a", .good), at: noon(2))
    let before = log.replayed.state(of: CardID("a"))
    log.add(Self.fit(1.05), at: noon(3))
    let after = log.replayed.state(of: CardID("a"))
    #expect(after?.due == before?.due && after?.memory != before?.memory)
    #expect(log.replayed.parameters.weights == otherWeights(1.05))
    #expect(log.replayed == log.live)
    #expect(log.replayed.fits.map(\.replaced) == [.fsrs6(.standard)])
  }

  @Test func `each undo goes one fit further back, and then there is none`() throws {
    let temporary = try TemporaryFolder()
    let place = LearnerFolder(temporary.path(of: "store"))
    let learner = try place.learner()
    try learner.record(review("a", .good), at: noon(0))
    try learner.record(Self.fit(1.05), at: noon(1))
    try learner.record(Self.fit(0.95), at: noon(2))
    #expect(try learner.undoFit(at: noon(3))?.fitted.parameters.weights == otherWeights(0.95))
    #expect(learner.progress.parameters.weights == otherWeights(1.05))
    #expect(learner.progress.fits.map(\.isTakenBack) == [false, true])
    #expect(try learner.undoFit(at: noon(4))?.replaced == .fsrs6(.standard))
    #expect(learner.progress.parameters.weights == .standard)
    #expect(learner.progress.parameters.retention == 0.88)
    #expect(try learner.undoFit(at: noon(5)) == nil)
    #expect(try place.kinds() == ["review"] + Array(repeating: "parameters", count: 4))
  }

  @Test func `what was fitted is there again after opening anew, and settings leave it alone`()
    throws
  {
    let temporary = try TemporaryFolder()
    let place = LearnerFolder(temporary.path(of: "store"))
    var before: Progress?
    do {
      let learner = try place.learner()
      try learner.record(review("a", .good), at: noon(0))
      try learner.record(Self.fit(1.05), at: noon(1))
      try learner.use(Parameters(retention: 0.93), at: noon(2))
      before = learner.progress
    }
    let again = try place.learner()
    #expect(again.progress == before)
    #expect(again.progress.parameters.weights == otherWeights(1.05))
    #expect(again.progress.parameters.retention == 0.93)
    try again.use(Parameters(retention: 0.93), at: noon(3))
    #expect(try place.kinds() == ["review", "parameters", "parameters"])
  }

  @Test func `a snapshot holds fits and their undoing`() throws {
    let temporary = try TemporaryFolder()
    let place = LearnerFolder(temporary.path(of: "store"))
    do {
      let learner = try place.learner()
      try learner.record(review("a", .good), at: noon(0))
      try learner.record(Self.fit(1.05), at: noon(1))
      try learner.record(Self.fit(0.95), at: noon(2))
      try learner.undoFit(at: noon(3))
    }
    let state = try LogState(reading: place.folder)
    #expect(state.progress.fits.map(\.isTakenBack) == [false, true])
    #expect(Snapshot(state, in: place.folder, growth: [:])?.write() == true)
    let again = try LogState(reading: place.folder)
    #expect(again.eventsSinceSnapshot == 0 && again.progress == state.progress)
  }

  @Test func `a program that knows no fits reads the same weights`() throws {
    var log = Log()
    log.add(review("a", .good), at: noon(0))
    let fit = log.add(Self.fit(1.05), at: noon(1))
    log.add(.restore(Parameters(weights: otherWeights(1.02)), fit: fit), at: noon(2))
    let older = log.events.map { event in
      switch event.fact {
      case .fit(let fitted):
        Event(id: event.id, moment: event.moment, fact: .parameters(fitted.parameters))
      case .restore(let parameters, _):
        Event(id: event.id, moment: event.moment, fact: .parameters(parameters))
      default: event
      }
    }
    let read = Progress(replaying: older)
    #expect(read.cards == log.replayed.cards && read.parameters == log.replayed.parameters)
  }

  @Test func `reviews have doubled from twice as many on, and a first fit needs many`() {
    #expect(!FitAge(reviewsThen: 700, reviewsNow: 1399).asksForFit)
    #expect(FitAge(reviewsThen: 700, reviewsNow: 1400).asksForFit)
    #expect(!FitAge(reviewsThen: nil, reviewsNow: FitAge.enoughToBegin - 1).asksForFit)
    #expect(FitAge(reviewsThen: nil, reviewsNow: FitAge.enoughToBegin).asksForFit)
    #expect(!FitAge(reviewsThen: 0, reviewsNow: 0).asksForFit)
    #expect(!FitAge(reviewsThen: .max, reviewsNow: 5).asksForFit)
  }

  @Test func `the age of the weights counts from the newest fit that stands`() {
    var log = Log()
    for day in 0..<5 { log.add(review("a", .good), at: noon(day)) }
    #expect(log.replayed.fitAge == FitAge(reviewsThen: nil, reviewsNow: 5))
    log.add(Self.fit(1.05, reviews: 2), at: noon(6))
    let second = log.add(Self.fit(1.1, reviews: 4), at: noon(7))
    #expect(log.replayed.fitAge == FitAge(reviewsThen: 4, reviewsNow: 5))
    log.add(.restore(Parameters(weights: otherWeights(1.05)), fit: second), at: noon(8))
    #expect(log.replayed.fitAge == FitAge(reviewsThen: 2, reviewsNow: 5))
    let summary = Summary(of: log.replayed, decks: [], at: noon(9))
    #expect(summary.fitAge == FitAge(reviewsThen: 2, reviewsNow: 5))
  }

  /// A fit of FSRS-7 whose weights are its standard ones times a factor.
  private static func dualFit(_ factor: Double) throws -> Event.Fact {
    var fitted = FittedParametersTests.example()
    fitted.parameters.dual = try DualWeights(DualWeights.standard.values.map { $0 * factor })
    return .fit(fitted)
  }

  @Test func `a fit of one model is never taken back under the other`() throws {
    let temporary = try TemporaryFolder()
    let place = LearnerFolder(temporary.path(of: "store"))
    let learner = try place.learner()
    try learner.record(review("a", .good), at: noon(0))
    try learner.record(Self.fit(1.05), at: noon(1))
    try learner.use(Parameters(dual: .standard), at: noon(2))
    #expect(learner.progress.lastFit == nil)
    #expect(try learner.undoFit(at: noon(3)) == nil)
    try learner.record(try Self.dualFit(1.02), at: noon(4))
    #expect(learner.progress.lastFit?.replaced == .fsrs7(.standard))
    try learner.use(Parameters(), at: noon(5))
    #expect(learner.progress.lastFit?.replaced == .fsrs6(.standard))
    #expect(learner.progress.parameters.modelWeights == .fsrs6(otherWeights(1.05)))
    // What was fitted to the learner comes back with its model.
    try learner.use(Parameters(dual: .standard), at: noon(6))
    let weights = try DualWeights(DualWeights.standard.values.map { $0 * 1.02 })
    #expect(learner.progress.parameters.modelWeights == .fsrs7(weights))
    try learner.undoFit(at: noon(7))
    #expect(learner.progress.parameters.modelWeights == .fsrs7(.standard))
    #expect(learner.progress.parameters.weights == otherWeights(1.05))
    let state = try LogState(reading: place.folder)
    #expect(Snapshot(state, in: place.folder, growth: [:])?.write() == true)
    #expect(try Snapshot.continued(in: place.folder)?.progress == state.progress)
    #expect(state.progress == learner.progress)
  }
}
