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
  var shelf: Shelf
  var session: Session
  let options: Options
  private var shuffler: SplitMix64?
  private var tags: [CardID: [String]] = [:]
  /// Reviews of this session that stand, the newest last.
  var saved: [(id: ULID, card: CardID)] = []

  /// What a session was asked to be.
  struct Options {
    var shuffler: SplitMix64?
    /// Whether each saved event's id is printed.
    var showsEventIDs = false
    /// Whether answers are practice only and never reschedule.
    var isCram = false
    /// The stopwatch reading after which no further question is asked.
    var deadline: Int?
  }

  init(
    dialogue: Dialogue,
    learner: Learner,
    shelf: Shelf,
    queue: Queue,
    options: Options
  ) {
    self.dialogue = dialogue
    self.learner = learner
    self.shelf = shelf
    session = Session(queue)
    self.options = options
    shuffler = options.shuffler
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
    /// Buried, suspended or flagged: gone from the session without a grade.
    case setAside
    case quit
    case terminated(Int32)
  }

  var reschedules: Bool { !options.isCram }

  /// Asks until nothing or no time is left, or the learner leaves.
  func run() throws(Failure) -> Ending {
    while let item = session.next(now: World.now().at.milliseconds) {
      if let deadline = options.deadline, World.stopwatch() >= deadline {
        dialogue.say("The time is up.")
        return .finished
      }
      guard let question = shelf.question(item.id) else { continue }
      tags[item.id] = question.details.tags
      switch try ask(item, question) {
      case .graded, .undone, .setAside: continue
      case .skipped: session.skip(item)
      case .quit: return .finished
      case .terminated(let signal): return .terminated(signal)
      }
    }
    return .finished
  }

  /// The summary of what was done.
  func summary(place: String) -> [String] {
    // Where nothing was graded nothing is said of the days to come, which costs a look at every card.
    let comingBack =
      session.tally.answers.isEmpty
      ? nil : shelf.forecast(of: learner.progress, at: World.now())
    return SummaryPage(
      tally: session.tally,
      tags: tags,
      dueToday: comingBack?.due ?? 0,
      dueTomorrow: comingBack?.days.dropFirst().first ?? 0,
      dueInWeek: comingBack?.days.prefix(8).dropFirst().reduce(0, +) ?? 0,
      place: place,
      width: dialogue.width,
      style: dialogue.style
    ).lines
  }

  private func ask(_ item: Queue.Item, _ question: Question) throws(Failure) -> Outcome {
    let presentation = Presentation(of: question, shuffling: &shuffler)
    tellChange(question)
    var asking = Asking(
      question: question,
      presentation: presentation,
      position: session.tally.answers.count + 1,
      total: session.tally.answers.count + 1 + session.remaining + session.comingBack,
      context: shelf.gradingContext(presentation.order),
      run: self
    )
    switch try asking.ask() {
    case .answered(let answer):
      return try Confirming(self, answer, item, question, presentation).ask()
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

  /// Says, before the question, that its answer or its words are no longer those that were learned.
  private func tellChange(_ question: Question) {
    guard let known = learner.progress.cards[question.id]?.hash, !known.key.isEmpty else { return }
    let now = question.hash
    if known.key != now.key {
      dialogue.say("The answer to this card has changed since you learned it.", .warning)
    } else if known.stem != now.stem {
      dialogue.say("This question has been reworded since you learned it.", .dim)
    }
  }
}
