import Scheduling
import Testing

@testable import Study

@Suite struct AskedCardsTests {
  /// Single cards with some orders, in which many are equal.
  private static func cards(
    _ orders: [Double],
    limit: Int,
    areNew: Bool = false,
    exempt: (Int) -> Bool = { _ in false }
  ) -> AskedCards {
    var asked = AskedCards(areNew: areNew, limit: limit)
    for (place, order) in orders.enumerated() {
      asked.take(place, isStage: false, order: order, isExempt: exempt(place))
      asked.endGroup(beside: 0)
    }
    return asked
  }

  private static func places(_ asked: AskedCards) -> [Int] {
    asked.blocks.flatMap { asked.places(of: $0) }
  }

  @Test func `the first of very many are those of all when sorted`() {
    var generator = SplitMix64(seed: 11)
    for limit in [0, 1, 7, 200, 600, 2999, 3000, .max] {
      let orders = (0..<3000).map { _ in Double(Int.random(in: 0..<50, using: &generator)) }
      let sorted = orders.indices.sorted { (orders[$0], $0) < (orders[$1], $1) }
      let asked = Self.cards(orders, limit: limit)
      #expect(Self.places(asked) == Array(sorted.prefix(limit)) && asked.count == 3000)
    }
  }

  @Test func `what was met today counts for no limit and keeps its place in the order`() {
    let orders = [0.4, 0.3, 0.2, 0.1]
    let one = Self.cards(orders, limit: 1) { $0 % 2 == 0 }
    #expect(Self.places(one) == [3, 2, 0])
    let none = Self.cards(orders, limit: 0) { $0 % 2 == 0 }
    #expect(Self.places(none) == [2, 0])
  }

  @Test func `stages of one case are one block and come with their lowest recall`() {
    var asked = Self.cards([0.5], limit: 1)
    for (place, order) in [0.9, 0.1].enumerated() {
      asked.take(place + 1, isStage: true, order: order)
    }
    asked.endGroup(beside: 0)
    #expect(Self.places(asked) == [1, 2])
  }

  @Test func `second siblings wait, and those asked today count before them`() {
    var asked = AskedCards(areNew: true, limit: .max)
    for group in 0..<2 {
      for place in [0, 1] { asked.take(group * 2 + place, isStage: false, order: 0) }
      asked.endGroup(beside: group == 0 ? 1 : 0)
    }
    #expect(Self.places(asked) == [2, 0, 3, 1])
  }

  /// Groups of several kinds, taken in one go or in two parts that are joined.
  @Test func `parts that are joined come to the same as all in one`() {
    var generator = SplitMix64(seed: 12)
    for round in 0..<200 {
      let groups = (0..<30).map { _ in
        (
          isCase: Int.random(in: 0..<3, using: &generator) == 0,
          cards: (0..<Int.random(in: 0..<4, using: &generator)).map { _ in
            (
              order: Double(Int.random(in: 0..<9, using: &generator)),
              isExempt: Int.random(in: 0..<5, using: &generator) == 0
            )
          }
        )
      }
      let none = AskedCards(areNew: round % 2 == 0, limit: [0, 3, 20, .max][round % 4])
      var (whole, parts) = (none, [none, none])
      let border = Int.random(in: 0...30, using: &generator)
      var place = 0
      for (number, group) in groups.enumerated() {
        let part = number < border ? 0 : 1
        for card in group.cards {
          whole.take(place, isStage: group.isCase, order: card.order, isExempt: card.isExempt)
          parts[part].take(place, isStage: group.isCase, order: card.order, isExempt: card.isExempt)
          place += 1
        }
        whole.endGroup(beside: number % 2)
        parts[part].endGroup(beside: number % 2)
      }
      var joined = none
      for part in parts { joined.join(part) }
      #expect(Self.places(joined) == Self.places(whole) && joined.count == whole.count)
    }
  }
}
