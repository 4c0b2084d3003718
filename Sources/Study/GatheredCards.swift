import Decks
import Scheduling
import Storage

/// What there is to ask among some candidates, found in one pass.
struct GatheredCards: Sendable {
  private(set) var due: AskedCards
  private(set) var new: AskedCards
  /// The places of cards between two learning steps, and when their time comes, in UTC milliseconds.
  private(set) var comingBack: [(place: Int, due: Int64)] = []
  private var metToday: [Int] = []
  private let today: Int

  /// Fewer than that are looked at by one thread alone.
  private static let manyCards = 20_000

  init(
    _ candidates: [Candidate],
    progress: Progress,
    moment: Moment,
    limits: Queue.Limits,
    scope: Queue.Scope,
    threads: Int = 2
  ) {
    let look = Look(progress: progress, moment: moment, scope: scope)
    let none = GatheredCards(limits, on: look.today)
    let parts = candidates.count < Self.manyCards ? 1 : max(1, threads)
    let borders = candidates.groupBorders(parts)
    let found = Workers(count: parts).map(parts, initially: none) { part in
      var found = none
      candidates.withUnsafeBufferPointer {
        found.take($0[borders[part]..<borders[part + 1]], look)
      }
      return found
    }
    self = none
    for part in found { join(part) }
  }

  private init(_ limits: Queue.Limits, on today: Int) {
    due = AskedCards(areNew: false, limit: max(0, limits.due ?? .max))
    new = AskedCards(areNew: true, limit: max(0, limits.new))
    self.today = today
  }

  /// Takes whole groups.
  private mutating func take(
    _ candidates: UnsafeBufferPointer<Candidate>.SubSequence,
    _ look: Look
  ) {
    // How many cards of the group are asked today, those answered today already among them.
    var asked = 0
    look.progress.cards.forEachStanding(of: candidates) { place, standing in
      if place > candidates.startIndex, candidates[place - 1].group != candidates[place].group {
        endGroup(beside: asked)
        asked = 0
      }
      let isStage = candidates[place].isStage
      guard let standing else { return new.take(place, isStage: isStage, order: 0) }
      let isMet = standing.state.lastDay == today
      if isMet { metToday.append(place) }
      if look.isDue(candidates[place], standing) {
        let recall = look.recall(of: candidates[place].id, standing.state)
        due.take(place, isStage: isStage, order: recall, isExempt: isMet)
        asked += 1
      } else {
        if let time = look.comingBack(standing.state) { comingBack.append((place, time)) }
        asked += isMet ? 1 : 0
      }
    }
    endGroup(beside: asked)
  }

  private mutating func endGroup(beside asked: Int) {
    due.endGroup(beside: asked)
    new.endGroup(beside: asked)
  }

  /// Takes what was found among candidates that come after.
  private mutating func join(_ later: GatheredCards) {
    due.join(later.due)
    new.join(later.new)
    comingBack += later.comingBack
    metToday += later.metToday
  }

  /// The places of a block's cards among the candidates.
  func places(of block: AskedCards.Block) -> ArraySlice<Int> {
    (block.isNew ? new : due).places(of: block)
  }

  /// The cards asked last on the same day, oldest first.
  func recent(_ candidates: [Candidate], _ progress: Progress) -> [Candidate] {
    guard !metToday.isEmpty else { return [] }
    return progress.latestCards(Queue.siblingDistance - 1, on: today).compactMap { card in
      metToday.first { candidates[$0].id == card }.map { candidates[$0] }
    }
  }
}

extension [Candidate] {
  /// Where so many parts of about the same size begin, and the end; no group is cut in two.
  fileprivate func groupBorders(_ parts: Int) -> [Int] {
    var borders = [0]
    for part in 1..<parts {
      var border = Swift.max(borders[part - 1], count * part / parts)
      while border > 0, border < count, self[border - 1].group == self[border].group { border += 1 }
      borders.append(border)
    }
    return borders + [count]
  }
}

/// How candidates are looked at.
private struct Look: Sendable {
  let progress: Progress
  let today: Int
  private let moment: Moment
  private let scope: Queue.Scope
  /// Where all cards have one.
  private let scheduler: Scheduler?

  init(progress: Progress, moment: Moment, scope: Queue.Scope) {
    let timetable = progress.timetable
    self.progress = progress
    self.moment = moment
    self.scope = scope
    scheduler = timetable.isUniform ? timetable.schedulers[0] : nil
    today = timetable.days.day(of: moment.at, offset: moment.offset)
  }

  /// Whether a card counts as due.
  @inline(__always)
  func isDue(_ card: @autoclosure () -> Candidate, _ standing: CardTable.Standing) -> Bool {
    scope.takes(standing.state, now: moment.at.milliseconds, today: today)
      || scope.isChanged(card(), standing.key)
  }

  /// The recall predicted for a card that stands somewhere.
  @inline(__always)
  func recall(of card: @autoclosure () -> CardID, _ state: CardState) -> Double {
    scheduler?.retrievability(of: state, now: moment.at.milliseconds, day: today)
      ?? progress.retrievability(of: card(), state, at: moment, on: today)
  }

  /// When the time of a card comes, in UTC milliseconds, where that is soon.
  func comingBack(_ state: CardState) -> Int64? {
    guard case .moment(let due) = state.due, due <= moment.at.milliseconds + Session.lookAhead
    else {
      return nil
    }
    return due
  }
}
