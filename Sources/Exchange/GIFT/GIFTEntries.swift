import Decks

/// One entry: the lines between two blank ones, without comments.
struct GIFTEntry {
  fileprivate(set) var bytes: [UInt8] = []
  /// Words of `[tag:…]` in its comments, and of the category above.
  fileprivate(set) var tags: [String] = []
  fileprivate(set) var hasCategory = false
  /// Whether a comment gives the number that the other program knows the question by.
  fileprivate(set) var hasIdentifier = false
  private var lines: [(start: Int, number: Int, column: Int)] = []

  /// The place in the file of one of the entry's bytes.
  func position(of offset: Int) -> Deck.Position {
    guard let line = lines.last(where: { $0.start <= offset }) ?? lines.first else {
      return Deck.Position(line: 1, column: 1)
    }
    return Deck.Position(line: line.number, column: line.column + offset - line.start)
  }

  fileprivate mutating func append(_ line: SourceLine) {
    let text = trimmed(line.bytes)
    lines.append((bytes.count, line.number, line.position.column))
    bytes += text
    bytes.append(0x0A)
  }
}

/// Cuts a file into entries.
struct GIFTEntries {
  private var entries: [GIFTEntry] = []
  private var open = GIFTEntry()
  private var category: String?

  static func all(in bytes: [UInt8]) -> [GIFTEntry] {
    var cutter = GIFTEntries()
    for line in SourceLines.all(in: bytes) { cutter.take(line) }
    cutter.close()
    return cutter.entries
  }

  private mutating func take(_ line: SourceLine) {
    let text = trimmed(line.bytes)
    if text.isEmpty {
      close()
    } else if text.starts(with: Array("//".utf8)) {
      readComment(line.text)
    } else if open.bytes.isEmpty, text.starts(with: Array("$CATEGORY:".utf8)) {
      category = Self.tag(ofCategory: String(decoding: text.dropFirst(10), as: UTF8.self))
    } else {
      open.append(line)
    }
  }

  private mutating func close() {
    if !open.bytes.isEmpty {
      if let category {
        open.tags.append(category)
        open.hasCategory = true
      }
      entries.append(open)
    }
    open = GIFTEntry()
  }

  /// `// [id:x7] [tag:renal]`, as Moodle writes it above a question.
  private mutating func readComment(_ comment: String) {
    for group in comment.split(separator: "[").dropFirst() {
      guard let end = group.firstIndex(of: "]") else { continue }
      let content = group[..<end]
      if content.hasPrefix("tag:") { open.tags.append(Self.word(content.dropFirst(4))) }
      if content.hasPrefix("id:") { open.hasIdentifier = true }
    }
  }

  /// The last part of a category's path as a tag.
  private static func tag(ofCategory path: String) -> String? {
    let last = path.split(separator: "/").last.map { word($0) } ?? ""
    return last.isEmpty || last == "top" || last == "$course$" ? nil : last
  }

  /// A tag is one word.
  private static func word(_ text: some StringProtocol) -> String {
    text.utf8.split { isBlank($0) || $0 == UInt8(ascii: ",") }
      .map { String(decoding: Array($0), as: UTF8.self) }.joined(separator: "-")
  }
}
