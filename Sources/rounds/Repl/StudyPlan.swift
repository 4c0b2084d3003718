import Decks
import Grading
import Scheduling
import Storage
import Study
import Terminal

/// Which cards a session asks, and why another is not among them.
struct StudyPlan {
  let shelf: Shelf
  let progress: Progress
  let now: Moment
  let wishes: Wishes

  /// What the learner asked for.
  struct Wishes {
    var cards: Int?
    var minutes: Int?
    /// New cards today, in place of the configured number.
    var new: Int?
    /// Due cards today, in place of the configured number.
    var reviews: Int?
    var tag: String?
    /// Days ahead of time that cards may be asked.
    var ahead = 0
    /// Practice with every card, which never reschedules.
    var isCram = false
    /// Practice with the cards missed on the latest day of study.
    var onlyMissed = false

    var isPractice: Bool { isCram || onlyMissed }
  }

  private var today: Int { progress.days.day(of: now.at, offset: now.offset) }

  /// The cards in the order they are asked.
  func queue() -> Queue {
    let candidates = candidates()
    let full = queue(of: candidates, new: newLimit, cards: wishes.cards)
    guard let minutes = wishes.minutes else { return full }
    let fit = Pace(of: progress).fitting(
      minutes: minutes,
      due: full.dueCount,
      new: full.newCount
    )
    let cards = min(wishes.cards ?? .max, fit.due + fit.new)
    return queue(of: candidates, new: fit.new, cards: cards)
  }

  private func queue(of candidates: [Candidate], new: Int, cards: Int?) -> Queue {
    Queue(
      of: candidates,
      progress: progress,
      moment: now,
      limits: Queue.Limits(
        new: wishes.onlyMissed ? 0 : new,
        due: wishes.isPractice ? nil : dueLimit,
        cards: cards
      ),
      scope: Queue.Scope(
        ahead: wishes.ahead,
        includesAll: wishes.isPractice,
        isChanged: isChanged
      ),
      interferes: Confusion(shelf).interferes
    )
  }

  /// Cards of the decks that the learner has not set aside.
  func candidates() -> [Candidate] {
    let all = shelf.candidates(tagged: wishes.tag)
    guard wishes.onlyMissed || !progress.marks.isEmpty else { return all }
    let missed = wishes.onlyMissed ? missedCards() : []
    return all.filter { candidate in
      hindrance(of: candidate.id) == nil && (!wishes.onlyMissed || missed.contains(candidate.id))
    }
  }

  private func hindrance(of card: CardID) -> Hindrance? {
    shelf.hindrance(of: card, in: progress, on: today)
  }

  /// Whether the answer is no longer the one that was learned, so that the card is due now.
  private var isChanged: @Sendable (Candidate, Fingerprint?) -> Bool {
    let shelf = shelf
    return { card, known in
      guard let known, !known.isEmpty else { return false }
      if let key = card.key { return key != known }
      return shelf.question(card.id).map { Fingerprint($0.hash.key) } != known
    }
  }

  private func missedCards() -> Set<CardID> {
    let latest = progress.cards.values.compactMap { $0.history.last?.day }.max()
    return Set(
      progress.cards.filter { card in
        card.value.history.contains { $0.day == latest && $0.grade == .again }
      }.map(\.key)
    )
  }

  private var reviewsPerDay: Int { wishes.reviews ?? shelf.settings.reviewsPerDay }

  private var dueLimit: Int {
    max(0, reviewsPerDay - (progress.reviewedCards[today] ?? 0))
  }

  private var newLimit: Int {
    max(0, (wishes.new ?? shelf.settings.newPerDay) - (progress.newCards[today] ?? 0))
  }
}

// MARK: - Why not

extension StudyPlan {
  /// Why a card is not asked now, or that it is, in words.
  func reason(against id: CardID) throws(Failure) -> String {
    guard let entry = shelf.collection.entry(holding: id), shelf.question(id) != nil else {
      let words = "is in none of these decks, or cannot be read there: run \"rounds check\""
      throw Failure(.noInput, "\(id.text.sanitizedLine) \(words)")
    }
    let status = shelf.collection.card(of: entry).status
    if status != .active { return "has {status=\(status.rawValue)} in its deck." }
    guard shelf.candidates(tagged: wishes.tag).contains(where: { $0.id == id }) else {
      return "does not have the tag \"\(wishes.tag ?? "")\", or its stage is not active."
    }
    if let hindrance = hindrance(of: id) { return words(hindrance, id) }
    let queue = queue()
    if let place = queue.items.firstIndex(where: { $0.id == id }) {
      return "is asked now, as number \(place + 1) of \(queue.items.count)."
    }
    return waiting(id)
  }

  private func words(_ hindrance: Hindrance, _ id: CardID) -> String {
    switch hindrance {
    case .suspended: "is suspended. \"rounds resume \(id)\" brings it back."
    case .buried: "is buried until tomorrow. \"rounds resume \(id)\" brings it back today."
    case .flagged(let flag):
      "is flagged as \(flag.kind.rawValue)\(flag.reason.isEmpty ? "" : " (\(flag.reason))") until its "
        + "text changes. \"rounds resume \(id)\" takes the flag away."
    }
  }

  private func waiting(_ id: CardID) -> String {
    guard let state = progress.state(of: id) else {
      return
        "is new and waits its turn: \(newLimit) new cards are left for today. \"--new N\" asks "
        + "more."
    }
    switch state.due {
    case .day(let day) where day > today: return "is due on \(DayText.date(day))."
    case .moment(let moment) where moment > now.at.milliseconds:
      return "is due in \(Interval.milliseconds(moment - now.at.milliseconds).text)."
    default:
      return
        "is due, and waits behind cards more nearly forgotten: \(dueLimit) due cards are left for "
        + "today, \"--reviews N\" asks more, and --cards and --minutes ask fewer."
    }
  }
}
