import Decks
import Scheduling
import Testing

@testable import rounds

/// The questions of a deck's text, which needs no front matter.
func questions(_ text: String) -> [Question] {
  let file = DeckFile(path: "deck.md", deck: DeckParser.parse(Array(text.utf8)))
  let collection = Collection([file])
  return collection.entries.flatMap { collection.questions(of: $0) }
}

@Suite struct `The order of options and steps` {
  private func options(_ texts: [String]) throws -> Question {
    let list = texts.enumerated().map { "- [\($0 == 0 ? "x" : " ")] \($1)\n" }.joined()
    return try #require(questions("## SBA: o {#o}\n\nQ: Which?\n\n\(list)").first)
  }

  private func orders(of question: Question, count: Int = 40) -> Set<[Int]> {
    var generator: SplitMix64? = SplitMix64(seed: 1)
    return Set((0..<count).map { _ in Presentation(of: question, shuffling: &generator).order })
  }

  @Test(arguments: [
    ["1", "2", "10"], ["0.5 mg", "1.5 mg", "15 mg"], ["5%", "10%", "20%"],
    ["Anaphylaxis", "Bronchospasm", "Laryngospasm"], ["alpha", "Beta", "gamma"],
    ["1", "1", "2"],
  ])
  func `numeric and alphabetical options stay`(_ texts: [String]) throws {
    #expect(orders(of: try options(texts)) == [Array(texts.indices)])
  }

  @Test(arguments: [["Zinc", "Argon", "Neon"], ["10", "2", "1"], ["b", "a", "c", "d"]])
  func `other options are shuffled, each with all of them`(_ texts: [String]) throws {
    let found = orders(of: try options(texts))
    #expect(found.count > 1)
    #expect(found.allSatisfy { $0.sorted() == Array(texts.indices) })
  }

  @Test func `without a generator options stay as in the file`() throws {
    var none: SplitMix64?
    let question = try options(["Zinc", "Argon", "Neon"])
    #expect(Presentation(of: question, shuffling: &none).order == [0, 1, 2])
  }

  @Test(arguments: 2...6)
  func `steps never stand in their right order`(_ count: Int) throws {
    let steps = (1...count).map { "\($0). step \($0)\n" }.joined()
    for id in 1...30 {
      let text = "## Order: o {#o-\(id)}\n\nQ: Order?\n\n\(steps)"
      let question = try #require(questions(text).first)
      var none: SplitMix64?
      let plain = Presentation(of: question, shuffling: &none).order
      #expect(plain.sorted() == Array(0..<count) && plain != Array(0..<count))
      #expect(Presentation(of: question, shuffling: &none).order == plain)
      #expect(!orders(of: question).contains(Array(0..<count)))
    }
  }

  @Test func `typed letters become the keys of the options shown`() throws {
    let text = """
      ## MR: o {#o}

      Q: Which?

      - [x] (c) Zinc
      - [x] (a) Argon
      - [ ] (d) Neon

      """
    let question = try #require(questions(text).first)
    var none: SplitMix64?
    let presentation = Presentation(of: question, shuffling: &none)
    #expect(presentation.chosenKeys(of: question, typed: "A, b") == ["c", "a"])
    #expect(presentation.chosenKeys(of: question, typed: "c") == ["d"])
    #expect(presentation.chosenKeys(of: question, typed: "") == [])
  }
}
