import Decks
import Scheduling
import Storage
import Testing

@testable import Study

@Suite struct CardMarkTests {
  private static let card = CardID("a")
  private static let wrong = CardFlag(kind: .wrong, reason: "old dose", stem: "s", key: "k")

  /// What keeps the card from being asked, after marks a minute apart, some days later.
  private static func hindrance(
    _ marks: [CardMark],
    day: Int = 0,
    stem: String = "s",
    key: String = "k"
  ) -> Hindrance? {
    let progress = log(marks).live
    let today = progress.days.day(of: noon(day).at, offset: 60)
    return progress.marks[card]?.hindrance(on: today, stem: stem, key: key)
  }

  private static func log(_ marks: [CardMark]) -> Log {
    var log = Log()
    for (minute, mark) in marks.enumerated() {
      log.add(.mark(mark, card: card), at: noon(0, minute: Int64(minute)))
    }
    return log
  }

  @Test func `a suspended card rests until it is resumed`() {
    #expect(Self.hindrance([.suspend]) == .suspended)
    #expect(Self.hindrance([.suspend], day: 4_000) == .suspended)
    #expect(Self.hindrance([.suspend, .resume]) == nil)
    #expect(Self.hindrance([.suspend, .resume, .suspend]) == .suspended)
  }

  @Test func `a buried card rests for the learner's day only`() {
    #expect(Self.hindrance([.bury]) == .buried)
    #expect(Self.hindrance([.bury], day: 1) == nil)
    #expect(Self.hindrance([.bury, .resume]) == nil)
    // At one in the morning it is still the day before, at four o'clock no longer.
    let progress = Self.log([.bury]).live
    for (minute, expected) in [(13 * 60, Hindrance.buried), (15 * 60 - 1, .buried), (15 * 60, nil)]
      as [(Int64, Hindrance?)]
    {
      let today = progress.days.day(of: noon(0, minute: minute).at, offset: 60)
      let hindrance = progress.marks[Self.card]?.hindrance(on: today, stem: "", key: "")
      #expect(hindrance == expected, "\(minute)")
    }
  }

  @Test func `a card flagged as wrong rests until its stem or its key changes`() {
    #expect(Self.hindrance([.flag(Self.wrong)]) == .flagged(Self.wrong))
    #expect(Self.hindrance([.flag(Self.wrong)], day: 4_000) == .flagged(Self.wrong))
    #expect(Self.hindrance([.flag(Self.wrong)], stem: "other") == nil)
    #expect(Self.hindrance([.flag(Self.wrong)], key: "other") == nil)
    #expect(Self.hindrance([.flag(Self.wrong), .unflag]) == nil)
    #expect(Self.hindrance([.flag(Self.wrong), .resume]) == .flagged(Self.wrong))
  }

  @Test(arguments: CardFlag.Kind.allCases)
  func `only a flag for wrong keeps a card back, and no lesser one lifts it`(kind: CardFlag.Kind) {
    let flag = CardFlag(kind: kind, reason: "", stem: "s", key: "k")
    #expect(Self.hindrance([.flag(flag)]) == (kind == .wrong ? .flagged(flag) : nil))
    let progress = Self.log([.flag(Self.wrong), .flag(flag)]).live
    #expect(progress.marks[Self.card]?.flag == (kind == .wrong ? flag : Self.wrong))
  }

  @Test func `what keeps a card longest is told first`() {
    #expect(Self.hindrance([.bury, .flag(Self.wrong), .suspend]) == .suspended)
    #expect(Self.hindrance([.bury, .flag(Self.wrong)]) == .flagged(Self.wrong))
    #expect(Self.hindrance([.bury, .flag(Self.wrong)], stem: "new") == .buried)
  }

  @Test func `a note stands until another or an empty one`() {
    #expect(Self.log([.note("one")]).live.marks[Self.card]?.note == "one")
    #expect(Self.log([.note("one"), .note("two")]).live.marks[Self.card]?.note == "two")
    #expect(Self.log([.suspend, .note("one"), .note("")]).live.marks[Self.card]?.note == nil)
    #expect(Self.hindrance([.note("one")]) == nil)
  }

  @Test func `a card with nothing on it has no marks`() {
    let taken: [[CardMark]] = [
      [.suspend, .resume], [.bury, .resume], [.flag(Self.wrong), .unflag], [.note("x"), .note("")],
      [.resume], [.unflag], [.note("")],
    ]
    for marks in taken { #expect(Self.log(marks).live == Progress()) }
  }

  @Test func `marks come with a card under its new id, and answers and undo leave them`() {
    var log = Self.log([.suspend, .note("mine")])
    let id = log.add(review("a", .good), at: noon(1))
    log.add(.undo(id), at: noon(2))
    log.add(.adopt(from: Self.card, to: CardID("b")), at: noon(3))
    let marks = log.live.marks
    #expect(marks[Self.card] == nil)
    #expect(marks[CardID("b")]?.isSuspended == true && marks[CardID("b")]?.note == "mine")
    #expect(log.replayed == log.live)
  }

  @Test func `where both cards have marks nothing of either is lost`() {
    var log = Log()
    log.add(.mark(.suspend, card: CardID("b")), at: noon(0))
    log.add(.mark(.flag(Self.wrong), card: CardID("b")), at: noon(0))
    log.add(.mark(.note("from a"), card: Self.card), at: noon(1))
    log.add(.mark(.bury, card: Self.card), at: noon(1))
    log.add(.adopt(from: Self.card, to: CardID("b")), at: noon(2))
    let marks = log.live.marks[CardID("b")]
    #expect(marks?.isSuspended == true && marks?.flag == Self.wrong)
    #expect(marks?.note == "from a" && marks?.buriedOn != nil)
    #expect(log.replayed == log.live)
  }

  @Test func `of two flags the one for wrong stands, and two notes become one`() {
    let typo = CardFlag(kind: .typo, reason: "", stem: "s", key: "k")
    for (first, second, expected) in [
      (typo, Self.wrong, Self.wrong), (Self.wrong, typo, Self.wrong),
    ] {
      var log = Log()
      for (card, flag, note) in [("b", first, "own"), ("a", second, "other")] {
        log.add(.mark(.flag(flag), card: CardID(card)), at: noon(0))
        log.add(.mark(.note(note), card: CardID(card)), at: noon(0))
      }
      log.add(.adopt(from: Self.card, to: CardID("b")), at: noon(1))
      #expect(log.live.marks[CardID("b")]?.flag == expected)
      #expect(log.live.marks[CardID("b")]?.note == "own / other")
    }
  }

  @Test func `marks in any order of the files come to the same`() {
    let choices: [CardMark] = [
      .suspend, .resume, .bury, .flag(Self.wrong), .unflag, .note("n"), .note(""),
    ]
    var generator = SplitMix64(seed: 61)
    for _ in 0..<200 {
      let marks = (0..<8).map { _ in choices.randomElement(using: &generator) ?? .bury }
      let log = Self.log(marks)
      var events = log.events
      events.shuffle(using: &generator)
      #expect(Progress(replaying: events) == log.live)
    }
  }
}
