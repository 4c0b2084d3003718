import Decks
import Scheduling
import Storage
import Testing

@testable import Study

@Suite struct TrainingLogTests {
  @Test func `reviews come in order of time, with the learner's day and the card's number by id`() {
    var log = Log()
    log.add(review("b", .again), at: noon(0))
    log.add(review("a", .good), at: noon(0, minute: 1))
    // 02:00 at the learner's place belongs to the day before.
    log.add(review("b", .easy), at: noon(1, minute: 13 * 60, offset: 60))
    let logged = log.replayed.trainingLog
    #expect(logged.map(\.card) == [1, 0, 1])
    #expect(logged.map(\.grade) == [1, 3, 4])
    #expect(logged.map { $0.day - logged[0].day } == [0, 0, 1])
    #expect(logged[2].time == noon(1, minute: 13 * 60).at.milliseconds)
  }

  @Test func `practice and what was undone never count`() {
    var log = Log()
    log.add(review("a", .good), at: noon(0))
    let without = log.replayed.trainingLog
    let wrong = log.add(review("a", .again), at: noon(2))
    log.add(.undo(wrong), at: noon(2, minute: 1))
    if case .review(let answer) = review("a", .again) { log.add(.cram(answer), at: noon(3)) }
    #expect(log.replayed.cramCount == 1)
    #expect(log.replayed.trainingLog == without && log.live.trainingLog == without)
  }

  @Test func `a card that changed its id is one card`() {
    var log = Log()
    log.add(review("a~1", .good), at: noon(0))
    log.add(.adopt(from: CardID("a~1"), to: CardID("a")), at: noon(1))
    log.add(review("a", .good), at: noon(2))
    let set = TrainingSet(log.replayed.trainingLog)
    #expect(set.cardCount == 1 && set.itemCount == 1)
  }

  @Test func `a whole log gives a training set in which nothing is out of order`() {
    let log = Log(simulated: 3, cards: 80, days: 100)
    let set = TrainingSet(log.replayed.trainingLog)
    #expect(set.reviewCount == log.events.count && set.cardCount == 80)
    #expect(set.losses.outOfOrder == 0 && set.losses.daysBackwards == 0)
  }
}
