import ArgumentParser
import Storage
import Study
import Terminal

struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Join the progress of another device, or a sync program's conflicted copies.",
    discussion: """
      PATH is another store, its log folder, the folder of one device, or one .jsonl file. Lines \
      that are not here yet are added byte for byte; doing it twice adds nothing. Without a PATH, \
      conflicted copies in the store are joined and moved to the folder "aside".
      """
  )

  @Argument(help: "Stores, folders of logs, or log files.")
  var paths: [String] = []

  @Flag(help: "Join a store that was begun as another learner: both are you.")
  var sameLearner = false

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let sources = try paths.map { try source($0) }
    let learner = try StoreDoor.open()
    let console = display.console()
    let wrap = Wrap(console.width, hanging: "  ")
    do throws(StoreError) {
      let lines =
        try sources.isEmpty ? joinCopies(learner) : join(sources, learner)
      for line in lines { console.writeLines(wrap.lines(line.sanitizedLine)) }
      // The lines are safe; what follows from them takes longer than joining them.
      console.flush()
      if !sources.isEmpty { try learner.readAgain() }
      for line in clockRemarks(learner) { console.writeLines(wrap.lines(line.sanitizedLine)) }
    } catch {
      throw StoreDoor.failure(error, Places.storeFolder)
    }
    learner.keepSnapshot()
    try console.finish()
  }
}

extension Merge {
  private struct Source {
    let path: String
    let listing: JournalListing
  }

  /// Finds the files of a path and makes sure that they may be joined.
  private func source(_ path: String) throws(Failure) -> Source {
    let place = FileBytes.canonical(Places.expanded(path))
    guard FileBytes.exists(place) else { throw Failure(.noInput, "there is no \(path)") }
    guard !Backup.isBackup(place) else {
      throw Failure(
        .noInput,
        "\(path) is a backup: \"ROUNDS_HOME=some-folder rounds restore \(path)\" unpacks it, then "
          + "merge some-folder"
      )
    }
    try checkLearner(place, named: path)
    let listing: JournalListing
    do throws(StoreError) {
      listing = try StoreFolder.listing(at: place, orDevice: Places.storeFolder.device)
    } catch {
      throw StoreDoor.failure(error, Places.storeFolder)
    }
    guard !listing.files.isEmpty else {
      throw Failure(.noInput, "there is no log in \(path); a log is a file that ends in .jsonl")
    }
    return Source(path: path, listing: listing)
  }

  /// Another person's answers would spoil both histories.
  private func checkLearner(_ place: String, named path: String) throws(Failure) {
    guard !sameLearner else { return }
    let (own, other): (StoreStatus, StoreStatus)
    do throws(StoreError) {
      own = try Places.storeFolder.inspect()
      other = try StoreFolder(root: place, device: Places.storeFolder.device).inspect()
    } catch {
      throw StoreDoor.failure(error, Places.storeFolder)
    }
    guard let mine = own.identity, let theirs = other.identity, mine.learner != theirs.learner
    else { return }
    throw Failure(
      .no,
      "\(path) was begun as another learner, and nothing was joined. If both are you, add "
        + "--same-learner"
    )
  }

  private func join(_ sources: [Source], _ learner: Learner) throws(StoreError) -> [String] {
    let counts = try learner.join(sources.map(\.listing))
    return zip(sources, counts).flatMap { source, count in
      ["\(source.path): \(words(count))"] + remarks(count.report)
    }
  }

  private func joinCopies(_ learner: Learner) throws(StoreError) -> [String] {
    let (count, keptAt) = try learner.mergeCopies()
    guard let first = keptAt.first else {
      return ["No conflicted copies in \(Places.store). Name a PATH to join another log."]
    }
    let copies = keptAt.count == 1 ? "1 conflicted copy" : "\(keptAt.count) conflicted copies"
    return ["\(copies): \(words(count)) Kept aside: \(first)\(more(keptAt.count))."]
      + remarks(count.report)
  }

  private func words(_ count: JournalUnion.Count) -> String {
    "\(count.fresh.counted("new event")), \(count.known) known already."
  }

  private func remarks(_ report: JournalReport) -> [String] {
    let damaged = report.damaged + report.torn
    guard let first = damaged.first else { return [] }
    return [
      "\(first.file.path):\(first.line):1: this line is damaged and was left where it is"
        + more(damaged.count)
    ]
  }

  private func more(_ count: Int) -> String {
    count > 1 ? " (and \(count - 1) more)" : ""
  }

  private func clockRemarks(_ learner: Learner) -> [String] {
    ClockPage(clocks: learner.history.clocks, now: World.now().at).lines
  }
}
