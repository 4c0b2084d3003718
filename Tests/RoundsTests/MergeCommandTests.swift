import Foundation
import TestKit
import Testing

@Suite struct `Joining logs` {
  /// The store of another device, as a folder beside the desk's own, with one review of card-2.
  private func other(_ desk: Desk, learner: String) throws {
    let line = StudyQueue.review(of: "card-2", id: "01KE0000000000000000000001")
    try desk.folder.write(LogLine.checked(line) + "\n", to: "usb/log/desk/2026-01.jsonl")
    try desk.folder.write("{\"format\":1,\"learner\":\"\(learner)\"}\n", to: "usb/store.json")
  }

  private func learner(_ desk: Desk) throws -> String {
    let text = try desk.folder.read("home/rounds/store.json")
    return try #require(text.firstMatch(of: /"learner":"(\w+)"/).map { String($0.1) })
  }

  @Test func `the log of another device is joined once`() throws {
    let desk = try Desk(cards: 3)
    try desk.study(["answer 1", "4", ":q"])
    try other(desk, learner: try learner(desk))
    for path in ["usb", "usb/log", "usb/log/desk", "usb/log/desk/2026-01.jsonl"] {
      let result = try desk.run(["merge", path])
      let isFirst = path == "usb"
      #expect(result.status == 0 && result.errorOutput.isEmpty)
      let words = isFirst ? "1 new event, 0 known already." : "0 new events, 1 known already."
      #expect(result.output == "\(path): \(words)\n")
    }
    #expect(try desk.study([":q"]).output.hasPrefix("1 due, 1 new."))
  }

  @Test func `another learner's log is joined only on demand`() throws {
    let desk = try Desk(cards: 3)
    try desk.study(["answer 1", "4", ":q"])
    try other(desk, learner: "somebody")
    let before = try desk.logBytes()
    let refused = try desk.run(["merge", "usb"])
    #expect(refused.status == 1 && refused.output.isEmpty)
    #expect(refused.errorOutput.contains("usb was begun as another learner"))
    #expect(try desk.logBytes() == before)
    #expect(try desk.run(["merge", "usb", "--same-learner"]).status == 0)
    #expect(try desk.reviews().count == 2)
  }

  @Test func `what is no log is refused before anything is written`() throws {
    let desk = try Desk(cards: 1)
    #expect(try desk.run(["merge", "nothing"]).status == 66)
    try desk.folder.write("x", to: "empty/readme")
    #expect(try desk.run(["merge", "empty"]).status == 66)
    #expect(!FileManager.default.fileExists(atPath: desk.store))
  }

  @Test(arguments: [
    "2026-01.sync-conflict-20261121-073000-ABCDEF7.jsonl", "2026-01 (1).jsonl",
    "2026-01 (conflicted copy 2026-11-21 073000).jsonl", "2026-01-LAPTOP.jsonl",
  ])
  func `a conflicted copy counts at once, is told, and is joined for good`(_ name: String) throws {
    let desk = try Desk(cards: 3)
    try desk.study(["answer 1", "4", ":q"])
    let line = StudyQueue.review(of: "card-2", id: "01KE0000000000000000000001")
    try desk.folder.write(LogLine.checked(line) + "\n", to: "home/rounds/log/desk/\(name)")
    let study = try desk.study([":q"])
    #expect(study.output.hasPrefix("1 due, 1 new."))
    #expect(study.errorOutput.contains("\(name) is a conflicted copy that a sync program left"))
    let merge = try desk.run(["merge"])
    #expect(merge.status == 0 && merge.output.contains("1 conflicted copy: 1 new event"))
    #expect(try desk.folder.read("home/rounds/aside/desk \(name)").contains("card-2"))
    let again = try desk.study([":q"])
    #expect(again.errorOutput.isEmpty && again.output.hasPrefix("1 due, 1 new."))
    #expect(try desk.run(["merge"]).output.hasPrefix("No conflicted copies"))
  }

  @Test func `files of other devices in a synced folder are seen at the next start`() throws {
    let desk = try Desk(cards: 3)
    try desk.study(["answer 1", "4", ":q"])
    try desk.writeLog([StudyQueue.review(of: "card-2", id: "01KE0000000000000000000001")])
    #expect(try desk.study([":q"]).output.hasPrefix("1 due, 1 new."))
    try desk.writeLog(
      [
        StudyQueue.review(of: "card-2", id: "01KE0000000000000000000001"),
        StudyQueue.review(of: "card-3", id: "01KE0000000000000000000002"),
      ]
    )
    #expect(try desk.study([":q"]).output.hasPrefix("2 due, 0 new."))
  }
}
