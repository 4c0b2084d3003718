/// Cards that may be asked, by their places among the candidates: nothing is made for the many that
/// the limits leave for later.
struct AskedCards {
  /// Cards that are asked one after the other: the stages of one Case, or a single card.
  struct Block {
    /// Where its cards stand among the places.
    fileprivate(set) var members: Range<Int>
    let group: Int
    let isCase: Bool
    let isNew: Bool
    /// What has less comes first: the lowest recall predicted for one of the cards, or how many
    /// siblings of a new card come before it.
    fileprivate(set) var order: Double
    /// Cards that count for no limit, because they were met today already.
    fileprivate(set) var exempt: Int
  }

  /// The places of all cards, each among the candidates.
  private(set) var places: [Int] = []
  private var blocks: [Block] = []
  private let areNew: Bool

  /// Makes room for so many cards; what stays empty costs nothing.
  init(areNew: Bool, room: Int) {
    self.areNew = areNew
    places.reserveCapacity(room)
    blocks.reserveCapacity(room)
  }

  /// Adds a card, to the block before it if both are stages of one Case.
  mutating func take(_ card: Int, group: Int, isStage: Bool, order: Double, isExempt: Bool = false)
  {
    places.append(card)
    let exempt = isExempt ? 1 : 0
    if isStage, let last = blocks.indices.last, blocks[last].group == group {
      blocks[last].members = blocks[last].members.lowerBound..<places.count
      blocks[last].order = min(blocks[last].order, order)
      blocks[last].exempt += exempt
      return
    }
    let members = places.count - 1..<places.count
    blocks.append(
      Block(
        members: members,
        group: group,
        isCase: isStage,
        isNew: areNew,
        order: order,
        exempt: exempt
      )
    )
  }

  /// Lets the second sibling of each group wait for all first ones.
  ///
  /// What is due or was asked today counts as a sibling before them, so a session that was broken
  /// off goes on in its order.
  mutating func orderSiblings(beside asked: [Int]) {
    var seen = asked
    for place in blocks.indices {
      let group = blocks[place].group
      // The rest of a Case that was begun today belongs to it.
      blocks[place].order = blocks[place].isCase ? 0 : Double(seen[group])
      seen[group] += 1
    }
  }

  /// The first blocks in their order until they hold `limit` cards besides those that are exempt;
  /// equal ones keep the order of the decks.
  func first(_ limit: Int) -> [Block] {
    var exempt: [FirstPlaces.Key] = []
    // Every other block holds a card at least that counts.
    var first = FirstPlaces(limit)
    for (place, block) in blocks.enumerated() {
      let key = FirstPlaces.Key(order: block.order, place: place)
      if block.exempt == block.members.count { exempt.append(key) } else { first.take(key) }
    }
    return (exempt + first.keys).sorted().map { blocks[$0.place] }
      .first(limit, besidesExempt: true)
  }
}

extension [AskedCards.Block] {
  /// The first blocks until they hold `limit` cards; no block is cut in two.
  func first(_ limit: Int, besidesExempt: Bool = false) -> [AskedCards.Block] {
    var count = 0
    return filter { block in
      let cards = block.members.count - (besidesExempt ? block.exempt : 0)
      guard cards > 0 else { return true }
      defer { count += cards }
      return count < limit
    }
  }
}

/// The least of many keys, found without sorting them all.
private struct FirstPlaces {
  struct Key: Comparable {
    let order: Double
    let place: Int

    static func < (left: Key, right: Key) -> Bool {
      (left.order, left.place) < (right.order, right.place)
    }
  }

  private let limit: Int
  private let room: Int
  /// The least so far, with some that may turn out not to be.
  private var taken: [Key] = []
  /// The greatest of the least so far, once there are enough of them.
  private var bound: Key?

  init(_ limit: Int) {
    self.limit = limit
    room = max(512, limit > Int.max / 2 ? limit : limit * 2)
  }

  /// The least, at most so many as the limit, in no order.
  var keys: [Key] { taken.count > limit ? Array(taken.sorted().prefix(limit)) : taken }

  mutating func take(_ key: Key) {
    if limit == 0 { return }
    if let bound, bound < key { return }
    taken.append(key)
    guard taken.count == room else { return }
    // Sorting so many at a time costs each key little, whatever order they come in.
    taken = keys
    bound = taken.last
  }
}
