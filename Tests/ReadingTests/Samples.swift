import Foundation
import Reading

/// A document made from text in a test.
func document(
  _ text: String,
  _ kind: Document.Kind = .plainText
) throws -> Document {
  try Document(
    name: kind == .markdown ? "note.md" : "note.txt",
    kind: kind,
    bytes: Array(text.utf8)
  )
}

/// The sentences of a document without its boilerplate.
func sentences(of document: Document) -> [Sentence] {
  Boilerplate.sorted(document.passages).kept.flatMap(document.sentences)
}

/// The folder of real documents, which stands beside the package.
let sharedDocuments = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "../shared/documents").standardizedFileURL

/// The paths of the real documents, in order; empty where the folder is absent.
let sharedPaths: [String] = {
  let names = try? FileManager.default.contentsOfDirectory(atPath: sharedDocuments.path)
  return (names ?? []).filter { $0.hasSuffix(".txt") }.sorted().map {
    sharedDocuments.appending(path: $0).path
  }
}()

/// One line per passage: its kind, its lines and its text.
func outline(_ passages: [Passage]) -> String {
  passages.map { passage in
    let kind =
      switch passage.kind {
      case .heading: "heading"
      case .tableRow: "row"
      case .paragraph: "paragraph"
      case .listItem(let isNumbered): isNumbered ? "number" : "bullet"
      }
    return "\(kind) \(passage.lines.lowerBound): \(passage.text.string)"
  }
  .joined(separator: "\n")
}
