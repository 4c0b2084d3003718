import Decks
import Testing

@testable import Exchange

@Suite struct AikenTests {
  private func read(_ text: String) -> Import { Aiken.read(Array(text.utf8)) }

  @Test func `questions are read with their options`() throws {
    let result = read(
      "Which drug\nraises K?\nA. spironolactone\nB) furosemide\nANSWER: A\r\n\r\nTwo?\nA. x\nB. y\nANSWER: B"
    )
    #expect(result.report.entries == [])
    #expect(
      result.entries.map(\.position) == [.init(line: 1, column: 1), .init(line: 7, column: 1)]
    )
    #expect(
      try #require(result.entries.first).card.body
        == .question(
          stem: "Which drug\nraises K?",
          key: .choice(
            Choice(
              options: [
                Choice.Option(letter: "a", text: "spironolactone", isRight: true),
                Choice.Option(letter: "b", text: "furosemide", isRight: false),
              ],
              allowsSeveral: false
            )
          )
        )
    )
  }

  @Test(
    arguments: [
      ("Q?\nA. x\nB. y", Fault.noAnswer), ("Q?\nA. x\nB. y\nANSWER: C", .noSuchOption("C")),
      ("Q?\nA. x\nB. y\nANSWER: A, B", .badAnswerLine), ("Q?\nA. x\nANSWER: A", .optionCount(1)),
      ("A. x\nB. y\nANSWER: A", .noQuestion), ("Q?\nA. x\nC. y\nANSWER: A", .badAnswerLine),
      ("Q?\nA. x\nB.\nANSWER: A", .emptyAnswer), ("Q?\nANSWER: A", .optionCount(0)),
    ]
  )
  func `what has no one right answer is left out, and the others go on`(
    text: String,
    fault: Fault
  ) {
    let result = read("\(text)\nNext?\nA. x\nB. y\nANSWER: B\n")
    #expect(result.report.entries.map(\.loss) == [.notUnderstood(fault)])
    #expect(result.entries.count == 1)
  }

  @Test func `what the format cannot say is told`() {
    let options = [
      Choice.Option(letter: "b", text: "**x**", isRight: false),
      Choice.Option(letter: "a", text: "y", isRight: true, rationale: "Because."),
    ]
    func card(_ stem: String) -> Card {
      Card(
        kind: .singleBestAnswer,
        id: CardID("q"),
        body: .question(
          stem: stem,
          key: .choice(Choice(options: options, allowsSeveral: false))
        )
      )
    }
    let truth = Card(
      kind: .trueFalse,
      id: CardID("t"),
      body: .question(stem: "?", key: .truth(true))
    )
    let export = Aiken.write([card("One\ntwo?"), card("A. Is this an option?"), truth])
    #expect(export.text == "One two?\nA. x\nB. y\nANSWER: B\n\n")
    #expect(
      export.report.entries.map(\.loss) == [
        .markupFlattened, .linesJoined, .fieldDropped("rationale"), .optionKeysDropped,
        .textNotWritable, .kindNotSupported(.trueFalse),
      ]
    )
  }
}
