import Decks
import Foundation
import Scheduling
import Storage
import TestKit
import Testing

@testable import Study

@Suite struct ReplayTests {
  /// What a replay of some lines gives; nil where it leaves them to the slower way.
  private func state(_ lines: [[UInt8]], threads: Int = 2) throws -> LogState? {
    var replay = Replay()
    for line in lines {
      let result = line.withUnsafeBytes { bytes in
        Result { () throws(EventFault) in try replay.take(bytes) }
      }
      _ = try result.get()
    }
    return replay.state(threads: threads)
  }

  private func edge(of events: [Event]) -> LogState.Edge {
    var edge = LogState.Edge()
    edge.take(events)
    return edge
  }

  /// The law: card by card comes to the same as event by event, in whatever order they are read.
  @Test func `a replay is the fold of its events`() throws {
    for seed in UInt64(0)..<UInt64(Torture.rounds(30, full: 2000)) {
      var history = RandomHistory(seed: seed)
      history.run(events: 120)
      var events = history.log.events
      var random = SplitMix64(seed: seed)
      if seed % 2 == 0 { events.shuffle(using: &random) }
      let state = try #require(try state(events.map { $0.encoded() }))
      #expect(state.progress == Progress(replaying: events), "seed \(seed)")
      #expect(state.edge == edge(of: events), "seed \(seed)")
      #expect(state.eventsSinceSnapshot == events.count)
      let last = state.progress.lastReview
      #expect(last == Progress(replaying: events).lastReview, "seed \(seed)")
    }
  }

  /// Enough for several threads, with faces that change and come back.
  @Test(arguments: [1, 2, 3]) func `threads change nothing`(_ threads: Int) throws {
    var log = Log(seed: 21)
    var random = SplitMix64(seed: 21)
    for step in 0..<25_000 {
      let card = Int.random(in: 0..<3000, using: &random)
      let grade: Grade = Int.random(in: 0..<5, using: &random) == 0 ? .again : .good
      guard case .review(var answer) = review("card-\(card)", grade) else { continue }
      let face = Int.random(in: 0..<3, using: &random)
      answer.hash = ContentHash(stem: "s\(face)", key: "k\(face % 2)", rest: "a longer rest")
      answer.deck = step % 7 == 0 ? "other" : "deck"
      log.add(.review(answer), at: noon(step / 100))
    }
    let state = try #require(try state(log.events.map { $0.encoded() }, threads: threads))
    #expect(state.progress == log.replayed)
  }

  @Test func `what stands twice is left to the slower way`() throws {
    var log = Log(seed: 5)
    for day in 0..<4 { log.add(review("a", .good), at: noon(day)) }
    let lines = log.events.map { $0.encoded() }
    #expect(try state(lines) != nil)
    #expect(try state(lines + [lines[1]]) == nil)
    #expect(try state(lines.reversed() + [lines[1]]) == nil)
  }

  @Test func `two spellings of one id are left to the slower way`() throws {
    var log = Log(seed: 6)
    log.add(review("caf\u{e9}", .good), at: noon(0))
    let lines = log.events.map { $0.encoded() }
    #expect(try state(lines)?.progress == log.replayed)
    log.add(review("cafe\u{301}", .good), at: noon(1))
    #expect(log.replayed.cards.count == 1)
    #expect(try state(log.events.map { $0.encoded() }) == nil)
  }

  @Test func `lines of any layout go the same way`() throws {
    var log = Log(seed: 7)
    for day in 0..<3 {
      guard case .review(var answer) = review("a\"b", .again) else { continue }
      answer.answer = "says \"no\"\n\u{1FA7A}" + String(repeating: "e\u{301}", count: 90)
      answer.isCorrect = false
      answer.interval = day == 1 ? .days(3) : .milliseconds(60_000)
      log.add(.review(answer), at: noon(day))
    }
    let lines = log.events.map { event in
      Array(
        String(decoding: event.encoded(), as: UTF8.self).replacing("\"v\":1,", with: "\"v\" : 1,")
          .utf8
      )
    }
    let progress = try #require(try state(lines)).progress
    #expect(progress == log.replayed)
    #expect(
      progress.cards[CardID("a\"b")]?.wrongAnswers.first?.count == CardAnswer.longestWrongAnswer
    )
  }
}
