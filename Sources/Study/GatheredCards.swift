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

  init(_ candidates: [Candidate], progress: Progress, moment: Moment, scope: Queue.Scope) {
    let now = moment.at.milliseconds
    let timetable = progress.timetable
    let uniform = timetable.isUniform ? timetable.schedulers[0] : nil
    let today = timetable.days.day(of: moment.at, offset: moment.offset)
    self.today = today
    due = AskedCards(areNew: false, room: candidates.count)
    new = AskedCards(areNew: true, room: candidates.count)
    progress.cards.forEachStanding(of: candidates) { place, standing in
      let card = candidates[place]
      if place == 0 || candidates[place - 1].group != card.group { asked.append(0) }
      guard let standing else {
        return new.take(place, group: asked.count - 1, isStage: card.isStage, order: 0)
      }
      let state = standing.state
      let isDue = scope.takes(card, standing, now: now, today: today)
      note(place, state, isDue: isDue, now: now)
      guard isDue else { return }
      let recall =
        uniform?.retrievability(of: state, now: now, day: today)
        ?? progress.retrievability(of: card.id, state, at: moment, on: today)
      let isExempt = state.lastDay == today
      due.take(
        place,
        group: asked.count - 1,
        isStage: card.isStage,
        order: recall,
        isExempt: isExempt
      )
    }
    new.orderSiblings(beside: asked)
  }

  /// Notes what a card that is known has to do with today, besides being due.
  private mutating func note(_ place: Int, _ state: CardState, isDue: Bool, now: Int64) {
    if state.lastDay == today { metToday.append(place) }
    if isDue || state.lastDay == today { asked[asked.count - 1] += 1 }
    guard !isDue, case .moment(let due) = state.due, due <= now + Session.lookAhead else { return }
    comingBack.append((place, due))
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
