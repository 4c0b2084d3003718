import Decks
import Foundation
import Scheduling
import Storage
import TestKit
import Testing

@testable import Study

@Suite struct CheckupTests {
  /// Lives as long as the test.
  private let temporary: TemporaryFolder
  private let place: LearnerFolder

  init() throws {
    temporary = try TemporaryFolder()
    place = LearnerFolder(temporary.path(of: "store"))
  }

  private func checkup(_ cards: Set<CardID>? = nil) throws -> Checkup {
    try Checkup(of: place.folder, cards: cards, now: noon(100).at)
  }

  /// What was found, but for the permissions of files that the test wrote itself.
  private func kinds(_ cards: Set<CardID>? = nil) throws -> [Checkup.Kind] {
    try checkup(cards).findings.map(\.kind).filter { $0 != .exposed }
  }

  @Test func `a sound store has no findings`() throws {
    try place.write([review("a", .good), review("b", .good)])
    let checkup = try checkup([CardID("a"), CardID("b")])
    #expect(checkup.findings.isEmpty)
    #expect(checkup.lines == 2 && checkup.files == 1 && checkup.reviews == 2)
  }

  @Test func `damage, noise and newer lines are told with their places`() throws {
    try place.write((0..<5).map { review("card-\($0)", .good) })
    var lines = try place.lines()
    lines[1] = lines[1].replacing("good", with: "easy")
    lines[2] = "{\"v\":1,\"kind\":\"undo\"}"
    lines[3] = "{\"v\":7}"
    try place.write(text: lines.joined(separator: "\n") + "\n{\"v\":1,\"id")
    let findings = try checkup().findings
    #expect(try Set(kinds()) == [.damaged, .puzzling, .newer, .torn, .unchecked])
    guard case .line(let found) = findings.first(where: { $0.kind == .damaged })?.place else {
      Issue.record("no place")
      return
    }
    #expect(found.line == 2)
  }

  @Test func `what names an event that is nowhere is told`() throws {
    let nowhere = ULID(milliseconds: 1, chance: (2, 3))
    try place.write([review("a", .good), .undo(nowhere), .override(review: nowhere, reason: "x")])
    #expect(try kinds() == [.danglingUndo, .danglingOverride])
  }

  @Test func `cards that no deck has any more are named`() throws {
    try place.write([review("a", .good), .mark(.suspend, card: CardID("b"))])
    let finding = try #require(try checkup([CardID("c")]).findings.first)
    #expect(finding.kind == .orphans && finding.count == 2 && finding.place == .card(CardID("a")))
    #expect(try kinds(nil).isEmpty)
  }

  @Test func `one event before two contents is told, and before the same one only counted`() throws
  {
    try place.write([review("a", .good)])
    let line = try place.lines()[0]
    try place.write(lines: [line, line])
    #expect(try kinds() == [.repeated])
    let twin = line.replacing("\"good\"", with: "\"again\"")
    let open = String(twin[..<(try #require(twin.range(of: ",\"crc\"")).lowerBound)]) + "}"
    try place.write(lines: [line, open])
    #expect(try Set(kinds()) == [.twins, .repeated, .unchecked])
  }

  @Test func `what others may read is told and mended, and so are leftovers`() throws {
    try place.write([review("a", .good)])
    let root = place.folder.root
    let log = place.folder.devicePath + "/2026-11.jsonl"
    try temporary.write("", to: "store/store.json.tmp-4711")
    for (path, mode) in [(root, 0o755), (log, 0o644), (root + "/store.json.tmp-4711", 0o600)] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
    let findings = try checkup().findings
    #expect(findings.map(\.kind) == [.exposed, .unfinished] && findings[0].count == 2)
    do { try place.learner().mend() }
    #expect(try checkup().findings.isEmpty)
  }

  @Test func `clocks are told`() throws {
    var log = Log(seed: 3)
    for minute in [0, -30, 2] as [Int64] {
      log.add(review("a", .good), at: noon(0, minute: minute))
    }
    let text = log.events.map { String(decoding: $0.encoded(), as: UTF8.self) + "\n" }.joined()
    try temporary.write(text, to: "store/log/desk/2026-11.jsonl")
    let found = try Checkup(of: place.folder, cards: nil, now: noon(-1).at).findings.map(\.kind)
    #expect(Set(found).isSuperset(of: [.setBack, .ahead, .unchecked]))
  }
}

@Suite struct AnonymousExportTests {
  @Test func `nothing in it says who it was or what was typed`() throws {
    let temporary = try TemporaryFolder()
    let place = LearnerFolder(temporary.path(of: "store"))
    var secret = Review(
      deck: "d",
      card: CardID("a"),
      grade: .again,
      isCorrect: false,
      answer: "SECRET-ANSWER",
      options: ["SECRET-OPTION"],
      elapsed: 5_000,
      retrievability: 0.9,
      hash: hash()
    )
    var facts: [Event.Fact] = [.review(secret), .mark(.note("SECRET-NOTE"), card: CardID("a"))]
    facts.append(.override(review: ULID(milliseconds: 1, chance: (1, 1)), reason: "SECRET-REASON"))
    secret.grade = .good
    facts.append(.cram(secret))
    try place.write(facts)
    let text = try place.text()
    var export = AnonymousExport(learner: "SECRET-LEARNER", salt: [1, 2, 3])
    let lines = String(decoding: try export.lines(of: place.folder), as: UTF8.self)
    #expect(text.contains("SECRET-ANSWER"))
    for word in ["SECRET", "ward", "2026", "01K", noon(0).at.description] {
      #expect(!lines.contains(word), "\(word)")
    }
    #expect(lines.split(separator: "\n").count == 2)
    #expect(lines.contains("\"day\":0") && lines.contains("\"grade\":\"again\""))
    var other = AnonymousExport(learner: "SECRET-LEARNER", salt: [4])
    #expect(String(decoding: try other.lines(of: place.folder), as: UTF8.self) != lines)
  }

  @Test func `days are counted from the first, and what was undone is not there`() throws {
    let temporary = try TemporaryFolder()
    var log = Log(seed: 4)
    log.add(review("a", .good), at: noon(3))
    let undone = log.add(review("b", .good), at: noon(4))
    log.add(review("c", .good), at: noon(10))
    log.add(.undo(undone), at: noon(11))
    let text = log.events.map { String(decoding: $0.encoded(), as: UTF8.self) + "\n" }.joined()
    try temporary.write(text, to: "store/log/desk/2026-11.jsonl")
    var export = AnonymousExport(learner: "x", salt: [])
    let folder = LearnerFolder(temporary.path(of: "store")).folder
    let lines = String(decoding: try export.lines(of: folder), as: UTF8.self)
    #expect(lines.matches(of: /"day":(\d+)/).map { $0.1 } == ["0", "7"])
  }
}
