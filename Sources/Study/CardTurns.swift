import Scheduling

/// What became of the cards of a snapshot, by their places there.
///
/// It is asked of every card when a session is put together, so it looks into a table and hashes
/// nothing; where nothing happened yet the table is empty.
struct CardTurns: Sendable {
  /// 0 for a card as it was, 1 for one that is replaced, else the place of its answers and two.
  private var table: [UInt32] = []
  private var answered: [LaterAnswers] = []
  private(set) var replacedCount = 0

  private static let replaced: UInt32 = 1

  /// Whether the card changed otherwise than by answers, or is no more.
  @inline(__always)
  func isReplaced(_ place: Int) -> Bool {
    !table.isEmpty && table[place] == Self.replaced
  }

  /// What the card was answered since; nil for none.
  @inline(__always)
  subscript(_ place: Int) -> LaterAnswers? {
    guard !table.isEmpty, table[place] > Self.replaced else { return nil }
    return answered[Int(table[place]) - 2]
  }

  /// Lends for the time of a call what tells whether a card is as it was.
  @inline(__always)
  func withTable(_ body: ((Int) -> Bool) -> Void) {
    table.withUnsafeBufferPointer { table in body { table.isEmpty || table[$0] == 0 } }
  }

  /// Gives the place of each card that is not as it was, with its answers; nil for one replaced.
  func forEach(_ body: (Int, LaterAnswers?) -> Void) {
    for (place, turn) in table.enumerated() where turn > 0 { body(place, self[place]) }
  }

  /// Notes that one of so many cards is replaced.
  mutating func replace(_ place: Int, of count: Int) {
    makeTable(of: count)
    table[place] = Self.replaced
    replacedCount += 1
  }

  /// Changes what one of so many cards was answered since it stood at `state`.
  mutating func update<Result>(
    _ place: Int,
    of count: Int,
    from state: CardState,
    _ body: (inout LaterAnswers) -> Result
  ) -> Result {
    makeTable(of: count)
    if table[place] == 0 {
      answered.append(LaterAnswers(to: state))
      table[place] = UInt32(answered.count + 1)
    }
    return body(&answered[Int(table[place]) - 2])
  }

  private mutating func makeTable(of count: Int) {
    if table.isEmpty { table = [UInt32](repeating: 0, count: count) }
  }
}
