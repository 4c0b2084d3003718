import Decks
import Foundation
import Scheduling
import Storage
import TestKit
import Testing

@testable import Study

@Suite struct StoredHistoryTests {
  /// Lives as long as the test.
  private let temporary: TemporaryFolder
  private let place: LearnerFolder

  init() throws {
    temporary = try TemporaryFolder()
    place = LearnerFolder(temporary.path(of: "store"))
  }

  @Test func `a damaged line in the middle is counted, and the rest applies`() throws {
    try place.write([review("a", .good), review("b", .good), review("c", .good)])
    var lines = try place.lines()
    lines[1] = lines[1].replacing("\"grade\":\"good\"", with: "\"grade\":\"easy\"")
    try place.write(lines: lines)
    let learner = try place.learner()
    #expect(learner.history.report.damaged.map(\.line) == [2])
    #expect(Set(learner.progress.cards.keys) == [CardID("a"), CardID("c")])
    #expect(learner.setAside == nil && learner.history.puzzling.isEmpty)
  }

  @Test func `sound lines that are no events are told apart from lines of a newer version`() throws
  {
    try place.write([review("a", .good)])
    let good = try place.lines()[0]
    try place.write(lines: [good, "{\"v\":1,\"kind\":\"undo\"}", "{\"v\":2}", good])
    let learner = try place.learner()
    #expect(learner.history.puzzling.map(\.line) == [2])
    #expect(learner.history.newer.map(\.line) == [3])
    // The same event twice, as a synchronised copy has it, happened once.
    #expect(learner.progress.reviewCount == 1)
  }

  @Test func `a torn end is set aside, and what follows begins on a line of its own`() throws {
    try place.write([review("a", .good), review("b", .good)])
    var text = try place.text()
    text.removeLast(20)
    try place.write(text: text)
    do {
      let learner = try place.learner()
      let kept = try #require(learner.setAside)
      #expect(text.hasSuffix(try String(contentsOfFile: kept.keptAt, encoding: .utf8)))
      #expect(Set(learner.progress.cards.keys) == [CardID("a")])
      try learner.record(review("c", .good), at: noon(1))
    }
    let again = try place.learner()
    #expect(again.setAside == nil && again.history.report.isClean)
    #expect(Set(again.progress.cards.keys) == [CardID("a"), CardID("c")])
  }
}
