import Authoring
import Decks
import Reading

/// Makes the records of cards, looking their sources up in the documents at hand.
struct CardRecords {
  /// A folder with documents beside those of the decks.
  private let folder: String?
  /// The documents read so far by their paths; nil for one that cannot be read.
  private var files: [String: CitedFile?] = [:]

  init(folder: String?) {
    self.folder = folder
  }

  /// The record of a question of a shelf.
  mutating func record(of question: Question, on shelf: Shelf) -> CardRecord? {
    guard let entry = shelf.collection.entry(holding: question.id) else { return nil }
    let deck = shelf.collection.decks[entry.deck]
    return CardRecord(
      question: question,
      status: shelf.collection.placed(entry).card.status(of: question.id, in: entry.id),
      citations: question.details.citations.map { record(of: $0, in: deck) }
    )
  }

  private mutating func record(of citation: Citation, in deck: DeckFile) -> CitationRecord {
    let source = deck.deck.frontMatter.source(citation.document)
    let file = source.flatMap { SourceShelf(besides: deck, folder: folder).path(of: $0) }
      .flatMap { opened($0) }
    let range = citation.span.flatMap { span in
      file?.document.range(of: span, citedLines: file?.document.lines(of: citation))
    }
    let name = source?.file ?? citation.document
    return CitationRecord(
      document: name,
      range: range,
      span: citation.span,
      isExtracted: (try? Document.kind(ofFileNamed: name))?.isExtracted ?? false
    )
  }

  /// The document of a path, read once; one that cannot be read is told and counts as not at hand.
  private mutating func opened(_ path: String) -> CitedFile? {
    if let known = files[path] { return known }
    var file: CitedFile?
    do throws(Failure) {
      file = try CitedFile.read(path)
    } catch {
      World.warn("\(error.message); its citations have no place")
    }
    files[path] = .some(file)
    return file
  }
}

extension CardRecords {
  /// The records of drafts just made, whose places the generator knows.
  static func records(of drafts: [Draft], by reports: [DocumentReport]) -> [CardRecord] {
    drafts.flatMap { draft in
      let citations = draft.card.details.citations.map { citation in
        let report = reports.first { $0.key == citation.document }
        return CitationRecord(
          document: report?.name ?? citation.document,
          range: draft.cited,
          span: citation.span,
          isExtracted: report?.isExtracted ?? false
        )
      }
      let id = draft.card.id ?? draft.card.provisionalID
      return draft.card.questions(id: id, deck: "").map {
        CardRecord(question: $0, status: draft.card.status, citations: citations)
      }
    }
  }
}

extension Card {
  /// The status of a question of the card: a stage has that of its Case unless the Case is active.
  func status(of question: CardID, in id: CardID) -> Status {
    guard status == .active, case .stages(let stages) = body else { return status }
    let stage = zip(stages, stageIDs(caseID: id)).first { $0.1 == question.card }
    return stage?.0.status ?? status
  }
}
