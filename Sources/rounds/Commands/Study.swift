import ArgumentParser
import Decks
import Glibc
import Scheduling
import Study
import Terminal

struct Study: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Study what is due, then new cards.",
    discussion: """
      Every grade is on the disk before it is confirmed. Without a terminal the same dialogue runs \
      over pipes: one line answers, the next grades, an empty one takes the suggested grade.
      """
  )

  @Argument(help: "Deck files, folders, or ids of decks; without any, those of the configuration.")
  var decks: [String] = []

  @Option(help: "The most cards of this session; a Case is not cut in two.")
  var cards: Int?

  @Option(help: "End after these minutes: reviews first, then as many new cards as fit.")
  var minutes: Int?

  @Option(help: "New cards today, in place of the configured number (20).")
  var new: Int?

  @Option(help: "Due cards today, in place of the configured number (200).")
  var reviews: Int?

  @Option(help: "Only cards with this tag.")
  var tag: String?

  @Option(help: "Ask cards that become due within some days, such as 3d.")
  var ahead: Days?

  @Flag(help: "Practise every card; recorded, and never a reason to reschedule.")
  var cram = false

  @Flag(help: "Practise the cards missed on the latest day of study.")
  var missed = false

  @Option(help: "Say why a card is not asked now, and end.")
  var whyNot: String?

  @Flag(help: "End a session that is open elsewhere, and go on here.")
  var takeOver = false

  @Option(help: "Shuffle options repeatably.")
  var seed: UInt64?

  @Flag(help: "Print \"saved EVENT-ID\" after each grade, for scripts.")
  var acknowledge = false

  @OptionGroup var display: DisplayOptions

  /// A number of days, written `3d` or `3`.
  struct Days: ExpressibleByArgument {
    let count: Int

    init?(argument: String) {
      let digits = argument.hasSuffix("d") ? argument.dropLast() : argument[...]
      guard let count = Int(digits), (1...365).contains(count) else { return nil }
      self.count = count
    }
  }

  func validate() throws {
    if let cards, cards < 1 { throw ValidationError("--cards is at least 1.") }
    if let new, new < 0 { throw ValidationError("--new is at least 0.") }
    if let reviews, reviews < 0 { throw ValidationError("--reviews is at least 0.") }
    if let minutes, !(1...1440).contains(minutes) {
      throw ValidationError("--minutes is from 1 to 1440.")
    }
  }

  func run() throws {
    let shelf = try Shelf(indexed: decks)
    try explainIfEmpty(shelf)
    let console = display.console()
    if let whyNot {
      let plan = plan(shelf, try StoreDoor.look())
      console.writeLine(
        "\(whyNot.sanitizedLine) \(try plan.reason(against: CardID(whyNot)))".sanitizedLine
      )
      try console.finish()
      return
    }
    let learner = try openStore(shelf)
    let queue = plan(shelf, learner.progress).queue()
    guard !queue.items.isEmpty else {
      let words = IdleWords(plan(shelf, learner.progress), after: queue).lines
      console.writeLines(words.flatMap { Wrap(console.width).lines($0) })
      try console.finish()
      return
    }
    try session(queue, console, learner, shelf)
  }
}

extension Study {
  private func plan(_ shelf: Shelf, _ progress: Progress) -> StudyPlan {
    StudyPlan(
      shelf: shelf,
      progress: progress,
      now: World.now(),
      wishes: StudyPlan.Wishes(
        cards: cards,
        minutes: minutes,
        new: new,
        reviews: reviews,
        tag: tag,
        ahead: ahead?.count ?? 0,
        isCram: cram,
        onlyMissed: missed
      )
    )
  }

  /// Opens the store and proves that it can be written to, before the first question.
  private func openStore(_ shelf: Shelf) throws(Failure) -> Learner {
    let learner = try takeOver ? StoreDoor.takeOver() : StoreDoor.open()
    let now = World.now()
    do {
      try learner.use(shelf.settings.parameters, at: now)
      if learner.progress.hasProvisionalIDs { try learner.adopt(shelf.renamed, at: now) }
      try learner.record(.session(.start), at: now)
    } catch {
      throw StoreDoor.failure(error)
    }
    return learner
  }

  private func session(
    _ queue: Queue,
    _ console: Console,
    _ learner: Learner,
    _ shelf: Shelf
  ) throws {
    let dialogue = Dialogue(console: console)
    defer { dialogue.close() }
    greet(queue, shelf, dialogue)
    let run = StudyRun(
      dialogue: dialogue,
      learner: learner,
      shelf: shelf,
      queue: queue,
      options: StudyRun.Options(
        shuffler: shuffler(dialogue),
        showsEventIDs: acknowledge,
        isCram: cram || missed,
        deadline: minutes.map { World.stopwatch() + $0 * 60_000 }
      )
    )
    let ending = try run.run()
    // Everything graded is safe already: a full disk here only leaves the end mark out.
    _ = try? learner.record(.session(.end), at: World.now())
    dialogue.show(run.summary(place: Places.store))
    dialogue.console.flush()
    learner.keepSnapshot()
    try console.finish()
    if case .terminated(let signal) = ending {
      dialogue.close()
      throw ExitCode(128 + signal)
    }
  }

  private func greet(_ queue: Queue, _ shelf: Shelf, _ dialogue: Dialogue) {
    var words = "\(queue.dueCount) due, \(queue.newCount) new."
    if cram || missed {
      words = "Practice with \(queue.items.count.counted("card")); nothing is rescheduled."
    } else {
      words += waiting(queue)
    }
    if shelf.faultyCards > 0 {
      words += " \(shelf.faultyCards.counted("card")) cannot be studied: run \"rounds check\"."
    }
    dialogue.say("\(words) :help explains.", .dim)
  }

  /// What the limits leave for later.
  private func waiting(_ queue: Queue) -> String {
    let held = [(queue.heldDue, "due"), (queue.heldNew, "new")].filter { $0.0 > 0 }
    guard !held.isEmpty else { return "" }
    let order = queue.heldDue > 0 ? ", the best remembered of all" : ""
    let counts = held.map { "\($0.0) more \($0.1)" }.joined(separator: " and ")
    return " \(counts) wait\(order)."
  }

  /// On a pipe options stay as in the file, unless a seed is given.
  private func shuffler(_ dialogue: Dialogue) -> SplitMix64? {
    if let seed { return SplitMix64(seed: seed) }
    var system = SystemRandomNumberGenerator()
    return dialogue.isInteractive ? SplitMix64(seed: system.next()) : nil
  }

  private func explainIfEmpty(_ shelf: Shelf) throws(Failure) {
    guard !shelf.hasCandidates(tagged: tag) else { return }
    let files = shelf.collection.decks.map(\.path).joined(separator: ", ")
    if let tag {
      throw Failure(.noInput, "no card with the tag \"\(tag)\" in \(files)")
    }
    let faults = shelf.faultyCards > 0 ? ". Run \"rounds check\": cards there have faults" : ""
    let drafts = shelf.draftCount
    let waiting =
      drafts > 0
      ? ". \(drafts.counted("draft")) wait: \"rounds drafts DECK\" goes through them"
      : ""
    throw Failure(.noInput, "no cards to study in \(files)\(faults)\(waiting)")
  }
}
