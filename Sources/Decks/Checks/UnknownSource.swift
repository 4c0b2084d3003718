/// A citation of a document that the front matter does not name.
enum UnknownSource: DeckRule {
  static let name = "unknown-source"

  static func findings(in site: CardSite) -> [Finding] {
    let known = Set(site.deck.frontMatter.sources.map(\.key))
    return site.citations.compactMap { citation, bytes in
      guard !known.contains(citation.document) else { return nil }
      return site.finding(
        name,
        .error,
        "The front matter names no document \"\(citation.document)\". Add "
          + "\"source.\(citation.document): file | title\", or mend the key.",
        at: bytes
      )
    }
  }
}
