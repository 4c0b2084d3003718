package import Decks
import Scheduling
import Storage

/// A question that may be asked, by its ids.
package struct Candidate: Hashable, Sendable {
  package let id: CardID
  /// The card or Case it shares with its siblings.
  package let group: CardID
  /// What is right, by its fingerprint; nil where it was not computed.
  package let key: Fingerprint?
  /// Whether the group is a Case, whose stages are asked one after the other.
  package let isStage: Bool

  package init(id: CardID, group: CardID, isStage: Bool, key: Fingerprint? = nil) {
    self.id = id
    self.group = group
    self.isStage = isStage
    self.key = key
  }
}

/// The cards of a session in the order they are asked: due ones first, then new ones.
///
/// A pure function of the decks, the progress and the moment. Siblings, and cards that are easily
/// confused, stand at least `siblingDistance` apart where others are left; of new siblings, which
/// give each other away, the second waits for the first of all other cards; the stages of a Case
/// follow each other.
package struct Queue: Hashable, Sendable {
  package internal(set) var items: [Item] = []
  /// How many of the items are due.
  package internal(set) var dueCount = 0
  /// How many of the items are new.
  package internal(set) var newCount = 0
  /// Due cards left for later by the limits; those asked are the most nearly forgotten.
  package internal(set) var heldDue = 0
  /// New cards left for later by the limits.
  package internal(set) var heldNew = 0

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
    /// Due cards that may still be asked today, beside those met today already; nil for no limit.
    package var due: Int?
    /// The most cards of the session; nil for no limit.
    package var cards: Int?

    package init(new: Int, due: Int? = nil, cards: Int? = nil) {
      self.new = new
      self.due = due
      self.cards = cards
    }
  }

  /// Which cards count as due beside those that are.
  package struct Scope: Sendable {
    /// Days ahead of time that a card may be asked.
    package var ahead: Int
    /// Whether every card counts, as in practice before an examination.
    package var includesAll: Bool
    /// Tells whether the answer to a card is another than when it was learned, of which it is given
    /// the fingerprint.
    package var isChanged: @Sendable (Candidate, _ learned: Fingerprint?) -> Bool

    package init(
      ahead: Int = 0,
      includesAll: Bool = false,
      isChanged: @escaping @Sendable (Candidate, Fingerprint?) -> Bool = { _, _ in false }
    ) {
      self.ahead = ahead
      self.includesAll = includesAll
      self.isChanged = isChanged
    }

    /// Whether a card counts as due by where it stands.
    func takes(_ state: CardState, now: Int64, today: Int) -> Bool {
      includesAll || state.isDue(now: now, today: today)
        || (ahead > 0 && state.isDue(now: now, today: today + ahead))
    }
  }

  /// The candidates of one group stand side by side.
  package init(
    of candidates: [Candidate],
    progress: Progress,
    moment: Moment,
    limits: Limits,
    scope: Scope = Scope(),
    interferes: (CardID, CardID) -> Bool = { _, _ in false }
  ) {
    let gathered = GatheredCards(
      candidates,
      progress: progress,
      moment: moment,
      limits: limits,
      scope: scope
    )
    let wanted = gathered.due.blocks + gathered.new.blocks
    let kept = limits.cards.map { wanted.first(max(0, $0)) } ?? wanted
    let blocks = kept.map { block in
      QueueBlock(
        items: gathered.places(of: block).map { Item(candidates[$0], isNew: block.isNew) }
      )
    }
    // What was asked just before counts as placed, so that a session that was broken off goes on in
    // its order.
    let recent = gathered.recent(candidates, progress).map {
      QueueBlock(items: [Item($0, isNew: false)])
    }
    items = blocks.spread(after: recent, interferes: interferes).flatMap(\.items)
    comingBack = gathered.comingBack.map { place, due in
      ComingBack(item: Item(candidates[place], isNew: false), due: due)
    }
    newCount = items.count(where: \.isNew)
    dueCount = items.count - newCount
    heldDue = gathered.due.count - dueCount
    heldNew = gathered.new.count - newCount
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
