import Foundation
import Scheduling
import TestKit
import Testing

@Suite struct `Killing what keeps progress` {
  /// A desk whose log is long enough that each command takes a while.
  private func desk() throws -> Desk {
    let desk = try Desk(cards: 1)
    for (month, device) in [("2026-01", "desk"), ("2026-02", "desk"), ("2026-01", "lap")] {
      let lines = (0..<4000).map { index in
        let number = String(index)
        let padding = String(repeating: "0", count: 8 - number.count)
        let id =
          "01KE\(device == "lap" ? "B" : "A")\(month.suffix(1))000000000000\(padding)\(number)"
        return LogLine.checked(StudyQueue.review(of: "c-\(index % 500)", id: id)) + "\n"
      }
      try desk.folder.write(lines.joined(), to: "home/rounds/log/\(device)/\(month).jsonl")
    }
    return desk
  }

  private func events(_ desk: Desk) throws -> Int? {
    let text = try desk.run(["doctor", "--json"]).output
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(!text.contains("\"damaged\""))
    return object?["events"] as? Int
  }

  /// Kills a command after some milliseconds.
  private func kill(_ command: String, after delay: Double, _ desk: Desk) throws {
    let script = """
      cd '\(desk.folder.path)'
      '\(desk.binary.path)' \(command) > told 2>&1 < /dev/null & pid=$!
      sleep \(delay); kill -9 $pid; wait $pid
      """
    _ = try Binary.shell(script, home: desk.folder)
  }

  @Test func `a snapshot, a merge, a backup and a restore may be killed at any time`() throws {
    var random = SplitMix64(seed: 9)
    let desk = try desk()
    #expect(try desk.run(["backup", "progress.backup"]).status == 0)
    let other = desk.folder.path(of: "other")
    try FileManager.default.copyItem(atPath: desk.store, toPath: other)
    try FileManager.default.removeItem(atPath: other + "/log/lap")
    try FileManager.default.removeItem(atPath: desk.store + "/log/desk/2026-02.jsonl")
    let wanted = try events(desk)
    for round in 0..<Torture.rounds(4, full: 100) {
      let delay = Double.random(in: 0.01...0.5, using: &random)
      let command =
        ["study deck.md", "merge other", "backup second.backup", "merge"][round % 4]
      try kill(command, after: delay, desk)
      let found = try events(desk)
      // The merge came whole or not at all; sessions add two marks.
      #expect((found ?? 0) >= (wanted ?? .max), "\(command)")
    }
    #expect(try desk.run(["merge", "other"]).status == 0)
    #expect((try events(desk) ?? 0) >= 12_000)
    for round in 0..<Torture.rounds(2, full: 50) {
      let delay = Double.random(in: 0.005...0.2, using: &random)
      try kill("restore progress.backup --replace", after: delay, desk)
      let look = try desk.run(["stats", "deck.md"])
      // Either there is a whole log, or it is said aloud that there is none.
      #expect(look.status == 0 || look.errorOutput.contains("log is gone"), "round \(round)")
      if look.status == 0 { #expect((try events(desk) ?? 0) >= 12_000) }
      #expect(try desk.run(["restore", "progress.backup", "--replace"]).status == 0)
      #expect(try events(desk) == 12_000)
    }
  }
}
