import Decks
import Scheduling
import Testing

@testable import Authoring

@Suite struct LikenessTests {
  @Test(arguments: [
    (
      "Made in the {{c1::liver}} to {{c2::norketamine::a metabolite}}.",
      "Made in the liver to norketamine."
    ),
    ("No blank at all.", "No blank at all."), ("{{liver}} first", "liver first"),
    ("{{c1::open", "open"), ("}} and {{", "}} and "),
  ])
  func `blanks are filled in`(text: String, plain: String) {
    #expect(KnownCard.plain(text) == plain)
  }

  @Test func `the same words in another order are alike`() {
    let index = LikenessIndex([Likeness(text: "Ketamine blocks the NMDA receptor of the brain.")])
    #expect(
      index.holds(Likeness(text: "In the brain, ketamine blocks NMDA receptors"), overlap: 0.8)
    )
    #expect(!index.holds(Likeness(text: "Ketamine is a hypnotic."), overlap: 0.3))
    #expect(!index.holds(Likeness(text: ""), overlap: 0))
  }

  @Test func `the index finds what comparing each with each would find`() {
    var generator = SplitMix64(seed: 5)
    let words = ["liver", "kidney", "blood", "nerve", "vein", "dose", "30", "brain", "muscle"]
    let texts = (0..<60).map { _ in
      words.shuffled(using: &generator).prefix(Int.random(in: 1...6, using: &generator))
    }
    let index = LikenessIndex(texts.dropFirst().map { Likeness(text: $0.joined(separator: " ")) })
    let found = index.alike(Likeness(text: texts[0].joined(separator: " "))).map(\.overlap).sorted()
    let first = Set(texts[0])
    let expected = texts.dropFirst().map { other in
      Double(first.intersection(other).count) / Double(first.union(other).count)
    }
    #expect(found == expected.filter { $0 > 0 }.sorted())
  }

  @Test func `every kind of card has words to compare`() {
    let options = [
      Choice.Option(letter: "a", text: "Spravato", isRight: true),
      Choice.Option(letter: "b", text: "Zoloft", isRight: false),
    ]
    let choice = Card(
      kind: .singleBestAnswer,
      body: .question(
        stem: "Which name?",
        key: .choice(Choice(options: options, allowsSeveral: false))
      )
    )
    let stages = Card(kind: .caseStudy, body: .stages([choice, choice]))
    let cards = [stages, Card(kind: .basic, body: .unreadable)]
    let known = KnownCard.all(in: cards, isOwn: true)
    #expect(known.count == 3)
    #expect(Likeness(text: "", answer: "Spravato").isAnswered(by: known[0].likeness))
    #expect(!Likeness(text: "", answer: "Zoloft").isAnswered(by: known[0].likeness))
  }
}
