package import Decks
package import Scheduling
package import Storage

/// What follows from a learner's events: a pure fold, the same live and on replay.
package struct Progress: Hashable, Sendable {
  package internal(set) var cards = CardTable()
  /// All timetables that were ever in force; the last is.
  var terms = [Timetable(Parameters())]
  /// What the learner said of cards apart from answering them.
  package internal(set) var marks: [CardID: CardMarks] = [:]
  /// Reviews that count, undone ones left out.
  package internal(set) var reviewCount = 0
  /// Answers that were practice only and never reschedule a card.
  package internal(set) var cramCount = 0
  /// Events of kinds that this version does not know, kept in the files and not applied.
  package internal(set) var unknownCount = 0
  /// Fits of the weights, those taken back among them, in the order they were applied.
  package internal(set) var fits: [FitPlace] = []
  var ledger = DayLedger()
  /// Where to look first for a review that is taken back.
  var recent = RecentReviews()

  /// A review by its event and the card it belongs to.
  package struct ReviewPlace: Hashable, Sendable {
    package let id: ULID
    package let card: CardID
  }

  package init() {}

  /// Whether a card is known by an id that was made up for it.
  package var hasProvisionalIDs: Bool {
    let mark = UInt8(ascii: "~")
    return cards.anyID(holds: mark) || marks.keys.contains { $0.text.utf8.contains(mark) }
  }

  /// The progress after all events, in any order; what an `undo` names is left out.
  package init(replaying events: [Event]) {
    var undone: Set<ULID> = []
    for event in events {
      if case .undo(let target) = event.fact { undone.insert(target) }
    }
    for place in Event.order(of: events) {
      switch events[place].fact {
      case .undo: continue
      case .review where undone.contains(events[place].id): continue
      default: apply(events[place])
      }
    }
  }

  /// Takes one further event, which is later than all before it.
  package mutating func apply(_ event: Event) {
    switch event.fact {
    case .review(let review): apply(review, of: event)
    case .undo(let target): forget(target)
    case .adopt(let from, let to): adopt(from, as: to)
    case .parameters(let parameters): use(parameters)
    case .fit(let fitted): take(fitted, of: event)
    case .restore(let parameters, let fit): restore(parameters, takingBack: fit)
    case .mark(let mark, let card): self.mark(card, mark, at: event.moment)
    case .cram: cramCount += 1
    case .session, .override: break
    case .unknown: unknownCount += 1
    }
  }

  /// Cards answered for the first time, per learner's day.
  package var newCards: [Int: Int] { ledger.new }

  /// Cards answered that were known before, per learner's day.
  package var reviewedCards: [Int: Int] { ledger.reviewed }

  /// Cards due, per learner's day, those overdue among them.
  package var dueCards: [Int: Int] { ledger.due }

  /// How cards are scheduled now.
  package var parameters: Parameters { timetable.parameters }

  package var days: DayReckoning { timetable.days }

  func scheduler(of card: CardID) -> Scheduler { timetable.scheduler(of: card) }

  var timetable: Timetable { terms[terms.count - 1] }

  /// The state of a card, nil before its first answer.
  package func state(of card: CardID) -> CardState? {
    cards.state(of: card)
  }

  /// What the four grades would lead to, exactly as `apply` will have it of a review that carries
  /// the interval; without wishes it need not carry one.
  package func preview(of card: CardID, at moment: Moment, wishes: DayWishes? = nil) -> Preview {
    scheduler(of: card).preview(
      stateBeforeAnswer(to: card),
      now: moment.at.milliseconds,
      day: days.day(of: moment.at, offset: moment.offset),
      seed: cardSeed(card.text),
      balancer: wishes.map { balancer(for: card, $0) }
    )
  }

  /// The state of a card as its next answer finds it: a history that goes on under another id may
  /// follow other weights from then on.
  private func stateBeforeAnswer(to card: CardID) -> CardState? {
    guard !timetable.isUniform, var known = cards[card] else { return state(of: card) }
    known.turn(to: cardSeed(card.text), timetable)
    return known.state
  }

  /// The progress as it will be once other parameters are in force.
  package func under(_ parameters: Parameters) -> Progress {
    guard parameters != self.parameters else { return self }
    var progress = self
    progress.use(parameters)
    return progress
  }

  /// What a review is to carry of the state that was shown for its grade: days always, and a wait
  /// within the day where it does not follow from fixed steps.
  package func promise(of state: CardState) -> Interval? {
    if case .milliseconds = state.interval, parameters.dual == nil { return nil }
    return state.interval
  }

  /// The days until the recall of a card has fallen to 90 %; nil for one without history.
  package func stability(of card: CardID) -> Double? {
    state(of: card).map { scheduler(of: card).stability(of: $0.memory) }
  }

  /// The recall predicted at a moment; nil for a card without history.
  package func retrievability(of card: CardID, at moment: Moment) -> Double? {
    state(of: card).map {
      retrievability(
        of: card,
        $0,
        at: moment,
        on: days.day(of: moment.at, offset: moment.offset)
      )
    }
  }

  /// The recall predicted for where a card stands, at a moment of one of the learner's days.
  func retrievability(
    of card: CardID,
    _ state: CardState,
    at moment: Moment,
    on day: Int
  ) -> Double {
    scheduler(of: card).retrievability(of: state, now: moment.at.milliseconds, day: day)
  }

  /// The recall predicted on a day; nil for a card without history.
  package func retrievability(of card: CardID, on day: Int) -> Double? {
    state(of: card).map { scheduler(of: card).retrievability(of: $0, on: day) }
  }
}

extension Progress {
  private mutating func apply(_ review: Review, of event: Event) {
    let day = days.day(of: event.moment.at, offset: event.moment.offset)
    let answer = CardAnswer(
      event: event.id,
      at: event.moment.at,
      day: day,
      offset: event.moment.offset,
      grade: review.grade,
      isCorrect: review.isCorrect,
      wrongAnswer: review.isCorrect ? "" : CardAnswer.shortened(review.answer),
      elapsed: review.elapsed,
      predicted: review.retrievability,
      term: terms.count - 1,
      seed: cardSeed(review.card.text),
      promised: review.interval
    )
    let face = CardFace(deck: review.deck, hash: review.hash)
    let timetable = timetable
    reviewCount += 1
    recent.note(ReviewPlace(id: event.id, card: review.card))
    if let (before, after) = cards.take(answer, face, of: review.card, timetable) {
      ledger.take(day: day, after: before.lastDay)
      return ledger.move(from: before, to: after)
    }
    var before: CardState?
    var previous: Int?
    let after = cards.update(review.card) { card -> CardState? in
      before = card.state
      guard !card.isLater(than: answer) else { return nil }
      previous = card.take(answer, face: face, timetable)
      return card.state
    }
    guard let after else { return put(answer, face, into: review.card) }
    ledger.take(day: day, after: previous)
    ledger.move(from: before, to: after)
  }

  /// Takes an answer that was given before others of its card: that card alone is replayed.
  private mutating func put(
    _ answer: CardAnswer,
    _ face: CardFace,
    into id: CardID
  ) {
    guard let card = cards[id] else { return }
    let all = card.with(answer, face, terms: terms)
    ledger.remove(card.days)
    ledger.add(all.days)
    ledger.move(from: card.state, to: all.state)
    cards[id] = all
  }

  /// Takes a review back: the card's state is computed anew from the rest of its history.
  private mutating func forget(_ target: ULID) {
    guard let (card, progress) = card(answeredBy: target) else { return }
    reviewCount -= 1
    ledger.remove(progress.days)
    cards[card] = progress.without(target, terms: terms)
    ledger.add(cards[card]?.days ?? [])
    ledger.move(from: progress.state, to: state(of: card))
  }

  private mutating func mark(_ card: CardID, _ mark: CardMark, at moment: Moment) {
    var standing = marks[card] ?? CardMarks()
    standing.take(mark, on: days.day(of: moment.at, offset: moment.offset))
    marks[card] = standing.isEmpty ? nil : standing
  }

  private mutating func adopt(_ from: CardID, as to: CardID) {
    guard from != to else { return }
    if let moved = marks.removeValue(forKey: from) {
      marks[to] = marks[to]?.joined(with: moved) ?? moved
    }
    guard let moved = cards[from] else { return }
    cards[from] = nil
    if let present = cards[to] {
      ledger.remove(present.days)
      ledger.remove(moved.days)
      cards[to] = present.merged(with: moved, terms: terms)
      ledger.add(cards[to]?.days ?? [])
      ledger.move(from: present.state, to: state(of: to))
      ledger.move(from: moved.state, to: nil)
    } else {
      cards[to] = moved
    }
  }

  /// Memory is computed anew under new weights; due dates that stand stay until the next review.
  mutating func use(_ new: Parameters) {
    let old = parameters
    terms.append(Timetable(new))
    guard new.remembersOtherwise(than: old) else { return }
    let timetable = timetable
    cards.updateAll { $0.recomputeMemory(under: timetable) }
  }
}

extension Event {
  /// The places of events in the order of replay; events themselves are too large to be moved about.
  fileprivate static func order(of events: [Event]) -> [Int] {
    let keys = events.map { (at: $0.moment.at, id: $0.id) }
    let order = Array(events.indices)
    // The log of one device lies in order already.
    guard order.dropFirst().contains(where: { keys[$0] < keys[$0 - 1] }) else { return order }
    return order.sorted { keys[$0] < keys[$1] }
  }

  /// The order of replay: by time, then by id.
  package static func isEarlier(_ left: Event, _ right: Event) -> Bool {
    (left.moment.at, left.id) < (right.moment.at, right.id)
  }
}
