package import Decks
package import Reading

/// A candidate that passed the gates, with what the ranking sees in it.
package struct RankedCandidate: Sendable {
  /// The card that it would become.
  package let card: Card
  /// The sentence that it was made from, as the document has it.
  package let sentence: String
  package let features: [Account.Feature]
  package let score: Double
  /// The words of its question as the ranking weighs them, and whether it asks for a number.
  package let words: [String]
  package let asksForNumber: Bool
}

extension Generator {
  /// All that could be asked of a document, the choice among it left open.
  package func rankedCandidates(
    of document: Document,
    analyzer: any SentenceAnalyzer = PatternAnalyzer()
  ) -> [RankedCandidate] {
    let prose = Prose(document)
    let people = People(in: prose.texts)
    var draft = DocumentDraft(
      document,
      of: prose,
      key: "doc",
      people: people,
      known: [],
      options: options,
      analyzer: analyzer
    )
    _ = draft.read({ false }, reached: { _ in })
    draft.dropRivals()
    return draft.ranked
  }
}
