import Decks
import Foundation
import Processes
import Storage
import Study
import TestKit
import Testing

@testable import rounds

@Suite struct `Figures over many learners` {
  /// A Python that has DuckDB: that of `ROUNDS_PEERS`, else of the peers that `make speed` installs.
  private static let python: String? = {
    let chosen = ProcessInfo.processInfo.environment["ROUNDS_PEERS"]
    let path = (chosen ?? "\(Shared.packageRoot)/.build/peers") + "/bin/python3"
    let outcome = try? Program(path, ["-c", "import duckdb"]).run()
    return outcome?.ending.isSuccess == true ? path : nil
  }()

  private static let hint: Comment =
    "DuckDB is not there: make .build/peers/duckdb installs it, ROUNDS_PEERS names another venv"

  @Test(.enabled(if: python != nil, hint), arguments: [true, false])
  func `DuckDB counts what Rounds counts`(_ keepsPromises: Bool) throws {
    let cohort = try CohortFigures(keepsPromises: keepsPromises)
    #expect(cohort.lineCount > 5000)
    let found = try cohort.counted(by: try #require(Self.python))
    let items = try cohort.items()
    #expect(found.items == items)
    #expect(items.count > 30 && items.contains { $0.n > 0 } && items.allSatisfy { $0.answers > 0 })
    var tags = try cohort.tags()
    if !keepsPromises {
      // Where the log does not have the interval, an answer counts for neither of the two.
      #expect(zip(found.tags, tags).allSatisfy { $0.youngN < $1.youngN })
      for index in tags.indices { tags[index].takeSplit(of: found.tags[index]) }
    }
    #expect(found.tags == tags)
    #expect(tags.count == 4 && tags.allSatisfy { $0.n > 100 })
  }

  @Test func `stats prints one statement a view, over the days of true retention`() throws {
    let text = CohortSQL(upTo: 20_777).text
    let statements = text.split(separator: ";").map { $0.drop(while: \.isWhitespace) }
    #expect(statements.count == 12)
    #expect(
      text.contains("date '2026-10-22' as first_day") && text.contains("date '2026-11-20' as last")
    )
    let printed = try Binary().run(["stats", "--sql"])
    #expect(printed.status == 0)
    let tail = "select * from retention_by_tag order by tag;\n"
    #expect(printed.output.hasSuffix(tail))
    #expect(try Binary().run(["stats", "--sql", "--json"]).status == 64)
  }

  @Test func `the README has every key of a line, of the log and of the questions`() throws {
    let readme = try String(contentsOfFile: "\(Shared.packageRoot)/README.md", encoding: .utf8)
    let table = readme.split(separator: "\n").filter { $0.hasPrefix("| `") }.joined()
    let cohort = SeededCohort(
      seed: 3,
      learners: 4,
      cards: [CardID("card-1"), CardID("card-2")],
      keepsPromises: true
    )
    // One file has lines that are no JSON, another ends within one.
    let lines = cohort.learners.flatMap { learner in
      learner.log.files.filter { $0.key != "ward/2026-10.jsonl" }.values.joined()
    }
    var keys: Set<String> = []
    for line in lines where line.hasSuffix("\n") {
      keys.formUnion(try LogLine(Array(line.utf8.dropLast())).members.keys)
    }
    #expect(keys.isSuperset(of: ["grade", "interval", "wait", "of", "class", "weights", "fsrs6"]))
    for key in keys { #expect(table.contains("`\(key)`"), "\(key)") }
    let questions = readme.split(separator: "\n").first { $0.hasPrefix("A line of `cards.jsonl`") }
    let desk = try Desk(cards: 1)
    let line = Data(try desk.run(["cards", "deck.md", "--lines"]).output.utf8)
    let question = try JSONSerialization.jsonObject(with: line) as? [String: Any]
    for key in try #require(question).keys {
      #expect(questions?.contains("`\(key)`") == true, "\(key)")
    }
  }
}
