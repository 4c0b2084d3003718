import Foundation
import TestKit
import Testing

@Suite struct `A store with damage` {
  /// A desk of three cards where the first two were answered, and its log file.
  private func studied() throws -> (desk: Desk, file: URL) {
    let desk = try Desk(cards: 3)
    try desk.study(["answer 1", "4", "answer 2", "4", ":q"])
    return (desk, try #require(try desk.logFiles().first))
  }

  private func bytes(_ file: URL) throws -> [UInt8] { try Array(Data(contentsOf: file)) }

  @Test(arguments: [1, 20, 100, 250])
  func `a line cut in half is set aside, told once, and studying goes on`(_ kept: Int) throws {
    let (desk, file) = try studied()
    let lines = try bytes(file).split(separator: 0x0a, omittingEmptySubsequences: false)
    let whole = Array(lines.prefix(2).joined(separator: [0x0a])) + [0x0a]
    let torn = Array(lines[2].prefix(kept))
    try Data(whole + torn).write(to: file)
    let first = try desk.study(["answer 2", "4", ":q"])
    #expect(first.status == 0)
    #expect(first.errorOutput.contains("was cut off, by a crash or a full disk"))
    #expect(first.errorOutput.contains("its \(kept) bytes are kept in"))
    #expect(first.asked == [2, 3])
    let second = try desk.study([":q"])
    #expect(second.errorOutput.isEmpty && second.asked == [3])
    #expect(try bytes(file).starts(with: whole))
    #expect(try desk.reviews().map(\.card) == ["card-1", "card-2"])
    let folder = file.deletingLastPathComponent()
    let aside = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix("torn-") }
    #expect(aside.count == 1)
    #expect(try aside.map { try bytes(folder.appendingPathComponent($0)) } == [torn])
  }

  @Test(arguments: [
    "garbage", "binary", "{\"v\":1}", "[]", "{", "\u{0}\u{0}\u{0}\u{0}", "null",
    #"{"v":1,"id":"x","kind":"review","crc":"00000000"}"#,
  ])
  func `garbage in the middle is passed over, told and never rewritten`(_ line: String) throws {
    let (desk, file) = try studied()
    var lines = try bytes(file).split(separator: 0x0a).map { Array($0) }
    lines.insert(line == "binary" ? [0xff, 0xfe, 0x00, 0x80] : Array(line.utf8), at: 1)
    let damaged: [UInt8] = lines.flatMap { $0 + [0x0a] }
    try Data(damaged).write(to: file)
    let result = try desk.study(["answer 3", "4"])
    #expect(result.status == 0)
    #expect(result.asked == [3])
    #expect(result.errorOutput.contains("\(file.lastPathComponent):2:1: this line is "))
    #expect(result.errorOutput.contains("it stays in the file"))
    let after = try bytes(file)
    #expect(after.starts(with: damaged))
    #expect(after.count > damaged.count)
  }

  @Test func `blank lines are nothing`() throws {
    let (desk, file) = try studied()
    let padded = [0x0a, 0x20, 0x0d, 0x0a] + (try bytes(file)) + [0x0a, 0x0a]
    try Data(padded).write(to: file)
    let result = try desk.study([":q"])
    #expect(result.errorOutput.isEmpty && result.asked == [3])
    #expect(try bytes(file).starts(with: padded))
  }

  @Test func `a line with one wrong bit is not applied`() throws {
    let (desk, file) = try studied()
    var damaged = try bytes(file)
    let grade = try #require(damaged.firstRange(of: Array("\"card-1\"".utf8)))
    damaged[grade.upperBound - 2] ^= 2
    try Data(damaged).write(to: file)
    let result = try desk.study([":q"])
    #expect(result.output.hasPrefix("0 due, 2 new."))
    #expect(result.asked == [1])
    #expect(result.errorOutput.contains(":2:1: this line is damaged"))
    #expect(try bytes(file).starts(with: damaged))
  }

  @Test func `a line without a checksum is applied and told`() throws {
    let desk = try Desk(cards: 2)
    let line = StudyQueue.review(of: "card-2", id: "01KE0000000000000000000001")
    try desk.folder.write(line + "\n", to: "home/rounds/log/other/2026-01.jsonl")
    let result = try desk.study([":q"])
    #expect(result.output.hasPrefix("1 due, 1 new."))
    #expect(result.errorOutput.contains("other/2026-01.jsonl:1:1: this line is without a checksum"))
  }

  @Test func `lines of a newer version, unknown kinds and unknown keys stay as they are`() throws {
    let desk = try Desk(cards: 3)
    let head = #""at":"2026-01-05T10:00:00.000Z","offset":0"#
    try desk.writeLog([
      StudyQueue.review(
        of: "card-1",
        id: "01KE0000000000000000000001",
        more: #","mood":{"of":["the",1,null]}"#
      ),
      #"{"v":1,"id":"01KE0000000000000000000002",\#(head),"kind":"flag","card":"card-1"}"#,
      #"{"v":2,"id":"01KE0000000000000000000003",\#(head),"kind":"review","card":"card-2"}"#,
    ])
    let before = try bytes(try #require(try desk.logFiles().first))
    let result = try desk.study(["answer 1", "4", ":q"])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("1 due, 2 new."))
    #expect(result.errorOutput.contains(":3:1: this line is of a newer version"))
    #expect(!result.errorOutput.contains("2026-01.jsonl:2:1"))
    #expect(try desk.logFiles().contains { try bytes($0) == before })
    #expect(try desk.run(["undo"]).status == 0)
    #expect(try desk.logFiles().contains { try bytes($0) == before })
  }

  @Test func `a store of a newer format can be looked at and not studied`() throws {
    let (desk, file) = try studied()
    let identity = try desk.folder.read("home/rounds/store.json")
    let newer = identity.replacing(/"format":\d+/, with: "\"format\":99")
    #expect(newer != identity)
    try desk.folder.write(newer, to: "home/rounds/store.json")
    let before = try bytes(file)
    let result = try desk.study(["answer 3", "4"])
    #expect(result.status == 73)
    #expect(result.errorOutput.contains("was written by a newer version of rounds (format 99)"))
    #expect(result.output.isEmpty)
    #expect(try desk.run(["undo"]).status == 73)
    let stats = try desk.run(["stats", "--json", "deck.md"])
    #expect(stats.status == 0 && stats.output.contains("\"seen\":2"))
    #expect(try bytes(file) == before)
    #expect(try desk.folder.read("home/rounds/store.json") == newer)
  }

  @Test(arguments: ["", "garbage", "{}", "[1]", #"{"format":"one"}"#])
  func `a damaged store is never replaced by an empty one`(_ text: String) throws {
    let (desk, file) = try studied()
    let before = try bytes(file)
    try desk.folder.write(text, to: "home/rounds/store.json")
    let result = try desk.study(["answer 3", "4"])
    #expect(result.status == 66)
    #expect(result.errorOutput.contains("store.json is damaged"))
    #expect(result.output.isEmpty)
    #expect(try desk.folder.read("home/rounds/store.json") == text)
    #expect(try bytes(file) == before)
  }

  @Test func `a log that cannot be read stops everything before the first question`() throws {
    let desk = try Desk(cards: 2)
    try desk.study(["answer 1", "4"])
    try FileManager.default.removeItem(atPath: "\(desk.store)/log")
    try desk.folder.write("not a folder", to: "home/rounds/log")
    let result = try desk.study(["answer 1", "4"])
    #expect(result.status == 66 || result.status == 73)
    #expect(result.output.isEmpty)
    #expect(try desk.folder.read("home/rounds/log") == "not a folder")
  }

  @Test func `a store.json that is gone is made again and the log goes on`() throws {
    let (desk, _) = try studied()
    try FileManager.default.removeItem(atPath: "\(desk.store)/store.json")
    #expect(try desk.study([":q"]).output.hasPrefix("0 due, 1 new."))
    #expect(try desk.folder.read("home/rounds/store.json").contains("\"format\""))
  }
}
