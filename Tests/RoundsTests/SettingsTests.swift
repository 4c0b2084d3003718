import Foundation
import TestKit
import Testing

@Suite struct `Settings` {
  @Test(arguments: [
    ("retention 0.9", "a setting is written \"key: value\""),
    ("retention: 1.5", "retention is a share from 0.70 to 0.99"),
    ("retention: high", "retention is a share from 0.70 to 0.99"),
    ("retention: nan", "retention is a share from 0.70 to 0.99"),
    ("day-starts: 24:00", "day-starts is a time of day such as 04:00"),
    ("day-starts: 4", "day-starts is a time of day such as 04:00"),
    ("learning-steps: 1m 2d", "learning-steps are times under a day"),
    ("learning-steps: 99999999999999999999h", "learning-steps are times under a day"),
    ("learning-steps: 1m 0m", "learning-steps are times under a day"),
    ("new-per-day: many", "new-per-day is a number from 0 to 9999"),
    ("reviews-per-day: x", "reviews-per-day is a number from 0 to 9999"),
    ("new-per-day: -1", "new-per-day is a number from 0 to 9999"),
    ("scheduler: sm-2", "\"sm-2\" is no scheduler known here; write fsrs-6 or fsrs-7"),
    ("easy-days: caturday", "easy-days are weekdays such as \"sat sun\""),
    ("easy-days: sat=never", "easy-days are weekdays such as \"sat sun\""),
    ("easy-days: sat=reduced=more", "easy-days are weekdays such as \"sat sun\""),
    ("grading: thrice", "grading is one-step or two-step"),
    ("exam: soon", "exam is a date such as 2027-03-01"),
    ("exam: 2027-02-29", "exam is a date such as 2027-03-01"),
    ("exam: 2027-03-1", "exam is a date such as 2027-03-01"),
    ("notation: nice", "notation is ismp, bnf or off"),
    ("colour: blue", "\"colour\" is no setting; there are retention, day-starts"),
  ])
  func `a faulty line is named with its place, and nothing is asked`(
    _ line: String,
    _ message: String
  ) throws {
    let desk = try Desk(cards: 1)
    let file = try desk.folder.write("# mine\n\n\(line)\n", to: "home/rounds/config")
    let result = try desk.study(["answer 1", "4"])
    #expect(result.status == 64)
    #expect(result.errorOutput.hasPrefix("rounds: \(file):3:1: \(message)"))
    #expect(result.output.isEmpty)
    #expect(try desk.logFiles().isEmpty)
  }

  @Test func `notation and sources are settings that do something`() throws {
    let desk = try Desk(cards: 1)
    let card = Desk.card("a", "Dose?", "10 units", "Source: h line 2 \"ten units\"\n")
    try desk.folder.write("---\nrounds: 1\nsource.h: h.txt\n---\n\n\(card)", to: desk.deck)
    try desk.folder.write("one\ngive ten units\nthree\n", to: "shelf/h.txt")
    try desk.folder.write("sources: \(desk.folder.path(of: "shelf"))\n", to: "home/rounds/config")
    let flagged = try desk.study(["10 U", "src", ":q"])
    #expect(flagged.output.contains("Right, but note: U is read as 0 or 4"))
    #expect(flagged.output.contains("> 2  give >>ten units<<"))
    try desk.folder.write("notation: off\n", to: "home/rounds/config")
    let quiet = try desk.study(["10 U", ":q"])
    #expect(quiet.output.contains("Right") && !quiet.output.contains("but note"))
  }

  @Test func `grading in two steps asks first whether the card was recalled`() throws {
    let desk = try Desk(cards: 5)
    try desk.folder.write("grading: two-step\n", to: "home/rounds/config")
    // Enter twice; no; yes and easy; a wrong answer; a digit too early.
    let result = try desk.study([
      "answer 1", "", "", "answer 2", "n", "answer 3", "y", "4", "24 of no kind", "1",
      "answer 5", "2", "y", "2", ":q",
    ])
    #expect(result.output.contains("Did you recall it?   y yes   n no, again 1m"))
    #expect(result.output.contains("recalled [y] n · u s q ?> "))
    #expect(result.output.contains("Say first whether you recalled it: y or n."))
    let grades = try desk.log().compactMap { $0["grade"] as? String }
    #expect(Array(grades.prefix(5)) == ["good", "again", "easy", "again", "hard"])
  }

  @Test func `the interval shown is kept in the log, and before an examination it is short`() throws
  {
    let desk = try Desk(cards: 2)
    let free = try desk.study(["answer 1", "4", ":q"])
    let days = try #require(try desk.log().last { $0.kind == "review" }?["interval"] as? Int)
    #expect(days > 2)
    #expect(free.output.contains("4 easy \(days)d") && free.output.contains("next in \(days)d"))
    // Two days ahead, so that its eve is tomorrow; at four in the morning a day may turn meanwhile.
    let exam = Date(timeIntervalSinceNow: 2 * 86_400 - 4 * 3600).formatted(
      .iso8601.year().month().day()
    )
    try desk.folder.write("exam: \(exam)\neasy-days: sat sun=minimum\n", to: "home/rounds/config")
    let bound = try desk.study(["answer 2", "4", ":q"])
    let short = try #require(try desk.log().last { $0.kind == "review" }?["interval"] as? Int)
    #expect((1...2).contains(short))
    #expect(bound.output.contains("4 easy \(short)d"))
  }

  @Test func `settings in force stand in the log once, until they change`() throws {
    let desk = try Desk(cards: 2)
    let text = "retention: 0.80\r\nlearning-steps: 5m\n  day-starts :  03:30  \n"
    try desk.folder.write(text, to: "home/rounds/config")
    let result = try desk.study(["answer 1", "1", ":q"])
    #expect(result.output.contains("1 again 5m"))
    try desk.study([":q"])
    let parameters = try desk.log().filter { $0.kind == "parameters" }
    #expect(parameters.count == 1)
    #expect(parameters.first?["retention"] as? Double == 0.8)
    #expect(parameters.first?["dayStarts"] as? Int == 210)
    try desk.folder.write("", to: "home/rounds/config")
    try desk.study([":q"])
    #expect(try desk.log().filter { $0.kind == "parameters" }.count == 2)
  }

  @Test func `no learning steps means that a new card goes on by days`() throws {
    let desk = try Desk(cards: 1)
    try desk.folder.write("learning-steps:\n", to: "home/rounds/config")
    let result = try desk.study(["answer 1", "3"])
    #expect(result.output.contains(/Saved: good, next in \d+d\./))
  }

  @Test func `the configuration lies in the usual places`() throws {
    let desk = try Desk(cards: 1)
    for (variable, file) in [
      ("ROUNDS_HOME", "a/config"), ("XDG_CONFIG_HOME", "a/rounds/config"),
      ("HOME", "a/.config/rounds/config"),
    ] {
      try desk.folder.write("oops: 1\n", to: file)
      var environment = ["ROUNDS_HOME": "", "XDG_DATA_HOME": desk.folder.path(of: "data")]
      environment[variable] = desk.folder.path(of: "a")
      let result = try desk.run(["stats", "deck.md"], environment: environment)
      #expect(result.status == 64)
      #expect(
        result.errorOutput.contains("\(desk.folder.path(of: file)):1:1: \"oops\" is no setting")
      )
    }
  }
}
