import Decks
import Reading
import Synchronization

/// A cited document at hand, with its text by lines.
struct CitedFile: Sendable {
  let document: CitedDocument
  let lines: [String]
  /// Whether the text was made from the file, so that its line numbers are none of the file's.
  let isExtracted: Bool

  /// Reads the file at a path; what is no text is read as `generate` reads it.
  static func read(_ path: String) throws(Failure) -> CitedFile {
    let bytes = try FileBytes.read(path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let kind = (try? Document.kind(ofFileNamed: name)) ?? .plainText
    guard kind.isExtracted else { return CitedFile(CitedDocument(bytes), text(bytes), false) }
    let hash = SHA256.hexadecimal(of: bytes)
    if let last = last.withLock({ $0 }), last.document.sha256 == hash { return last }
    let file = try extracted(DocumentFile(name: name, kind: kind, bytes: bytes), path)
    last.withLock { $0 = file }
    return file
  }

  /// The one read last: card after card cites the same document, and a PDF takes a while.
  private static let last = Mutex<CitedFile?>(nil)

  private init(_ document: CitedDocument, _ text: String, _ isExtracted: Bool) {
    self.document = document
    lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map(String.init)
    self.isExtracted = isExtracted
  }

  private static func extracted(_ file: DocumentFile, _ path: String) throws(Failure) -> CitedFile {
    do throws(DocumentError) {
      let document = try Document(file)
      let text = document.text.string
      let cited = CitedDocument(text: text, pages: document.pageLines, of: file.bytes)
      return CitedFile(cited, text, true)
    } catch {
      throw Failure(.noInput, "\(path): \(error.words)")
    }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
