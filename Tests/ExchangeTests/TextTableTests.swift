import Decks
import Testing

@testable import Exchange

@Suite struct TextTableTests {
  private func read(_ text: String) -> Import { TextTable.read(Array(text.utf8)) }

  private func pairs(_ result: Import) -> [[String]] {
    result.entries.map { entry in
      guard case .question(let stem, .text(let key)) = entry.card.body else { return [] }
      return [stem, key.answer] + entry.card.details.tags
    }
  }

  @Test func `rows without a head are front, back and tags`() {
    let result = read("Front\tBack\tone two\r\nOther\t*raw* <b>\n\n")
    #expect(pairs(result) == [["Front", "Back", "one", "two"], ["Other", "\\*raw* <b>"]])
    #expect(result.report.entries == [])
    #expect(result.entries.map(\.position.line) == [1, 2])
  }

  @Test func `the head names the separator, HTML, tags and columns`() {
    let result = read(
      """
      #separator:Pipe
      #html:true
      #deck:Cardiology
      #tags column:1
      core|What is <b>QTc</b>?<br>Adults|&lt; 450 ms <img src=x>|extra
      """
    )
    #expect(pairs(result) == [["What is QTc?\nAdults", "< 450 ms [img]", "core"]])
    #expect(
      Set(result.report.entries.map(\.loss)) == [
        .fieldDropped("#deck"), .markupFlattened, .mediaDropped, .fieldDropped("column 4"),
      ]
    )
  }

  @Test func `a head without tags has none in the third column`() {
    let result = read("#html:false\nA\tB\tmore\n")
    #expect(pairs(result) == [["A", "B"]])
    #expect(result.report.entries.map(\.loss) == [.fieldDropped("column 3")])
  }

  @Test func `quotes hold separators, line ends and quotes`() {
    let result = read("\"a \"\"b\"\"\nc\td\"\t\"#x\"\n\"#y\"\tz\n")
    #expect(pairs(result) == [["a \"b\"\nc d", "#x"], ["#y", "z"]])
    #expect(result.entries.map(\.position.line) == [1, 3])
  }

  @Test func `a bad row is told and the others go on`() {
    let result = read(
      "alone\n\"a\"b\tc\n\"open\tx\nA\tB\n#note\tx\n\tback\nfront\t\n{{c1::x}}\ty\nC\tD"
    )
    #expect(pairs(result) == [["A", "B"], ["C", "D"]])
    #expect(
      result.report.entries.map(\.loss) == [
        .notUnderstood(.fewColumns(1)), .notUnderstood(.textAfterQuote), .notUnderstood(.openQuote),
        .notUnderstood(.comment), .notUnderstood(.emptyQuestion), .notUnderstood(.emptyAnswer),
        .notUnderstood(.clozeNote),
      ]
    )
  }

  @Test func `every kind has words for its answer`() {
    let options = [
      Choice.Option(letter: "a", text: "x", isRight: true),
      Choice.Option(letter: "b", text: "y", isRight: false),
    ]
    let cards = [
      Card(kind: .trueFalse, id: CardID("t"), body: .question(stem: "T?", key: .truth(false))),
      Card(
        kind: .singleBestAnswer,
        id: CardID("s"),
        body: .question(
          stem: "S?",
          key: .choice(Choice(options: options, allowsSeveral: false))
        )
      ),
      Card(
        kind: .order,
        id: CardID("o"),
        body: .question(stem: "O?", key: .order(Ordering(steps: ["b", "a"])))
      ),
      Card(
        kind: .cloze,
        id: CardID("c"),
        body: .cloze(text: "In the {{c1::liver}}.", accepted: [])
      ),
    ]
    let export = TextTable.write(cards)
    #expect(
      export.text == """
        #separator:tab
        #html:false
        #tags column:3
        "T?\ntrue or false?"\tfalse\t
        "S?\n- x\n- y"\tx\t
        O?\t"1. b\n2. a"\t
        In the […].\tliver\t

        """
    )
    #expect(
      export.report.entries.map(\.loss) == [
        .kindChanged(.trueFalse), .kindChanged(.singleBestAnswer), .kindChanged(.order),
        .kindChanged(.cloze),
      ]
    )
  }
}
