import Decks
import Foundation
import TestKit
import Testing

@testable import rounds

@Suite struct `Finding decks` {
  private func deck(_ id: String) -> String {
    "---\nrounds: 1\nid: \(id)\n---\n\n\(Desk.card("\(id)-1", "Question 1?", "yes"))"
  }

  private func found(_ path: String) throws -> [String] {
    try DeckFinder.decks(at: path).map(\.id)
  }

  @Test func `a folder gives every deck below it in the order of paths, and nothing else`() throws {
    let folder = try TemporaryFolder()
    try folder.write(deck("second"), to: "b/deck.md")
    try folder.write("\u{feff}" + deck("first"), to: "a/deep/er/deck.md")
    try folder.write(deck("third"), to: "c.md")
    try folder.write("# Notes\n\n## Basic: no deck {#x}\n\nQ: a\nA: b\n", to: "notes.md")
    try folder.write("---\ntitle: other\n---\n", to: "other.md")
    try folder.write(deck("hidden"), to: ".hidden/deck.md")
    try folder.write(deck("text"), to: "deck.txt")
    try folder.write("", to: "empty.md")
    #expect(try found(folder.path) == ["first", "second", "third"])
    #expect(try found(folder.path + "/") == ["first", "second", "third"])
    #expect(try found(folder.path(of: "notes.md")) == ["notes"])
  }

  @Test func `a ring of links comes to an end`() throws {
    let folder = try TemporaryFolder()
    try folder.write(deck("one"), to: "one.md")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "ring"),
      withDestinationPath: folder.path
    )
    #expect(try found(folder.path).first == "one")
  }

  @Test func `what is not there, empty or no text is said`() throws {
    let folder = try TemporaryFolder()
    try folder.write("GIF\u{0}89", to: "picture.md")
    for path in ["missing", "missing.md", ".", "picture.md"] {
      let error = #expect(throws: Failure.self) {
        try DeckFinder.decks(at: folder.path(of: path))
      }
      #expect(error?.status == .noInput)
      #expect(error?.message.contains(folder.path(of: path)) == true)
    }
  }

  @Test func `arguments come before the configuration and that before the usual folders`() throws {
    let desk = try Desk(cards: 1)
    try desk.folder.write(deck("configured"), to: "elsewhere/deck.md")
    try desk.folder.write(deck("here"), to: "Decks/deck.md")
    try desk.folder.write(deck("data"), to: "home/.local/share/rounds/decks/deck.md")
    func ids(_ arguments: [String] = []) throws -> [String] {
      try desk.run(["decks", "--json"] + arguments).output
        .matches(of: /"deck":"([a-z]+)"/).map { String($0.1) }
    }
    #expect(try ids() == ["here"])
    try FileManager.default.removeItem(atPath: desk.folder.path(of: "Decks"))
    #expect(try ids() == ["data"])
    try desk.folder.write(
      "decks: elsewhere/deck.md, \(desk.folder.path)/deck.md\n",
      to: "home/rounds/config"
    )
    #expect(try ids() == ["configured", "test"])
    #expect(try ids(["deck.md", "./deck.md", "\(desk.folder.path)/deck.md"]) == ["test"])
    #expect(try ids(["configured"]) == ["configured"])
    #expect(try desk.run(["stats", "nobody"]).errorOutput.contains("no deck of that name among"))
  }

  @Test func `a link to a deck is formatted behind the link`() throws {
    let desk = try Desk("## Basic\n\nQ: Question 1?\nA: yes\n")
    try FileManager.default.createSymbolicLink(
      atPath: desk.folder.path(of: "link.md"),
      withDestinationPath: desk.folder.path(of: "deck.md")
    )
    #expect(try desk.run(["format", "link.md"]).status == 0)
    #expect(try desk.folder.read("deck.md").contains("## Basic {#"))
    let link = try FileManager.default.destinationOfSymbolicLink(
      atPath: desk.folder.path(of: "link.md")
    )
    #expect(link == desk.folder.path(of: "deck.md"))
  }

  @Test func `a line of ten million bytes is read and stops nothing`() throws {
    let desk = try Desk(
      String(repeating: "a", count: 10_000_000) + "\n\n" + Desk.card("ok", "Question 1?", "yes")
    )
    let result = try desk.study(["yes", "4"])
    #expect(result.status == 0)
    #expect(try desk.reviews().map(\.card) == ["ok"])
  }
}
