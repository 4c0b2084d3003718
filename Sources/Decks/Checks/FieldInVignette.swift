/// A field before `Q:`, or in a Case outside its stages, where it reads as part of the story.
enum FieldInVignette: DeckRule {
  static let name = "field-in-vignette"

  /// Names that no patient's story begins a line with.
  private static let fields: [FieldName] = [.hint, .why, .difficulty, .unit, .accept]

  static func findings(in site: CardSite) -> [Finding] {
    site.lines { $0 == .vignette }.compactMap { line in
      let text = site.deck.text(line.textBytes)
      guard let field = fields.first(where: { text.hasPrefix("\($0.text):") }) else { return nil }
      let place = site.card.kind == .caseStudy ? "under \"Q:\" of a stage" : "below \"Q:\""
      return site.finding(
        name,
        .warning,
        "\"\(field.text):\" reads as part of the vignette here. Put the line \(place).",
        at: line.bytes
      )
    }
  }
}
