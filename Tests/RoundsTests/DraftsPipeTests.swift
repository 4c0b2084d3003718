import Foundation
import Processes
import Scheduling
import TestKit
import Testing

@testable import rounds

@Suite struct `Deciding about drafts through a pipe` {
  private static let cards = """
    ## Basic: a {#one} {status=draft}

    Q: Metabolite of ketamine
    A: Norketamine

    ## Cloze: b {status=draft}

    C: Give {{c1::0.5 mg}} into the {{c2::thigh}} within {{c3::5 min}}.

    ## Notes

    kept on

    ## Cloze: c {#three} {status=draft}
    C: It lasts {{12 hours}}.
    X-own: kept
    ## Reversed: d {status=draft} {check=-no-source}

    Q: Front
    A: Back

    ## Case: e {#case}

    Prose.

    ### TF: f {#case.f} {status=draft}

    Q: A stage?
    A: true

    ### Cloze: g {status=draft}

    C: {{One}} and {{two}}.
    """

  private static func drafts(_ desk: Desk, _ lines: [String]) throws -> Binary.Result {
    try desk.run(["drafts", desk.deck], lines)
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func `whatever was decided, undoing all of it gives the file that was`(_ seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let desk = try Desk("")
    let eol = seed % 2 == 0 ? "\r\n" : "\n"
    let text = "---\nrounds: 1\n---\n\n\(Self.cards)"
    try desk.folder.write(text.replacing("\n", with: eol), to: desk.deck)
    let before = try Data(contentsOf: desk.folder.url(of: desk.deck))
    let scripts = [
      ["a"], ["a"], ["r", "3", "a note"], ["r", "other", "x"], ["t", "b"], ["t", "r"], ["t", "n"],
      ["p"], ["s"], ["u"], ["e"], ["j", "one"], ["j", "three"], ["j", "nothing"],
    ]
    let decisions = (0..<14).flatMap { _ in scripts.randomElement(using: &generator) ?? [] }
    let result = try Self.drafts(desk, decisions + Array(repeating: "u", count: 20))
    #expect(result.status == 0)
    #expect(result.output.contains("Taken back"))
    #expect(try Data(contentsOf: desk.folder.url(of: desk.deck)) == before)
    let content = try RejectedFile(besides: desk.folder.path(of: desk.deck)).read()
    #expect(content == RejectedFile.Content())
  }

  @Test func `two drafts become one, and undo parts them`() throws {
    let desk = try Desk(
      """
      ## Cloze: a {#one} {status=draft}

      C: Give {{c1::0.5 mg}} into the thigh.

      ## Cloze: b {#two} {status=draft}

      C: It lasts {{c1::12 hours}}.

      ## Cloze: c {#three} {status=draft}

      C: Give 0.5 mg into the {{c1::thigh}}.

      """
    )
    let before = try desk.folder.read(desk.deck)
    let refused = try Self.drafts(desk, ["j", "", "j", "one", "j", "four", "j", "-", "q"])
    #expect(refused.output.contains("two  Cloze: It lasts {{c1::12 hours}}."))
    #expect(refused.output.contains("Not joined: they say different things."))
    #expect(refused.output.contains("Not joined: that is this draft."))
    #expect(refused.output.contains("The deck holds no draft \"four\"."))
    #expect(try desk.folder.read(desk.deck) == before)
    let joined = try Self.drafts(desk, ["s", "s", "j", "one", "q"])
    #expect(joined.output.contains("Joined; the other draft is gone."))
    #expect(joined.output.contains("Give {{c2::0.5 mg}} into the {{c1::thigh}}."))
    let deck = try desk.folder.read(desk.deck)
    #expect(deck.contains("{#three} {status=draft}") && !deck.contains("{#one}"))
    try desk.folder.write(before, to: desk.deck)
    let undone = try Self.drafts(desk, ["j", "three", "u", "q"])
    #expect(undone.output.contains("Taken back: the change of one."))
    #expect(undone.status == 0 && !undone.output.contains("draft 1/0"))
    #expect(try desk.folder.read(desk.deck) == before)
  }

  /// A desk with a deck of two drafts that the program made itself.
  private static func generated() throws -> Desk {
    let desk = try Desk(cards: 1)
    try desk.folder.copy("\(Shared.packageRoot)/Tests/RoundsTests/Transcripts/adrenaline.md")
    _ = try desk.run(["generate", "adrenaline.md", "-o", "new.md"])
    return desk
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `runners-up can be taken and given back like anything else`(_ seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let desk = try Self.generated()
    let before = try desk.folder.read("new.md")
    let notes = try desk.folder.read("new.md.drafts.jsonl")
    let scripts = [["1"], ["2"], ["1"], ["a"], ["r", "1", "x"], ["s"], ["t", "b"], ["u"], ["9"]]
    let decisions = (0..<10).flatMap { _ in scripts.randomElement(using: &generator) ?? [] }
    let result = try desk.run(
      ["drafts", "new.md"],
      ["1"] + decisions + Array(repeating: "u", count: 20)
    )
    #expect(result.status == 0 && result.output.contains("Taken instead; the one before is 1 now."))
    #expect(try desk.folder.read("new.md") == before)
    #expect(try desk.folder.read("new.md.drafts.jsonl") == notes)
  }

  @Test func `a runner-up keeps the id, the status and the evidence`() throws {
    let desk = try Self.generated()
    let before = try desk.folder.read("new.md")
    try desk.folder.write(
      before.replacing(
        "solution.\"\n",
        with: "solution.\"\nEvidence: guideline; 2026\nTags: dose\n"
      ),
      to: "new.md"
    )
    _ = try desk.run(["drafts", "new.md"], ["1", "q"])
    let deck = try desk.folder.read("new.md")
    let heading = try #require(before.split(separator: "\n").first { $0.hasPrefix("## Basic") })
    #expect(deck.contains(heading.replacing("Basic", with: "Cloze")))
    #expect(deck.contains("is {{c1::0.5 mg}} of the 1 mg/mL solution."))
    #expect(deck.contains("\nEvidence: guideline; 2026\nTags: dose\n"))
    #expect(deck.components(separatedBy: "Evidence").count == 2)
    #expect(try desk.run(["check", "new.md", "--sources", "."]).status == 0)
    _ = try desk.run(["drafts", "new.md"], ["1", "q"])
    #expect(try desk.folder.read("new.md").contains("A: 0.5 mg\n"))
  }

  @Test func `what is known of drafts goes with them, and may go before them`() throws {
    let desk = try Self.generated()
    let path = "new.md.drafts.jsonl"
    #expect(try desk.folder.read(path).split(separator: "\n").count == 3)
    _ = try desk.run(["drafts", "new.md"], ["a", "q"])
    #expect(try desk.folder.read(path).split(separator: "\n").count == 2)
    try FileManager.default.removeItem(atPath: desk.folder.path(of: path))
    let result = try desk.run(["drafts", "new.md"], ["1", "a", "a"])
    #expect(result.status == 0 && !result.output.contains("Instead of it"))
    #expect(result.output.contains("accepted 2 · rejected 0 · left 0"))
    #expect(!FileManager.default.fileExists(atPath: desk.folder.path(of: path)))
  }

  @Test func `a folder in the way of what is known stops nothing`() throws {
    let desk = try Desk(cards: 1)
    try desk.folder.copy("\(Shared.packageRoot)/Tests/RoundsTests/Transcripts/adrenaline.md")
    try desk.folder.write("", to: "new.md.drafts.jsonl/in-the-way")
    let made = try desk.run(["generate", "adrenaline.md", "-o", "new.md"])
    #expect(made.status == 0 && made.errorOutput.contains("the drafts have no runners-up"))
    let result = try desk.run(["drafts", "new.md"], ["a", "a"])
    #expect(result.status == 0 && result.output.contains("accepted 2"))
  }

  @Test func `a link stays a link, and the file keeps its permissions`() throws {
    let desk = try Desk(Self.cards)
    let files = FileManager.default
    try files.createDirectory(
      atPath: desk.folder.path(of: "real"),
      withIntermediateDirectories: true
    )
    let real = desk.folder.path(of: "real/kept.md")
    try files.moveItem(atPath: desk.folder.path(of: desk.deck), toPath: real)
    try files.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real)
    try files.createSymbolicLink(
      atPath: desk.folder.path(of: desk.deck),
      withDestinationPath: "real/kept.md"
    )
    let result = try Self.drafts(desk, ["a", "r", "1", ""])
    #expect(result.status == 0)
    #expect(
      try files.destinationOfSymbolicLink(atPath: desk.folder.path(of: desk.deck)) == "real/kept.md"
    )
    #expect(try files.attributesOfItem(atPath: real)[.posixPermissions] as? Int == 0o640)
    #expect(
      try files.contentsOfDirectory(atPath: desk.folder.path(of: "real")).sorted() == [
        "kept.md", "kept.md.rejected.jsonl",
      ]
    )
  }

  @Test func `where a rejection cannot be kept the deck keeps its card`() throws {
    let desk = try Desk(Self.cards)
    let before = try desk.folder.read(desk.deck)
    try desk.folder.write("", to: "deck.md.rejected.jsonl/in-the-way")
    let result = try Self.drafts(desk, ["r", "1", ""])
    #expect(result.status == 73)
    #expect(result.errorOutput.hasPrefix("rounds: cannot write "))
    #expect(try desk.folder.read(desk.deck) == before)
  }

  @Test func `three unreadable lines leave a draft undecided`() throws {
    let desk = try Desk(Self.cards)
    let result = try Self.drafts(desk, ["x", "", "yes", "a", "q"])
    #expect(result.output.contains("Three lines could not be read"))
    #expect(result.output.contains("accepted 1"))
    #expect(try desk.folder.read(desk.deck).contains("{#one} {status=draft}"))
  }

  @Test func `a stage without an id gets one below its Case`() throws {
    let desk = try Desk(Self.cards)
    _ = try Self.drafts(desk, ["s", "s", "s", "s", "s", "a", "q"])
    let heading = try desk.folder.read(desk.deck).split(separator: "\n").first {
      $0.hasPrefix("### Cloze: g")
    }
    #expect(heading?.wholeMatch(of: /### Cloze: g \{#case\.[0-9a-z]{8}\}/) != nil)
  }

  @Test(arguments: [20, 40], ["deck.md", "new.md"])
  func `no line is wider than a narrow terminal`(_ columns: UInt16, _ deck: String) throws {
    let desk = deck == "deck.md" ? try Desk(Self.cards) : try Self.generated()
    let terminal = try desk.terminal(
      ["--plain"],
      columns: columns,
      shell: "exec \"$ROUNDS\" drafts \(deck) --plain",
      prompt: "?>"
    )
    let lines = terminal.printed.split(separator: "\n").dropLast()
    #expect(lines.allSatisfy { $0.count <= Int(columns) })
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }
}
