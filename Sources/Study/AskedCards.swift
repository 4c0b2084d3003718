/// Cards that may be asked, by their places among the candidates, taken group by group: the first in
/// their order are kept, and nothing is made for the many that the limit leaves for later.
struct AskedCards: Sendable {
  /// Cards that are asked one after the other: the stages of one Case, or a single card.
  struct Block: Sendable {
    /// The first card.
    fileprivate let place: Int
    /// Where the stages of a Case stand among the stages; empty for a single card.
    fileprivate var stages: Range<Int>
    let isCase: Bool
    let isNew: Bool
    /// What has less comes first: the lowest recall predicted for one of the cards, or how many
    /// siblings of a new card come before it.
    fileprivate var order: Double
    /// Cards that count for no limit, because they were met today already.
    fileprivate var exempt: Int

    var count: Int { isCase ? stages.count : 1 }
  }

  /// The cards taken, those left for later among them.
  private(set) var count = 0
  /// The most cards to be asked, besides those that are exempt.
  private let limit: Int
  private let areNew: Bool
  /// The blocks of the group that is being taken.
  private var group: [Block] = []
  private var first: FirstBlocks
  private var exempt: [Block] = []
  /// The places of all cards that are stages.
  private var stages: [Int] = []

  init(areNew: Bool, limit: Int) {
    self.areNew = areNew
    self.limit = limit
    // Every block that is not exempt holds a card at least that counts.
    first = FirstBlocks(limit)
  }

  /// Adds a card to the group, to the block before it if both are stages of one Case.
  mutating func take(_ card: Int, isStage: Bool, order: Double, isExempt: Bool = false) {
    count += 1
    let exempt = isExempt ? 1 : 0
    if isStage { stages.append(card) }
    if isStage, let last = group.indices.last {
      group[last].stages = group[last].stages.lowerBound..<stages.count
      group[last].order = min(group[last].order, order)
      group[last].exempt += exempt
      return
    }
    group.append(
      Block(
        place: card,
        stages: (isStage ? stages.count - 1 : 0)..<(isStage ? stages.count : 0),
        isCase: isStage,
        isNew: areNew,
        order: order,
        exempt: exempt
      )
    )
  }

  /// Ends the group; a new card's second sibling waits for all first ones.
  ///
  /// What is due or was asked today counts as a sibling before them, so a session that was broken
  /// off goes on in its order.
  mutating func endGroup(beside asked: Int) {
    guard !group.isEmpty else { return }
    for place in group.indices {
      // The rest of a Case that was begun today belongs to it.
      if areNew { group[place].order = group[place].isCase ? 0 : Double(asked + place) }
      take(group[place])
    }
    group.removeAll(keepingCapacity: true)
  }

  private mutating func take(_ block: Block) {
    if block.exempt == block.count { exempt.append(block) } else { first.take(block) }
  }

  /// Takes what was gathered of candidates that come after.
  mutating func join(_ later: AskedCards) {
    for var block in later.exempt + later.first.blocks {
      let stages = block.stages
      block.stages = stages.lowerBound + self.stages.count..<stages.upperBound + self.stages.count
      take(block)
    }
    stages += later.stages
    count += later.count
  }

  /// The first blocks in their order until they hold as many cards as the limit besides those that
  /// are exempt; equal ones keep the order of the decks.
  var blocks: [Block] {
    (exempt + first.blocks).sorted().first(limit, besidesExempt: true)
  }

  /// The places of a block's cards among the candidates.
  func places(of block: Block) -> ArraySlice<Int> {
    block.isCase ? stages[block.stages] : [block.place]
  }
}

extension AskedCards.Block: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    (left.order, left.place) < (right.order, right.place)
  }
}

extension [AskedCards.Block] {
  /// The first blocks until they hold `limit` cards; no block is cut in two.
  func first(_ limit: Int, besidesExempt: Bool = false) -> [AskedCards.Block] {
    var count = 0
    return filter { block in
      let cards = block.count - (besidesExempt ? block.exempt : 0)
      guard cards > 0 else { return true }
      defer { count += cards }
      return count < limit
    }
  }
}

/// The least of many blocks, found without keeping or sorting them all.
private struct FirstBlocks: Sendable {
  private let limit: Int
  private let room: Int
  /// The least so far, with some that may turn out not to be.
  private var taken: [AskedCards.Block] = []
  /// The greatest of the least so far, once there are enough of them.
  private var bound: AskedCards.Block?

  init(_ limit: Int) {
    self.limit = limit
    room = max(512, limit > Int.max / 2 ? limit : limit * 2)
  }

  /// The least, at most so many as the limit, in no order.
  var blocks: [AskedCards.Block] {
    taken.count > limit ? Array(taken.sorted().prefix(limit)) : taken
  }

  mutating func take(_ block: AskedCards.Block) {
    if limit == 0 { return }
    if let bound, bound < block { return }
    taken.append(block)
    guard taken.count == room else { return }
    // Sorting so many at a time costs each of them little, whatever order they come in.
    taken = blocks
    bound = taken.last
  }
}
