package import Decks
package import Scheduling
import Storage

/// The cards of a learner by their ids.
///
/// Those that a snapshot has are decoded when they are asked for; those that changed since, or all
/// where there is no snapshot, are held as they are.
package struct CardTable: Sendable {
  /// The cards of the snapshot; nil where the log was replayed.
  private(set) var kept: KeptCards?
  /// Cards that the snapshot does not have, or not as they are now.
  private var changed: [CardID: CardProgress] = [:]
  /// The places of the snapshot's cards that changed or are no more.
  private var replaced: Set<Int> = []

  init() {}

  init(_ kept: KeptCards) {
    self.kept = kept
  }

  package var count: Int { changed.count + (kept?.count ?? 0) - replaced.count }

  /// The card with its history; nil where it was never answered.
  package subscript(_ id: CardID) -> CardProgress? {
    get {
      if let card = changed[id] { return card }
      return keptPlace(of: id).flatMap { kept?.card(at: $0) }
    }
    set {
      if let place = keptPlace(of: id) { replaced.insert(place) }
      changed[id] = newValue
    }
  }

  /// Changes a card where it lies, a new one where there is none.
  mutating func update<Result>(_ id: CardID, _ body: (inout CardProgress) -> Result) -> Result {
    if let kept, let place = keptPlace(of: id) {
      changed[id] = kept.card(at: place)
      replaced.insert(place)
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
    changed[id] != nil || keptPlace(of: id) != nil
  }

  /// Where the card stands, without its history.
  package func state(of id: CardID) -> CardState? {
    if let card = changed[id] { return card.state }
    return keptPlace(of: id).flatMap { kept?.state(at: $0) }
  }

  /// Gives each of some candidates, where its card stands and its key at the last answer, in their
  /// order; no standing for a card that was never answered.
  func forEachStanding(of candidates: ArraySlice<Candidate>, _ body: (Candidate, Standing?) -> Void)
  {
    var start = candidates.startIndex
    while start < candidates.endIndex {
      let some = candidates[start...].prefix(Self.fetchedTogether)
      let places = kept?.places(of: some) ?? [Int?](repeating: nil, count: some.count)
      for place in some.indices {
        let candidate = candidates[place]
        body(candidate, standing(of: candidate.id, at: places[place - start]))
      }
      start = some.endIndex
    }
  }

  /// Where a card stands, and what was right when it was answered last.
  struct Standing {
    let state: CardState
    let key: Fingerprint?
  }

  /// So many that what is fetched for them stays near the processor.
  private static let fetchedTogether = 128

  private func standing(of id: CardID, at place: Int?) -> Standing? {
    if !changed.isEmpty, let card = changed[id] {
      return card.state.map { Standing(state: $0, key: card.hash.map { Fingerprint($0.key) }) }
    }
    guard let place, replaced.isEmpty || !replaced.contains(place),
      let state = kept?.state(at: place)
    else { return nil }
    return Standing(state: state, key: kept?.key(at: place))
  }

  /// The key at the card's last answer, without its history.
  package func key(of id: CardID) -> Fingerprint? {
    if let card = changed[id] { return card.hash.map { Fingerprint($0.key) } }
    return keptPlace(of: id).flatMap { kept?.key(at: $0) }
  }

  package var keys: [CardID] {
    places.map { kept?.id(at: $0) ?? CardID("") } + changed.keys
  }

  package var values: LazyMapSequence<CardTable, CardProgress> { lazy.map(\.value) }

  /// Whether a byte stands in any of the ids.
  package func anyID(holds byte: UInt8) -> Bool {
    kept?.anyID(holds: byte) ?? false || changed.keys.contains { $0.text.utf8.contains(byte) }
  }

  private func keptPlace(of id: CardID) -> Int? {
    guard let place = kept?.place(of: id), replaced.isEmpty || !replaced.contains(place) else {
      return nil
    }
    return place
  }

  /// The places of the snapshot's cards that are as they were.
  private var places: [Int] {
    guard let kept else { return [] }
    guard !replaced.isEmpty else { return Array(0..<kept.count) }
    return (0..<kept.count).filter { !replaced.contains($0) }
  }
}

extension CardTable: Sequence {
  /// The cards in no order, each with its history.
  package func makeIterator() -> AnyIterator<(key: CardID, value: CardProgress)> {
    var places = places.makeIterator()
    var rest = changed.makeIterator()
    return AnyIterator {
      if let kept, let place = places.next() { return (kept.id(at: place), kept.card(at: place)) }
      return rest.next().map { ($0.key, $0.value) }
    }
  }

  package var underestimatedCount: Int { count }

  /// The cards that were answered last, at most so many and those of the same moment.
  func latest(_ limit: Int) -> [(key: CardID, value: CardProgress)] {
    var times = kept?.lastReviews() ?? []
    for place in replaced { times[place] = .min }
    let others = changed.map { (at: $0.value.state?.lastReview ?? .min, id: $0.key) }
    let greatest = (times.greatest(limit) + others.map(\.at).greatest(limit)).greatest(limit)
    guard let last = greatest.last else { return [] }
    var found: [CardID] = []
    for (place, at) in times.enumerated() where at >= last && !replaced.contains(place) {
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
      all.append((id, place))
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
