import Decks
import Scheduling
import Testing

@testable import Study

/// A day of many answers is one step of learning, however the session comes to them.
@Suite struct SameDayTests {
  /// Plays grades of one day, some minutes apart.
  private func played(_ grades: [Grade], on day: Int, into log: inout Log) {
    for (index, grade) in grades.enumerated() {
      log.add(review("a", grade), at: noon(day, minute: Int64(index) * 2))
    }
  }

  private func stability(_ log: Log) -> Double {
    log.replayed.state(of: CardID("a"))?.memory.stability ?? 0
  }

  @Test func `fifteen right answers of one day leave a card as stable as two`() {
    for before in [[], [(0, Grade.good), (3, .good)]] {
      var log = Log()
      for (day, grade) in before { log.add(review("a", grade), at: noon(day)) }
      var stabilities: [Double] = []
      for step in 0..<15 {
        log.add(review("a", .easy), at: noon(9, minute: Int64(step) * 2))
        stabilities.append(stability(log))
      }
      #expect(stabilities[1] > stabilities[0])
      #expect(stabilities[2...].allSatisfy { $0 == stabilities[1] })
      #expect(log.replayed == log.live)
      // The next day is a day of its own.
      log.add(review("a", .good), at: noon(10))
      log.add(review("a", .good), at: noon(10, minute: 10))
      #expect(stability(log) > stabilities[14])
    }
  }

  @Test func `forgotten answers of a day count, and regained ones once`() {
    var log = Log()
    played([.good, .good], on: 0, into: &log)
    let grown = stability(log)
    played([.again], on: 9, into: &log)
    let lapsed = stability(log)
    #expect(lapsed < grown)
    log.add(review("a", .good), at: noon(9, minute: 10))
    let regained = stability(log)
    #expect(regained > lapsed)
    log.add(review("a", .again), at: noon(9, minute: 20))
    let again = stability(log)
    #expect(again < regained)
    log.add(review("a", .good), at: noon(9, minute: 30))
    #expect(stability(log) == again)
  }

  @Test func `the interval shown is the interval given, also on top of the day's step`() throws {
    var log = Log()
    log.add(.parameters(Parameters(steps: [])), at: noon(0))
    var progress = log.live
    for step in 0..<8 {
      let moment = noon(0, minute: Int64(step) * 3)
      let preview = progress.preview(of: CardID("a"), at: moment)
      let grade = Grade.allCases[step % 4]
      log.add(review("a", grade), at: moment)
      progress.apply(try #require(log.events.last))
      #expect(progress.state(of: CardID("a")) == preview[grade])
    }
  }

  @Test func `new weights, undo and snapshots keep to one step a day`() throws {
    var log = Log()
    played([.good, .good, .good, .good], on: 0, into: &log)
    let last = try #require(log.events.last)
    log.add(.undo(last.id), at: noon(0, minute: 20))
    var short = Log()
    played([.good, .good], on: 0, into: &short)
    #expect(stability(log) == stability(short))
    let weights = Parameters(weights: otherWeights(1.1))
    log.add(.parameters(weights), at: noon(1))
    short.add(.parameters(weights), at: noon(1))
    #expect(stability(log) == stability(short))
    #expect(log.replayed == log.live)
  }

  @Test func `practice never counts, neither for memory nor for dates nor for a fit`() throws {
    var log = Log()
    log.add(review("a", .good), at: noon(0))
    let before = log.replayed
    for minute in 1...20 as ClosedRange<Int64> {
      guard case .review(let answer) = review("a", .good) else { return }
      log.add(.cram(answer), at: noon(0, minute: minute))
    }
    let after = log.replayed
    #expect(after.state(of: CardID("a")) == before.state(of: CardID("a")))
    #expect(after.trainingLog == before.trainingLog && after.reviewCount == 1)
    #expect(after.cramCount == 20)
    // Nor does it take the place of the day's step.
    log.add(review("a", .easy), at: noon(0, minute: 30))
    #expect(stability(log) > before.state(of: CardID("a"))?.memory.stability ?? 0)
  }

  @Test func `training sees the same memory as the session`() throws {
    var log = Log()
    for day in [0, 1, 5, 16] { played([.again, .good, .good, .easy], on: day, into: &log) }
    log.add(review("a", .good), at: noon(40))
    let set = TrainingSet(log.replayed.trainingLog)
    let forecasts = set.forecasts(by: .fsrs6(.standard))
    let laterDays = log.replayed.explanation(of: CardID("a")).enumerated().filter {
      $0.offset % 4 == 0 && $0.offset > 0
    }
    #expect(forecasts.count == 4 && laterDays.count == 4)
    for (forecast, answer) in zip(forecasts, laterDays) {
      let recall = try #require(answer.element.retrievability)
      #expect(abs(forecast.recall - recall) < 1e-12)
    }
  }
}
