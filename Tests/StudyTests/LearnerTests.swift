import Decks
import Foundation
import Glibc
import Scheduling
import Storage
import TestKit
import Testing

@testable import Study

@Suite struct LearnerTests {
  /// Lives as long as the test.
  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
  }

  private func folder(_ system: SystemCalls = .system) -> LearnerFolder {
    LearnerFolder(temporary.path(of: "store"), system: system)
  }

  @Test func `what was recorded is there again after opening anew`() throws {
    let place = folder()
    var before: Study.Progress?
    do {
      let learner = try place.learner()
      var generator = SplitMix64(seed: 41)
      for step in 0..<60 {
        let card = ["a", "b", "c", "d"].randomElement(using: &generator) ?? "a"
        let grade = Grade.allCases.randomElement(using: &generator) ?? .good
        let moment = noon(step, minute: Int64(step))
        try learner.record(review(card, grade), at: moment)
        if step % 7 == 3 { try learner.undo(at: moment) }
        if step % 11 == 5 { try learner.record(.mark(.suspend, card: CardID(card)), at: moment) }
        if step == 30 { try learner.use(Parameters(retention: 0.85), at: moment) }
      }
      before = learner.progress
    }
    let again = try place.learner()
    #expect(again.progress == before)
    #expect(again.progress.reviewCount == 60 - 9 && again.history.report.isClean)
  }

  @Test func `a clock that was set back gives what the next start will`() throws {
    let place = folder()
    var before: Study.Progress?
    do {
      let learner = try place.learner()
      try learner.record(review("a", .good), at: noon(9))
      try learner.record(review("a", .again), at: noon(4))
      try learner.record(review("b", .good), at: noon(3))
      try learner.undo(at: noon(2))
      before = learner.progress
    }
    let again = try place.learner()
    #expect(again.progress == before)
    #expect(again.progress.lastReview?.card == before?.lastReview?.card)
  }

  @Test func `an answer that comes late goes before the later ones of its card`() throws {
    for seed in UInt64(0)..<12 {
      let place = LearnerFolder(temporary.path(of: "late-\(seed)"))
      let learner = try place.learner()
      var generator = SplitMix64(seed: seed)
      for step in 0..<50 {
        let card = ["a", "b", "c"].randomElement(using: &generator) ?? "a"
        let grade = Grade.allCases.randomElement(using: &generator) ?? .good
        let day = max(0, step - Int.random(in: 0..<12, using: &generator))
        let moment = noon(day, minute: Int64(step))
        try learner.record(review(card, grade), at: moment)
        if step % 17 == 16 { try learner.use(Parameters(retention: 0.8), at: noon(step)) }
        if step % 13 == 12 { try learner.undo(at: noon(step)) }
        if step % 9 == 8 { learner.keepSnapshot(after: 1) }
      }
      let replayed = try LogState(replaying: place.folder)
      #expect(learner.progress == replayed.progress, "seed \(seed)")
      #expect(try LogState(reading: place.folder).progress == replayed.progress, "seed \(seed)")
    }
  }

  @Test func `only what concerns many cards makes the log be read again`() throws {
    let place = folder()
    let learner = try place.learner()
    try learner.record(review("a", .good), at: noon(9))
    try learner.record(review("a", .again), at: noon(4))
    #expect(learner.progress.cards[CardID("a")]?.history.map(\.grade) == [.again, .good])
    // Read again, a review of another card would be found as well.
    var log = Log(seed: 77)
    log.add(review("b", .good), at: noon(0))
    let path = place.folder.logPath + "/desk"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let line = String(decoding: log.events[0].encoded(), as: UTF8.self) + "\n"
    try line.write(toFile: path + "/2026-11.jsonl", atomically: true, encoding: .utf8)
    try learner.record(review("a", .hard), at: noon(6))
    #expect(learner.progress.reviewCount == 3)
    try learner.record(.mark(.suspend, card: CardID("a")), at: noon(5))
    #expect(learner.progress.reviewCount == 4)
  }

  @Test func `a second learner of the same folder is refused, and told who holds it`() throws {
    let place = folder()
    let first = try place.learner()
    #expect(throws: StoreError.held(by: LearnerFolder.holder)) { try place.learner() }
    try first.record(review("a", .good), at: noon(0))
    #expect(first.progress.reviewCount == 1)
  }

  @Test func `the facts of one action go into one write, in their order`() throws {
    let (writes, syncs) = (Box(0), Box(0))
    var system = SystemCalls.system
    system.write = { descriptor, bytes in
      writes.value += 1
      return SystemCalls.system.write(descriptor, bytes)
    }
    system.dataSync = { descriptor in
      syncs.value += 1
      return SystemCalls.system.dataSync(descriptor)
    }
    let place = folder(system)
    do {
      let learner = try place.learner()
      (writes.value, syncs.value) = (0, 0)
      let id = learner.nextID(at: noon(0))
      let reason = Event.Fact.override(review: id, reason: "synonym")
      let other = learner.nextID(at: noon(0))
      #expect(id < other)
      try learner.record([(id, review("a", .good)), (other, reason)], at: noon(0))
      #expect(writes.value == 1 && syncs.value == 1)
      #expect(learner.progress.lastReview?.id == id)
    }
    #expect(try place.kinds() == ["review", "override"])
  }

  @Test(arguments: [true, false])
  func `what the disk did not take is not applied, and nothing is after it`(full: Bool) throws {
    let fails = Box(false)
    var system = SystemCalls.system
    system.write = { descriptor, bytes in
      fails.value && full ? -Int(ENOSPC) : SystemCalls.system.write(descriptor, bytes)
    }
    system.dataSync = { descriptor in
      fails.value && !full ? -EIO : SystemCalls.system.dataSync(descriptor)
    }
    let place = folder(system)
    let learner = try place.learner()
    try learner.record(review("a", .good), at: noon(0))
    let before = learner.progress
    fails.value = true
    #expect(throws: JournalError.self) { try learner.record(review("b", .good), at: noon(1)) }
    #expect(learner.progress == before)
    fails.value = false
    #expect(throws: JournalError.closed) { try learner.undo(at: noon(1)) }
    #expect(throws: JournalError.closed) {
      try learner.use(Parameters(retention: 0.8), at: noon(1))
    }
    #expect(learner.progress == before)
    #expect(try StoredHistory(reading: place.folder).events.count == (full ? 1 : 2))
  }

  @Test func `only cards with a history or marks are adopted`() throws {
    let place = folder()
    let learner = try place.learner()
    try learner.record(review("~a", .good), at: noon(0))
    try learner.record(.mark(.note("mine"), card: CardID("~b")), at: noon(0))
    let pairs = ["a", "b", "c"].map { (from: CardID("~\($0)"), to: CardID($0)) }
    try learner.adopt(pairs, at: noon(1))
    let kinds = ["review", "note", "adopt", "adopt"]
    #expect(learner.progress.cards.keys.map(\.text) == ["a"])
    #expect(learner.progress.marks.keys.map(\.text) == ["b"])
    #expect(try place.kinds() == kinds)
    // A second time there is nothing left to adopt.
    try learner.adopt(pairs, at: noon(2))
    #expect(try place.kinds() == kinds)
  }

  @Test func `settings are written only where they differ from those in force`() throws {
    let place = folder()
    let learner = try place.learner()
    let wanted = Parameters(retention: 0.85)
    for parameters in [Parameters(), wanted, wanted, Parameters(), Parameters()] {
      try learner.use(parameters, at: noon(0))
      #expect(learner.progress.parameters == parameters)
    }
    #expect(try place.kinds() == ["parameters", "parameters"])
  }
}
