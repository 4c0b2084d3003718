import ArgumentParser
import Decks
import Storage
import Study
import Terminal

struct Suspend: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ask a card no more until it is resumed."
  )

  @Argument(help: "Ids of cards; a card's own id stands for all its parts.")
  var ids: [String]

  @OptionGroup var place: DeckOptions

  @OptionGroup var display: DisplayOptions

  func run() throws {
    try Marking(ids, try place.shelf()).apply { _ in [.suspend] }.report("suspended", display)
  }
}

struct Resume: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring back cards that were suspended, buried or flagged as wrong."
  )

  @Argument(help: "Ids of cards; a card's own id stands for all its parts.")
  var ids: [String]

  @OptionGroup var place: DeckOptions

  @OptionGroup var display: DisplayOptions

  func run() throws {
    try Marking(ids, try place.shelf()).apply { _ in [.unflag, .resume] }
      .report("brought back", display)
  }
}

/// Named after what it does, since `Flag` is a word of the argument parser.
struct FlagCard: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flag",
    abstract: "Say that a card is wrong, outdated, unclear or has a typo.",
    discussion: "A card flagged as wrong is not asked again until its text changes."
  )

  @Argument(help: "The card's id; a card's own id stands for all its parts.")
  var id: String

  @Argument(help: "wrong, outdated, unclear or typo.")
  var kind: CardFlag.Kind

  @Argument(help: "A word of reason.")
  var reason = ""

  @OptionGroup var place: DeckOptions

  @OptionGroup var display: DisplayOptions

  func run() throws {
    try Marking([id], try place.shelf()).apply { question in
      let hash = question.hash
      return [.flag(CardFlag(kind: kind, reason: reason, stem: hash.stem, key: hash.key))]
    }.report("flagged as \(kind.rawValue)", display)
  }
}

extension CardFlag.Kind: ExpressibleByArgument {}

/// Puts marks on cards that were named on the command line.
private struct Marking {
  private let learner: Learner
  private let questions: [Question]

  init(_ ids: [String], _ shelf: Shelf) throws(Failure) {
    var questions: [Question] = []
    for id in ids { questions += try shelf.questions(named: id) }
    self.questions = questions
    learner = try StoreDoor.open()
  }

  /// Makes the marks of all cards last in one write.
  func apply(_ marks: (Question) -> [CardMark]) throws(Failure) -> Marking {
    let now = World.now()
    let facts = questions.flatMap { question in
      marks(question).map { mark in
        (id: learner.nextID(at: now), fact: Event.Fact.mark(mark, card: question.id))
      }
    }
    do throws(JournalError) {
      try learner.record(facts, at: now)
    } catch {
      throw StoreDoor.failure(error)
    }
    learner.keepSnapshot()
    return self
  }

  func report(_ what: String, _ display: DisplayOptions) throws(Failure) {
    let console = display.console()
    for question in questions { console.writeLine("\(question.id.text.sanitizedLine): \(what)") }
    try console.finish()
  }
}
