import Scheduling
import Testing

@testable import Study

@Suite struct AskedCardsTests {
  /// Single cards with some orders, in which many are equal.
  private static func cards(
    _ count: Int,
    using generator: inout SplitMix64
  ) -> (asked: AskedCards, orders: [Double]) {
    var asked = AskedCards(areNew: false, room: count)
    let orders = (0..<count).map { _ in Double(Int.random(in: 0..<50, using: &generator)) }
    for (place, order) in orders.enumerated() {
      asked.take(place, group: place, isStage: false, order: order)
    }
    return (asked, orders)
  }

  @Test func `the first of very many are those of all when sorted`() {
    var generator = SplitMix64(seed: 11)
    for limit in [0, 1, 7, 200, 600, 2999, 3000, .max] {
      let (asked, orders) = Self.cards(3000, using: &generator)
      let sorted = orders.indices.sorted { (orders[$0], $0) < (orders[$1], $1) }
      let first = asked.first(limit).flatMap { asked.places[$0.members] }
      #expect(first == Array(sorted.prefix(limit)))
    }
  }

  @Test func `what was met today counts for no limit and keeps its place in the order`() {
    var asked = AskedCards(areNew: false, room: 4)
    for (place, order) in [0.4, 0.3, 0.2, 0.1].enumerated() {
      asked.take(place, group: place, isStage: false, order: order, isExempt: place % 2 == 0)
    }
    #expect(asked.first(1).flatMap { asked.places[$0.members] } == [3, 2, 0])
    #expect(asked.first(0).flatMap { asked.places[$0.members] } == [2, 0])
  }

  @Test func `stages of one case are one block and come with their lowest recall`() {
    var asked = AskedCards(areNew: false, room: 4)
    asked.take(0, group: 0, isStage: false, order: 0.5)
    for (place, order) in [0.9, 0.1].enumerated() {
      asked.take(place + 1, group: 1, isStage: true, order: order)
    }
    #expect(asked.first(1).flatMap { asked.places[$0.members] } == [1, 2])
  }

  @Test func `second siblings wait, and those asked today count before them`() {
    var asked = AskedCards(areNew: true, room: 4)
    for place in 0..<4 { asked.take(place, group: place / 2, isStage: false, order: 0) }
    asked.orderSiblings(beside: [1, 0])
    #expect(asked.first(.max).flatMap { asked.places[$0.members] } == [2, 0, 3, 1])
  }
}
