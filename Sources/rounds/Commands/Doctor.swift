import ArgumentParser
import Decks
import Storage
import Study
import Terminal

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Verify every line of your progress, and say in plain words what is found.",
    discussion: """
      Nothing is changed without --repair, and that mends only what is derived: the snapshot, \
      permissions, leftovers and the torn end of a file. The log itself is never rewritten. Ends \
      with 1 if anything is wrong.
      """
  )

  @Flag(help: "Mend what is derived; the log stays as it is.")
  var repair = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var display: DisplayOptions

  func run() throws {
    if repair { try mend() }
    let checkup: Checkup
    do throws(StoreError) {
      _ = try Places.storeFolder.inspect()
      checkup = try Checkup(of: Places.storeFolder, cards: knownCards(), now: World.now().at)
    } catch {
      throw StoreDoor.failure(error, Places.storeFolder)
    }
    let console = display.console()
    let page = CheckupPage(checkup: checkup, store: Places.store)
    if json {
      console.writeLine(page.json)
    } else {
      console.writeLines(page.lines(width: console.width, style: console.style))
    }
    try console.finish()
    if page.isWrong { throw ExitCode(ExitStatus.no.rawValue) }
  }

  private func mend() throws(Failure) {
    let learner = try StoreDoor.open()
    do throws(StoreError) {
      try learner.mend()
    } catch {
      throw StoreDoor.failure(error, Places.storeFolder)
    }
  }

  /// The cards of all decks, drafts included; nil where no deck is found.
  private func knownCards() -> Set<CardID>? {
    guard let shelf = try? Shelf(named: []) else { return nil }
    let collection = shelf.collection
    return Set(collection.entries.flatMap { collection.questions(of: $0).map(\.id) })
  }
}
