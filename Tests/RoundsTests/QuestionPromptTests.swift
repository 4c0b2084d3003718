import Decks
import TestKit
import Testing

@testable import rounds

@Suite struct `The prompt of a question` {
  private func prompts(width: Int, position: Int = 7, total: Int = 30) throws -> [String] {
    let folder = "\(Shared.packageRoot)/Tests/RoundsTests/Transcripts"
    let deck = try DeckFinder.readFile("\(folder)/nine-kinds.md")
    let collection = Collection([deck])
    return collection.entries.prefix(9).flatMap { collection.questions(of: $0) }.map {
      QuestionPrompt($0, position: position, total: total, width: width).text
    }
  }

  @Test func `it says the deck, the place and what is wanted`() throws {
    #expect(
      try prompts(width: 80) == [
        "nine 7/30 · answer> ", "nine 7/30 · answer> ", "nine 7/30 · answer> ",
        "nine 7/30 · blank> ",
        "nine 7/30 · blank> ", "nine 7/30 · a-c> ", "nine 7/30 · a-c, all that fit> ",
        "nine 7/30 · true/false> ", "nine 7/30 · number in mL> ", "nine 7/30 · 1-4 in order> ",
        "nine 7/30 · number with unit> ", "nine 7/30 · a-c> ",
      ]
    )
  }

  @Test func `the deck gives way where it would fill half of the line`() throws {
    #expect(try prompts(width: 20).allSatisfy { $0.hasPrefix("7/30 · ") })
    #expect(try prompts(width: 40).first == "nine 7/30 · answer> ")
  }

  @Test func `a blank among several has its number, and a range asks for both ends`() throws {
    let text = """
      ## Cloze: two {#c}

      C: The {{c1::left}} and the {{c1::right}}.

      ## Numeric: range {#n}

      Q: How much?
      A: 1 mg to 2 mg +- 5%
      Unit: mg

      ## Numeric: bare {#b}

      Q: How many?
      A: 3 +- 0
      Unit: none

      """
    let all = questions(text)
    let prompts = all.map {
      QuestionPrompt($0, position: 1, total: 2, width: 80, blank: $0.kind == .cloze ? 1 : nil)
        .wanted
    }
    #expect(prompts == ["blank 2 of 2", "low-high in mg", "number"])
  }

  @Test func `a deck's name cannot drive the terminal`() throws {
    let text = "---\nrounds: 1\nid: a\u{1b}[31m\u{1}\n---\n\n## Basic: o {#o}\n\nQ: q\nA: a\n"
    let question = try #require(questions(text).first)
    let prompt = QuestionPrompt(question, position: 1, total: 1, width: 80).text
    #expect(!prompt.unicodeScalars.contains { $0.value < 0x20 })
  }
}
