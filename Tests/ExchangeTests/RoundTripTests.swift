import Decks
import Testing

@testable import Exchange

@Suite struct RoundTripTests {
  @Test(arguments: Exchangers.names, 1...5 as ClosedRange<UInt64>)
  func `what a format can carry comes back as it was`(name: String, seed: UInt64) throws {
    let format = try #require(Exchangers.named(name))
    var maker = PortableCards(seed: seed)
    for _ in 0..<150 {
      let card = maker.card(for: format)
      let export = format.write([card])
      // A question that begins like an option has no place in Aiken, and that is told.
      if export.report.leftOut > 0 { continue }
      let back = format.read(Array(export.text.utf8))
      #expect(back.entries.map(\.card) == [card], "\(export.text)\n\(back.report.entries)")
      guard back.entries.map(\.card) == [card] else { return }
    }
  }

  @Test(arguments: Exchangers.names)
  func `many cards in one file stay apart`(name: String) throws {
    let format = try #require(Exchangers.named(name))
    var maker = PortableCards(seed: 77)
    let cards = (0..<200).map { _ in maker.card(for: format) }
      .filter { format.write([$0]).report.leftOut == 0 }
    let back = format.read(Array(format.write(cards).text.utf8))
    #expect(back.entries.map(\.card) == cards)
  }
}
