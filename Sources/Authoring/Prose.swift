import Reading

/// The passages of a document, each with its sentences.
struct Prose: Sendable {
  /// Without the boilerplate.
  let kept: [(passage: Passage, sentences: [Sentence])]
  let dropped: [(passage: Passage, sentences: [Sentence])]

  init(_ document: Document) {
    let sorted = Boilerplate.sorted(document.passages)
    kept = sorted.kept.map { ($0, document.sentences(of: $0)) }
    dropped = sorted.dropped.map { ($0.passage, document.sentences(of: $0.passage)) }
  }

  var sentences: [Sentence] { kept.flatMap(\.sentences) }

  /// Every heading, row and sentence, boilerplate too: a name may stand there alone.
  var texts: [String] {
    (kept + dropped).flatMap { passage, sentences in
      passage.isProse ? sentences.map(\.text.string) : [passage.text.string]
    }
  }
}

/// The prose of some documents: of few words it is kept, of many it is made again when asked for, so
/// that memory does not grow with the number of documents.
struct ProseShelf {
  private let documents: [Document]
  private let held: [Int: Prose]

  init(_ documents: [Document]) {
    var held: [Int: Prose] = [:]
    var length = 0
    for (index, document) in documents.enumerated()
    where length + document.text.count <= Self.longest {
      length += document.text.count
      held[index] = Prose(document)
    }
    self.documents = documents
    self.held = held
  }

  /// Scalars of documents whose prose is kept, each of which takes some thirty bytes.
  private static let longest = 500_000

  subscript(index: Int) -> Prose {
    held[index] ?? Prose(documents[index])
  }
}
