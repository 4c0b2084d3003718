import ArgumentParser
import Study
import Terminal

struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show today, what is due, true retention and the next 30 days.",
    discussion: """
      With --sql, prints instead the statements by which DuckDB or Spark counts item statistics and \
      true retention by tag over many learners' logs; the README says how they are read.
      """
  )

  @Argument(help: "Deck files, folders or ids; without any, the decks that would be studied.")
  var decks: [String] = []

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Print SQL for many learners' logs, over the days of true retention.")
  var sql = false

  @OptionGroup var display: DisplayOptions

  func validate() throws {
    guard !sql || !json && decks.isEmpty else { throw ValidationError("--sql goes alone.") }
  }

  func run() throws {
    if sql { return try printSQL() }
    let shelf = try Shelf(named: decks)
    let summary = shelf.summary(of: try StoreDoor.look(), at: World.now())
    let console = display.console()
    let page = StatsPage(summary: summary, width: console.width, style: console.style)
    if json { console.writeLine(page.json) } else { console.writeLines(page.lines) }
    try console.finish()
  }

  private func printSQL() throws {
    let days = try Settings.load().parameters.days
    let now = World.now()
    let console = display.console()
    console.writeLine(CohortSQL(upTo: days.day(of: now.at, offset: now.offset)).text)
    try console.finish()
  }
}
