package import Decks
package import Scheduling
import Storage

/// The cards of a learner by their ids.
///
/// Those that a snapshot has are decoded when they are asked for, also where they were answered
/// since; those that changed otherwise, or all where there is no snapshot, are held as they are.
package struct CardTable: Sendable {
  /// The cards of the snapshot; nil where the log was replayed.
  private(set) var kept: KeptCards?
  /// Cards that the snapshot does not have, or not as they are now.
  private var changed: [CardID: CardProgress] = [:]
  /// What became of the snapshot's cards since, by their places there.
  private var turns = CardTurns()

  init() {}

  init(_ kept: KeptCards) {
    self.kept = kept
  }

  package var count: Int { changed.count + (kept?.count ?? 0) - turns.replacedCount }

  /// The card with its history; nil where it was never answered.
  package subscript(_ id: CardID) -> CardProgress? {
    get {
      guard let kept, let place = keptPlace(of: id) else { return changed[id] }
      return card(at: place, of: kept)
    }
    set {
      if let kept, let place = keptPlace(of: id) { turns.replace(place, of: kept.count) }
      changed[id] = newValue
    }
  }

  /// Adds an answer to a card of the snapshot without its history; gives where the card stood and
  /// where it stands, nil with nothing done where that takes the history.
  mutating func take(
    _ answer: CardAnswer,
    _ face: CardFace,
    of id: CardID,
    _ term: Timetable
  ) -> (before: CardState, after: CardState)? {
    guard term.isUniform, let kept, let place = keptPlace(of: id),
      let before = state(at: place, of: kept), before.lastReview < answer.at.milliseconds
    else { return nil }
    let after = turns.update(place, of: kept.count, from: before) { later in
      later.take(answer, face, term)
      return later.state
    }
    return (before, after)
  }

  /// Changes a card where it lies, a new one where there is none.
  mutating func update<Result>(_ id: CardID, _ body: (inout CardProgress) -> Result) -> Result {
    if let kept, let place = keptPlace(of: id) {
      changed[id] = card(at: place, of: kept)
      turns.replace(place, of: kept.count)
    }
    return body(&changed[id, default: CardProgress()])
  }

  /// Makes room for so many cards.
  mutating func reserve(_ count: Int) {
    if changed.isEmpty { changed.reserveCapacity(count) }
  }

  /// Changes every card.
  mutating func updateAll(_ body: (inout CardProgress) -> Void) {
    for id in keys { update(id, body) }
  }

  package func contains(_ id: CardID) -> Bool {
    keptPlace(of: id) != nil || changed[id] != nil
  }

  /// Where the card stands, without its history.
  package func state(of id: CardID) -> CardState? {
    guard let kept, let place = keptPlace(of: id) else { return changed[id]?.state }
    return state(at: place, of: kept)
  }

  /// Gives the place of each of some candidates, where its card stands and its key at the last answer,
  /// in their order; no standing for a card that was never answered.
  func forEachStanding(
    of candidates: UnsafeBufferPointer<Candidate>.SubSequence,
    _ body: (Int, Standing?) -> Void
  ) {
    guard let kept else {
      for place in candidates.indices { body(place, standing(of: candidates[place].id)) }
      return
    }
    kept.withView { view in
      turns.withTable { isAsItWas in
        var start = candidates.startIndex
        while start < candidates.endIndex {
          let some = candidates[start...].prefix(Self.fetchedTogether)
          let places = view.places(of: some)
          for index in some.indices {
            let place = places[index - start]
            if let place, isAsItWas(place), let key = view.key(at: place) {
              body(index, view.state(at: place).map { Standing(state: $0, key: .number(key)) })
            } else if place == nil, changed.isEmpty {
              body(index, nil)
            } else {
              body(index, standing(of: candidates[index].id))
            }
          }
          start = some.endIndex
        }
      }
    }
  }

  /// Where a card stands, and what was right when it was answered last.
  struct Standing {
    let state: CardState
    let key: Fingerprint?
  }

  /// So many that what is fetched for them stays near the processor.
  private static let fetchedTogether = 128

  private func standing(of id: CardID) -> Standing? {
    state(of: id).map { Standing(state: $0, key: key(of: id)) }
  }

  /// The key at the card's last answer, without its history.
  package func key(of id: CardID) -> Fingerprint? {
    guard let kept, let place = keptPlace(of: id) else {
      return changed[id]?.hash.map { Fingerprint($0.key) }
    }
    return key(at: place, of: kept)
  }

  package var keys: [CardID] {
    places.map { kept?.id(at: $0) ?? CardID("") } + changed.keys
  }

  package var values: LazyMapSequence<CardTable, CardProgress> { lazy.map(\.value) }

  /// Whether a byte stands in any of the ids.
  package func anyID(holds byte: UInt8) -> Bool {
    kept?.withView { $0.anyID(holds: byte) } ?? false
      || changed.keys.contains { $0.text.utf8.contains(byte) }
  }

  /// The place of a card in the snapshot, where it is not replaced.
  private func keptPlace(of id: CardID) -> Int? {
    guard let place = kept?.place(of: id), !turns.isReplaced(place) else { return nil }
    return place
  }

  private func state(at place: Int, of kept: KeptCards) -> CardState? {
    if let later = turns[place] { return later.state }
    return kept.state(at: place)
  }

  private func key(at place: Int, of kept: KeptCards) -> Fingerprint? {
    if let later = turns[place] { return later.key }
    return kept.key(at: place)
  }

  private func card(at place: Int, of kept: KeptCards) -> CardProgress {
    let card = kept.card(at: place)
    return turns[place].map { $0.joined(to: card) } ?? card
  }

  /// The places of the snapshot's cards that are not replaced.
  private var places: [Int] {
    (0..<(kept?.count ?? 0)).filter { !turns.isReplaced($0) }
  }
}

extension CardTable: Sequence {
  /// The cards in no order, each with its history.
  package func makeIterator() -> AnyIterator<(key: CardID, value: CardProgress)> {
    var places = places.makeIterator()
    var rest = changed.makeIterator()
    return AnyIterator {
      if let kept, let place = places.next() {
        return (kept.id(at: place), card(at: place, of: kept))
      }
      return rest.next().map { ($0.key, $0.value) }
    }
  }

  package var underestimatedCount: Int { count }

  /// The cards that were answered last, at most so many and those of the same moment.
  func latest(_ limit: Int) -> [(key: CardID, value: CardProgress)] {
    var times = kept?.withView(\.lastReviews) ?? []
    turns.forEach { place, later in times[place] = later?.state.lastReview ?? .min }
    let others = changed.map { (at: $0.value.state?.lastReview ?? .min, id: $0.key) }
    let greatest = (times.greatest(limit) + others.map(\.at).greatest(limit)).greatest(limit)
    guard let last = greatest.last else { return [] }
    var found: [CardID] = []
    for (place, at) in times.enumerated() where at >= last && !turns.isReplaced(place) {
      if let id = kept?.id(at: place) { found.append(id) }
    }
    return (found + others.filter { $0.at >= last }.map(\.id)).compactMap { id in
      self[id].map { (id, $0) }
    }
  }

  /// All cards in the order of their ids, those as the snapshot has them with their places there.
  var inOrder: [(id: CardID, place: Int?)] {
    var all: [(id: CardID, place: Int?)] = []
    all.reserveCapacity(count)
    var others = changed.keys.sorted()[...]
    // The snapshot was written in this order.
    for place in places {
      let id = kept?.id(at: place) ?? CardID("")
      while let other = others.first, other < id {
        all.append((other, nil))
        others.removeFirst()
      }
      all.append((id, turns[place] == nil ? place : nil))
    }
    return all + others.map { ($0, nil) }
  }
}

extension CardTable: Hashable {
  package static func == (left: CardTable, right: CardTable) -> Bool {
    left.count == right.count && left.allSatisfy { right[$0.key] == $0.value }
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(count)
  }
}

extension [Int64] {
  /// The greatest so many, in their order from the greatest on.
  fileprivate func greatest(_ limit: Int) -> [Int64] {
    var found: [Int64] = []
    guard limit > 0 else { return [] }
    for value in self where found.count < limit || value > found[limit - 1] {
      let place = found.firstIndex { $0 < value } ?? found.count
      found.insert(value, at: place)
      if found.count > limit { found.removeLast() }
    }
    return found
  }
}
