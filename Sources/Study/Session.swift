package import Decks
package import Scheduling

/// A run of questions: which comes next, and what has happened so far; a value.
///
/// Cards of the queue come in order. A card that goes on within the day comes back when its time
/// has come, or by position where the session is shorter than its step; never endlessly.
package struct Session: Hashable, Sendable {
  private var waiting: [Queue.Item]
  /// The next item of `waiting`; what lies before it was asked.
  private var position = 0
  private var learning: [Learning] = []
  private var skipped: [Queue.Item] = []
  private var showings: [CardID: Int] = [:]
  private var recent: [CardID] = []
  /// Asked again next: a card whose grade was taken back.
  private var returned: [Queue.Item] = []
  package private(set) var tally = Tally()

  /// A card that goes on within the day.
  private struct Learning: Hashable {
    let item: Queue.Item
    let due: Int64
  }

  /// The most times that one card is asked in a session.
  package static let mostShowings = 6
  /// Cards asked before the same card comes again, where others are left.
  package static let gap = 3
  /// How far ahead of its time a step is asked when nothing else is left, in milliseconds.
  package static let lookAhead: Int64 = 20 * 60_000

  package init(_ queue: Queue) {
    waiting = queue.items
    learning = queue.comingBack.map { Learning(item: $0.item, due: $0.due) }
  }

  /// Cards still to come, without those that come back.
  package var remaining: Int { waiting.count - position + returned.count }

  /// Cards that come back within this session.
  package var comingBack: Int { learning.count + skipped.count }

  /// The question to ask now; nil at the end of the session.
  package mutating func next(now: Int64) -> Queue.Item? {
    guard let item = pick(now: now) else { return nil }
    showings[item.id, default: 0] += 1
    recent.append(item.id)
    if recent.count > Self.gap { recent.removeFirst() }
    return item
  }

  /// Notes the answer to an item and whether the card comes back.
  package mutating func answered(
    _ item: Queue.Item,
    grade: Grade,
    isCorrect: Bool,
    elapsed: Int,
    next state: CardState?
  ) {
    var isLeft = false
    if case .moment(let due)? = state?.due {
      isLeft = (showings[item.id] ?? 0) >= Self.mostShowings
      if !isLeft { learning.append(Learning(item: item, due: due)) }
    }
    tally.take(item, grade: grade, isCorrect: isCorrect, elapsed: elapsed, isLeft: isLeft)
  }

  /// Puts an unanswered item at the end; the second time it is left for another session.
  ///
  /// The later stages of a Case go with it, because they are shown with its key.
  package mutating func skip(_ item: Queue.Item) {
    tally.skipped += 1
    let items = [item] + takeLaterStages(than: item)
    if tally.note(skipOf: item.id) { skipped += items } else { tally.left += items.count }
  }

  /// Takes cards that the learner set aside out of the session.
  package mutating func drop(_ cards: Set<CardID>, as reason: Tally.SetAside) {
    tally.setAside[reason, default: 0] += cards.count
    waiting = waiting[..<position] + waiting[position...].filter { !cards.contains($0.id) }
    learning.removeAll { cards.contains($0.item.id) }
    skipped.removeAll { cards.contains($0.id) }
    returned.removeAll { cards.contains($0.id) }
  }

  /// Asks an item again at once, as if it had not been shown.
  package mutating func putBack(_ item: Queue.Item) {
    showings[item.id, default: 1] -= 1
    returned.append(item)
  }

  /// Takes the newest answer back: that card is asked next, and then the one on the screen.
  package mutating func undo(current: Queue.Item?) -> Bool {
    guard let item = tally.takeBack() else { return false }
    learning.removeAll { $0.item.id == item.id }
    skipped.removeAll { $0.id == item.id }
    // A card that is on the screen again because of that answer is asked once.
    if let current, current.id == item.id {
      showings[item.id, default: 1] -= 1
    } else if let current {
      putBack(current)
    }
    putBack(item)
    return true
  }
}

extension Session {
  private mutating func takeLaterStages(than item: Queue.Item) -> [Queue.Item] {
    guard item.isStage else { return [] }
    let stages = (waiting[position...] + skipped).filter { $0.group == item.group }
    waiting = waiting[..<position] + waiting[position...].filter { $0.group != item.group }
    skipped.removeAll { $0.group == item.group }
    return stages
  }

  private mutating func pick(now: Int64) -> Queue.Item? {
    if let item = returned.popLast() { return item }
    if let item = takeLearning(where: { $0.due <= now }, avoidingRecent: true) { return item }
    if position < waiting.count {
      position += 1
      return waiting[position - 1]
    }
    if let item = takeLearning(where: { $0.due <= now + Self.lookAhead }, avoidingRecent: true) {
      return item
    }
    if let index = skipped.firstIndex(where: { mayFollow($0) }) { return skipped.remove(at: index) }
    if let item = takeLearning(where: { $0.due <= now + Self.lookAhead }, avoidingRecent: false) {
      return item
    }
    return skipped.isEmpty ? nil : skipped.removeFirst()
  }

  /// Whether a skipped item is neither the one just asked nor behind an earlier stage of its Case.
  private func mayFollow(_ item: Queue.Item) -> Bool {
    let first = skipped.first { $0.group == item.group }
    return item.id != recent.last && (!item.isStage || first?.id == item.id)
  }

  /// The earliest card of those that come back; never the one just asked while another is left.
  private mutating func takeLearning(
    where isReady: (Learning) -> Bool,
    avoidingRecent: Bool
  ) -> Queue.Item? {
    let ready = learning.indices.filter { index in
      let entry = learning[index]
      return isReady(entry) && !(avoidingRecent && recent.contains(entry.item.id))
    }
    let others = ready.filter { learning[$0].item.id != recent.last }
    guard
      let index = (others.isEmpty ? ready : others).min(by: { learning[$0].due < learning[$1].due })
    else { return nil }
    return learning.remove(at: index).item
  }
}
