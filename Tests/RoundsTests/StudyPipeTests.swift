import Foundation
import Processes
import TestKit
import Testing

@Suite struct `Studying through a pipe` {
  @Test func `every grade is acknowledged with the id of a sound line of the log`() throws {
    let desk = try Desk()
    let result = try desk.study(
      [
        "the NMDA receptor", "4", "norketamine", "", "liver", "3", "a", "hard", "c", "", "t", "",
        ":undo", "f", "", "24 mL", "1",
      ],
      ["--acknowledge"]
    )
    #expect(result.status == 0)
    let log = try desk.log()
    #expect(log.filter { !$0.isSound }.isEmpty)
    #expect(log.map(\.kind).first == "session" && log.map(\.kind).last == "session")
    let answers = log.filter { $0.kind == "review" || $0.kind == "undo" }
    #expect(result.acknowledged == answers.map(\.id))
    #expect(Set(log.map(\.id)).count == log.count)
    #expect(
      try desk.reviews().map { "\($0.card ?? "") \($0.grade ?? "")" } == [
        "n-basic easy", "n-rev/fwd good", "n-cloze/c1 good", "n-sba hard", "n-mr again",
        "n-tf again", "n-num again",
      ]
    )
  }

  @Test func `what was typed and chosen stands in the log`() throws {
    let desk = try Desk()
    try desk.study([
      "µ-receptor \"quoted\" ≥ 血圧", "1", ":skip", ":skip", "b", "", "a, c", "", ":quit",
    ])
    let reviews = try desk.reviews()
    #expect(reviews.map { $0["answer"] as? String } == ["µ-receptor \"quoted\" ≥ 血圧", "b", "a, c"])
    #expect(reviews.map { $0["options"] as? [String] } == [[], ["c"], ["a", "c"]])
    #expect(reviews.map { $0["correct"] as? Bool } == [false, false, false])
    #expect(reviews.map { $0["deck"] as? String } == ["nine", "nine", "nine"])
  }

  @Test func `an empty line takes the suggested grade, and free text needs one`() throws {
    let desk = try Desk(cards: 3)
    let result = try desk.study(["answer 1", "", "", "", "4", "nothing like it", "4", "2"])
    #expect(result.status == 0)
    #expect(try desk.reviews().map(\.grade) == ["good", "easy", "hard"])
    #expect(result.output.contains("Compare your answer with the key and type a grade"))
  }

  @Test func `a wrong option or number can only be again`() throws {
    let desk = try Desk()
    let result = try desk.study([":s", ":s", ":s", "b", "4", "3", "1", ":q"])
    #expect(try desk.reviews().map(\.grade) == ["again"])
    #expect(result.output.contains("After this answer only 1 again can be given"))
  }

  @Test func `three unreadable lines leave a card without a review`() throws {
    let desk = try Desk()
    let result = try desk.study([":s", ":s", ":s", "z", "", "ad", "a", "", ":q"])
    #expect(result.output.contains("Three lines could not be read"))
    #expect(try desk.reviews().map(\.card) == ["n-mr"])
  }

  @Test func `three unreadable grades leave a card without a review`() throws {
    let desk = try Desk(cards: 2)
    let result = try desk.study([
      "answer 1", "5", "?", "what", "good enough", "answer 2", "4", ":q",
    ])
    #expect(result.output.contains("Three lines could not be read"))
    #expect(try desk.reviews().map(\.card) == ["card-2"])
    #expect(result.asked == [1, 2, 1])
  }

  @Test(arguments: [0, 1, 2, 3])
  func `the end of the input ends the session with a summary`(_ lines: Int) throws {
    let desk = try Desk(cards: 3)
    let result = try desk.study(Array(["answer 1", "3", "answer 2"].prefix(lines)))
    #expect(result.status == 0)
    #expect(result.output.contains(lines < 2 ? "Nothing was graded." : "1 card, 1 new; 1 answer:"))
    #expect(try desk.reviews().count == lines / 2)
    #expect(
      try desk.log().filter { $0.kind == "session" }.map { $0["mark"] as? String } == [
        "start", "end",
      ]
    )
  }

  @Test func `an answer of 100,000 characters costs no grade and floods nothing`() throws {
    let desk = try Desk(cards: 2)
    let long = String(repeating: "abcdefghi ", count: 10_000)
    let result = try desk.study([long, "answer 1", "4", "answer 2", "4"], ["--acknowledge"])
    #expect(result.status == 0)
    #expect(result.output.contains("oo long to be read"))
    #expect(result.output.utf8.count < 4000)
    let reviews = try desk.reviews()
    #expect(reviews.map(\.id) == result.acknowledged)
    #expect(reviews.map(\.card) == ["card-1", "card-2"])
  }

  @Test func `of a long answer the beginning is kept`() throws {
    let desk = try Desk(cards: 1)
    try desk.study([String(repeating: "abcdefghi ", count: 300), "1"])
    #expect(try desk.reviews().map { ($0["answer"] as? String)?.count } == [2000])
  }

  @Test func `bytes that are no UTF-8 and control characters do no harm`() throws {
    let desk = try Desk(cards: 1)
    let script = "printf 'a\\377\\033[31m\\000b\\r\\n1\\n' | '\(desk.binary.path)' study deck.md"
    let result = try Binary.shell("cd '\(desk.folder.path)'; \(script)", home: desk.folder)
    #expect(result.status == 0)
    #expect(!result.output.contains("\u{1b}"))
    #expect(try desk.reviews().map { $0["answer"] as? String } == ["a\u{fffd}[31mb"])
  }

  @Test func `deck text never drives the terminal`() throws {
    let evil = "\u{1b}]0;owned\u{7}\u{9b}31m\u{1}x\u{202e}y\u{2066}z\u{7f}\u{85}"
    let desk = try Desk(
      """
      ## Basic: \(evil) {#evil-1}

      \(evil) vignette

      Q: \(evil) stem
      A: \(evil) answer
      Hint: \(evil) hint
      Why: \(evil) why
      Disputed: \(evil) disputed
      Source: hand § \(evil) "\(evil)"
      Evidence: \(evil)
      Tags: \(evil)

      ## SBA: \(evil) {#evil-2}

      Q: Which?

      - [x] (a) \(evil) right
        > \(evil) rationale
      - [ ] (b) \(evil) wrong

      """
    )
    let outputs = [
      try desk.study([":hint", "nothing", "1", "b", ""]).output,
      try desk.run(["check", "deck.md"]).output,
      try desk.run(["stats", "deck.md"]).output,
      try desk.run(["decks", "deck.md"]).output,
      try desk.run(["undo"]).output,
    ]
    #expect(outputs[0].contains("hint") && outputs[0].contains("rationale"))
    for scalar in outputs.joined().unicodeScalars {
      let isBad =
        scalar.value < 0x20 && scalar != "\n" || (0x7f...0x9f).contains(scalar.value)
        || (0x202a...0x202e).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      #expect(!isBad, "U+\(String(scalar.value, radix: 16)) reached the output")
    }
  }

  @Test func `a hint caps the suggestion at hard`() throws {
    let desk = try Desk(Desk.card("hinted", "Question 1?", "answer 1", "Hint: It has a number.\n"))
    let result = try desk.study([":hint", "answer 1", ""])
    #expect(result.output.contains("Hint: It has a number.\n"))
    #expect(result.output.contains("grade [2]"))
    let review = try #require(try desk.reviews().first)
    #expect(review.grade == "hard" && review["hint"] as? Bool == true)
  }

  @Test func `undo takes the last grade back and asks that card again`() throws {
    let desk = try Desk(cards: 4)
    let result = try desk.study([
      ":undo", "answer 1", "4", "answer 2", "4", ":undo", "answer 2", "u", "answer 1", "3",
      "answer 2",
      "2", ":q",
    ])
    #expect(result.output.contains("Nothing was graded in this session yet."))
    #expect(result.output.contains("Taken back: the grade of card-2."))
    #expect(result.asked == [1, 1, 2, 3, 2, 1, 2, 3])
    #expect(
      try desk.reviews().map { "\($0.card ?? "") \($0.grade ?? "")" } == [
        "card-1 good", "card-2 hard",
      ]
    )
  }

  @Test func `undo works the day after, and again for the one before`() throws {
    let desk = try Desk(cards: 2)
    try desk.study(["answer 1", "4", "answer 2", "4"])
    #expect(try desk.run(["undo"]).output.contains("card-2"))
    #expect(try desk.run(["undo"]).output.contains("card-1"))
    #expect(try desk.run(["undo"]).status == 1)
    #expect(try desk.reviews().isEmpty)
    #expect(try desk.study([":q"]).output.hasPrefix("0 due, 2 new."))
  }

  @Test func `skipped cards come at the end and are left the second time`() throws {
    let desk = try Desk(cards: 2)
    let result = try desk.study([":skip", "answer 2", "s", ":skip", ":skip", ":skip"])
    #expect(result.asked == [1, 2, 1, 2])
    #expect(result.output.contains("4 skipped, 2 left for the next session."))
    #expect(try desk.reviews().isEmpty)
  }

  @Test(arguments: ["C", "POSIX", "", "xx_YY.ISO-8859-1"])
  func `answers in any script arrive in any language`(_ language: String) throws {
    let desk = try Desk(Desk.card("script", "Which sign stands for micro?", "µ ≥ é 血圧"))
    let result = try desk.study(
      ["µ ≥ é 血圧", ""],
      environment: ["LANG": language, "LC_ALL": language]
    )
    #expect(result.output.contains("Right."))
    #expect(try desk.reviews().first?["answer"] as? String == "µ ≥ é 血圧")
  }

  @Test func `a word that is a command elsewhere is an answer here`() throws {
    let desk = try Desk(Desk.card("word", "What should smokers do?", "quit"))
    let result = try desk.study(["quit", "4"])
    #expect(result.output.contains("Right."))
    #expect(try desk.reviews().map { $0["answer"] as? String } == ["quit"])
  }
}
