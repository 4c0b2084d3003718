import ArgumentParser
import Decks
import Storage
import Terminal

struct Sources: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show which passages of the cited documents have cards, and which have none.",
    discussion: """
      Documents are looked for beside the deck, in --sources and in the setting "sources". Headings \
      and boilerplate are no passages.
      """
  )

  @Argument(help: "Deck files, folders or ids; without any, the decks that would be studied.")
  var decks: [String] = []

  @Option(help: "A folder with the cited documents, besides that of the deck.")
  var sources: String?

  @Flag(help: "Only the passages without a card.")
  var uncited = false

  @Flag(help: "One JSON object a line: document, line, lastLine, section, cards, text.")
  var json = false

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let settings = try Settings.load()
    if let sources, !FileBytes.isFolder(sources) {
      throw Failure(.noInput, "no such folder: \(sources)")
    }
    let files = try DeckFinder.decks(named: decks, settings: settings)
    let coverages = try SourceCoverage.all(in: files, folder: sources ?? settings.sources)
    let console = display.console()
    for coverage in coverages {
      let page = CoveragePage(
        coverage: coverage,
        onlyUncited: uncited,
        width: console.width,
        style: console.style
      )
      console.writeLines(json ? page.json : page.lines)
    }
    if coverages.isEmpty { console.writeLine("No document is named in these decks.") }
    try console.finish()
    if !coverages.contains(where: { $0.passages != nil }) {
      throw ExitCode(ExitStatus.no.rawValue)
    }
  }
}
