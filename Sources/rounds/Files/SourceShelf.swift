import Decks

/// Finds the documents that a deck cites: beside the deck, or in a folder that was named.
struct SourceShelf {
  let deck: DeckFile
  /// A folder beside the deck's own; without one spans are not checked.
  let folder: String?

  init(besides deck: DeckFile, folder: String?) {
    self.deck = deck
    self.folder = folder
  }

  /// What the documents say of the citations; one that is not at hand is a note.
  func findings() throws(Failure) -> [Finding] {
    guard let folder else { return [] }
    var documents: [String: CitedDocument] = [:]
    var findings: [Finding] = []
    for source in deck.deck.frontMatter.sources {
      if let path = path(of: source) {
        documents[source.key] = CitedDocument(try FileBytes.read(path))
      } else {
        findings.append(.absentSource(source, folder: folder))
      }
    }
    return findings + DeckChecks.findings(in: deck, documents: documents)
  }

  /// Only a bare file name is looked up, and only text can be read.
  func path(of source: SourceDocument) -> String? {
    guard !source.file.contains("/"), [".txt", ".md"].contains(where: source.file.hasSuffix) else {
      return nil
    }
    let slash = deck.path.lastIndex(of: "/")
    let beside = slash.map { String(deck.path[...$0]) } ?? ""
    let places = (folder.map { ["\($0)/\(source.file)"] } ?? []) + [beside + source.file]
    return places.first {
      FileBytes.exists($0) && !FileBytes.isFolder($0)
    }
  }
}

extension Finding {
  fileprivate static func absentSource(_ source: SourceDocument, folder: String) -> Finding {
    Finding(
      rule: "source-absent",
      severity: .note,
      message: "\(source.file) is no text file beside the deck or in \(folder), so its spans were "
        + "not checked.",
      bytes: source.bytes
    )
  }
}
