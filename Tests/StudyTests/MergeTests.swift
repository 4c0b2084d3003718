import Foundation
import Scheduling
import Storage
import TestKit
import Testing

@testable import Study

@Suite struct MergeTests {
  /// Lives as long as the test.
  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
  }

  private func source(_ name: String, _ events: [Event], more: [String] = []) throws
    -> JournalListing
  {
    let path = temporary.path(of: "\(name)/2026-11.jsonl")
    let lines = events.map { String(decoding: $0.encoded(), as: UTF8.self) } + more
    try temporary.write(lines.map { $0 + "\n" }.joined(), to: "\(name)/2026-11.jsonl")
    let device = try #require(DeviceName(name))
    return try StoreFolder.listing(at: path, orDevice: device)
  }

  /// The law: whoever merges what in which order, all devices come to the same progress.
  @Test func `devices that merge each other's logs come to the same progress`() throws {
    for seed in UInt64(0)..<30 {
      var history = RandomHistory(seed: seed)
      history.run(events: 40)
      let events = history.log.events
      let sources = try (0..<3).map { device in
        let part = events.filter { _ in
          device == 0 || Bool.random(using: &history.generator)
        }
        return try source("d\(seed)-\(device)", part)
      }
      for order in [[0, 1, 2], [2, 1, 0, 2]] {
        let place = LearnerFolder(temporary.path(of: "store-\(seed)-\(order.count)"))
        do {
          let learner = try place.learner()
          for index in order { _ = try learner.merge([sources[index]]) }
          #expect(learner.progress == history.log.replayed, "seed \(seed)")
          #expect(try learner.merge(sources).map(\.fresh) == [0, 0, 0])
        }
        let stored = try StoredHistory(reading: place.folder)
        #expect(Progress(replaying: stored.events) == history.log.replayed, "seed \(seed)")
      }
    }
  }

  @Test func `two contents of one id come to the same, whichever is read first`() throws {
    let moment = noon(0)
    let id = ULID(milliseconds: moment.at.milliseconds, chance: (1, 1))
    let twins = [Grade.good, .again].map { grade in
      Event(id: id, moment: moment, fact: review("a", grade))
    }
    let progress = try [twins, twins.reversed()].enumerated().map { index, events in
      let place = LearnerFolder(temporary.path(of: "twin-\(index)"))
      let learner = try place.learner()
      for (number, event) in events.enumerated() {
        _ = try learner.merge([try source("t\(index)-\(number)", [event])])
      }
      return learner.progress
    }
    #expect(progress[0] == progress[1] && progress[0].reviewCount == 1)
  }

  @Test func `unknown kinds and keys come over as they were written`() throws {
    let place = LearnerFolder(temporary.path(of: "store"))
    let odd =
      #"{"v":1,"id":"01KE0000000000000000000001","at":"2026-01-05T10:00:00.000Z","mood":["µ",1.50,null],"kind":"mood"}"#
    let later = #"{"v":9,"id":"01KE0000000000000000000002","shape":{}}"#
    let learner = try place.learner()
    let count = try learner.merge([try source("desk", [], more: [odd, later])])
    #expect(count.map(\.fresh) == [2] && learner.progress.unknownCount == 1)
    let file = try #require(try place.folder.listing().files.first)
    #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "\(odd)\n\(later)\n")
  }

  @Test func `conflicted copies are read at once and set aside when they are joined`() throws {
    let place = LearnerFolder(temporary.path(of: "store"))
    try place.write([review("a", .good)])
    var log = Log(seed: 9)
    log.add(review("b", .good), at: noon(3))
    let copy = "store/log/ward/2026-11 (ward's conflicted copy 2026-11-21).jsonl"
    let lines = [try place.text(), String(decoding: log.events[0].encoded(), as: UTF8.self) + "\n"]
    try temporary.write(lines.joined(), to: copy)
    do {
      let learner = try place.learner()
      #expect(learner.progress.reviewCount == 2 && learner.history.report.copies.count == 1)
      let (count, keptAt) = try learner.mergeCopies()
      #expect(count.fresh == 1 && count.known == 1 && keptAt.count == 1)
      #expect(try String(contentsOfFile: keptAt[0], encoding: .utf8) == lines.joined())
      #expect(learner.progress.reviewCount == 2 && learner.history.report.copies.isEmpty)
      #expect(try learner.mergeCopies().keptAt.isEmpty)
    }
    #expect(try place.learner().progress.reviewCount == 2)
  }

  @Test func `what was joined is applied at the next answer at the latest`() throws {
    let place = LearnerFolder(temporary.path(of: "store"))
    var log = Log(seed: 4)
    for day in 0..<5 { log.add(review("a", .good), at: noon(day)) }
    let learner = try place.learner()
    try learner.record(review("b", .good), at: noon(1))
    #expect(try learner.join([try source("desk", log.events)]).map(\.fresh) == [5])
    learner.keepSnapshot(after: 0)
    try learner.record(review("a", .again), at: noon(9))
    #expect(learner.progress.reviewCount == 7)
    #expect(learner.progress == (try LogState(reading: place.folder).progress))
  }

  @Test func `clocks that are ahead or were set back are told`() throws {
    let place = LearnerFolder(temporary.path(of: "store"))
    var log = Log(seed: 3)
    for minute in [0, 1, -30, 2] as [Int64] {
      log.add(review("a", .good), at: noon(0, minute: minute))
    }
    let learner = try place.learner()
    _ = try learner.merge([try source("desk", log.events)])
    let clock = try #require(learner.history.clocks["desk"])
    #expect(clock.latest == noon(0, minute: 2).at)
    #expect(clock.isAhead(of: noon(0).at) == nil)
    #expect(clock.isAhead(of: noon(0, minute: -10).at) == 720_000)
    #expect(clock.place == nil, "lines from elsewhere have the order of where they came from")
    try temporary.write("", to: "other/log/desk/2026-11.jsonl")
    let other = LearnerFolder(temporary.path(of: "other"))
    let text = log.events.map { String(decoding: $0.encoded(), as: UTF8.self) + "\n" }.joined()
    try temporary.write(text, to: "other/log/desk/2026-11.jsonl")
    let direct = try StoredHistory(reading: other.folder).clocks["desk"]
    #expect(direct?.setBack == 31 * 60_000 && direct?.place?.line == 3)
  }
}
