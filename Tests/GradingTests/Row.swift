import Testing

@testable import Decks
@testable import Grading

/// One key and what somebody typed for it.
struct Row: CustomTestStringConvertible, Sendable {
  let key: Key
  let typed: String
  let outcome: Verdict.Outcome
  /// Reasons that must be among those given.
  let reasons: [Reason]
  let readAs: String?
  let isSecondTry: Bool
  let stem: String
  let name: String

  var testDescription: String { "\(name): \(typed)" }

  func verdict(known: Set<String> = []) -> Verdict {
    let context = GradingContext(
      isUsedWord: { known.contains($0) },
      isSecondTry: isSecondTry,
      stem: stem
    )
    return Grader.grade(key, typed: typed, context: context)
  }
}

/// A Numeric key as a deck writes it.
func numeric(_ text: String, unit: UnitRule = .asked, accept: [String] = []) throws -> Key {
  .numeric(
    NumericKey(
      value: try NumericGrammar.read(text),
      unit: unit,
      accepted: try accept.map { try NumericGrammar.quantity($0) }
    )
  )
}

func text(_ answer: String, accept: [String] = []) -> Key {
  .text(TextKey(answer: answer, accepted: accept))
}

/// Makes rows of one key.
struct Rows {
  let key: Key
  let name: String

  init(_ answer: String, unit: UnitRule = .asked, accept: [String] = []) throws {
    key = try numeric(answer, unit: unit, accept: accept)
    name = answer
  }

  init(text answer: String, accept: [String] = []) {
    key = text(answer, accept: accept)
    name = answer
  }

  func row(
    _ typed: String,
    _ outcome: Verdict.Outcome,
    _ reasons: Reason...,
    reads readAs: String? = nil,
    again isSecondTry: Bool = false,
    stem: String = ""
  ) -> Row {
    Row(
      key: key,
      typed: typed,
      outcome: outcome,
      reasons: reasons,
      readAs: readAs,
      isSecondTry: isSecondTry,
      stem: stem,
      name: name
    )
  }
}

/// Checks all that was typed for one key, by the verdict it must get.
func check(
  _ rows: Rows,
  right: [String] = [],
  note: [String] = [],
  ask: [String] = [],
  judge: [String] = [],
  wrong: [String] = []
) {
  let wanted: [(Verdict.Outcome, [String])] = [
    (.right, right), (.note, note), (.ask, ask), (.judge, judge), (.wrong, wrong),
  ]
  for (outcome, typed) in wanted {
    for row in typed.map({ rows.row($0, outcome) }) {
      let verdict = row.verdict()
      #expect(verdict.outcome == outcome, "\(row.testDescription): \(verdict)")
    }
  }
}
