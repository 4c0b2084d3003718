import Decks
import Grading

/// Numeric cards whose prompt asks for a unit in which their answer cannot be given.
enum UnitAgreement {
  static func findings(in file: DeckFile) -> [Finding] {
    file.deck.everyCard.compactMap { placed in
      guard case .question(_, .numeric(let key)) = placed.card.body, !key.unitsAgree else {
        return nil
      }
      return Finding(
        rule: "unit-mismatch",
        severity: .error,
        message:
          "Unit: and A: measure different things, so no answer is right. Write both in units "
          + "that convert into each other.",
        bytes: placed.heading.bytes
      )
    }
  }
}
