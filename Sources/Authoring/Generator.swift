package import Decks
package import Reading

/// Turns documents into draft cards: sentences, facts, candidates, and the best of those.
package struct Generator: Sendable {
  package struct Options: Hashable, Sendable {
    /// Whether statements about named persons may become cards.
    package var includesPeople: Bool
    /// Keys that documents have already, by bare file name.
    package var keys: [String: String]

    /// Names of drugs in lower case, to tell them from other words.
    package var drugs: Set<String>

    /// The score that a candidate needs to become a draft; nil for what the ranking asks for.
    var least: Double?

    package init(
      includesPeople: Bool = false,
      keys: [String: String] = [:],
      drugs: Set<String> = []
    ) {
      self.includesPeople = includesPeople
      self.keys = keys
      self.drugs = drugs
    }
  }

  /// How far a run has come.
  package struct Progress: Hashable, Sendable {
    /// Documents read to their end.
    package let documents: Int
    package let total: Int
    /// The share of all text that is done, from 0 to 1.
    package let share: Double
  }

  /// A document may give one card for so many of its words.
  package static let wordsPerCard = 45

  /// Marks a draft whose answer its writer knew without the document.
  package static let knownTag = "general-knowledge"

  let options: Options

  package init(_ options: Options = Options()) {
    self.options = options
  }

  /// Drafts cards from documents, leaving out what `existing` holds and what was rejected.
  ///
  /// The analyzer reads what passed the gates. What the cards of other decks in `beside` hold is left
  /// out too; they take up no document's share.
  /// `isCancelled` is asked before every sentence; `progress` hears of every passage
  /// and every document's end. Where there is a `writer`, it proposes beside the patterns what the
  /// same gates decide about.
  package func run(
    documents: [Document],
    existing: [Card] = [],
    beside: [Card] = [],
    rejected: [RejectedDraft] = [],
    analyzer: any SentenceAnalyzer = PatternAnalyzer(),
    writer: (any QuestionWriter)? = nil,
    isCancelled: () -> Bool = { false },
    progress: (Progress) -> Void = { _ in }
  ) -> Generation {
    let keys = DocumentKeys.keys(for: documents.map(\.name), known: options.keys)
    let shelf = ProseShelf(documents)
    let people = People(in: documents.indices.flatMap { shelf[$0].texts })
    let conflicts = Conflicts(
      documents.indices.flatMap { index in
        AssertionFinder.assertions(
          in: documents[index],
          of: shelf[index],
          key: keys[index],
          people: options.includesPeople ? nil : people
        )
      }
    )
    let known =
      KnownCard.all(in: existing, isOwn: true) + KnownCard.all(in: beside, isOwn: false)
    let refused = Rejections(rejected)
    var generation = Generation(
      drafts: [],
      reports: [],
      conflicts: conflicts.all,
      isCancelled: false
    )
    var kept = LikenessIndex()
    // Where the draft stands that says a thing, so that another document can be cited for it too.
    var places: [Likeness: Int] = [:]
    let length = Double(max(1, documents.reduce(0) { $0 + $1.text.count }))
    var read = 0
    func tell(_ offset: Int) {
      let share = Double(read + offset) / length
      progress(
        Progress(documents: generation.reports.count, total: documents.count, share: share)
      )
    }
    for (index, document) in documents.enumerated() where !generation.isCancelled {
      let key = keys[index]
      var draft = DocumentDraft(
        document,
        of: shelf[index],
        key: key,
        people: people,
        known: known,
        options: options,
        analyzer: analyzer
      )
      draft.conflicts = conflicts
      draft.writer = writer
      let isComplete = draft.read(isCancelled, reached: tell) && draft.ask(isCancelled)
      let chosen = draft.select(against: known, rejected: refused, kept: &kept)
      var drafts = generation.drafts
      for (made, likeness) in chosen {
        places[likeness] = drafts.count
        drafts.append(made)
      }
      for (likeness, citation) in draft.echoes {
        if let place = places[likeness] { drafts[place].card.cite(citation) }
      }
      generation = Generation(
        drafts: drafts,
        reports: generation.reports + [draft.report],
        conflicts: conflicts.all,
        isCancelled: !isComplete
      )
      read += document.text.count
      tell(0)
    }
    generation.grammar = analyzer.grammar
    return generation
  }
}

extension Card {
  /// Cites one more document, once.
  fileprivate mutating func cite(_ citation: Citation) {
    guard !details.citations.contains(where: { $0.document == citation.document }) else { return }
    details.citations.append(citation)
  }
}
