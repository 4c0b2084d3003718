import ArgumentParser
import Decks
import Glibc
import Scheduling
import Storage
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

  @Option(help: "The most cards of this session.")
  var cards: Int?

  @Option(help: "New cards today, in place of the configured number (20).")
  var new: Int?

  @Option(help: "Only cards with this tag.")
  var tag: String?

  @Option(help: "Shuffle options repeatably.")
  var seed: UInt64?

  @Flag(help: "Print \"saved EVENT-ID\" after each grade and each undo, for scripts.")
  var acknowledge = false

  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if let cards, cards < 1 { throw ValidationError("--cards is at least 1.") }
    if let new, new < 0 { throw ValidationError("--new is at least 0.") }
  }

  func run() throws {
    let shelf = try Shelf(named: decks)
    let candidates = shelf.candidates(tagged: tag)
    try explainIfEmpty(candidates, shelf)
    let learner = try openStore(shelf)
    let now = World.now()
    let queue = Queue(
      of: candidates,
      progress: learner.progress,
      moment: now,
      limits: Queue.Limits(new: newLimit(learner, shelf, now), cards: cards)
    )
    let console = display.console()
    guard !queue.items.isEmpty else {
      console.writeLines(idle(queue, learner, shelf, now).flatMap { Wrap(console.width).lines($0) })
      return
    }
    try session(queue, console, learner, shelf)
  }
}

extension Study {
  /// Opens the store and proves that it can be written to, before the first question.
  private func openStore(_ shelf: Shelf) throws(Failure) -> Learner {
    let learner = try StoreDoor.open()
    let now = World.now()
    do {
      try learner.use(shelf.settings.parameters, at: now)
      if learner.progress.cards.keys.contains(where: { $0.text.utf8.contains(UInt8(ascii: "~")) }) {
        try learner.adopt(shelf.renamed, at: now)
      }
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
      shuffler: shuffler(dialogue),
      showsEventIDs: acknowledge
    )
    let ending = try run.run()
    // Everything graded is safe already: a full disk here only leaves the end mark out.
    _ = try? learner.record(.session(.end), at: World.now())
    dialogue.show(run.summary(place: Places.store))
    console.flush()
    if case .terminated(let signal) = ending {
      dialogue.close()
      throw ExitCode(128 + signal)
    }
  }

  private func greet(_ queue: Queue, _ shelf: Shelf, _ dialogue: Dialogue) {
    var words = "\(queue.dueCount) due, \(queue.newCount) new."
    if queue.heldBack > 0 { words += " \(queue.heldBack) more wait for another day." }
    if shelf.faultyCards > 0 {
      words += " \(shelf.faultyCards.counted("card")) cannot be studied: run \"rounds check\"."
    }
    dialogue.say("\(words) :help explains.", .dim)
  }

  /// On a pipe options stay as in the file, unless a seed is given.
  private func shuffler(_ dialogue: Dialogue) -> SplitMix64? {
    if let seed { return SplitMix64(seed: seed) }
    var system = SystemRandomNumberGenerator()
    return dialogue.isInteractive ? SplitMix64(seed: system.next()) : nil
  }

  private func newLimit(_ learner: Learner, _ shelf: Shelf, _ now: Moment) -> Int {
    let today = learner.progress.days.day(of: now.at, offset: now.offset)
    let seen = learner.progress.newCards[today] ?? 0
    return (new ?? shelf.settings.newPerDay) - seen
  }

  private func explainIfEmpty(_ candidates: [Candidate], _ shelf: Shelf) throws(Failure) {
    guard candidates.isEmpty else { return }
    let files = shelf.collection.decks.map(\.path).joined(separator: ", ")
    if let tag {
      throw Failure(.noInput, "no card with the tag \"\(tag)\" in \(files)")
    }
    let faults = shelf.faultyCards > 0 ? ". Run \"rounds check\": cards there have faults" : ""
    throw Failure(.noInput, "no cards to study in \(files)\(faults)")
  }

  /// What to say when nothing is due and no new card is allowed today.
  private func idle(_ queue: Queue, _ learner: Learner, _ shelf: Shelf, _ now: Moment) -> [String] {
    let summary = Summary(of: learner.progress, decks: shelf.rolls, at: now)
    let next = summary.forecast.enumerated().dropFirst().first { $0.element > 0 }
    var lines = ["Nothing is due."]
    let waits = shelf.candidates().compactMap { candidate -> Int64? in
      guard case .moment(let due)? = learner.progress.state(of: candidate.id)?.due else {
        return nil
      }
      return due - now.at.milliseconds
    }
    if let first = waits.min() {
      let interval = Interval.milliseconds(first).text
      lines[0] += " Next: \(waits.count.counted("card")) today, the first in \(interval)."
    } else if let next {
      lines[0] += " Next: \(next.element.counted("card")) in \(next.offset.counted("day"))."
    }
    if queue.heldBack > 0 {
      lines.append(
        "\(queue.heldBack.counted("new card")) wait for another day; \"--new N\" asks more today."
      )
    }
    return lines
  }
}
