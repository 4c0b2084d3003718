/// A text or Markdown file as it was read: its bytes, and the same as Unicode scalars.
///
/// Every range in this module is in scalars of `text`, which begins with the byte order mark
/// where the file has one and keeps both scalars of a CRLF.
package struct Document: Sendable {
  package enum Kind: String, Hashable, Sendable {
    case plainText
    case markdown
  }

  /// The file's name without its folders.
  package let name: String
  package let kind: Kind
  package let bytes: [UInt8]
  package let text: [Unicode.Scalar]
  package let lines: LineTable
  /// The first heading of the text, or the file's name without its extension.
  package let title: String

  /// Decodes the bytes of a file; throws `.tooLarge`, `.empty`, `.binary` or `.notUTF8`.
  package init(name: String, kind: Kind, bytes: [UInt8]) throws(DocumentError) {
    guard bytes.count <= Self.longest else {
      throw .tooLarge(bytes: bytes.count, limit: Self.longest)
    }
    text = try UTF8Decoder.scalars(of: bytes)
    guard text.contains(where: { !$0.isBlank && $0 != byteOrderMark }) else { throw .empty }
    self.name = name
    self.kind = kind
    self.bytes = bytes
    lines = LineTable(text)
    let passages = Passage.all(in: text, lines: lines, kind: kind)
    let heading = Boilerplate.sorted(passages).kept.first { $0.kind == .heading }
    title = heading?.text.string ?? Self.stem(of: name)
  }

  /// The longest file that is read, in bytes.
  ///
  /// A textbook of a thousand pages holds about 3 MB of text, so a longer file is a mistake; the
  /// limit keeps the work on one under 100 MB of memory.
  package static let longest = 8 << 20

  /// The passages of the text in reading order, boilerplate among them.
  package var passages: [Passage] {
    Passage.all(in: text, lines: lines, kind: kind)
  }

  /// The text of a range, exactly as the file has it.
  package func string(_ range: Range<Int>) -> String {
    var string = String.UnicodeScalarView()
    string.append(contentsOf: text[range])
    return String(string)
  }

  /// The kind that a file name's extension stands for; throws `.unsupported`.
  package static func kind(ofFileNamed name: String) throws(DocumentError) -> Kind {
    let suffix = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[name.index(after: $0)...] }
    switch suffix?.lowercased() ?? "" {
    case "md", "markdown", "mdown": return .markdown
    case let other where foreign.contains(other): throw .unsupported(extension: other)
    default: return .plainText
    }
  }

  /// Formats that would pass for text or for a broken text, and are neither.
  private static let foreign: Set<String> = [
    "pdf", "html", "htm", "xhtml", "doc", "docx", "odt", "rtf", "epub", "ppt", "pptx", "xls",
    "xlsx",
    "png", "jpg", "jpeg", "gif", "zip", "gz",
  ]

  private static func stem(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}

let byteOrderMark: Unicode.Scalar = "\u{FEFF}"
