/// One thing to look for in cards that parse: what makes a card unsafe, unclear or unfit.
protocol DeckRule: SendableMetatype {
  /// The name by which an author silences the rule.
  static var name: String { get }
  static func findings(in site: CardSite) -> [Finding]
}

/// All rules beyond grammar.
package enum DeckChecks {
  private static let rules: [any DeckRule.Type] = [
    UnknownSource.self,
    MissingSource.self,
    MissingEvidence.self,
    WideTolerance.self,
    LetteredRationale.self,
    DangerousNotation.self,
    FieldInVignette.self,
    Unnamed.self,
  ]

  /// The grammar's findings and those of all rules, less what the author silenced, in file order.
  ///
  /// `today` is the learner's date as `YYYY-MM-DD`, by which an aging card is seen.
  package static func findings(in file: DeckFile, today: String) -> [Finding] {
    var findings = file.deck.findings + ControlCharacters.findings(in: file.deck)
    if !file.deck.frontMatter.isDeck { findings += NoVersion.findings(in: file.deck) }
    for placed in file.deck.cards {
      check(CardSite(file: file, placed: placed, parent: nil), today: today, into: &findings)
      for stage in placed.stages {
        check(CardSite(file: file, placed: stage, parent: placed), today: today, into: &findings)
      }
    }
    return findings.sorted {
      ($0.bytes.lowerBound, $0.rule) < ($1.bytes.lowerBound, $1.rule)
    }
  }

  /// The findings about one card or stage of a file, a Case's stages included.
  package static func findings(
    about placed: PlacedCard,
    in file: DeckFile,
    today: String
  ) -> [Finding] {
    let own = file.deck.bytes(of: placed)
    var findings = (file.deck.findings + ControlCharacters.findings(in: file.deck)).filter {
      own.contains($0.bytes.lowerBound)
    }
    let parent = file.deck.cards.first { card in
      card.stages.contains { $0.heading.bytes == placed.heading.bytes }
    }
    check(CardSite(file: file, placed: placed, parent: parent), today: today, into: &findings)
    for stage in placed.stages {
      check(CardSite(file: file, placed: stage, parent: placed), today: today, into: &findings)
    }
    return findings.sorted {
      ($0.bytes.lowerBound, $0.rule) < ($1.bytes.lowerBound, $1.rule)
    }
  }

  private static func check(_ site: CardSite, today: String, into findings: inout [Finding]) {
    let silenced = site.card.silencedChecks + site.deck.frontMatter.silencedChecks
    for rule in rules where !silenced.contains(rule.name) {
      findings += rule.findings(in: site)
    }
    if !silenced.contains(ReviewOverdue.name) {
      findings += ReviewOverdue.findings(in: site, today: today)
    }
  }
}

/// A card where it stands, with what a rule may ask about it.
struct CardSite {
  let file: DeckFile
  let placed: PlacedCard
  /// The Case of a stage.
  let parent: PlacedCard?

  var card: Card { placed.card }
  var deck: Deck { file.deck }

  /// The lines of a field, in order; `Source` may have several.
  func fieldRanges(_ name: FieldName) -> [Range<Int>] {
    lines { $0 == .field(name) }.map(\.bytes)
  }

  /// The citations that can be read, each with where it stands.
  var citations: [(citation: Citation, bytes: Range<Int>)] {
    let fields = deck.source.withUnsafeBufferPointer { bytes in
      var parts = CardParts(bytes: bytes)
      parts.collect(ownLines)
      return parts.fields
    }
    return fields.filter { $0.name == .source }.compactMap { field in
      guard let citation = try? CitationGrammar.read(field.text) else { return nil }
      return (citation, field.bytes)
    }
  }

  /// The lines with a role, the card's own and not its stages'.
  func lines(where matches: (Line.Role) -> Bool) -> [Line] {
    ownLines.filter { matches($0.role) }
  }

  private var ownLines: ArraySlice<Line> {
    let end = placed.stages.first?.lines.lowerBound ?? placed.lines.upperBound
    return deck.lines[placed.lines.lowerBound..<end]
  }

  /// The field as the card or, for a stage, its Case has it.
  func inherited<Value>(_ field: KeyPath<Card.Details, Value?>) -> Value? {
    card.details[keyPath: field] ?? parent?.card.details[keyPath: field]
  }

  func finding(
    _ rule: String,
    _ severity: Finding.Severity,
    _ message: String,
    at bytes: Range<Int>? = nil
  ) -> Finding {
    Finding(
      rule: rule,
      severity: severity,
      message: message,
      bytes: bytes ?? placed.heading.bytes
    )
  }
}
