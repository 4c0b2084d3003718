import Decks
import Grading
import Scheduling
import Storage
import Study
import Terminal

/// One study session from the first question to the summary.
final class StudyRun {
  let dialogue: Dialogue
  let learner: Learner
  let shelf: Shelf
  var session: Session
  var shuffler: SplitMix64?
  let showsEventIDs: Bool
  private var tags: [CardID: [String]] = [:]

  init(
    dialogue: Dialogue,
    learner: Learner,
    shelf: Shelf,
    queue: Queue,
    shuffler: SplitMix64?,
    showsEventIDs: Bool
  ) {
    self.dialogue = dialogue
    self.learner = learner
    self.shelf = shelf
    session = Session(queue)
    self.shuffler = shuffler
    self.showsEventIDs = showsEventIDs
  }

  /// How a session ended.
  enum Ending {
    case finished
    case terminated(Int32)
  }

  /// How one question ended.
  enum Outcome {
    case graded
    case skipped
    case undone
    case quit
    case terminated(Int32)
  }

  /// Asks until nothing is left or the learner leaves.
  func run() throws(Failure) -> Ending {
    while let item = session.next(now: World.now().at.milliseconds) {
      guard let question = shelf.question(item.id) else { continue }
      tags[item.id] = question.details.tags
      switch try ask(item, question) {
      case .graded: continue
      case .skipped: session.skip(item)
      case .undone: continue
      case .quit: return .finished
      case .terminated(let signal): return .terminated(signal)
      }
    }
    return .finished
  }

  /// The summary of what was done.
  func summary(place: String) -> [String] {
    let now = World.now()
    let forecast = Summary(of: learner.progress, decks: shelf.rolls, at: now).forecast
    return SummaryPage(
      tally: session.tally,
      tags: tags,
      dueTomorrow: forecast.dropFirst().first ?? 0,
      dueInWeek: forecast.prefix(8).dropFirst().reduce(0, +),
      place: place,
      width: dialogue.width,
      style: dialogue.style
    ).lines
  }

  private func ask(_ item: Queue.Item, _ question: Question) throws(Failure) -> Outcome {
    let presentation = Presentation(of: question, shuffling: &shuffler)
    var asking = Asking(
      question: question,
      presentation: presentation,
      position: session.tally.answers.count + 1,
      total: session.tally.answers.count + 1 + session.remaining + session.comingBack,
      context: shelf.gradingContext(presentation.order),
      dialogue: dialogue
    )
    switch asking.run() {
    case .answered(let answer):
      return try confirm(answer, item, question, presentation)
    case .skipped:
      dialogue.say("Left for later.")
      return .skipped
    case .unreadable: return left()
    case .undo: return try undo(item)
    case .quit: return .quit
    case .terminated(let signal): return .terminated(signal)
    }
  }

  /// Leaves a card that a script could not answer, so that its next lines meet other cards.
  func left() -> Outcome {
    dialogue.say("Three lines could not be read, so this card is left without a grade.")
    return .skipped
  }

  /// Takes the last grade back; without one the question is asked again.
  func undo(_ current: Queue.Item) throws(Failure) -> Outcome {
    guard session.undo(current: current) else {
      dialogue.say(
        "Nothing was graded in this session yet. \"rounds undo\" takes back an older grade."
      )
      session.putBack(current)
      return .undone
    }
    guard let last = learner.progress.lastReview else { return .undone }
    do throws(JournalError) {
      let id = try learner.record(.undo(last.id), at: World.now())
      dialogue.say("Taken back: the grade of \(last.card.text).")
      acknowledge(id)
    } catch {
      throw StoreDoor.failure(error)
    }
    return .undone
  }

  /// Tells a script that an event is safe.
  func acknowledge(_ id: ULID) {
    if showsEventIDs { dialogue.console.writeLine("saved \(id)") }
    dialogue.console.flush()
  }
}
