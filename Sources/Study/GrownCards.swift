import Decks
import Scheduling
import Storage

/// Applies gathered reviews card by card.
struct GrownCards: Sendable {
  let answers: [PiledAnswer]
  /// The cards by their numbers.
  let ids: [CardID]
  let pile: CardPile
  let wrongAnswers: [String]
  let threads: Int
  private let deckNames: [String]

  init(
    answers: [PiledAnswer],
    ids: [CardID],
    pile: CardPile,
    wrongAnswers: [String],
    threads: Int
  ) {
    self.answers = answers
    self.ids = ids
    self.pile = pile
    self.wrongAnswers = wrongAnswers
    self.threads = threads
    deckNames = pile.deckNames
  }

  /// Fewer answers than that are not worth a second thread.
  private static let manyAnswers = 20_000

  /// The answers of some cards, applied.
  private struct Part: Sendable {
    var cards: [(id: CardID, card: CardProgress)] = []
    var ledger = DayLedger()
  }

  /// Applies the answers at some places; all of them lie after those that were applied before.
  func apply(_ places: [Int32], to progress: inout Progress) {
    guard !places.isEmpty else { return }
    let groups = CardGroups(of: places, answers, cards: ids.count)
    let terms = progress.terms
    // The table itself must not be held here: writing to it below would copy all of it.
    let known =
      progress.cards.count == 0 ? [] : groups.cards(answers).map { progress.cards[ids[$0]] }
    let workers = Workers(count: places.count < Self.manyAnswers ? 1 : threads)
    // Several parts a thread, so that none waits long for another.
    let parts = workers.map(workers.count * 4, initially: Part()) { part in
      var grown = Part()
      for group in groups.share(part, of: workers.count * 4) {
        let own = groups.places(group).map { answers[Int($0)] }.inOrder
        grow(own, from: known.isEmpty ? nil : known[group], terms, into: &grown)
      }
      return grown
    }
    progress.cards.reserve(groups.count)
    for part in parts {
      for (id, card) in part.cards { progress.cards[id] = card }
      progress.ledger.add(part.ledger)
    }
    progress.reviewCount += places.count
    for place in places.suffix(RecentReviews.most) {
      let answer = answers[Int(place)]
      progress.recent.note(Progress.ReviewPlace(id: answer.event, card: ids[Int(answer.card)]))
    }
  }

  /// Applies the answers of one card.
  private func grow(
    _ answers: [PiledAnswer],
    from known: CardProgress?,
    _ terms: [Timetable],
    into part: inout Part
  ) {
    guard let first = answers.first, let term = terms.last else { return }
    let id = ids[Int(first.card)]
    let seed = cardSeed(id.text)
    var card = known ?? CardProgress()
    let before = card.state
    card.history.reserveCapacity(card.history.count + answers.count)
    var last: Int32?
    for answer in answers {
      let face = answer.face == last ? nil : pile.face(Int(answer.face), deckNames: deckNames)
      last = answer.face
      let day = term.days.day(of: answer.at, offset: Int(answer.offset))
      let taken = CardAnswer(
        event: answer.event,
        at: answer.at,
        day: day,
        offset: Int(answer.offset),
        grade: answer.grade,
        isCorrect: answer.isCorrect,
        wrongAnswer: answer.wrong < 0 ? "" : wrongAnswers[Int(answer.wrong)],
        elapsed: Int(answer.elapsed),
        predicted: answer.predicted,
        term: terms.count - 1,
        seed: seed,
        promised: answer.promised
      )
      part.ledger.take(day: day, after: card.take(taken, face: face, term))
    }
    part.ledger.move(from: before, to: card.state)
    part.cards.append((id, card))
  }
}

/// The places of answers, those of one card together.
private struct CardGroups: Sendable {
  private var places: [Int32]
  /// Where the places of each card that has any begin, and their end.
  private var starts: [Int] = []

  init(of places: [Int32], _ answers: [PiledAnswer], cards: Int) {
    self.places = places
    // A few answers of many cards are sorted sooner than counted.
    if places.count < cards / 16 {
      self.places.sort { answers[Int($0)].card < answers[Int($1)].card }
    } else {
      self.places = Self.counted(places, answers, cards: cards)
    }
    var last: Int32 = -1
    for (index, place) in self.places.enumerated() where answers[Int(place)].card != last {
      last = answers[Int(place)].card
      starts.append(index)
    }
    starts.append(places.count)
  }

  var count: Int { starts.count - 1 }

  /// The numbers of the groups that one of some shares has.
  func share(_ part: Int, of parts: Int) -> Range<Int> {
    return count * part / parts..<count * (part + 1) / parts
  }

  func places(_ group: Int) -> ArraySlice<Int32> {
    places[starts[group]..<starts[group + 1]]
  }

  /// The number of each group's card.
  func cards(_ answers: [PiledAnswer]) -> [Int] {
    starts.dropLast().map { Int(answers[Int(places[$0])].card) }
  }

  private static func counted(
    _ places: [Int32],
    _ answers: [PiledAnswer],
    cards: Int
  ) -> [Int32] {
    var next = [Int](repeating: 0, count: cards + 1)
    for place in places { next[Int(answers[Int(place)].card) + 1] += 1 }
    for card in 0..<cards { next[card + 1] += next[card] }
    var sorted = places
    for place in places {
      let card = Int(answers[Int(place)].card)
      sorted[next[card]] = place
      next[card] += 1
    }
    return sorted
  }
}

extension [PiledAnswer] {
  /// In the order of replay, as the log of one device has them already.
  fileprivate var inOrder: [PiledAnswer] {
    let isInOrder = zip(self, dropFirst()).allSatisfy { PiledAnswer.isEarlier($0, $1) }
    return isInOrder ? self : sorted(by: PiledAnswer.isEarlier)
  }
}
