import Foundation
import Processes
import TestKit
import Testing

@Suite struct `Documents of all kinds` {
  private static let prose = """
    Intramuscular adrenaline is the first-line treatment of anaphylaxis in every current guideline. \
    The adult dose of intramuscular adrenaline is 0.5 mg of the 1 mg/mL solution. The preferred site \
    of injection is the anterolateral thigh, because absorption from the deltoid muscle is slower. \
    Biphasic reactions occur in about 5% of patients within 12 hours of the first episode. Glucagon \
    is given intravenously to patients on beta blockers who do not respond to adrenaline. Patients \
    who needed two doses are observed for at least 12 hours after their symptoms have settled.
    """

  private static let page = """
    <html><head><meta charset=iso-8859-1></head><body><nav>Home</nav><main><h1>Anaphylaxis</h1>
    <h2>Treatment</h2><p>\(prose)</p></main></body></html>
    """

  /// Whether a run failed only because a library that a build can do without is absent.
  private static func lacks(_ result: Binary.Result) -> Bool {
    result.errorOutput.contains("needs the Debian package")
  }

  /// Whether the program was built with what reads web pages.
  private static let readsPages: Bool = {
    guard let desk = try? Desk(cards: 1), (try? desk.folder.write(page, to: "a.html")) != nil,
      let made = try? desk.run(["generate", "a.html", "-o", "made.md"])
    else { return true }
    return !lacks(made)
  }()

  @Test(.enabled(if: readsPages, "needs the Debian package libxml2-dev"))
  func `a web page is cited so that its reader and the check find the place again`() throws {
    let desk = try Desk(cards: 1)
    try desk.folder.write(Self.page, to: "page.html")
    let made = try desk.run(["generate", "page.html", "-o", "made.md", "--json"])
    #expect(made.status == 0)
    #expect(made.output.contains(#""text":"extracted""#))
    let deck = try desk.folder.read("made.md")
    #expect(deck.contains("Source: page § Anaphylaxis > Treatment, ¶1 \""))
    let checked = try desk.run(["check", "made.md", "--sources", "."])
    #expect(checked.status == 0 && !checked.output.contains("span"))
    let sources = try desk.run(["sources", "made.md"])
    #expect(sources.output.contains("1 of 1 passage have cards."))
    let shown = try desk.run(["drafts", "made.md"], ["q"])
    #expect(shown.output.contains(">>"))
    let other = Self.page.replacingOccurrences(of: "adrenaline", with: "epinephrine")
    try desk.folder.write(other, to: "page.html")
    let changed = try desk.run(["check", "made.md", "--sources", "."])
    #expect(changed.output.contains("[span-missing]") && changed.status == 1)
  }

  @Test func `standard input is told by its first bytes`() throws {
    let desk = try Desk(cards: 1)
    let text = try desk.run(["generate", "-", "-o", "text.md"], [Self.prose])
    #expect(text.status == 0)
    #expect(try desk.folder.read("text.md").contains("source.standard-input: standard-input |"))
    let page = try desk.run(["generate", "-", "-o", "page.md"], ["<!DOCTYPE html>\(Self.page)"])
    if !Self.lacks(page) {
      #expect(try desk.folder.read("page.md").contains("§ Anaphylaxis > Treatment, ¶1"))
    }
    let broken = try desk.run(["generate", "-", "-o", "no.md"], ["%PDF-1.7 and nothing"])
    #expect(broken.status == 66 && broken.errorOutput.hasPrefix("rounds: standard input: "))
  }

  @Test func `fifty thousand lines of one word end soon, with no card`() throws {
    let desk = try Desk(cards: 1)
    let words = ["dose", "Dose:", "- dose", "5", "thigh."]
    let text = (0..<50_000).map { words[$0 % 5] }.joined(separator: "\n")
    try desk.folder.write(text, to: "words.txt")
    let made = try desk.run(["generate", "words.txt", "-o", "made.md"])
    #expect(made.status == 0)
    #expect(made.output.contains("No draft was kept; made.md was not touched."))
  }

  @Test(arguments: [80, 20] as [UInt16])
  func `long work tells on a terminal how far it is, and Ctrl-C leaves a sound deck`(
    columns: UInt16
  ) throws {
    let desk = try Desk(cards: 1)
    let filler = (0..<2_000).map {
      "In group \($0) the drug lowered the pressure by \($0) mmHg in adults."
    }
    try desk.folder.write("\(Self.prose)\n\n" + filler.joined(separator: "\n\n"), to: "long.txt")
    let terminal = try PseudoTerminal(
      desk.binary.path,
      ["generate", "long.txt", "-o", "made.md"],
      columns: columns,
      environment: Binary.environment(home: desk.folder),
      folder: desk.folder.path
    )
    try terminal.expect(" % of 1 doc")
    try terminal.send("\u{3}")
    try terminal.expect("Stopped early")
    #expect(try terminal.waitForExit() == .exited(1))
    // Stopped before its first fact, it leaves no deck at all.
    guard FileManager.default.fileExists(atPath: desk.folder.path(of: "made.md")) else { return }
    let checked = try desk.run(["check", "made.md", "--sources", "."])
    #expect(checked.status == 0 && checked.output.contains(" 0 errors"))
  }
}
