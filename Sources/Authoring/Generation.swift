/// What a run of the generator made, and what became of all that it read.
package struct Generation: Sendable {
  /// Drafts in the order of the documents and of the places they cite.
  package let drafts: [Draft]
  /// One report a document, in the order given.
  package let reports: [DocumentReport]
  /// What the documents contradict each other in.
  package let conflicts: [Conflict]
  /// Whether the run was stopped early; the drafts are those found until then.
  package let isCancelled: Bool
  /// What the sentences were read with.
  package internal(set) var grammar = Grammar.patterns

  /// What became of all statements that a parser could have read.
  package var parses: ParseCounts {
    reports.reduce(into: ParseCounts()) { $0.add($1.parses) }
  }
}

/// What became of one document.
package struct DocumentReport: Hashable, Sendable {
  /// The key that citations use.
  package let key: String
  /// The bare file name.
  package let name: String
  package let title: String
  /// Whether the text was made from the file, so that spans stand in that text.
  package let isExtracted: Bool
  /// Words of the text, boilerplate aside.
  package internal(set) var words = 0
  /// Passages left out as boilerplate.
  package internal(set) var boilerplate = 0
  package internal(set) var sentences = 0
  package internal(set) var facts = 0
  /// What became of the statements that a parser could have read.
  package internal(set) var parses = ParseCounts()
  package internal(set) var candidates = 0
  /// Candidates that became drafts.
  package internal(set) var kept = 0
  /// Candidates that a writer proposed.
  package internal(set) var proposals = 0
  /// Proposals that became drafts.
  package internal(set) var proposalsKept = 0
  /// Drafts of proposals whose answer the writer knew without the sentence.
  package internal(set) var generalKnowledge = 0
  /// Drafts that the document's length still allows, after the cards that cite it already.
  package internal(set) var allowance = 0
  /// Sentences that gave no candidate, by reason.
  package internal(set) var sentencesDropped: [Reason: Int] = [:]
  /// Candidates that became no draft, by reason.
  package internal(set) var candidatesDropped: [Reason: Int] = [:]
  /// The sections in their order.
  package internal(set) var sections: [Section] = []

  /// How far one section of the document is covered.
  package struct Section: Hashable, Sendable {
    /// The innermost heading, empty before the first.
    package let heading: String
    package internal(set) var sentences = 0
    package internal(set) var kept = 0
  }
}
