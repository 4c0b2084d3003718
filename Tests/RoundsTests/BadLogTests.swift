import Foundation
import Storage
import TestKit
import Testing

/// Logs that nobody should have, and what the commands that reckon with them say of each.
@Suite struct BadLogTests {
  /// A line of the log: an answer to a card at a second since the beginning of 2024.
  private static func answer(_ card: String, _ grade: String, second: Int, line: Int) -> String {
    let at = time(second)
    return checked(
      #"{"v":1,"id":"\#(id(line))","at":"\#(at)","offset":0,"kind":"review","deck":"test","#
        + #""card":"\#(card)","grade":\#(grade),"correct":true,"answer":"x","elapsed":5000}"#
    )
  }

  private static func parameters(_ scheduler: String, _ weights: String) -> String {
    checked(
      #"{"v":1,"id":"\#(id(0))","at":"\#(time(0))","offset":0,"kind":"parameters","#
        + #""scheduler":"\#(scheduler)","weights":\#(weights),"retention":0.9}"#
    )
  }

  /// An object with its checksum, for logs of a million lines.
  private static func checked(_ object: String) -> String {
    let head = object.dropLast()
    return head + String(format: ",\"crc\":\"%08x\"}", CRC32.of(Array(head.utf8)))
  }

  private static func id(_ line: Int) -> String {
    "01HK" + String(repeating: "0", count: 12) + String(format: "%010d", line)
  }

  private static func time(_ second: Int) -> String {
    Timestamp(milliseconds: (1_704_103_200 + Int64(second)) * 1000).description
  }

  /// Answers of some cards, each as often as asked, a day and a half apart.
  private static func answers(
    cards: Int = 30,
    each: Int = 12,
    name: String = "card",
    grade: (Int) -> String = { _ in #""good""# }
  ) -> [String] {
    (0..<cards * each).map { line in
      answer(
        "\(name)-\(line % cards + 1)",
        grade(line),
        second: line / cards * 130_000 + line % cards * 20,
        line: line + 1
      )
    }
  }

  private static let mixed = answers { $0 % 7 == 0 ? #""again""# : #""good""# }

  /// Made when they are asked for: the longest takes its time.
  private static let logs: [String: @Sendable () -> [String]] = [
    "nothing": { [] },
    "one answer": { answers(cards: 1, each: 1) },
    "one card": { answers(cards: 1, each: 300) { $0 % 5 == 0 ? #""again""# : #""good""# } },
    "only again": { answers { _ in #""again""# } },
    "only good": { answers() },
    "one answer a card": { answers(cards: 300, each: 1) },
    "one card without end": {
      (0..<Torture.rounds(3000, full: 1_000_000)).map {
        answer("card-1", #""good""#, second: $0 * 60, line: $0)
      }
    },
    "grades that are none": {
      answers {
        [#""good""#, "0", "5", "-1", #""best""#, "null", "1e999"][$0 % 7]
      }
    },
    "time backwards": {
      (0..<360).map {
        answer("card-\($0 % 30 + 1)", #""good""#, second: (400 - $0) * 90_000, line: $0)
      }
    },
    "cards that are gone": { answers(name: "gone") { $0 % 7 == 0 ? #""again""# : #""good""# } },
    "weights that are no numbers": { [parameters("fsrs-6", #"["NaN",null,1]"#)] + mixed },
    "infinite weights": { [parameters("fsrs-6", "[\(list(21, "1e999"))]")] + mixed },
    "too few weights": { [parameters("fsrs-6", "[1,2,3]")] + mixed },
    "huge weights": { [parameters("fsrs-6", "[\(list(21, "1e300"))]")] + mixed },
    "negative weights": { [parameters("fsrs-6", "[\(list(21, "-1e300"))]")] + mixed },
    "infinite weights of FSRS-7": { [parameters("fsrs-7", "[\(list(34, "1e999"))]")] + mixed },
    "huge weights of FSRS-7": { [parameters("fsrs-7", "[\(list(34, "1e300"))]")] + mixed },
    "negative weights of FSRS-7": { [parameters("fsrs-7", "[\(list(34, "-1e300"))]")] + mixed },
    "weights of FSRS-6 for FSRS-7": { [parameters("fsrs-7", "[\(list(21, "1"))]")] + mixed },
  ]

  private static func list(_ count: Int, _ value: String) -> String {
    Array(repeating: value, count: count).joined(separator: ",")
  }

  /// A desk whose store holds one of the logs.
  private func desk(_ name: String) throws -> Desk {
    let desk = try Desk(cards: 2)
    let lines = try #require(Self.logs[name])
    let text = lines().map { $0 + "\n" }.joined()
    try desk.folder.write(text, to: "home/rounds/log/other/2024-01.jsonl")
    return desk
  }

  private static let commands = [
    ["optimize"], ["optimize", "--dry-run", "--json"], ["optimize", "--history"],
    ["workload", "--days", "30", "deck.md"], ["workload", "--days", "30", "--json", "deck.md"],
    ["explain", "card-1"], ["explain", "card-1", "--json"],
    ["stats", "deck.md"], ["stats", "--json", "deck.md"],
    ["study", "deck.md"], ["undo"],
  ]

  /// The law: every command ends by itself with a word, and no number is none.
  @Test(arguments: logs.keys.sorted())
  func `no log is too strange for the commands that reckon`(name: String) throws {
    let desk = try desk(name)
    // A history of a million lines is more than a test reads of a program.
    let isTooLong = Torture.isFull && name == "one card without end"
    for command in Self.commands where !isTooLong || command.first != "explain" {
      let lines = command.first == "study" ? ["answer 1", ""] : []
      let result = try desk.run(command, lines)
      #expect([0, 66].contains(result.status), "\(command): \(result.errorOutput)")
      #expect(!(result.output + result.errorOutput).isEmpty, "\(command)")
      let words = result.output.lowercased().split { !$0.isLetter }
      #expect(!words.contains("nan") && !words.contains("inf"), "\(command): \(result.output)")
      guard command.contains("--json") else { continue }
      for line in result.output.split(separator: "\n") {
        _ = try JSONSerialization.jsonObject(with: Data(line.utf8))
      }
    }
  }

  @Test(arguments: [
    ("nothing", "Nothing was fitted: 0 items left"),
    ("one answer", "Nothing was fitted: 0 items left"),
    ("one answer a card", "0 items among 300 reviews"),
    ("only again", "items among 360 reviews"),
    ("grades that are none", "items among"),
    ("cards that are gone", "items among 360 reviews of 30 cards"),
    ("huge weights", "weights in force"),
  ])
  func `what became of a log is told`(name: String, words: String) throws {
    let result = try desk(name).run(["optimize", "--dry-run"])
    let text = result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains(words), "\(text)")
  }

  @Test func `lines with grades or weights that are none are named by their place`() throws {
    for name in ["grades that are none", "too few weights", "infinite weights"] {
      let result = try desk(name).run(["stats", "deck.md"])
      #expect(result.errorOutput.contains("2024-01.jsonl:"), "\(name): \(result.errorOutput)")
    }
  }
}
