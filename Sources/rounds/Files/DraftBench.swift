import Authoring
import Decks
import Storage

/// The deck file that drafts are written to, new or already there.
struct DraftBench {
  /// Nil where nothing is to be written.
  let path: String?
  /// Nil where there is no such file yet.
  private let deck: Deck?
  /// Cards that the deck holds, stages included.
  let cards: [Card]
  /// What an educator rejected before, from `DECK.rejected.jsonl`.
  let rejected: [RejectedDraft]

  init(path: String?) throws(Failure) {
    self.path = path
    if let path, FileBytes.exists(path) {
      let file = try DeckFinder.readFile(path)
      guard file.deck.frontMatter.isDeck else {
        throw Failure(
          .noInput,
          "\(path) is there and is no deck (no \"rounds: 1\"); it was left as it is"
        )
      }
      deck = file.deck
      cards = file.deck.everyCard.map(\.card)
    } else {
      deck = nil
      cards = []
    }
    if let path { rejected = try Self.rejected(besides: path) } else { rejected = [] }
  }

  /// The keys that documents have in the deck, by file name, and where they have none, in others.
  func keys(beside others: [DeckFile]) -> [String: String] {
    var keys: [String: String] = [:]
    for source in sources + others.flatMap(\.deck.frontMatter.sources)
    where keys[source.file] == nil && !keys.values.contains(source.key) {
      keys[source.file] = source.key
    }
    return keys
  }

  /// The documents that the deck names.
  var sources: [SourceDocument] { deck?.frontMatter.sources ?? [] }

  /// Other decks, given by files or folders; this one is left out.
  func decks(at paths: [String]) throws(Failure) -> [DeckFile] {
    let own = path.map(FileBytes.canonical)
    var decks: [DeckFile] = []
    for other in paths {
      decks += try DeckFinder.decks(at: other).filter { FileBytes.canonical($0.path) != own }
    }
    return decks
  }

  /// The cards of other decks, with their citations under the keys given by file name.
  static func cards(of others: [DeckFile], under keys: [String: String]) -> [Card] {
    others.flatMap { file -> [Card] in
      let renamed = file.deck.frontMatter.sources.reduce(into: [:]) { renamed, source in
        renamed[source.key] = keys[source.file]
      }
      return file.deck.cards.map { $0.card.citing(under: renamed) }
    }
  }

  /// Adds what was generated with its documents, where there is a file to add it to; gives the
  /// drafts with their ids.
  func add(
    _ generation: Generation,
    of handouts: Handouts,
    evidence: String?
  ) throws(Failure) -> [Draft] {
    let sources = zip(generation.reports, handouts.hashes).map { report, hash in
      SourceDocument(
        key: report.key,
        file: report.name,
        title: report.title.split(separator: "|").joined(separator: "/"),
        sha256: hash
      )
    }
    var drafts = generation.drafts
    for (index, card) in named(drafts.map(\.card)).enumerated() {
      drafts[index].card = card
      drafts[index].card.details.evidence = evidence
    }
    try write(drafts.map(\.card), sources: sources)
    keepNotes(on: drafts)
    return drafts
  }

  /// Adds drafts with ids of their own and the documents they cite; gives the number added.
  func add(_ drafts: [Card], sources: [SourceDocument]) throws(Failure) -> Int {
    try write(named(drafts), sources: sources)
    return drafts.count
  }
}

extension DraftBench {
  private func write(_ drafts: [Card], sources: [SourceDocument]) throws(Failure) {
    guard let path, !drafts.isEmpty else { return }
    try FileBytes.replace(path, with: extended(path, by: drafts, sources: sources))
  }

  /// Keeps what is known of new drafts beside what is known of those still undecided.
  private func keepNotes(on drafts: [Draft]) {
    guard let path, !drafts.isEmpty else { return }
    var notes = DraftNotes(besides: path)
    let undecided = cards.filter { $0.status == .draft } + drafts.map(\.card)
    for draft in drafts { notes.put(DraftNote(draft)) }
    do throws(Failure) {
      try notes.keep(Set(undecided.compactMap { $0.id?.text }))
    } catch {
      World.warn("\(error.message); the drafts have no runners-up")
    }
  }

  private func extended(_ path: String, by drafts: [Card], sources: [SourceDocument]) -> [UInt8] {
    if let deck {
      return DeckEdit.appending(drafts, sources: sources, to: deck).applied(to: deck.source)
    }
    let file = DeckFile(path: path, deck: DeckParser.parse([]))
    var text = DeckPrinter.frontMatter(name: file.id, id: Self.slug(file.id), sources: sources)
    for draft in drafts { text += "\n" + DeckPrinter.text(of: draft) }
    return Array(text.utf8)
  }

  /// The drafts with ids of their own.
  private func named(_ drafts: [Card]) -> [Card] {
    var names = RandomIDs(taken: cards.compactMap { $0.id?.text })
    var generator = SystemRandomNumberGenerator()
    return drafts.map { draft in
      var draft = draft
      draft.id = names.next(using: &generator)
      return draft
    }
  }

  /// A file's name as an id: what an id may not hold becomes a dash.
  private static func slug(_ name: String) -> String {
    let kept = name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    let slug = String(kept.drop { $0 == "-" }.prefix(CardID.maximumLength))
    return slug.isEmpty ? "deck" : slug
  }

  /// What an educator rejected for this deck; a line that cannot be read is passed over aloud.
  static func rejected(besides deck: String) throws(Failure) -> [RejectedDraft] {
    let file = RejectedFile(besides: deck)
    let content = try file.read()
    if content.unreadable > 0 {
      let lines = content.unreadable.counted("line")
      World.warn("\(lines) of \(file.path) cannot be read and hold nothing back")
    }
    return content.standing.compactMap(\.draft) + content.words.map(RejectedDraft.init(words:))
  }
}

extension Card {
  /// The card with its citations, and those of its stages, under other document keys.
  fileprivate func citing(under keys: [String: String]) -> Card {
    var card = self
    card.details.citations = details.citations.map { citation in
      Citation(
        document: keys[citation.document] ?? citation.document,
        locator: citation.locator,
        span: citation.span
      )
    }
    if case .stages(let stages) = body {
      card.body = .stages(stages.map { $0.citing(under: keys) })
    }
    return card
  }
}
