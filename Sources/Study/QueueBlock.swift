import Decks

/// Cards that are asked one after the other: the stages of one Case, or a single card.
struct QueueBlock {
  var items: [Queue.Item]
  /// The lowest recall predicted for one of them.
  var recall: Double
  /// Cards that count for no limit, because they were met today already.
  var exempt = 0

  var group: CardID? { items.first?.group }
  var isNew: Bool { items.first?.isNew ?? false }
  var isCase: Bool { items.first?.isStage ?? false }
}

extension [QueueBlock] {
  /// Adds a card, to the block before it if both are stages of one Case.
  mutating func take(_ item: Queue.Item, recall: Double, isExempt: Bool = false) {
    let exempt = isExempt ? 1 : 0
    if item.isStage, let last = indices.last, self[last].group == item.group {
      self[last].items.append(item)
      self[last].recall = Swift.min(self[last].recall, recall)
      self[last].exempt += exempt
    } else {
      append(QueueBlock(items: [item], recall: recall, exempt: exempt))
    }
  }

  var cardCount: Int { reduce(0) { $0 + $1.items.count } }

  /// The first blocks until they hold `limit` cards; no block is cut in two.
  func first(_ limit: Int, besidesExempt: Bool = false) -> [QueueBlock] {
    var count = 0
    return filter { block in
      let cards = block.items.count - (besidesExempt ? block.exempt : 0)
      guard cards > 0 else { return true }
      defer { count += cards }
      return count < limit
    }
  }

  /// New blocks in their order, but the second sibling of each group behind all first ones.
  ///
  /// What was asked today counts as a sibling before them, so a session that was broken off goes on
  /// in its order.
  func firstSiblingsFirst(beside asked: [CardID: Int]) -> [QueueBlock] {
    var seen = asked
    let ranked = enumerated().map { place, block in
      let group = block.group ?? CardID("")
      // The rest of a Case that was begun today belongs to it.
      let rank = block.isCase ? 0 : seen[group] ?? 0
      seen[group, default: 0] += 1
      return (rank: rank, place: place, block: block)
    }
    return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.block)
  }

  /// Moves siblings and cards that are easily confused apart, due cards staying before new ones.
  func spread(
    after recent: [QueueBlock],
    interferes: (CardID, CardID) -> Bool
  ) -> [QueueBlock] {
    withoutActuallyEscaping(interferes) { interferes in
      var spreader = Spreader(after: recent, interferes: interferes)
      for block in self { spreader.take(block) }
      spreader.finish()
      return Array(spreader.placed.dropFirst(recent.count))
    }
  }
}

/// Holds a card back while a sibling, or one that is easily confused with it, was placed just before.
private struct Spreader {
  let interferes: (CardID, CardID) -> Bool
  private(set) var placed: [QueueBlock]
  private var waiting: [QueueBlock] = []

  init(after recent: [QueueBlock], interferes: @escaping (CardID, CardID) -> Bool) {
    placed = recent
    self.interferes = interferes
  }

  mutating func take(_ block: QueueBlock) {
    if let first = waiting.first, block.isNew, !first.isNew { finish() }
    placeWaiting()
    if canPlace(block) { placed.append(block) } else { waiting.append(block) }
  }

  /// Places what is left, as far apart as it goes.
  mutating func finish() {
    while !waiting.isEmpty {
      if !placeOneWaiting() { placed.append(waiting.removeFirst()) }
    }
  }

  private mutating func placeWaiting() {
    while placeOneWaiting() {}
  }

  private mutating func placeOneWaiting() -> Bool {
    // A glance at the first few keeps this linear where one group fills the queue.
    guard let index = waiting.prefix(32).firstIndex(where: canPlace) else { return false }
    placed.append(waiting.remove(at: index))
    return true
  }

  private func canPlace(_ block: QueueBlock) -> Bool {
    !placed.suffix(Queue.siblingDistance - 1).contains { near in
      near.group == block.group
        || near.items.contains { item in block.items.contains { interferes(item.id, $0.id) } }
    }
  }
}
