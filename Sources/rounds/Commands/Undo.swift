import ArgumentParser
import Decks
import Storage
import Study
import Terminal

struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take the newest grade back, also on the day after; again for the one before."
  )

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let learner = try StoreDoor.open()
    let taken: Progress.ReviewPlace?
    do throws(JournalError) {
      taken = try learner.undo(at: World.now())
    } catch {
      throw StoreDoor.failure(error)
    }
    learner.keepSnapshot()
    guard let taken else { throw Failure(.no, "there is no grade to take back") }
    let console = display.console()
    let state = learner.progress.state(of: taken.card)
    let now = state == nil ? "It is new again." : "It is as it was before that answer."
    console.writeLine("Taken back: the last grade of \(taken.card.text.sanitizedLine). \(now)")
    try console.finish()
  }
}
