import Reading
import Testing

@testable import Authoring

@Suite struct ProseTests {
  @Test func `what is kept and what is made again are the same`() throws {
    let short = try Samples.document(
      "Ketamine\n\nIt is a drug. It is given.\n\n© 2020",
      named: "a.txt"
    )
    let line = "Ketamine is a drug that is given by vein. "
    let long = try Samples.document(
      String(repeating: String(repeating: line, count: 20) + "\n\n", count: 700),
      named: "b.txt"
    )
    let shelf = ProseShelf([short, long, short])
    for (index, document) in [short, long, short].enumerated() {
      let made = Prose(document)
      #expect(shelf[index].texts == made.texts)
      #expect(shelf[index].sentences.map(\.range) == made.sentences.map(\.range))
    }
    #expect(Prose(short).texts == ["Ketamine", "It is a drug.", "It is given.", "© 2020"])
    #expect(Prose(short).sentences.count == 2)
  }
}
