import Foundation
import Glibc
import Processes
import TestKit
import Testing

@Suite struct `Fitting the scheduler` {
  private func desk(_ store: SimulatedStore?) throws -> Desk {
    let desk = try Desk(cards: 1)
    try store?.write(to: desk.folder, below: "home/rounds")
    return desk
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `new weights are kept as one further line, outlive a session, and can be taken back`()
    throws
  {
    let desk = try desk(.forgetful)
    let before = try desk.logBytes()
    let fitted = try desk.run(["optimize"])
    #expect(fitted.status == 0 && fitted.errorOutput.isEmpty, "\(fitted.errorOutput)")
    #expect(fitted.output.contains("The new weights predict better"))
    let events = try desk.log().filter { $0.kind == "parameters" }
    #expect(events.count == 1 && events.allSatisfy(\.isSound))
    #expect(try Array(desk.logFiles().flatMap { try Data(contentsOf: $0) }).count > before.count)
    let weights = events[0]["weights"] as? [Double]
    try desk.study(["answer 1", "3"])
    let dry = try object(try desk.run(["optimize", "--dry-run", "--json"]).output)
    #expect(dry["outcome"] as? String == "no-better")
    #expect((dry["heldOut"] as? [String: Any])?["inForceKnowsSome"] as? Bool == true)
    #expect(try desk.log().filter { $0.kind == "parameters" }.count == 1)

    let taken = try desk.run(["optimize", "--undo"])
    #expect(taken.status == 0 && taken.output.contains("The standard weights"))
    let last = try #require(try desk.log().last { $0.kind == "parameters" })
    #expect(last["of"] as? String == events[0].id && last["weights"] as? [Double] != weights)
    let none = try desk.run(["optimize", "--undo"])
    #expect(none.status == 1 && none.errorOutput.contains("there is no fit to take back"))
    let history = try desk.run(["optimize", "--history"]).output
    #expect(history.contains("taken back"))
  }

  @Test func `a dry run and the history write nothing, not even a folder`() throws {
    let empty = try desk(nil)
    for option in ["--dry-run", "--history"] {
      #expect(try empty.run(["optimize", option]).status == 0)
    }
    #expect(!FileManager.default.fileExists(atPath: empty.store))
    let desk = try desk(.forgetful)
    let before = try desk.logBytes()
    let result = try desk.run(["optimize", "--dry-run"])
    #expect(result.status == 0 && result.output.contains("Without --dry-run they would be kept"))
    #expect(result.output.contains("Cards due"))
    #expect(try desk.logBytes() == before)
  }

  @Test func `the figures for programs are those of the page`() throws {
    let desk = try desk(.forgetful)
    let object = try object(try desk.run(["optimize", "--dry-run", "--json"]).output)
    #expect(object["outcome"] as? String == "better" && object["kept"] as? Bool == false)
    #expect((object["weights"] as? [Double])?.count == 21)
    let heldOut = try #require(object["heldOut"] as? [String: Any])
    let new = try #require(heldOut["new"] as? [String: Any])
    let bins = try #require(new["calibration"] as? [[String: Any]])
    #expect(bins.reduce(0) { $0 + ($1["n"] as? Int ?? 0) } == heldOut["items"] as? Int)
    let loss = try #require(new["logLoss"] as? Double)
    let page = try desk.run(["optimize", "--dry-run"]).output
    #expect(page.contains(String(format: "%.4f", loss)))
    #expect((object["due"] as? [String: Any])?.count == 3)
  }

  @Test func `another session that holds the store is told before anything is fitted`() throws {
    let desk = try Desk(cards: 2)
    let terminal = try desk.terminal()
    for option in [[], ["--undo"]] {
      let result = try desk.run(["optimize"] + option)
      #expect(result.status == 75 && result.output.isEmpty)
    }
    #expect(try desk.run(["optimize", "--dry-run"]).status == 0)
    try terminal.send("\u{4}")
    _ = try terminal.waitForExit()
  }

  @Test func `a store that cannot be written to is said before anything is fitted`() throws {
    let desk = try desk(nil)
    let result = try desk.run(["optimize"], environment: ["ROUNDS_HOME": "/proc/rounds"])
    #expect(result.status == 73 && result.output.isEmpty)
    #expect(result.errorOutput.contains("cannot write to /proc/rounds"))
  }

  @Test func `ended by Ctrl-C it leaves a whole fit or nothing`() throws {
    let desk = try desk(.forgetful)
    for wait in [20, 100, 200, 400, 800] {
      let before = try desk.log().count
      let terminal = try desk.terminal(shell: "exec \"$ROUNDS\" optimize", prompt: nil)
      usleep(UInt32(wait) * 1000)
      try terminal.send("\u{3}")
      let ending = try terminal.waitForExit()
      let added = try desk.log().dropFirst(before)
      #expect(added.count <= 1 && added.allSatisfy { $0.isSound && $0.kind == "parameters" })
      // What came too late ended nothing; and a fit that is there is not written twice.
      #expect(ending == .killed(signal: SIGINT) || ending == .exited(0), "\(ending)")
    }
    #expect(try desk.run(["optimize"]).status == 0)
    #expect(try desk.log().count { $0.kind == "parameters" } == 1)
  }

  @Test(arguments: [20, 30, 80])
  func `no line is wider than the terminal, and a pipe gets no escapes`(_ width: Int) throws {
    let desk = try desk(.forgetful)
    let environment = ["COLUMNS": "\(width)", "NO_COLOR": "1"]
    for options in [["--dry-run"], ["--dry-run", "--plain"], [], ["--history"], ["--undo"]] {
      let result = try desk.run(["optimize"] + options, environment: environment)
      #expect(result.status == 0 && !result.output.contains("\u{1b}"))
      for line in result.output.split(separator: "\n") {
        #expect(line.count <= width, "\(options) \(line)")
      }
    }
  }

  @Test func `under FSRS-7 its own weights are fitted, kept over sessions and taken back`() throws {
    let desk = try desk(.forgetful)
    try desk.folder.write("scheduler: fsrs-7\n", to: "home/rounds/config")
    let environment = ["ROUNDS_HOME": desk.store]
    try desk.study(["answer 1", "3"], environment: environment)
    let fitted = try desk.run(["optimize"], environment: environment)
    #expect(fitted.status == 0 && fitted.output.contains("All 34 weights were fitted"))
    #expect(fitted.output.contains("an item is a review after a card's"))
    let event = try #require(try desk.log().last { $0["fitted"] != nil })
    #expect(event["scheduler"] as? String == "fsrs-7")
    #expect((event["weights"] as? [Double])?.count == 34)
    let count = try desk.log().count { $0.kind == "parameters" }
    try desk.study([], environment: environment)
    #expect(try desk.log().count { $0.kind == "parameters" } == count)
    // Under FSRS-6 that fit rests, and there is none to take back.
    try desk.folder.write("scheduler: fsrs-6\n", to: "home/rounds/config")
    try desk.study([], environment: environment)
    #expect(try desk.run(["optimize", "--undo"], environment: environment).status == 1)
    let history = try desk.run(["optimize", "--history"], environment: environment)
    #expect(history.output.contains("rests"))
    // And it comes back with its model.
    try desk.folder.write("scheduler: fsrs-7\n", to: "home/rounds/config")
    try desk.study([], environment: environment)
    let last = try #require(try desk.log().last { $0.kind == "parameters" })
    #expect(last["weights"] as? [Double] == event["weights"] as? [Double])
    let undo = try desk.run(["optimize", "--undo"], environment: environment)
    #expect(undo.status == 0 && undo.output.contains("The standard weights"))
  }

  @Test func `a deck that is forgotten otherwise gets weights of its own, and gives them back`()
    throws
  {
    let desk = try desk(.unlikeDecks)
    let dry = try desk.run(["optimize", "--dry-run"])
    #expect(dry.output.contains("Decks and tags with weights of their own"), "\(dry.errorOutput)")
    let tried = try #require(
      try object(try desk.run(["optimize", "--dry-run", "--json"]).output)["groups"]
        as? [[String: Any]]
    )
    #expect(tried.map { $0["deck"] as? String } == ["faded", "kept\u{1b}[2J"])
    #expect(tried.allSatisfy { $0["better"] as? Bool == true })
    let fitted = try desk.run(["optimize"])
    let words = fitted.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("deck faded, deck kept"), "\(words)")
    let event = try #require(try desk.log().last { $0["fitted"] != nil })
    let groups = try #require(event["groups"] as? [[String: Any]])
    #expect(groups.map { ($0["cards"] as? [String])?.count } == [400, 400])
    #expect(groups.allSatisfy { ($0["weights"] as? [Double])?.count == 21 })
    // A session writes them no second time, and they outlive it.
    try desk.study(["answer 1", "3"])
    #expect(try desk.log().count { $0.kind == "parameters" } == 1)
    let history = try desk.run(["optimize", "--history"]).output
    #expect(history.contains("weights of their own for deck faded, deck kept"))
    #expect(!(dry.output + fitted.output + history).contains("\u{1b}"))
    #expect(try desk.run(["optimize", "--undo"]).status == 0)
    let last = try #require(try desk.log().last { $0.kind == "parameters" })
    #expect(last["of"] as? String == event.id && last["groups"] == nil)
    for width in ["20", "80"] {
      let page = try desk.run(["optimize", "--dry-run"], environment: ["COLUMNS": width])
      for line in page.output.split(separator: "\n") {
        #expect(line.count <= Int(width) ?? 0, "\(line)")
      }
    }
  }

  @Test func `decks are named for a fit alone, and a named one must be there`() throws {
    let desk = try desk(nil)
    #expect(try desk.run(["optimize", "--dry-run", "deck.md"]).status == 0)
    #expect(try desk.run(["optimize", "--history", "deck.md"]).status == 64)
    #expect(try desk.run(["optimize", "--dry-run", "none.md"]).status == 66)
  }

  @Test func `a backlog is planned over days, and nothing is written`() throws {
    let desk = try desk(.forgetful)
    let before = try desk.logBytes()
    let result = try desk.run(["optimize", "--days", "10"])
    #expect(result.status == 0 && result.output.contains("300 cards due today"))
    #expect(result.output.contains("30 reviews a day"))
    let object = try object(try desk.run(["optimize", "--days", "1", "--json"]).output)
    #expect(object["reviewsPerDay"] as? Int == 300 && object["limit"] as? Int == 200)
    let narrow = try desk.run(["optimize", "--days", "1"], environment: ["COLUMNS": "20"])
    #expect(narrow.output.split(separator: "\n").allSatisfy { $0.count <= 20 })
    for days in ["0", "366", "x"] {
      #expect(try desk.run(["optimize", "--days", days]).status == 64)
    }
    #expect(try desk.logBytes() == before)
  }

  @Test func `two deeds at a time are refused`() throws {
    let result = try desk(nil).run(["optimize", "--undo", "--history"])
    #expect(result.status == 64)
  }

  @Test func `statistics say once that reviews suffice for a fit, and not after it`() throws {
    let desk = try desk(.forgetful)
    #expect(try desk.run(["stats", "deck.md"]).output.contains("\"rounds optimize\" can fit"))
    _ = try desk.run(["optimize"])
    #expect(try !desk.run(["stats", "deck.md"]).output.contains("rounds optimize"))
    let figures = try object(try desk.run(["stats", "deck.md", "--json"]).output)
    #expect(figures["reviews"] as? Int == figures["reviewsAtFit"] as? Int)
  }
}
