import Foundation
import TestKit
import Testing

@Suite("What a session asks") struct StudyQueue {
  @Test func `drafts, suspended and retired cards are never asked`() throws {
    let desk = try Desk()
    let lines = Array(repeating: ":skip", count: 60)
    let result = try desk.study(lines)
    #expect(result.output.hasPrefix("0 due, 12 new."))
    #expect(!result.output.contains("must never be asked"))
    #expect(try desk.study([":q"], ["--new", "100"]).output.hasPrefix("0 due, 12 new."))
  }

  @Test func `--cards, --new and --tag limit it`() throws {
    let desk = try Desk(cards: 6)
    #expect(try desk.study([], ["--cards", "2"]).output.hasPrefix("0 due, 2 new. 4 more new"))
    #expect(try desk.study([], ["--new", "3"]).output.hasPrefix("0 due, 3 new. 3 more new"))
    #expect(try desk.study([], ["--new", "0"]).output.hasPrefix("Nothing is due."))
    let nine = try Desk()
    #expect(try nine.study([], ["--tag", "airway"]).output.hasPrefix("0 due, 1 new."))
    #expect(try nine.study([], ["--tag", "sample"]).output.hasPrefix("0 due, 12 new."))
    #expect(try nine.study([], ["--tag", "nobody"]).status == 66)
  }

  @Test func `new cards of earlier sessions today count against the number a day`() throws {
    let desk = try Desk(cards: 6)
    try desk.folder.write("new-per-day: 3\n", to: "home/rounds/config")
    #expect(
      try desk.study(["answer 1", "4", "answer 2", "4", ":q"]).output.hasPrefix("0 due, 3 new.")
    )
    #expect(try desk.study([":q"]).output.hasPrefix("0 due, 1 new. 3 more new wait."))
    #expect(try desk.study([":q"], ["--new", "4"]).output.hasPrefix("0 due, 2 new."))
  }

  @Test func `a second start asks what was not learned`() throws {
    let desk = try Desk(cards: 3)
    try desk.study(["answer 1", "4", "answer 2", "4", ":q"])
    let second = try desk.study(["answer 3", "4"])
    #expect(second.asked == [3])
    #expect(try desk.study([]).output.hasPrefix("Nothing is due. Next: "))
  }

  @Test func `due cards come before new ones`() throws {
    let desk = try Desk(cards: 3)
    try desk.writeLog([Self.review(of: "card-3", id: "01KE0000000000000000000001")])
    let result = try desk.study(["answer 3", "4", "answer 1", "4", ":q"])
    #expect(result.output.hasPrefix("1 due, 2 new."))
    #expect(result.asked == [3, 1, 2])
    let review = try #require(try desk.reviews().first { $0["retrievability"] is Double })
    #expect(review.card == "card-3")
  }

  @Test func `a card failed comes back in the session, and never endlessly`() throws {
    let desk = try Desk(cards: 2)
    let lines = (0..<40).flatMap { _ in ["wrong", "1"] }
    let result = try desk.study(lines)
    #expect(result.status == 0)
    #expect(result.asked.filter { $0 == 1 }.count == 6)
    #expect(result.asked.filter { $0 == 2 }.count == 6)
  }

  @Test func `a seed shuffles options repeatably, and none leaves them as they are`() throws {
    let options = ["Zinc", "Argon", "Neon", "Boron", "Xenon", "Iron"]
    let list = options.enumerated().map { "- [\($0 == 0 ? "x" : " ")] \($1)\n" }.joined()
    let desk = try Desk("## SBA: metals {#metals}\n\nQ: Which is a metal?\n\n\(list)\n")
    func shown(_ arguments: [String]) throws -> [String] {
      try desk.study([], arguments).output.split(separator: "\n")
        .filter { $0.hasPrefix("  ") && $0.dropFirst(3).hasPrefix("  ") }
        .map { String($0.dropFirst(5)) }
    }
    #expect(try shown([]) == options)
    let seven = try shown(["--seed", "7"])
    #expect(try shown(["--seed", "7"]) == seven)
    #expect(Set(seven) == Set(options) && seven != options)
    #expect(try Set((1...5).map { try shown(["--seed", "\($0)"]) }).count > 1)
  }

  @Test func `the letters follow the options as shown and the log names their keys`() throws {
    let options = [("a", "Zinc"), ("b", "Argon"), ("c", "Neon"), ("d", "Boron")]
    let list = options.map { "- [\($0 == "a" ? "x" : " ")] (\($0)) \($1)\n" }.joined()
    let desk = try Desk("## SBA: metals {#metals}\n\nQ: Which is a metal?\n\n\(list)\n")
    let shown = try desk.study([], ["--seed", "8"]).output
    let row = try #require(shown.split(separator: "\n").first { $0.hasSuffix("  Zinc") })
    let letter = String(row.dropFirst(2).prefix(1))
    #expect(letter != "a")
    try desk.study([letter, "4"], ["--seed", "8"])
    #expect(try desk.reviews().map { $0["options"] as? [String] } == [["a"]])
    #expect(try desk.reviews().map { $0["correct"] as? Bool } == [true])
  }

  @Test func `a card without an id keeps its history when format has named it`() throws {
    let desk = try Desk("## Basic: nameless\n\nQ: Question 1?\nA: answer 1\n")
    try desk.study(["answer 1", "4"])
    let provisional = try #require(try desk.reviews().first?.card)
    #expect(provisional.hasPrefix("~"))
    #expect(try desk.run(["format", "deck.md"]).status == 0)
    #expect(try desk.study([]).output.hasPrefix("Nothing is due. Next: 1 card in"))
    let adopt = try #require(try desk.log().first { $0.kind == "adopt" })
    #expect(adopt["from"] as? String == provisional)
    let id = try #require(adopt["to"] as? String)
    #expect(try desk.folder.read("deck.md").contains("## Basic: nameless {#\(id)}\n"))
    try desk.study([])
    #expect(try desk.log().filter { $0.kind == "adopt" }.count == 1)
    #expect(try desk.run(["undo"]).output.contains("It is new again."))
  }

  /// A review of January with a long interval behind it.
  static func review(of card: String, id: String, more: String = "") -> String {
    #"{"v":1,"id":"\#(id)","at":"2026-01-05T10:00:00.000Z","offset":0,"kind":"review","deck":"test","#
      + #""card":"\#(card)","grade":"easy","correct":true,"answer":"x","options":[],"hint":false,"#
      + #""confidence":null,"elapsed":1000,"retrievability":null,"stem":"","key":"","rest":""\#(more)}"#
  }
}
