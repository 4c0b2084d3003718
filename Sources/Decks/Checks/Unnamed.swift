/// What `format` would write: ids, option keys and cloze numbers.
enum Unnamed: DeckRule {
  static let name = "unnamed"

  static func findings(in site: CardSite) -> [Finding] {
    var findings: [Finding] = []
    if site.card.id == nil {
      findings.append(note("The card has no id yet, so its history hangs on its words.", site))
    } else if let id = site.card.id, let parent = site.parent?.card.id,
      !id.text.hasPrefix("\(parent).")
    {
      findings.append(.stageID(id, of: parent, at: site.placed.heading.bytes))
    }
    if case .question(_, .choice(let choice)) = site.card.body,
      choice.options.contains(where: \.letter.isEmpty)
    {
      findings.append(note("An option has no key (a).", site))
    }
    if case .cloze(let text, _) = site.card.body,
      let cloze = try? ClozeText(reading: text), cloze.blanks.contains(where: \.isUnnumbered)
    {
      findings.append(note("A blank has no number yet.", site))
    }
    return findings
  }

  private static func note(_ message: String, _ site: CardSite) -> Finding {
    site.finding(name, .note, "\(message) Run \"rounds format\".")
  }
}
