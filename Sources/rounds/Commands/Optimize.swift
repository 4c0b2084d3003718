import ArgumentParser
import Decks
import Storage
import Study
import Terminal

struct Optimize: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fit the scheduler to your own reviews, and keep that only where it predicts better.",
    discussion: """
      Weights learned from the older four fifths of your reviews are judged by the newest fifth. \
      Only if they predict it better than the weights in force, those of all reviews are written \
      into the log. A due date that stands is never moved: a card takes up new weights at its next \
      answer. A deck or a tag with at least \(FitTrial.fewItems) items gets weights of its own where \
      these predict its part of the newest fifth better by more than chance: decks first, then tags, \
      those of most cards first, with the cards that are left.
      """
  )

  @Argument(
    help:
      "Deck files, folders or ids whose tags are tried; without any, the decks that would be studied."
  )
  var decks: [String] = []

  @Flag(help: "Write nothing; show what would change, and how many cards would come due.")
  var dryRun = false

  @Flag(help: "List the fits so far.")
  var history = false

  @Flag(help: "Restore the weights from before the last fit; again for the one before.")
  var undo = false

  @Option(help: "Tell how many reviews a day spread what is due over so many days; fit nothing.")
  var days: Int?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if [dryRun, history, undo, days != nil].count(where: { $0 }) > 1 {
      throw ValidationError(
        "Only one of --dry-run, --history, --undo and --days can be done at a time."
      )
    }
    if !decks.isEmpty, history || undo || days != nil {
      throw ValidationError("Decks are for a fit, or for --dry-run.")
    }
    if let days, !(1...365).contains(days) { throw ValidationError("--days is from 1 to 365.") }
  }

  func run() throws {
    let console = display.console()
    if history {
      try show(
        FitHistoryPage(StoreDoor.look(), width: console.width, style: console.style),
        console
      )
    } else if undo {
      try takeBack(console)
    } else if let days {
      try plan(days, console)
    } else if dryRun {
      try tryOut(console)
    } else {
      try fit(console)
    }
    try console.finish()
  }
}

extension Optimize {
  private func tryOut(_ console: Console) throws(Failure) {
    let progress = try underSettings(try StoreDoor.look())
    let trial = FitTrial(of: progress, tags: try tags())
    let now = World.now()
    let today = progress.days.day(of: now.at, offset: now.offset)
    let outlook = trial.proposal.map {
      OutlookPage(progress, $0.parameters, on: today)
    }
    show(page(trial, .wouldBe(outlook), progress, console), console)
  }

  /// The store is taken first, so that nobody waits for a fit that could not be kept; and written to
  /// last, so that one broken off leaves nothing.
  private func fit(_ console: Console) throws(Failure) {
    let learner = try StoreDoor.open()
    let progress = try underSettings(learner.progress)
    let trial = FitTrial(of: progress, tags: try tags())
    let page = page(trial, .done, progress, console)
    if let proposal = trial.proposal {
      do throws(JournalError) {
        try learner.record(.fit(proposal), at: World.now())
      } catch {
        throw StoreDoor.failure(error)
      }
    }
    show(page, console)
  }

  /// The tags of the cards; where no decks were named, the log counts also without them.
  private func tags() throws(Failure) -> [CardID: [String]] {
    guard decks.isEmpty else { return try Shelf(named: decks).tags }
    return (try? Shelf(named: []))?.tags ?? [:]
  }

  private func plan(_ days: Int, _ console: Console) throws(Failure) {
    let settings = try Settings.load()
    let progress = try StoreDoor.look()
    let now = World.now()
    let today = progress.days.day(of: now.at, offset: now.offset)
    let plan = BacklogPlan(of: progress, on: today, over: days)
    show(
      BacklogPage(plan: plan, settings: settings, width: console.width, style: console.style),
      console
    )
  }

  /// Settings count at once, also before a session has put them into the log.
  private func underSettings(_ progress: Progress) throws(Failure) -> Progress {
    progress.under(progress.withWeights(try Settings.load().parameters))
  }

  private func takeBack(_ console: Console) throws(Failure) {
    let learner = try StoreDoor.open()
    let taken: FitPlace?
    do throws(JournalError) {
      taken = try learner.undoFit(at: World.now())
    } catch {
      throw StoreDoor.failure(error)
    }
    guard let taken else { throw Failure(.no, "there is no fit to take back") }
    show(TakenFitPage(fit: taken, width: console.width), console)
  }

  private func page(
    _ trial: FitTrial,
    _ deed: FitPage.Deed,
    _ progress: Progress,
    _ console: Console
  ) -> FitPage {
    FitPage(
      trial: trial,
      deed: deed,
      practice: progress.cramCount,
      width: console.width,
      style: console.style
    )
  }

  private func show(_ page: some FitReport, _ console: Console) {
    if json { console.writeLine(page.json) } else { console.writeLines(page.lines) }
  }
}

/// What `optimize` has to say, in words and for programs.
protocol FitReport {
  var lines: [String] { get }
  var json: String { get }
}
