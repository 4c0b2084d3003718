import Decks
import Scheduling
import Storage
import Study
import Terminal

/// What a session makes last in the learner's log.
extension StudyRun {
  /// The recall expected now; nil for a new card.
  func recall(of card: CardID) -> Double? {
    learner.progress.retrievability(of: card, at: World.now())
  }

  /// Records a review, or practice, with the reason of an override in the same write.
  func record(
    _ review: Review,
    overriding reason: String?,
    at now: Moment
  ) throws(Failure) -> ULID {
    let id = learner.nextID(at: now)
    var facts: [(id: ULID, fact: Event.Fact)] = [
      (id, options.isCram ? .cram(review) : .review(review))
    ]
    if let reason {
      facts.append((learner.nextID(at: now), .override(review: id, reason: reason)))
    }
    do throws(JournalError) {
      try learner.record(facts, at: now)
    } catch {
      throw StoreDoor.failure(error)
    }
    saved.append((id, review.card))
    return id
  }

  /// Records the same mark on some cards in one write.
  func mark(_ mark: CardMark, _ cards: [CardID]) throws(Failure) {
    let now = World.now()
    let facts = cards.map { (id: learner.nextID(at: now), fact: Event.Fact.mark(mark, card: $0)) }
    do throws(JournalError) {
      try learner.record(facts, at: now)
    } catch {
      throw StoreDoor.failure(error)
    }
    for fact in facts { acknowledge(fact.id) }
  }

  /// Lets a card rest until the learner's next day, with its siblings if wanted.
  func bury(_ item: Queue.Item, withSiblings: Bool) throws(Failure) -> Outcome {
    let siblings = shelf.collection.entry(holding: item.id).map { entry in
      shelf.collection.questions(of: entry).map(\.id)
    }
    let cards = withSiblings ? siblings ?? [item.id] : [item.id]
    try mark(.bury, cards)
    session.drop(Set(cards), as: .buried)
    dialogue.say("\(cards.count.counted("card")) buried until tomorrow.")
    return .setAside
  }

  /// Keeps a private note, takes it away for "-", or shows it for nothing.
  func note(_ text: String, on question: Question) throws(Failure) {
    guard !text.isEmpty else {
      let note = learner.progress.marks[question.id]?.note
      dialogue.say(
        note.map { "Your note: \($0)".sanitized } ?? "No note. \":note TEXT\" keeps one."
      )
      return
    }
    try mark(.note(text == "-" ? "" : String(text.prefix(2000))), [question.id])
    dialogue.say(text == "-" ? "Note taken away." : "Noted.")
  }

  /// Takes the last grade back; without one the question is asked again.
  func undo(_ current: Queue.Item) throws(Failure) -> Outcome {
    guard reschedules else {
      dialogue.say("Practice is not scheduled, so there is no grade to take back.")
      session.putBack(current)
      return .undone
    }
    guard session.undo(current: current) else {
      dialogue.say(
        "Nothing was graded in this session yet. \"rounds undo\" takes back an older grade."
      )
      session.putBack(current)
      return .undone
    }
    // The session knows what it saved last, also where a clock was set back.
    guard let last = saved.popLast() else { return .undone }
    do throws(JournalError) {
      let id = try learner.record(.undo(last.id), at: World.now())
      dialogue.say("Taken back: the grade of \(last.card.text.sanitizedLine).")
      acknowledge(id)
    } catch {
      throw StoreDoor.failure(error)
    }
    return .undone
  }

  /// Tells a script that an event is safe.
  func acknowledge(_ id: ULID) {
    if options.showsEventIDs { dialogue.console.writeLine("saved \(id)") }
    dialogue.console.flush()
  }

  /// Names a card that does not stick, with what was answered wrongly and where to read.
  func tellLeech(_ card: CardID, _ question: Question) {
    guard reschedules, let progress = learner.progress.cards[card], progress.isLeech else { return }
    let lapses = progress.state?.lapses ?? 0
    dialogue.say("This card was forgotten \(lapses) times: a leech.", .warning)
    let wrong = progress.wrongAnswers.prefix(5).map(\.sanitizedLine).joined(separator: "; ")
    if !wrong.isEmpty { dialogue.say("Wrong answers so far: \(wrong).") }
    for citation in question.details.citations {
      dialogue.say("Read again: \(citation.description.sanitizedLine)")
    }
    dialogue.say("Mend the card with e, note a mnemonic with :note, or suspend it with x.")
  }
}
