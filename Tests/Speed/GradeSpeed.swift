import ArgumentParser
import Decks
import Foundation
import Grading

/// Grading of typed answers, short and hostile, beside the plainest walk: counting their words.
struct GradeSpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Grading an answer, in ms a kB, up to the longest that is read."
  )

  @Option(help: "Rounds.")
  var rounds = 7

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let rows = Self.parts.flatMap { name, part in
      [1000, 10_000, 19_000].flatMap { size in
        Self.keys.map { measure("\(name) \($0.name)", part, size: size, key: $0.key) }
      }
    }
    MeasurementReport(peer: "count words", rows: rows).printAll(json: json)
    guard !json, let slowest = rows.max(by: { Self.cost($0) < Self.cost($1) }) else { return }
    print(String(format: "slowest: %@, %.3f ms a kB", slowest.name, Self.cost(slowest)))
  }

  /// Milliseconds a kilobyte.
  private static func cost(_ row: Measurement) -> Double {
    row.ours.median / Double(row.size)
  }

  private func measure(_ name: String, _ part: String, size: Int, key: Key) -> Measurement {
    let typed = String(repeating: part, count: size / part.utf8.count)
    let context = GradingContext(stem: "How many mL are given intravenously?")
    var ours: [Double] = []
    var theirs: [Double] = []
    var found = 0
    for round in 0...rounds {
      let time = microseconds { _ = Grader.grade(key, typed: typed, context: context) }
      let other = microseconds { found += typed.split(separator: " ").count }
      // The first round builds the tables.
      if round > 0 {
        ours.append(time)
        theirs.append(other)
      }
    }
    precondition(found > 0, "the sample holds no words")
    return Measurement(name: name, size: size, ours: ours, peer: theirs)
  }

  private static let keys: [(name: String, key: Key)] = {
    let dose = Quantity(number: Rational(24), unit: "mL", text: "24 mL")
    return [
      (
        "number",
        .numeric(NumericKey(value: .point(dose, .percent(Rational(1)), nil), unit: .asked))
      ),
      ("text", .text(TextKey(answer: "adrenaline 1:1000 0.5 mg IM, then noradrenaline"))),
    ]
  }()

  /// What hostile answers are made of.
  private static let parts = [
    ("dose", "2.4 mL/kg/h "), ("words", "noradrenalin ketamine "), ("digits", "7"),
    ("letters", "a"), ("rate", "mg kg-1 "), ("slashes", "1/"), ("ratio", "1 in 1000 "),
    ("allele", "HLA-B*57:01 "), ("ions", "K+ Na+ "), ("hands", "(S)-(+)-"), ("range", "1-"),
    ("marks", "½·⁻¹"), ("spaces", " \u{2009}"), ("accents", "e\u{301}"), ("per", "mg per kg "),
  ]
}
