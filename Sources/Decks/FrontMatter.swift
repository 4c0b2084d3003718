/// The `key: value` lines at the head of a deck.
package struct FrontMatter: Hashable, Sendable {
  /// The format's version, `1`; nil where the file has no `rounds:` line.
  package internal(set) var version: String?
  package internal(set) var name: String?
  package internal(set) var id: String?
  package internal(set) var tags: [String] = []
  package internal(set) var language: String?
  package internal(set) var silencedChecks: [String] = []
  package internal(set) var sources: [SourceDocument] = []
  /// The whole block with both `---` lines, empty where there is none.
  package internal(set) var bytes: Range<Int> = 0..<0
  /// Where a new line is inserted: at the closing `---`.
  package internal(set) var end = 0

  /// Whether the file says that it is a deck, so that a folder search takes it.
  package var isDeck: Bool { version == "1" }

  package func source(_ key: String) -> SourceDocument? {
    sources.first { $0.key == key }
  }
}

/// A document that cards cite, named once: `source.KEY: file | title | date=… | sha256=…`.
package struct SourceDocument: Hashable, Sendable {
  package let key: String
  /// A bare file name, looked up beside the deck, or an address.
  package let file: String
  package let title: String
  package let date: String?
  /// The document's SHA-256 in hex when its cards were checked.
  package let sha256: String?
  package let bytes: Range<Int>

  package init(
    key: String,
    file: String,
    title: String = "",
    date: String? = nil,
    sha256: String? = nil,
    bytes: Range<Int> = 0..<0
  ) {
    self.key = key
    self.file = file
    self.title = title
    self.date = date
    self.sha256 = sha256
    self.bytes = bytes
  }
}

extension SourceDocument: CustomStringConvertible {
  /// The line as the front matter has it.
  package var description: String {
    var parts = [file]
    if !title.isEmpty || date != nil || sha256 != nil { parts.append(title) }
    if let date { parts.append("date=\(date)") }
    if let sha256 { parts.append("sha256=\(sha256)") }
    return "source.\(key): " + parts.joined(separator: " | ")
  }
}

/// Reads the lines of a front matter, one at a time.
struct FrontMatterReader {
  private(set) var result = FrontMatter()
  private(set) var findings: [Finding] = []
  private var seen: Set<String> = []

  /// Takes one line between the two `---`.
  mutating func take(_ line: Line, of bytes: Bytes) {
    let range = line.bytes
    guard let colon = range.first(where: { bytes[$0] == UInt8(ascii: ":") }) else {
      if bytes.part(range).firstInk < range.count {
        findings.append(.badFrontMatterLine(at: range))
      }
      return
    }
    let key = bytes.text(range.lowerBound..<colon)
    let value = bytes.text((colon + 1)..<range.upperBound).trimmed
    guard seen.insert(key).inserted else {
      findings.append(.repeatedFrontMatterKey(key, at: range))
      return
    }
    set(key, to: value, at: range)
  }

  mutating func close(_ block: Range<Int>, end: Int) {
    result.bytes = block
    result.end = end
  }

  mutating func leaveOpen(at range: Range<Int>) {
    findings.append(.unclosedFrontMatter(at: range))
  }
}

extension FrontMatterReader {
  private mutating func set(_ key: String, to value: String, at range: Range<Int>) {
    switch key {
    case "rounds":
      result.version = value
      if value != "1" { findings.append(.unknownVersion(value, at: range)) }
    case "deck": result.name = value
    case "id":
      result.id = value
      if !HeadingReader.isValidID(value) { findings.append(.badID(value, at: range)) }
    case "tags": result.tags = TagList.read(value)
    case "language": result.language = value
    case "check": result.silencedChecks = SilencedChecks.read(value)
    case _ where key.hasPrefix("source."): addSource(key, value, at: range)
    case _ where key.hasPrefix("X-"): break
    default: findings.append(.unknownFrontMatterKey(key, at: range))
    }
  }

  private mutating func addSource(_ key: String, _ value: String, at range: Range<Int>) {
    let name = String(key.dropFirst("source.".count))
    let parts = value.split(separator: "|", omittingEmptySubsequences: false)
      .map { String($0).trimmed }
    guard let file = parts.first, !file.isEmpty, HeadingReader.isValidID(name) else {
      findings.append(.badSourceLine(at: range))
      return
    }
    var title = ""
    var date: String?
    var sha256: String?
    for part in parts.dropFirst() {
      if part.hasPrefix("date=") {
        date = String(part.dropFirst("date=".count))
      } else if part.hasPrefix("sha256=") {
        sha256 = String(part.dropFirst("sha256=".count)).lowercased()
      } else if title.isEmpty {
        title = part
      }
    }
    result.sources.append(
      SourceDocument(
        key: name,
        file: file,
        title: title,
        date: date,
        sha256: sha256,
        bytes: range
      )
    )
  }
}

/// Tags are single words, separated by spaces or commas.
enum TagList {
  static func read(_ text: String) -> [String] {
    text.utf8.split { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ",") || $0 == 0x0A }
      .compactMap { String($0) }
  }
}

extension String {
  /// The text without blanks and line ends at either end.
  var trimmed: String {
    let bytes = utf8
    guard let start = bytes.firstIndex(where: { !$0.isBlank && $0 != 0x0A }) else { return "" }
    guard let last = bytes.lastIndex(where: { !$0.isBlank && $0 != 0x0A }) else { return "" }
    return String(self[start...last])
  }
}
