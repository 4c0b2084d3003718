import Decks
import Reading

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
      guard let path = path(of: source) else {
        findings.append(.absentSource(source, folder: folder))
        continue
      }
      do throws(Failure) {
        documents[source.key] = try CitedFile.read(path).document
      } catch {
        findings.append(.unreadSource(source, error))
      }
    }
    return findings + DeckChecks.findings(in: deck, documents: documents)
  }

  /// Only a bare file name is looked up, and only what could be read.
  func path(of source: SourceDocument) -> String? {
    guard !source.file.contains("/"), Document.isKnown(fileName: source.file) else { return nil }
    let slash = deck.path.lastIndex(of: "/")
    let beside = slash.map { String(deck.path[...$0]) } ?? ""
    let places = (folder.map { ["\($0)/\(source.file)"] } ?? []) + [beside + source.file]
    let path = places.first { FileBytes.exists($0) && !FileBytes.isFolder($0) }
    return path ?? folder.flatMap { Self.path(of: source.file, below: $0, depth: 0) }
  }

  /// A file of this name in a subfolder, where `generate` may have found it.
  private static func path(of name: String, below folder: String, depth: Int) -> String? {
    guard depth < 16 else { return nil }
    for entry in FileBytes.names(in: folder) {
      let path = "\(folder)/\(entry)"
      guard FileBytes.isFolder(path), !FileBytes.isLink(path) else { continue }
      if FileBytes.isRegular("\(path)/\(name)") { return "\(path)/\(name)" }
      if let found = Self.path(of: name, below: path, depth: depth + 1) { return found }
    }
    return nil
  }
}

extension Finding {
  fileprivate static func absentSource(_ source: SourceDocument, folder: String) -> Finding {
    Finding(
      rule: "source-absent",
      severity: .note,
      message:
        "\(source.file) is no document beside the deck or in \(folder), so its spans were not "
        + "checked.",
      bytes: source.bytes
    )
  }

  fileprivate static func unreadSource(_ source: SourceDocument, _ failure: Failure) -> Finding {
    Finding(
      rule: "source-unread",
      severity: .warning,
      message: "The spans were not checked: \(failure.message).",
      bytes: source.bytes
    )
  }
}
