import ArgumentParser
import Study
import Terminal

struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show today, what is due, true retention and the next 30 days."
  )

  @Argument(help: "Deck files, folders or ids; without any, the decks that would be studied.")
  var decks: [String] = []

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let shelf = try Shelf(named: decks)
    let summary = shelf.summary(of: try StoreDoor.look(), at: World.now())
    let console = display.console()
    let page = StatsPage(summary: summary, width: console.width, style: console.style)
    if json { console.writeLine(page.json) } else { console.writeLines(page.lines) }
    try console.finish()
  }
}
