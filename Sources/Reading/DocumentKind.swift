extension Document {
  package enum Kind: String, Hashable, Sendable {
    case plainText
    case markdown
    case html
    case pdf
    /// A Word document in the format of 2007 and later (`.docx`).
    case word

    /// Whether the document's text is made from the file, so that no place in it is one of the file.
    package var isExtracted: Bool {
      switch self {
      case .plainText, .markdown: false
      case .html, .pdf, .word: true
      }
    }

    /// The largest file that is read, in bytes; what is no text may hold pictures too.
    package var largestFile: Int {
      switch self {
      case .plainText, .markdown: Document.longest
      case .html: 2 * Document.longest
      case .pdf, .word: 8 * Document.longest
      }
    }
  }

  /// The kind that a file name's extension stands for; throws `.unsupported`.
  package static func kind(ofFileNamed name: String) throws(DocumentError) -> Kind {
    let suffix = suffix(of: name)
    if let kind = kinds[suffix] { return kind }
    guard !foreign.contains(suffix) else { throw .unsupported(extension: suffix) }
    return .plainText
  }

  /// Whether a file name's extension says that the file is a document of a kind that is read.
  package static func isKnown(fileName name: String) -> Bool {
    kinds[suffix(of: name)] != nil
  }

  /// The kind that the first bytes show.
  static func kind(of bytes: [UInt8]) -> Kind {
    if bytes.starts(with: "%PDF-".utf8) { return .pdf }
    if bytes.starts(with: "PK\u{3}\u{4}".utf8) { return .word }
    let beginning = String(decoding: bytes.prefix(500), as: UTF8.self).lowercased()
    let shown = beginning.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    let isPage = ["<!doctype html", "<html", "<!--", "<head"].contains { shown.hasPrefix($0) }
    return isPage ? .html : .plainText
  }

  private static func suffix(of name: String) -> String {
    name.utf8.lastIndex(of: UInt8(ascii: "."))
      .map { name[name.index(after: $0)...].lowercased() } ?? ""
  }

  private static let kinds: [String: Kind] = [
    "txt": .plainText, "text": .plainText, "md": .markdown, "markdown": .markdown,
    "mdown": .markdown, "html": .html, "htm": .html, "xhtml": .html, "pdf": .pdf, "docx": .word,
  ]

  /// Formats that would pass for text or for a broken text, and are neither.
  private static let foreign: Set<String> = [
    "doc", "odt", "rtf", "epub", "ppt", "pptx", "xls", "xlsx", "png", "jpg", "jpeg", "gif", "zip",
    "gz",
  ]
}
