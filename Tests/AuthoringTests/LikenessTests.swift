import Decks
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
    let one = Likeness(text: "Ketamine blocks the NMDA receptor of the brain.")
    let other = Likeness(text: "In the brain, ketamine blocks NMDA receptors")
    #expect(one.overlap(other) > 0.7)
    #expect(one.overlap(Likeness(text: "Propofol is a hypnotic.")) == 0)
    #expect(Likeness(text: "").overlap(Likeness(text: "")) == 0)
  }

  @Test func `every kind of card has words to compare`() {
    let options = [
      Option(letter: "a", text: "Spravato", isRight: true),
      Option(letter: "b", text: "Zoloft", isRight: false),
    ]
    let choice = Card(
      kind: .singleBestAnswer,
      body: .question(
        stem: "Which name?",
        key: .choice(Choice(options: options, allowsSeveral: false))
      )
    )
    let stages = Card(kind: .caseStudy, body: .stages([choice, choice]))
    let known = KnownCard.all(in: [stages, Card(kind: .basic, body: .unreadable)])
    #expect(known.count == 3)
    #expect(Likeness(text: "", answer: "Spravato").isAnswered(by: known[0].likeness))
    #expect(!Likeness(text: "", answer: "Zoloft").isAnswered(by: known[0].likeness))
  }
}
