import Decks
import Reading

/// Which passages of one document have cards, over all decks that cite it.
struct SourceCoverage {
  let source: SourceDocument
  /// Nil where the document is not at hand.
  private(set) var passages: [CoveredPassage]?
  /// Whether the lines of the passages are those of the file.
  private(set) var hasLines = true
  /// Citations whose words or lines are in none of the passages.
  private(set) var misplaced = 0

  /// A passage with the cards that cite it.
  struct CoveredPassage {
    let passage: Passage
    let place: Place
    var cards: [CardID] = []
  }

  /// The documents that decks cite, in the order of their first naming; one file counts once.
  static func all(in files: [DeckFile], folder: String?) throws(Failure) -> [SourceCoverage] {
    var coverages: [SourceCoverage] = []
    for file in files {
      for source in file.deck.frontMatter.sources {
        let known = coverages.firstIndex { $0.source.file == source.file }
        let place = known ?? coverages.count
        if known == nil { coverages.append(SourceCoverage(source: source)) }
        try coverages[place].take(source, of: file, folder: folder)
      }
    }
    return coverages
  }

  private init(source: SourceDocument) {
    self.source = source
  }

  private mutating func take(
    _ source: SourceDocument,
    of file: DeckFile,
    folder: String?
  ) throws(Failure) {
    guard let path = SourceShelf(besides: file, folder: folder).path(of: source) else { return }
    let document = try CitedFile.read(path).document
    if passages == nil { try open(path) }
    for (id, citation) in file.deck.citations where citation.document == source.key {
      note(id, citation, in: document)
    }
  }

  private mutating func open(_ path: String) throws(Failure) {
    do throws(DocumentError) {
      let document = try Document.read(path)
      hasLines = !document.kind.isExtracted
      passages = Boilerplate.sorted(document.passages).kept.filter { $0.kind != .heading }
        .map { CoveredPassage(passage: $0, place: document.place(at: $0.range.lowerBound)) }
    } catch {
      throw Failure(.noInput, "\(path): \(error.words)")
    }
  }

  private mutating func note(_ id: CardID, _ citation: Citation, in document: CitedDocument) {
    let lines =
      citation.span.map { document.line(of: $0, near: citation.lines) }
      ?? document.lines(of: citation)
    let found = passages?.indices.filter { index in
      lines.map { passages?[index].passage.lines.overlaps($0) ?? false } ?? false
    }
    guard let found, !found.isEmpty else {
      misplaced += 1
      return
    }
    for index in found where passages?[index].cards.contains(id) == false {
      passages?[index].cards.append(id)
    }
  }
}

extension CitedDocument {
  /// The line on which a span begins, the cited one where it stands there; nil where it is missing.
  fileprivate func line(of span: String, near cited: ClosedRange<Int>?) -> ClosedRange<Int>? {
    switch place(of: span, citedLines: cited) {
    case .found: cited ?? line(of: span).map { $0...$0 }
    case .moved(let line): line...line
    case .missing: nil
    }
  }
}

extension Deck {
  /// The citations of all cards with the id of the card or, for a stage, of its Case.
  fileprivate var citations: [(CardID, Citation)] {
    cards.flatMap { placed -> [(CardID, Citation)] in
      let id = placed.card.id ?? placed.card.provisionalID
      let own = placed.card.details.citations
      return (own + placed.stages.flatMap(\.card.details.citations)).map { (id, $0) }
    }
  }
}
