import Foundation
import TestKit
import Testing

@Suite("Large decks that are not parsed at the start") struct IndexedDecksTests {
  /// A desk whose deck has more than a megabyte of notes behind it, settled on the disk.
  private func settled(_ desk: Desk) throws -> Desk {
    let notes = String(repeating: "A line of the author's own notes, left alone.\n", count: 25_000)
    try desk.folder.write(try desk.folder.read(desk.deck) + "\n# Notes\n\n" + notes, to: desk.deck)
    // Makes the store; what changed just now is not trusted yet.
    try desk.study([":q"])
    #expect(try index(desk) == nil)
    Thread.sleep(forTimeInterval: 2.1)
    return desk
  }

  /// The path of the file with the indexes.
  private func index(_ desk: Desk) throws -> String? {
    try FileManager.default.contentsOfDirectory(atPath: desk.store)
      .first { $0.hasPrefix("decks-") }.map { "\(desk.store)/\($0)" }
  }

  private static let skips = Array(repeating: ":skip", count: 60)

  @Test func `a session by the index is that by the deck`() throws {
    let desk = try settled(try Desk())
    let parsed = try desk.study(Self.skips)
    let path = try #require(try index(desk))
    let indexed = try desk.study(Self.skips)
    #expect(indexed.output == parsed.output && indexed.errorOutput == parsed.errorOutput)
    #expect(parsed.output.hasPrefix("0 due, 12 new."))
    #expect(try desk.run(["doctor"]).status == 0)
    // Whatever happens to the file, the session is the same.
    let whole = try Data(contentsOf: URL(filePath: path))
    for damage in 0..<3 {
      var bytes = whole
      switch damage {
      case 0: bytes[bytes.count / 2] ^= 1
      case 1: bytes.removeLast(bytes.count / 3)
      default: bytes = Data()
      }
      try bytes.write(to: URL(filePath: path))
      #expect(try desk.study(Self.skips).output == parsed.output, "damage \(damage)")
    }
  }

  @Test func `answers are saved and a deck that changed is read again`() throws {
    let desk = try settled(try Desk(cards: 6))
    try desk.study([":q"])
    #expect(try index(desk) != nil)
    let first = try desk.study(["answer 1", "4", ":q"])
    #expect(first.status == 0 && first.output.contains("1 card, 1 new; 1 answer"))
    let text = try desk.folder.read(desk.deck)
    try desk.folder.write(text + Desk.card("fresh", "Fresh?", "yes"), to: desk.deck)
    let asked = try desk.study(Self.skips, ["--new", "50"])
    #expect(asked.output.contains("Fresh?"))
  }
}
