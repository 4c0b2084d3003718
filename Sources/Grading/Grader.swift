package import Decks

/// Compares what was typed with a key: a pure function of both and the context.
package enum Grader {
  /// Longer answers are not read; no card asks for as much.
  private static let longest = 20_000

  /// Grades one line against any key.
  ///
  /// Several blanks are split at `;`, or at ` | ` where no semicolon stands.
  package static func grade(_ key: Key, typed: String, context: GradingContext) -> Verdict {
    if isTooLong(typed) { return .ask([.tooLong]) }
    return switch key {
    case .text(let key): TextAnswer(key: key, context: context).grade(typed)
    case .numeric(let key): NumericAnswer(key: key, context: context).grade(typed)
    case .choice(let choice): ChoiceAnswer(choice: choice, context: context).grade(typed)
    case .truth(let isTrue): TruthAnswer(isTrue: isTrue).grade(typed)
    case .order(let ordering):
      OrderAnswer(ordering: ordering, context: context).grade(typed)
    case .blanks(let blanks): line(typed, blanks: blanks, context: context)
    }
  }

  /// Grades one blank of a cloze.
  package static func grade(blank: Blank, typed: String, context: GradingContext) -> Verdict {
    if isTooLong(typed) { return .ask([.tooLong]) }
    let key = TextKey(answer: blank.text, accepted: blank.accepted)
    return TextAnswer(key: key, context: context).grade(typed)
  }

  /// Joins the verdicts on the blanks of one question: the worst decides, and a blank that must
  /// be asked again comes before all.
  package static func combine(_ verdicts: [Verdict]) -> Verdict {
    guard verdicts.count != 1 else { return verdicts[0] }
    let reasons = verdicts.enumerated().flatMap { index, verdict in
      verdict.reasons.map { Reason.part(index + 1, $0) }
    }
    let right = verdicts.count { $0.outcome == .right || $0.outcome == .note }
    let echoes = verdicts.compactMap(\.readAs)
    let worst = [Verdict.Outcome.ask, .wrong, .judge, .note, .right].first { outcome in
      verdicts.contains { $0.outcome == outcome }
    }
    let outcome = worst ?? .ask
    let suggested: SuggestedGrade
    switch outcome {
    case .right, .note: suggested = .good
    case .wrong: suggested = .again
    case .ask: suggested = .none
    case .judge:
      suggested =
        verdicts.contains { $0.outcome == .judge && $0.suggested == .again }
        ? .again : .none
    }
    let caps = verdicts.compactMap(\.cap)
    return Verdict(
      outcome: outcome,
      reasons: reasons,
      readAs: echoes.isEmpty ? nil : echoes.joined(separator: "; "),
      share: outcome == .ask ? nil : Rational(Int128(right), over: Int128(max(1, verdicts.count))),
      suggested: suggested,
      cap: outcome == .ask ? nil : caps.contains(.again) ? .again : caps.first
    )
  }
}

extension Grader {
  private static func line(_ typed: String, blanks: [Blank], context: GradingContext) -> Verdict {
    guard blanks.count > 1 else {
      guard let blank = blanks.first else { return .ask([.partsWanted(0)]) }
      return grade(blank: blank, typed: typed, context: context)
    }
    let scalars = FoldedText(typed).scalars
    if scalars.isEmpty { return .judge([.nothingTyped]) }
    let parts =
      scalars.contains(";")
      ? scalars.split(separator: ";", omittingEmptySubsequences: false)
      : bars(scalars)
    guard parts.count == blanks.count else { return .ask([.partsWanted(blanks.count)]) }
    return combine(
      zip(blanks, parts).map { grade(blank: $0, typed: $1.text, context: context) }
    )
  }

  private static func isTooLong(_ typed: String) -> Bool {
    typed.utf8.count > longest
  }

  /// Splits at bars with a blank on both sides.
  private static func bars(_ scalars: [Unicode.Scalar]) -> [ArraySlice<Unicode.Scalar>] {
    var parts: [ArraySlice<Unicode.Scalar>] = []
    var start = 0
    for index in scalars.indices.dropFirst().dropLast()
    where scalars[index] == "|" && scalars[index - 1] == " " && scalars[index + 1] == " " {
      parts.append(scalars[start..<index])
      start = index + 1
    }
    return parts + [scalars[start...]]
  }
}
