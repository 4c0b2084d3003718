import Decks
import Grading

/// Cards that state a dose and that no second person has signed off.
enum DoseSignOff {
  static func findings(in file: DeckFile) -> [Finding] {
    file.deck.cards.flatMap { placed in
      [finding(placed, in: file, case: nil)]
        + placed.stages.map { finding($0, in: file, case: placed.card) }
    }.compactMap(\.self)
  }

  private static func finding(_ placed: PlacedCard, in file: DeckFile, case parent: Card?)
    -> Finding?
  {
    let signed = [placed.card, parent].compactMap { $0?.details.reviewed }.contains { !$0.isEmpty }
    let doses = doses(of: placed.card)
    guard !signed, let first = doses.first else { return nil }
    let more = doses.count > 1 ? " and \(doses.count - 1) more" : ""
    return Finding(
      rule: "dose-unsigned",
      severity: .warning,
      message: "The card states a dose (\(first)\(more)) and awaits a clinician's sign-off. When a "
        + "second person has checked it, add \"Reviewed: initials date\".",
      bytes: placed.heading.bytes
    )
  }

  /// The doses of everything that is shown with a card, each once.
  private static func doses(of card: Card) -> [String] {
    var seen: Set<String> = []
    return card.shownTexts.flatMap(DoseFinder.doses).filter { seen.insert($0).inserted }
  }
}

extension Card {
  /// What a learner reads of a card, its stages left out.
  fileprivate var shownTexts: [String] {
    let own = [vignette, details.why, details.hint, details.disputed].compactMap(\.self)
    switch body {
    case .question(let stem, let key): return [stem, key.answerText] + key.optionTexts + own
    case .cloze(let text, _): return [text] + own
    case .reversed(let front, let back, _): return [front, back] + own
    case .stages, .unreadable: return own
    }
  }
}

extension Key {
  fileprivate var optionTexts: [String] {
    guard case .choice(let choice) = self else { return [] }
    return choice.options.flatMap { [$0.text, $0.rationale ?? ""] }
  }
}
