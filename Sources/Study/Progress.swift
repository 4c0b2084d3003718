package import Decks
package import Scheduling
package import Storage

/// What follows from a learner's events: a pure fold, the same live and on replay.
package struct Progress: Hashable, Sendable {
  package private(set) var cards: [CardID: CardProgress] = [:]
  /// All timetables that were ever in force; the last is.
  private var terms = [Timetable(Parameters())]
  /// What the learner said of cards apart from answering them.
  package private(set) var marks: [CardID: CardMarks] = [:]
  /// Reviews that count, undone ones left out.
  package private(set) var reviewCount = 0
  /// Answers that were practice only and never reschedule a card.
  package private(set) var cramCount = 0
  /// Events of kinds that this version does not know, kept in the files and not applied.
  package private(set) var unknownCount = 0
  /// Fits of the weights, those taken back among them, in the order they were applied.
  package internal(set) var fits: [FitPlace] = []
  private var ledger = DayLedger()
  /// Reviews in the order they were applied, for undo; the last is the newest.
  private var reviewOrder: [ReviewPlace] = []

  /// A review by its event and the card it belongs to.
  package struct ReviewPlace: Hashable, Sendable {
    package let id: ULID
    package fileprivate(set) var card: CardID
  }

  package init() {}

  /// The progress after all events, in any order; what an `undo` names is left out.
  package init(replaying events: [Event]) {
    var undone: Set<ULID> = []
    for event in events {
      if case .undo(let target) = event.fact { undone.insert(target) }
    }
    for event in events.sorted(by: Event.isEarlier) {
      switch event.fact {
      case .undo: continue
      case .review where undone.contains(event.id): continue
      default: apply(event)
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

  /// The cards of the newest reviews, oldest first, as long as they lie on one of the learner's days.
  package func latestCards(_ count: Int, on day: Int) -> [CardID] {
    reviewOrder.suffix(count).map(\.card).filter { cards[$0]?.history.last?.day == day }
  }

  /// The moment of the newest review, by the clock of its device.
  package var latestMoment: Timestamp? {
    reviewOrder.last.flatMap { cards[$0.card]?.history.last?.at }
  }

  /// Cards answered for the first time, per learner's day.
  package var newCards: [Int: Int] { ledger.new }

  /// Cards answered that were known before, per learner's day.
  package var reviewedCards: [Int: Int] { ledger.reviewed }

  /// The newest review that is not undone.
  package var lastReview: ReviewPlace? { reviewOrder.last }

  /// How cards are scheduled now.
  package var parameters: Parameters { timetable.parameters }

  package var days: DayReckoning { timetable.days }

  private var scheduler: Scheduler { timetable.scheduler }

  private var timetable: Timetable { terms[terms.count - 1] }

  /// The state of a card, nil before its first answer.
  package func state(of card: CardID) -> CardState? {
    cards[card]?.state
  }

  /// What the four grades would lead to, exactly as `apply` will have it.
  package func preview(of card: CardID, at moment: Moment) -> Preview {
    scheduler.preview(
      state(of: card),
      now: moment.at.milliseconds,
      day: days.day(of: moment.at, offset: moment.offset),
      seed: cardSeed(card.text)
    )
  }

  /// The recall predicted on a day; nil for a card without history.
  package func retrievability(of card: CardID, on day: Int) -> Double? {
    state(of: card).map { scheduler.retrievability(of: $0, on: day) }
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
      wrongAnswer: review.isCorrect
        ? "" : String(review.answer.prefix(CardAnswer.longestWrongAnswer)),
      elapsed: review.elapsed,
      predicted: review.retrievability,
      term: terms.count - 1,
      seed: cardSeed(review.card.text)
    )
    ledger.take(day: day, after: cards[review.card]?.history.last?.day)
    cards[review.card, default: CardProgress()].take(
      answer,
      face: CardFace(deck: review.deck, hash: review.hash),
      scheduler: scheduler
    )
    reviewOrder.append(ReviewPlace(id: event.id, card: review.card))
    reviewCount += 1
  }

  /// Takes a review back: the card's state is computed anew from the rest of its history.
  private mutating func forget(_ target: ULID) {
    guard let place = reviewOrder.lastIndex(where: { $0.id == target }) else { return }
    let card = reviewOrder.remove(at: place).card
    reviewCount -= 1
    guard let progress = cards[card] else { return }
    ledger.remove(progress.days)
    cards[card] = progress.without(target, terms: terms)
    ledger.add(cards[card]?.days ?? [])
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
    guard let moved = cards.removeValue(forKey: from) else { return }
    if let present = cards[to] {
      ledger.remove(present.days)
      ledger.remove(moved.days)
      cards[to] = present.merged(with: moved, terms: terms)
      ledger.add(cards[to]?.days ?? [])
    } else {
      cards[to] = moved
    }
    for index in reviewOrder.indices where reviewOrder[index].card == from {
      reviewOrder[index].card = to
    }
  }

  /// Memory is computed anew under new weights; due dates that stand stay until the next review.
  mutating func use(_ new: Parameters) {
    let old = parameters
    terms.append(Timetable(new))
    guard old.weights != new.weights else { return }
    let model = scheduler.model
    for card in cards.keys { cards[card]?.recomputeMemory(with: model) }
  }
}

/// The parameters in force with what is made of them once.
struct Timetable: Hashable, Sendable {
  let parameters: Parameters
  let scheduler: Scheduler
  let days: DayReckoning

  init(_ parameters: Parameters) {
    self.parameters = parameters
    scheduler = parameters.scheduler
    days = parameters.days
  }

  static func == (left: Timetable, right: Timetable) -> Bool {
    left.parameters == right.parameters
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(parameters)
  }
}

extension Event {
  /// The order of replay: by time, then by id.
  package static func isEarlier(_ left: Event, _ right: Event) -> Bool {
    (left.moment.at, left.id) < (right.moment.at, right.id)
  }
}
