import Decks
import Scheduling
import Testing

@testable import Exchange

@Suite struct ExchangerTests {
  @Test func `formats are found by name and by an end that is theirs alone`() {
    #expect(Exchangers.named("gift")?.name == "gift")
    #expect(Exchangers.named("qti") == nil)
    #expect(Exchangers.fitting(path: "a.b/Quiz.GIFT")?.name == "gift")
    #expect(Exchangers.fitting(path: "cards.tsv")?.name == "text")
    for path in ["quiz.txt", "gift", ".gift/x", "quiz", "x.md"] {
      #expect(Exchangers.fitting(path: path) == nil, "\(path)")
    }
  }

  @Test func `a question that stands twice, or in the deck, is taken once`() throws {
    var result = GIFT.read(Array("One {T}\n\nTwo {T}\n\n::title::One {T}\n\nOne {F}".utf8))
    let known = Card(kind: .trueFalse, body: .question(stem: "Two", key: .truth(true)))
    result.dropRepeated(besides: [known])
    #expect(result.entries.map(\.position.line) == [1, 7])
    #expect(result.report.counts == [.repeated: 2])
  }

  @Test(arguments: Exchangers.names, 0..<3 as Range<UInt64>)
  func `damaged files never stop the reader`(name: String, seed: UInt64) throws {
    let format = try #require(Exchangers.named(name))
    var maker = PortableCards(seed: seed)
    var generator = SplitMix64(seed: seed + 100)
    let whole = Array(format.write((0..<40).map { _ in maker.card(for: format) }).text.utf8)
    for _ in 0..<60 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...30, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: index)
        default:
          bytes.insert(contentsOf: Array("{}=~#:\\\"\t\n%".utf8).shuffled().prefix(2), at: index)
        }
      }
      check(format.read(bytes), of: format, lines: bytes.count { $0 == 0x0A } + 1)
    }
    let noise = (0..<20_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    check(format.read(noise), of: format, lines: noise.count { $0 == 0x0A } + 1)
  }

  /// What was read is a draft that a deck holds, and each place is one of the file's lines.
  private func check(_ result: Import, of format: any Exchanger.Type, lines: Int) {
    for entry in result.entries {
      #expect(entry.card.status == .draft)
      #expect(format.reads.contains(entry.card.kind))
      #expect((1...lines).contains(entry.position.line))
      let deck = DeckParser.parse(Array(DeckPrinter.text(of: entry.card).utf8))
      #expect(deck.cards.map(\.card) == [entry.card])
    }
    for entry in result.report.entries {
      guard case .position(let place) = entry.place else {
        Issue.record("\(entry)")
        continue
      }
      #expect((1...lines).contains(place.line) && place.column >= 1)
    }
  }

  /// How a long line can stand in a file of each format.
  private static let frames: [String: [String]] = [
    "gift": ["Q {=@}", "[html]@ {T}"],
    "aiken": ["@\nA. x\nB. y\nANSWER: A"],
    "text": ["#html:true\nx\t@", "\"@\n@\n\"@"],
  ]

  @Test(arguments: Exchangers.names)
  func `a line of a million bytes is read in one pass`(name: String) throws {
    let format = try #require(Exchangers.named(name))
    for piece in ["=a", "\"\"", "<", "["] {
      let line = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
      for frame in try #require(Self.frames[name]) {
        _ = format.read(Array(frame.replacing("@", with: line).utf8))
      }
    }
  }
}
