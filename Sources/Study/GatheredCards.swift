import Decks
import Scheduling
import Storage

/// What there is to ask among some candidates, found in one pass.
struct GatheredCards {
  private(set) var due: AskedCards
  private(set) var new: AskedCards
  /// The places of cards between two learning steps, and when their time comes, in UTC milliseconds.
  private(set) var comingBack: [(place: Int, due: Int64)] = []
  private var metToday: [Int] = []
  /// How many cards of each group are asked today, those answered today already among them.
  ///
  /// Groups are counted as they come, since the ids of very many cards are slow to look up.
  private var asked: [Int] = []
  private let today: Int

  /// Fewer than that are looked at by one thread alone.
  private static let manyCards = 20_000

  init(
    _ candidates: [Candidate],
    progress: Progress,
    moment: Moment,
    scope: Queue.Scope,
    threads: Int = 2
  ) {
    let look = Look(progress: progress, moment: moment, scope: scope)
    today = look.today
    due = AskedCards(areNew: false, room: candidates.count)
    new = AskedCards(areNew: true, room: candidates.count)
    let parts = candidates.count < Self.manyCards ? 1 : max(1, threads)
    let size = (candidates.count + parts - 1) / parts
    let seen = Workers(count: parts).map(parts, initially: [Look.Find]()) { part in
      look.finds(in: candidates[min(part * size, candidates.count)...].prefix(size))
    }
    for (place, find) in seen.joined().enumerated() { take(candidates, place, find) }
    new.orderSiblings(beside: asked)
  }

  private mutating func take(_ candidates: [Candidate], _ place: Int, _ find: Look.Find) {
    if place == 0 || candidates[place - 1].group != candidates[place].group { asked.append(0) }
    let group = asked.count - 1
    let isStage = candidates[place].isStage
    switch find {
    case .new: new.take(place, group: group, isStage: isStage, order: 0)
    case .due(let recall, let isMet):
      asked[group] += 1
      if isMet { metToday.append(place) }
      due.take(place, group: group, isStage: isStage, order: recall, isExempt: isMet)
    case .resting(let comingBack, let isMet):
      if isMet {
        asked[group] += 1
        metToday.append(place)
      }
      if let comingBack { self.comingBack.append((place, comingBack)) }
    }
  }

  /// The places of a block's cards among the candidates.
  func places(of block: AskedCards.Block) -> ArraySlice<Int> {
    (block.isNew ? new : due).places[block.members]
  }

  /// The cards asked last on the same day, oldest first.
  func recent(_ candidates: [Candidate], _ progress: Progress) -> [Candidate] {
    guard !metToday.isEmpty else { return [] }
    return progress.latestCards(Queue.siblingDistance - 1, on: today).compactMap { card in
      metToday.first { candidates[$0].id == card }.map { candidates[$0] }
    }
  }
}

/// How candidates are looked at, a part of them on each thread.
private struct Look: Sendable {
  /// What one candidate has to do with today.
  enum Find: Sendable {
    case new
    case due(recall: Double, isMet: Bool)
    /// `comingBack` in UTC milliseconds, where its time comes soon.
    case resting(comingBack: Int64?, isMet: Bool)
  }

  private let progress: Progress
  private let moment: Moment
  private let scope: Queue.Scope
  /// Where all cards have one.
  private let scheduler: Scheduler?
  let today: Int

  init(progress: Progress, moment: Moment, scope: Queue.Scope) {
    let timetable = progress.timetable
    self.progress = progress
    self.moment = moment
    self.scope = scope
    scheduler = timetable.isUniform ? timetable.schedulers[0] : nil
    today = timetable.days.day(of: moment.at, offset: moment.offset)
  }

  func finds(in candidates: ArraySlice<Candidate>) -> [Find] {
    var finds: [Find] = []
    finds.reserveCapacity(candidates.count)
    progress.cards.forEachStanding(of: candidates) { card, standing in
      finds.append(standing.map { find(card, $0) } ?? .new)
    }
    return finds
  }

  private func find(_ card: Candidate, _ standing: CardTable.Standing) -> Find {
    let now = moment.at.milliseconds
    let state = standing.state
    let isMet = state.lastDay == today
    if scope.takes(card, standing, now: now, today: today) {
      let recall =
        scheduler?.retrievability(of: state, now: now, day: today)
        ?? progress.retrievability(of: card.id, state, at: moment, on: today)
      return .due(recall: recall, isMet: isMet)
    }
    guard case .moment(let due) = state.due, due <= now + Session.lookAhead else {
      return .resting(comingBack: nil, isMet: isMet)
    }
    return .resting(comingBack: due, isMet: isMet)
  }
}
