import Foundation
import TestKit
import Testing

@Suite struct `Keeping progress` {
  private func studied() throws -> Desk {
    let desk = try Desk(cards: 3)
    try desk.study(["answer 1", "4", "wrong words", "1", ":q"])
    return desk
  }

  @Test func `a sound store is well`() throws {
    let desk = try studied()
    let result = try desk.run(["doctor"])
    #expect(result.status == 0 && result.errorOutput.isEmpty)
    #expect(result.output.hasPrefix("All is well: "))
    let json = try desk.run(["doctor", "--json"]).output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(object?["reviews"] as? Int == 2)
  }

  @Test func `the doctor changes nothing, and repairs only what is derived`() throws {
    let desk = try studied()
    let file = try #require(try desk.logFiles().first)
    var bytes = try desk.logBytes()
    bytes[60] ^= 1
    try Data(bytes).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
    let result = try desk.run(["doctor"])
    #expect(result.status == 1)
    #expect(result.output.contains("checksum is wrong"))
    #expect(result.output.contains("others may read"))
    #expect(try desk.logBytes() == bytes)
    let mended = try desk.run(["doctor", "--repair", "--json"])
    #expect(mended.status == 1, "damage of the log stays")
    #expect(mended.output.contains("\"damaged\"") && !mended.output.contains("\"exposed\""))
    #expect(try desk.logBytes() == bytes)
  }

  @Test(arguments: ["20", "40", "80"])
  func `the doctor's words fit`(_ columns: String) throws {
    let desk = try studied()
    try desk.folder.write("garbage\n", to: "home/rounds/log/desk/2026-01.jsonl")
    let result = try desk.run(["doctor"], environment: ["COLUMNS": columns, "NO_COLOR": "1"])
    let width = try #require(Int(columns))
    #expect(result.status == 1 && !result.output.contains("\u{1b}"))
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= max(width, 80) })
  }

  @Test func `a backup is restored where nothing is, and elsewhere only on demand`() throws {
    let desk = try studied()
    let before = try desk.logBytes()
    let backup = try desk.run(["backup", "progress.backup"])
    #expect(backup.status == 0 && backup.output.hasPrefix("2 files, "))
    #expect(try desk.run(["backup", "progress.backup"]).status == 0)
    let fresh = ["ROUNDS_HOME": "fresh"]
    #expect(try desk.run(["restore", "progress.backup"], environment: fresh).status == 0)
    let stats = try desk.run(["stats", "--json", "deck.md"], environment: fresh)
    #expect(stats.output.contains("\"seen\":2"))
    try desk.study(["answer 3", "4", ":q"])
    let refused = try desk.run(["restore", "progress.backup"])
    #expect(refused.status == 73 && refused.errorOutput.contains("--replace moves it aside"))
    let replaced = try desk.run(["restore", "progress.backup", "--replace"])
    #expect(replaced.status == 0 && replaced.output.contains("is kept in"))
    #expect(try desk.logFiles().filter { !$0.path.contains("replaced-") }.count == 1)
    #expect(try desk.logBytes() == before)
    let kept = try FileManager.default.contentsOfDirectory(atPath: desk.store)
      .filter { $0.hasPrefix("replaced-") }
    #expect(kept.count == 1)
    let merged = try desk.run(["merge", "home/rounds/\(kept[0])/log-before"])
    #expect(merged.status == 0)
    #expect(try desk.reviews().count == 3)
  }

  @Test func `no other file is taken for a backup or replaced by one`() throws {
    let desk = try studied()
    let deck = try desk.folder.read("deck.md")
    #expect(try desk.run(["backup", "deck.md"]).status == 73)
    #expect(try desk.run(["restore", "deck.md", "--replace"]).status == 66)
    #expect(try desk.run(["restore", "nothing"]).status == 66)
    #expect(try desk.folder.read("deck.md") == deck && desk.reviews().count == 2)
    let empty = try desk.run(["backup", "x"], environment: ["ROUNDS_HOME": "fresh"])
    #expect(empty.status == 66)
    #expect(try desk.run(["backup", "progress.backup"]).status == 0)
    let merge = try desk.run(["merge", "progress.backup"])
    #expect(merge.status == 66 && merge.errorOutput.contains("is a backup"))
  }

  @Test func `progress is exported as it stands, or without the learner`() throws {
    let desk = try studied()
    #expect(try desk.run(["export", "--progress", "all.jsonl"]).status == 0)
    #expect(try Array(desk.folder.read("all.jsonl").utf8) == desk.logBytes())
    #expect(try desk.run(["export", "--progress", "all.jsonl"]).status == 73)
    let anonymous = ["export", "--progress", "all.jsonl", "--anonymous", "--force"]
    #expect(try desk.run(anonymous).status == 0)
    let text = try desk.folder.read("all.jsonl")
    #expect(text.split(separator: "\n").count == 2 && !text.contains("wrong words"))
    for wrong in [["--anonymous"], ["--progress", "x", "--all"], ["--progress", "x", "deck.md"]] {
      #expect(try desk.run(["export"] + wrong).status == 64)
    }
  }
}
