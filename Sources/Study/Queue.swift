package import Decks
import Scheduling
import Storage

/// A question that may be asked, by its ids.
package struct Candidate: Hashable, Sendable {
  package let id: CardID
  /// The card or Case it shares with its siblings.
  package let group: CardID
  /// Whether the group is a Case, whose stages are asked one after the other.
  package let isStage: Bool

  package init(id: CardID, group: CardID, isStage: Bool) {
    self.id = id
    self.group = group
    self.isStage = isStage
  }
}

/// The cards of a session in the order they are asked: due ones first, then new ones.
///
/// A pure function of the decks, the progress and the moment. Siblings, and cards that are easily
/// confused, stand at least `siblingDistance` apart where others are left; the stages of a Case
/// follow each other.
package struct Queue: Hashable, Sendable {
  package internal(set) var items: [Item] = []
  /// How many of the items are due.
  package internal(set) var dueCount = 0
  /// How many of the items are new.
  package internal(set) var newCount = 0
  /// New cards left for another day by the daily limit, and cards left out by `cards`.
  package internal(set) var heldBack = 0

  /// Cards between two learning steps whose time comes soon, so that they join the session.
  package internal(set) var comingBack: [ComingBack] = []

  package static let siblingDistance = 5

  /// A card within its learning steps.
  package struct ComingBack: Hashable, Sendable {
    package let item: Item
    /// UTC milliseconds.
    package let due: Int64
  }

  package struct Item: Hashable, Sendable {
    package let id: CardID
    package let group: CardID
    package let isStage: Bool
    package let isNew: Bool
  }

  package struct Limits: Hashable, Sendable {
    /// New cards that may still be asked today.
    package var new: Int
    /// The most cards of the session; nil for no limit.
    package var cards: Int?

    package init(new: Int, cards: Int? = nil) {
      self.new = new
      self.cards = cards
    }
  }

  /// Which cards count as due beside those that are.
  package struct Scope: Sendable {
    /// Days ahead of time that a card may be asked.
    package var ahead: Int
    /// Whether every card counts, as in practice before an examination.
    package var includesAll: Bool
    /// Tells whether the answer to a card has changed since it was learned.
    package var isChanged: @Sendable (CardID) -> Bool

    package init(
      ahead: Int = 0,
      includesAll: Bool = false,
      isChanged: @escaping @Sendable (CardID) -> Bool = { _ in false }
    ) {
      self.ahead = ahead
      self.includesAll = includesAll
      self.isChanged = isChanged
    }

    fileprivate func takes(_ card: CardID, _ state: CardState, now: Int64, today: Int) -> Bool {
      includesAll || state.isDue(now: now, today: today)
        || (ahead > 0 && state.isDue(now: now, today: today + ahead)) || isChanged(card)
    }
  }

  package init(
    of candidates: [Candidate],
    progress: Progress,
    moment: Moment,
    limits: Limits,
    scope: Scope = Scope(),
    interferes: (CardID, CardID) -> Bool = { _, _ in false }
  ) {
    let today = progress.days.day(of: moment.at, offset: moment.offset)
    var due: [Block] = []
    var new: [Block] = []
    for candidate in candidates {
      guard let state = progress.state(of: candidate.id) else {
        new.take(Item(candidate, isNew: true), recall: 1)
        continue
      }
      guard scope.takes(candidate.id, state, now: moment.at.milliseconds, today: today) else {
        if case .moment(let due) = state.due, due <= moment.at.milliseconds + Session.lookAhead {
          comingBack.append(ComingBack(item: Item(candidate, isNew: false), due: due))
        }
        continue
      }
      let recall = progress.retrievability(of: candidate.id, on: today) ?? 1
      due.take(Item(candidate, isNew: false), recall: recall)
    }
    // What was asked just before counts as placed, so that a session that was broken off goes on in
    // its order.
    let recent = Self.recent(of: candidates, progress: progress, today: today)
    let available = due.reduce(0) { $0 + $1.items.count } + new.reduce(0) { $0 + $1.items.count }
    // What is most nearly forgotten comes first; equal cards keep the order of the decks.
    let urgent = due.enumerated().sorted {
      ($0.element.recall, $0.offset) < ($1.element.recall, $1.offset)
    }
    let wanted = urgent.map(\.element) + new.first(max(0, limits.new))
    let kept = limits.cards.map { wanted.first(max(0, $0)) } ?? wanted
    items = kept.spread(after: recent, interferes: interferes).flatMap(\.items)
    newCount = items.count(where: \.isNew)
    dueCount = items.count - newCount
    heldBack = available - items.count
  }
}

extension Queue {
  /// The cards asked last on the same day, as blocks that stand before the queue.
  private static func recent(
    of candidates: [Candidate],
    progress: Progress,
    today: Int
  ) -> [Block] {
    let latest = progress.latestCards(siblingDistance - 1, on: today)
    guard !latest.isEmpty else { return [] }
    let wanted = Set(latest)
    let known = Dictionary(
      candidates.filter { wanted.contains($0.id) }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    return latest.compactMap { card in
      known[card].map { Block(items: [Item($0, isNew: false)], recall: 1) }
    }
  }
}

extension Queue.Item {
  fileprivate init(_ candidate: Candidate, isNew: Bool) {
    self.init(
      id: candidate.id,
      group: candidate.group,
      isStage: candidate.isStage,
      isNew: isNew
    )
  }
}

/// Cards that are asked one after the other: the stages of one Case, or a single card.
private struct Block {
  var items: [Queue.Item]
  /// The lowest recall predicted for one of them.
  var recall: Double

  var group: CardID? { items.first?.group }
  var isNew: Bool { items.first?.isNew ?? false }
}

extension [Block] {
  /// Adds a card, to the block before it if both are stages of one Case.
  fileprivate mutating func take(_ item: Queue.Item, recall: Double) {
    if item.isStage, let last = indices.last, self[last].group == item.group {
      self[last].items.append(item)
      self[last].recall = Swift.min(self[last].recall, recall)
    } else {
      append(Block(items: [item], recall: recall))
    }
  }

  /// The first blocks until they hold `limit` cards; no block is cut in two.
  fileprivate func first(_ limit: Int) -> [Block] {
    var count = 0
    return Array(
      prefix { block in
        defer { count += block.items.count }
        return count < limit
      }
    )
  }

  /// Moves siblings and cards that are easily confused apart, due cards staying before new ones.
  fileprivate func spread(
    after recent: [Block],
    interferes: (CardID, CardID) -> Bool
  ) -> [Block] {
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
  private(set) var placed: [Block]
  private var waiting: [Block] = []

  init(after recent: [Block], interferes: @escaping (CardID, CardID) -> Bool) {
    placed = recent
    self.interferes = interferes
  }

  mutating func take(_ block: Block) {
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

  private func canPlace(_ block: Block) -> Bool {
    !placed.suffix(Queue.siblingDistance - 1).contains { near in
      near.group == block.group
        || near.items.contains { item in block.items.contains { interferes(item.id, $0.id) } }
    }
  }
}
