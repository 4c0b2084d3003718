import ArgumentParser
import Decks
import Storage
import Terminal

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Report what is wrong or unsafe in decks, with file, line and column.",
    discussion: "Ends with 1 if there is an error, with --strict also for a warning."
  )

  @Argument(help: "Deck files or folders; without any, the decks that would be studied.")
  var paths: [String] = []

  @Flag(help: "One JSON object a line: path, line, column, severity, rule, message, text.")
  var json = false

  @Flag(help: "Let warnings count as errors.")
  var strict = false

  @Flag(help: "Warn of cards that state a dose and that no second person has signed off.")
  var doses = false

  @Option(help: "A folder with the cited documents: see whether every cited span stands in them.")
  var sources: String?

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let files = try DeckFinder.decks(named: paths, settings: try Settings.load())
    if let sources, !FileBytes.isFolder(sources) {
      throw Failure(.noInput, "no such folder: \(sources)")
    }
    let collection = Collection(files)
    let today = World.today()
    var tally = FindingTally(
      files: files.count,
      cards: files.reduce(0) { $0 + $1.deck.cards.count }
    )
    let console = display.console()
    for (index, file) in files.enumerated() {
      var findings = DeckChecks.findings(in: file, today: today) + collection.findings[index]
      findings += UnitAgreement.findings(in: file)
      if doses { findings += DoseSignOff.findings(in: file) }
      findings += try SourceShelf(besides: file, folder: sources).findings()
      for finding in findings.sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
        tally.count(finding)
        let page = FindingPage(finding: finding, file: file)
        console.writeLine(json ? page.json : page.line(style: console.style))
      }
    }
    if !json { console.writeLine(tally.summary) }
    try console.finish()
    if tally.errors > 0 || (strict && tally.warnings > 0) { throw ExitCode(ExitStatus.no.rawValue) }
  }
}

/// Findings counted by severity.
private struct FindingTally {
  let files: Int
  let cards: Int
  var errors = 0
  var warnings = 0
  var notes = 0

  init(files: Int, cards: Int) {
    self.files = files
    self.cards = cards
  }

  mutating func count(_ finding: Finding) {
    switch finding.severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .note: notes += 1
    }
  }

  var summary: String {
    "\(cards.counted("card")) in \(files.counted("file")): \(errors.counted("error")), "
      + "\(warnings.counted("warning")), \(notes.counted("note"))"
  }
}
