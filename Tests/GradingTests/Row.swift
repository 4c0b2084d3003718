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
  let name: String

  var testDescription: String { "\(name): \(typed)" }

  func verdict(known: Set<String> = []) -> Verdict {
    let context = GradingContext(isUsedWord: { known.contains($0) }, isSecondTry: isSecondTry)
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
    again isSecondTry: Bool = false
  ) -> Row {
    Row(
      key: key,
      typed: typed,
      outcome: outcome,
      reasons: reasons,
      readAs: readAs,
      isSecondTry: isSecondTry,
      name: name
    )
  }
}
