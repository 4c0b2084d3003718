import ArgumentParser
import Study
import Terminal

struct WorkloadTable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workload",
    abstract: "Show what a higher or lower retention would cost a day, and what it would keep.",
    discussion: """
      The days to come are played with your cards, your memory as the scheduler knows it, and your \
      own grades and answer times; where these are few, those of other learners are mixed in.
      """
  )

  @Argument(help: "Deck files, folders or ids; without any, the decks that would be studied.")
  var decks: [String] = []

  @Option(help: "The days to look ahead, up to 3650.")
  var days = 365

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var display: DisplayOptions

  /// The retentions that are compared; the one in force joins them.
  private static let retentions = [0.70, 0.80, 0.85, 0.90, 0.95]

  func validate() throws {
    guard (1...3650).contains(days) else { throw ValidationError("--days is from 1 to 3650.") }
  }

  func run() throws {
    let shelf = try Shelf(named: decks)
    let settings = shelf.settings
    let progress = Self.progress(try StoreDoor.look(), under: settings)
    let now = World.now()
    let today = progress.days.day(of: now.at, offset: now.offset)
    let cards = shelf.candidates().map(\.id).filter { card in
      switch shelf.hindrance(of: card, in: progress, on: today) {
      case .suspended, .flagged: false
      case .buried, nil: true
      }
    }
    let workload = Workload(
      of: cards,
      progress: progress,
      at: now,
      asking: Workload.Question(
        retentions: Set(Self.retentions + [settings.parameters.retention]).sorted(),
        days: days,
        newPerDay: settings.newPerDay,
        reviewsPerDay: settings.reviewsPerDay
      )
    )
    let console = display.console()
    let page = WorkloadPage(
      workload: workload,
      settings: settings,
      width: console.width,
      style: console.style
    )
    if json { console.writeLine(page.json) } else { console.writeLines(page.lines) }
    try console.finish()
  }

  /// Settings count at once, also before a session has put them into the log; weights are the log's.
  private static func progress(_ progress: Progress, under settings: Settings) -> Progress {
    progress.under(progress.withWeights(settings.parameters))
  }
}
