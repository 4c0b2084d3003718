import Decks
import Scheduling
import Testing

@testable import Study

@Suite struct TallyTests {
  private static func item(_ card: String, isNew: Bool = false) -> Queue.Item {
    let id = CardID(card)
    return Queue.Item(id: id, group: id, isStage: false, isNew: isNew)
  }

  private static func tally(_ answers: [(card: String, grade: Grade)]) -> Tally {
    var tally = Tally()
    for (number, answer) in answers.enumerated() {
      tally.take(
        item(answer.card, isNew: answer.card.hasPrefix("new")),
        grade: answer.grade,
        isCorrect: answer.grade != .again,
        elapsed: 9_000 - number * 1_000
      )
    }
    return tally
  }

  @Test func `of no answers there is nothing to count`() {
    let tally = Tally()
    #expect(tally.cards == 0 && tally.newCards == 0 && tally.missed.isEmpty && tally.times.isEmpty)
    #expect(tally.firstTry.value == nil && Grade.allCases.allSatisfy { tally.count(of: $0) == 0 })
  }

  @Test func `answers are counted by grade, cards once each, and times from the shortest`() {
    let tally = Self.tally([
      ("a", .again), ("new1", .good), ("b", .easy), ("a", .good), ("new1", .good), ("new2", .hard),
    ])
    #expect(tally.answers.map(\.item.id.text) == ["a", "new1", "b", "a", "new1", "new2"])
    #expect(tally.cards == 4 && tally.newCards == 2)
    #expect(Grade.allCases.map { tally.count(of: $0) } == [1, 1, 3, 1])
    #expect(tally.times == [4_000, 5_000, 6_000, 7_000, 8_000, 9_000])
  }

  @Test func `the first try is a card's first answer of the session, whatever came after`() {
    let tally = Self.tally([
      ("a", .again), ("a", .good), ("b", .good), ("b", .again), ("c", .hard), ("d", .again),
    ])
    #expect(tally.firstTry == Share(of: 2, in: 4))
  }

  @Test func `missed cards stand once, in the order they were missed`() {
    let tally = Self.tally([
      ("b", .good), ("c", .again), ("a", .again), ("c", .again), ("b", .again), ("d", .hard),
    ])
    #expect(tally.missed.map(\.text) == ["c", "a", "b"])
  }

  @Test func `the newest answer can be taken back, down to none`() {
    let answers: [(card: String, grade: Grade)] = [("a", .again), ("b", .good), ("a", .easy)]
    var tally = Self.tally(answers)
    for count in (0..<3).reversed() {
      #expect(tally.takeBack()?.id.text == answers[count].card)
      #expect(tally == Self.tally(Array(answers.prefix(count))))
    }
    #expect(tally.takeBack() == nil && tally == Tally())
  }

  @Test func `an answer that left its card for another session gives it back when undone`() {
    var tally = Tally()
    tally.take(Self.item("a"), grade: .again, isCorrect: false, elapsed: 1, isLeft: true)
    tally.take(Self.item("b"), grade: .good, isCorrect: true, elapsed: 1)
    #expect(tally.left == 1)
    _ = tally.takeBack()
    #expect(tally.left == 1)
    _ = tally.takeBack()
    #expect(tally.left == 0)
  }

  @Test func `a skipped card is asked again the first time only`() {
    var tally = Tally()
    let again = ["a", "b", "a", "a", "b"].map { tally.note(skipOf: CardID($0)) }
    #expect(again == [true, true, false, false, false])
  }
}
