/// A document at hand, in which cited spans are looked up.
///
/// White space counts as one space, a hyphen at a line's end joins the word, and typographic quote
/// marks count as straight ones.
package struct CitedDocument: Sendable {
  /// The SHA-256 of its bytes in hex.
  package let sha256: String
  private let text: [UInt8]
  /// The one-based line of each byte of `text`.
  private let lines: [Int32]
  /// The place of each byte of `text` in the document, in Unicode scalars.
  private let offsets: [Int32]
  /// The one-based lines of each page; empty where the document has no pages.
  private let pages: [ClosedRange<Int>]

  package init(_ bytes: [UInt8]) {
    self.init(text: String(decoding: bytes, as: UTF8.self), of: bytes)
  }

  /// A document whose text was made from its bytes, with the lines of the text on each page.
  package init(text source: String, pages: [ClosedRange<Int>] = [], of bytes: [UInt8]) {
    sha256 = SHA256.hexadecimal(of: bytes)
    self.pages = pages
    var folder = SpanFolder()
    folder.take(source)
    text = folder.text
    lines = folder.lines
    offsets = folder.offsets
  }

  /// Where a span stands.
  package enum Place: Hashable, Sendable {
    /// On the cited lines, or anywhere where no line is cited.
    case found
    /// Elsewhere than cited: on this line, or on one of several.
    case moved(line: Int)
    case missing
  }

  package func place(of span: String, citedLines: ClosedRange<Int>?) -> Place {
    guard let found = bytes(of: span, citedLines: citedLines) else { return .missing }
    return found.isCited ? .found : .moved(line: Int(lines[found.bytes.lowerBound]))
  }

  /// The Unicode scalars of the document that a span stands on: those on the cited lines, or else
  /// the first in the document; nil where it stands nowhere.
  package func range(of span: String, citedLines: ClosedRange<Int>?) -> Range<Int>? {
    guard let found = bytes(of: span, citedLines: citedLines)?.bytes else { return nil }
    return Int(offsets[found.lowerBound])..<Int(offsets[found.upperBound - 1]) + 1
  }

  private func bytes(
    of span: String,
    citedLines: ClosedRange<Int>?
  ) -> (bytes: Range<Int>, isCited: Bool)? {
    var folder = SpanFolder()
    folder.take(span)
    let sought = folder.text
    guard !sought.isEmpty, sought.count <= text.count else { return nil }
    var elsewhere: Range<Int>?
    for start in 0...(text.count - sought.count)
    where text[start] == sought[0] && text[start..<(start + sought.count)].elementsEqual(sought) {
      let bytes = start..<(start + sought.count)
      let found = Int(lines[start])...Int(lines[bytes.upperBound - 1])
      guard let cited = citedLines, !cited.overlaps(found) else { return (bytes, true) }
      elsewhere = elsewhere ?? bytes
    }
    return elsewhere.map { ($0, false) }
  }
}

extension CitedDocument {
  /// The lines that a citation names, itself or by a page.
  package func lines(of citation: Citation) -> ClosedRange<Int>? {
    if let lines = citation.lines { return lines }
    guard let page = citation.page, pages.indices.contains(page - 1) else { return nil }
    return pages[page - 1]
  }

  /// The page that a line is on, one-based; nil where the document has no pages.
  func page(ofLine line: Int) -> Int? {
    pages.firstIndex { $0.upperBound >= line }.map { $0 + 1 }
  }

  /// The first line on which a span stands, one-based.
  package func line(of span: String) -> Int? {
    // No document has a line 0, so wherever the span stands it stands elsewhere.
    guard case .moved(let line) = place(of: span, citedLines: 0...0) else { return nil }
    return line
  }
}

extension Citation {
  /// The section that the locator names.
  package var heading: String? { CitationGrammar.heading(of: locator) }

  /// The lines that the locator names, one-based.
  package var lines: ClosedRange<Int>? { CitationGrammar.lines(of: locator) }

  /// The page that the locator names (`p. 3`), one-based.
  package var page: Int? { CitationGrammar.page(of: locator) }
}

extension DeckChecks {
  /// What the documents at hand say of a deck's citations; documents that are not there are passed by.
  package static func findings(
    in file: DeckFile,
    documents: [String: CitedDocument]
  ) -> [Finding] {
    let changed = file.deck.frontMatter.sources.compactMap { source -> Finding? in
      guard let document = documents[source.key], let known = source.sha256,
        known != document.sha256
      else { return nil }
      return .changedSource(source)
    }
    return changed
      + file.deck.everyCard.flatMap { placed in
        let site = CardSite(file: file, placed: placed, parent: nil)
        return site.citations.compactMap { citation, bytes in
          documents[citation.document].flatMap { finding(on: citation, in: $0, at: bytes) }
        }
      }
  }

  private static func finding(
    on citation: Citation,
    in document: CitedDocument,
    at bytes: Range<Int>
  ) -> Finding? {
    guard let span = citation.span else { return nil }
    switch document.place(of: span, citedLines: document.lines(of: citation)) {
    case .found: return nil
    case .moved(let line):
      let page = document.page(ofLine: line)
      return .movedSpan(citation, toLine: line, page: page, at: bytes)
    case .missing: return .missingSpan(citation, at: bytes)
    }
  }
}

extension Finding {
  fileprivate static func changedSource(_ source: SourceDocument) -> Finding {
    Finding(
      rule: "source-changed",
      severity: .warning,
      message:
        "\(source.file) has changed since these cards were checked. Read them against it and "
        + "write its new sha256.",
      bytes: source.bytes
    )
  }

  fileprivate static func movedSpan(
    _ citation: Citation,
    toLine line: Int,
    page: Int?,
    at bytes: Range<Int>
  ) -> Finding {
    if let page, let old = citation.page {
      return Finding(
        rule: "span-moved",
        severity: .warning,
        message: "The span stands on another page now (p. \(old) → p. \(page)).",
        bytes: bytes
      )
    }
    let from = citation.lines.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
    }
    return Finding(
      rule: "span-moved",
      severity: .warning,
      message: "The span stands on another line now (line \(from ?? "?") → \(line)).",
      bytes: bytes
    )
  }

  fileprivate static func missingSpan(_ citation: Citation, at bytes: Range<Int>) -> Finding {
    Finding(
      rule: "span-missing",
      severity: .error,
      message: "The span does not stand in \"\(citation.document)\". Quote the document exactly.",
      bytes: bytes
    )
  }
}

/// Folds text for comparing spans, keeping the line and the place of every byte.
private struct SpanFolder {
  private(set) var text: [UInt8] = []
  private(set) var lines: [Int32] = []
  private(set) var offsets: [Int32] = []
  private var line: Int32 = 1
  /// Scalars taken before the one at hand.
  private var offset: Int32 = 0

  mutating func take(_ source: String) {
    var pendingSpace = false
    var joinsWord = false
    for scalar in source.unicodeScalars {
      defer { offset += 1 }
      if scalar == "\n" {
        line += 1
        if endsInHyphen {
          text.removeLast()
          lines.removeLast()
          offsets.removeLast()
          joinsWord = true
        }
      }
      if scalar.properties.isWhitespace {
        pendingSpace = true
        continue
      }
      if joinsWord { pendingSpace = false }
      joinsWord = false
      guard scalar != "\u{FEFF}", scalar != "\u{AD}" else { continue }
      if pendingSpace, !text.isEmpty { append(0x20) }
      pendingSpace = false
      for byte in Self.folded(scalar).utf8 { append(byte) }
    }
  }

  /// Whether a letter with a hyphen came last; bytes above ASCII are letters here.
  private var endsInHyphen: Bool {
    guard text.count > 1, text[text.count - 1] == UInt8(ascii: "-") else { return false }
    let before = text[text.count - 2]
    return before.isLetter || before >= 0x80
  }

  private mutating func append(_ byte: UInt8) {
    text.append(byte)
    lines.append(line)
    offsets.append(offset)
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Character {
    switch scalar {
    case "\u{2018}", "\u{2019}": "'"
    case "\u{201C}", "\u{201D}": "\""
    default: Character(scalar)
    }
  }
}
