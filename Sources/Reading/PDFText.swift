/// The text of a PDF page by page, on its way to one text without what stands on every page.
struct PDFText {
  private let pages: [[Substring]]

  /// Takes text whose pages end with form feeds.
  init(_ text: String) {
    var pages = text.split(separator: "\u{C}", omittingEmptySubsequences: false)
    if pages.last?.allSatisfy(\.isWhitespace) == true { pages.removeLast() }
    self.pages = pages.map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
  }

  /// Throws `.scanned` where no page holds a letter.
  func extracted() throws(DocumentError) -> ExtractedText {
    guard pages.contains(where: { $0.contains { $0.contains(where: \.isLetter) } }) else {
      throw .scanned(pages: pages.count)
    }
    var text: [Unicode.Scalar] = []
    var starts: [Int] = []
    for page in withoutRunningLines {
      let lines = Self.trimmed(page)
      if let first = lines.first, !text.isEmpty, !goesOn(text, in: first) { text.append("\n") }
      starts.append(text.count)
      for line in Self.parted(lines) { text += Array(line.unicodeScalars) + ["\n"] }
    }
    let table = LineTable(text)
    let blocks = PlainTextReader(text, table, isBroken: true).blocks()
    return ExtractedText(text: text, lines: table, blocks: blocks, pages: starts)
  }

  /// Whether a sentence goes on over the edge of a page.
  private func goesOn(_ text: [Unicode.Scalar], in line: Substring) -> Bool {
    guard let last = text.last(where: { !$0.isBlank }), let first = line.unicodeScalars.first else {
      return false
    }
    return (last.isLetter || last.isDigit || last == ",") && first.isLowercase
  }

  /// The lines with a blank one wherever a paragraph seems to end.
  ///
  /// A line that leaves a quarter of the width free before a capital was not broken for want of room.
  private static func parted(_ lines: ArraySlice<Substring>) -> [Substring] {
    lines.split(omittingEmptySubsequences: false) { $0.allSatisfy(\.isWhitespace) }
      .map { group -> [Substring] in
        let width = group.map(\.count).max() ?? 0
        return zip(group, group.dropFirst() + [""]).flatMap { line, next -> [Substring] in
          let begins = next.unicodeScalars.first?.isUppercase == true
          return begins && line.count * 4 < width * 3 ? [line, ""] : [line]
        }
      }
      .joined(separator: [""]).map { $0 }
  }

  // MARK: Running lines

  /// How many lines at either edge of a page may be running ones.
  private static let edge = 2

  /// The pages without page numbers and without what stands on the edge of a third of them.
  private var withoutRunningLines: [[Substring]] {
    var counts: [String: Int] = [:]
    for page in pages {
      for line in Set(Self.edges(of: page).map { Self.folded(page[$0]) }) {
        counts[line, default: 0] += 1
      }
    }
    let least = max(2, pages.count / 3)
    return pages.map { page in
      let dropped = Self.edges(of: page).filter { index in
        let line = Self.folded(page[index])
        return counts[line, default: 0] >= least || Self.isPageNumber(line)
      }
      return page.indices.filter { !dropped.contains($0) }.map { page[$0] }
    }
  }

  /// The first and last lines of a page that show.
  private static func edges(of page: [Substring]) -> Set<Int> {
    let shown = page.indices.filter { page[$0].contains { !$0.isWhitespace } }
    return Set(shown.prefix(edge) + shown.suffix(edge))
  }

  /// The line with every number as one mark.
  private static func folded(_ line: Substring) -> String {
    var folded = ""
    for character in line.lowercased() where !character.isWhitespace {
      if !character.isNumber {
        folded.append(character)
      } else if folded.last != "#" {
        folded.append("#")
      }
    }
    return folded
  }

  private static func isPageNumber(_ folded: String) -> Bool {
    let core = folded.filter { !"-–—|[]()".contains($0) }
    return ["#", "page#", "p.#", "#of#", "page#of#", "#/#"].contains(core)
  }

  private static func trimmed(_ page: [Substring]) -> ArraySlice<Substring> {
    func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }
    let start = page.firstIndex { !isBlank($0) } ?? page.endIndex
    let end = page.lastIndex { !isBlank($0) } ?? start
    return page[start..<(start == page.endIndex ? start : end + 1)]
  }
}
