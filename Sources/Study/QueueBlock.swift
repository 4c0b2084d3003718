import Decks

/// Cards that are asked one after the other: the stages of one Case, or a single card.
struct QueueBlock {
  let items: [Queue.Item]

  var group: CardID? { items.first?.group }
  var isNew: Bool { items.first?.isNew ?? false }
}

extension [QueueBlock] {
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
