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
      ["p"], ["s"], ["u"], ["e"],
    ]
    let decisions = (0..<14).flatMap { _ in scripts.randomElement(using: &generator) ?? [] }
    let result = try Self.drafts(desk, decisions + Array(repeating: "u", count: 20))
    #expect(result.status == 0)
    #expect(result.output.contains("Taken back"))
    #expect(try Data(contentsOf: desk.folder.url(of: desk.deck)) == before)
    let content = try RejectedFile(besides: desk.folder.path(of: desk.deck)).read()
    #expect(content == RejectedFile.Content())
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

  @Test(arguments: [20, 40])
  func `no line is wider than a narrow terminal`(_ columns: UInt16) throws {
    let desk = try Desk(Self.cards)
    let terminal = try desk.terminal(
      ["--plain"],
      columns: columns,
      shell: "exec \"$ROUNDS\" drafts deck.md --plain",
      prompt: "> "
    )
    let lines = terminal.printed.split(separator: "\n").dropLast()
    #expect(lines.allSatisfy { $0.count <= Int(columns) })
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }
}
