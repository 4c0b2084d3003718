import Decks

/// What the checks say of one draft of a deck.
enum DraftFindings {
  /// All findings about the draft but that it has no id: accepting gives it one.
  static func all(for placed: PlacedCard, in file: DeckFile, today: String) -> [Finding] {
    var findings = DeckChecks.findings(about: placed, in: file, today: today)
    findings += findingsOnUnits(placed, file) + findingsOnID(placed, file)
    return findings.filter { $0.rule != "unnamed" }
      .sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }

  private static func findingsOnUnits(_ placed: PlacedCard, _ file: DeckFile) -> [Finding] {
    let own = file.deck.bytes(of: placed)
    return UnitAgreement.findings(in: file).filter { own.contains($0.bytes.lowerBound) }
  }

  /// Whether the id stands twice, which only a look at all cards tells.
  private static func findingsOnID(_ placed: PlacedCard, _ file: DeckFile) -> [Finding] {
    guard file.deck.everyCard.count(where: { $0.name == placed.name }) > 1 else { return [] }
    let own = file.deck.bytes(of: placed)
    return Collection([file]).findings.joined().filter { own.contains($0.bytes.lowerBound) }
  }
}
