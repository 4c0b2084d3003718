/// A card that does not say where it comes from.
enum MissingSource: DeckRule {
  static let name = "no-source"

  static func findings(in site: CardSite) -> [Finding] {
    guard site.card.kind != .caseStudy, site.card.details.citations.isEmpty,
      site.parent?.card.details.citations.isEmpty != false,
      site.inherited(\.evidence)?.lowercased().hasPrefix("calculation") != true
    else { return [] }
    return [
      site.finding(
        name,
        .warning,
        "The card cites nothing. Add \"Source: KEY § Heading, line N\", or "
          + "\"Evidence: calculation; …\" where all data stand in the stem."
      )
    ]
  }
}

/// A card that does not say how good its source is.
enum MissingEvidence: DeckRule {
  static let name = "no-evidence"

  static func findings(in site: CardSite) -> [Finding] {
    guard site.card.kind != .caseStudy, site.inherited(\.evidence) == nil else { return [] }
    return [
      site.finding(
        name,
        .warning,
        "The card does not say how good its source is. Add \"Evidence: guideline; 2026\", or trial, "
          + "review, expert opinion, news, advertising, calculation."
      )
    ]
  }
}
