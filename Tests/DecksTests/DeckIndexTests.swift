import Scheduling
import Testing

@testable import Decks

@Suite struct DeckIndexTests {
  private static let text = """
    ---
    rounds: 1
    id: d
    deck: Deck
    ---

    ## Basic: one {#one}
    Q: First?
    A: yes

    ## Cloze {#two} {status=suspended}
    C: {{c1::a}} and {{c3::b}}

    ## Case: three {#three}
    A story.
    ### TF {#three.a}
    Q: True?
    A: true
    ### Basic {status=retired}
    Q: What?
    A: that

    ## Basic {#broken}
    Q: no answer

    ## Basic {status=draft}
    Q: Without id?
    A: yes
    """

  private static func parsed(_ text: String = text) -> DeckFile {
    DeckFile(path: "d.md", deck: DeckParser.parse(Array(text.utf8)))
  }

  /// The same deck as its index and its bytes give it.
  private static func indexed(_ file: DeckFile, now: [UInt8]? = nil) throws -> DeckFile {
    var bytes: [UInt8] = [7]
    let index = DeckIndex(of: file)
    #expect(index.append(to: &bytes))
    var offset = 1
    let read = try #require(bytes.withUnsafeBytes { DeckIndex($0, at: &offset) })
    #expect(read == index && offset == bytes.count)
    let source = file.source
    return DeckFile(
      path: file.path,
      index: read,
      read: { range in now == nil ? Array(source[range ?? 0..<source.count]) : nil },
      readAnew: { now ?? source }
    )
  }

  private static func same(_ left: Collection, _ right: Collection) -> Bool {
    left.entries.map(\.id) == right.entries.map(\.id)
      && left.findings == right.findings
      && left.entries.allSatisfy { entry in
        guard let other = right.entry(holding: entry.id) else { return false }
        return left.card(of: entry) == right.card(of: other)
          && left.questions(of: entry) == right.questions(of: other)
      }
  }

  @Test func `a collection of indexes is that of the decks`() throws {
    let file = Self.parsed()
    let indexed = try Self.indexed(file)
    #expect(Self.same(Collection([file]), Collection([indexed])))
    #expect(indexed.id == "d" && indexed.name == "Deck" && indexed.frontMatter == file.frontMatter)
    #expect(indexed.cardCount == 5 && indexed.draftCount == 1)
    let collection = Collection([try Self.indexed(file)])
    #expect(collection.entry(holding: CardID("three.a"))?.id == CardID("three"))
    #expect(collection.entry(holding: CardID("two/c3"))?.id == CardID("two"))
    #expect(collection.entry(holding: CardID("broken")) == nil)
    let stage = try #require(
      collection.entries.map(collection.questions).joined().last { _ in true }
    )
    #expect(collection.entry(holding: stage.id)?.id == stage.group)
    for entry in collection.entries {
      let (_, questions) = try #require(collection.indexed(entry))
      let made = collection.questions(of: entry)
      #expect(questions.map(\.id) == made.map(\.id))
      #expect(questions.map(\.key).map { .number($0) } == made.map { Fingerprint($0.hash.key) })
    }
    let three = try #require(collection.entries.first { $0.id.text == "three" })
    #expect(collection.indexed(three)?.1.map(\.isActive) == [true, false])
  }

  /// The law: a card that is parsed alone is the card of the deck.
  @Test func `cards of random decks are the same alone`() throws {
    for seed in UInt64(0)..<60 {
      var random = SplitMix64(seed: seed)
      var lines = Self.text.split(separator: "\n", omittingEmptySubsequences: false).map(
        String.init
      )
      for _ in 0..<4 {
        let place = Int.random(in: 5..<lines.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: lines.remove(at: place)
        case 1: lines.insert("```", at: place)
        case 2: lines.insert("  more text", at: place)
        case 3: lines.insert("### Note", at: place)
        default: lines.insert(lines[place] + "\r", at: place)
        }
      }
      let file = Self.parsed(lines.joined(separator: "\n"))
      let indexed = try Self.indexed(file)
      for place in file.deck.cards.indices {
        #expect(indexed.card(place) == file.deck.cards[place].card, "seed \(seed), card \(place)")
      }
      #expect(Self.same(Collection([file]), Collection([try Self.indexed(file)])))
    }
  }

  @Test func `an id that stands twice is found without parsing too`() throws {
    let (left, right) = (Self.parsed(), Self.parsed("## TF {#one}\nQ: a\nA: true\n"))
    let collection = Collection([try Self.indexed(left), try Self.indexed(right)])
    #expect(Self.same(Collection([left, right]), collection))
    #expect(collection.entry(holding: CardID("one")) == nil)
  }

  @Test func `a deck that was written over gives its card as it is now, or none`() throws {
    let now = Self.text.replacing("First?", with: "Changed?").replacing("{#two}", with: "{#new}")
    let collection = Collection([try Self.indexed(Self.parsed(), now: Array(now.utf8))])
    let one = try #require(collection.entry(holding: CardID("one")))
    #expect(collection.questions(of: one).map(\.stem) == ["Changed?"])
    let two = try #require(collection.entry(holding: CardID("two")))
    #expect(
      collection.questions(of: two).isEmpty && collection.placed(two).card.body == .unreadable
    )
  }

  @Test func `noise is no index, and stops nothing`() {
    var bytes: [UInt8] = []
    #expect(DeckIndex(of: Self.parsed()).append(to: &bytes))
    var random = SplitMix64(seed: 5)
    for _ in 0..<2000 {
      var noisy = bytes
      noisy[Int.random(in: 0..<noisy.count, using: &random)] ^= UInt8.random(
        in: 1...255,
        using: &random
      )
      if Bool.random(using: &random) {
        noisy.removeLast(Int.random(in: 0..<noisy.count, using: &random))
      }
      var offset = 0
      _ = noisy.withUnsafeBytes { DeckIndex($0, at: &offset) }
      #expect(offset <= noisy.count)
    }
  }
}
