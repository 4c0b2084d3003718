import Decks

/// What the checks say of one draft of a deck.
enum DraftFindings {
  /// All findings about the draft but that it has no id: accepting gives it one.
  static func all(for placed: PlacedCard, in file: DeckFile, today: String) -> [Finding] {
    let own = file.deck.bytes(of: placed)
    let all =
      DeckChecks.findings(in: file, today: today) + (Collection([file]).findings.first ?? [])
      + UnitAgreement.findings(in: file)
    return all.filter { own.contains($0.bytes.lowerBound) && $0.rule != "unnamed" }
      .sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }
}
