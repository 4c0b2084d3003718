/// Finds headings, paragraphs, quotations and lists in Markdown, line by line.
///
/// Front matter, code, raw HTML, link definitions and lone images are left out.
struct MarkdownReader {
  private let text: [Unicode.Scalar]
  private let table: LineTable
  private var found: [Block] = []
  /// The last block still takes lines.
  private var isOpen = false
  private var fence: (mark: Unicode.Scalar, length: Int)?

  init(_ text: [Unicode.Scalar], _ table: LineTable) {
    self.text = text
    self.table = table
  }

  func blocks() -> [Block] {
    var reader = self
    var line = reader.frontMatterEnd
    while line <= table.count {
      reader.read(table.range(ofLine: line))
      line += 1
    }
    return reader.found
  }

  private mutating func read(_ line: Range<Int>) {
    let unquoted = withoutQuoteMarks(trimmed(line))
    let shown = trimmed(unquoted)
    if endsFence(shown) || fence != nil { return }
    if shown.isEmpty {
      isOpen = false
    } else if opensFence(shown) {
      isOpen = false
    } else if let level = setextLevel(shown) {
      underline(level)
    } else if isRule(shown) || isLeftOut(shown) {
      isOpen = false
    } else if let cells = tableRow(shown) {
      start(.tableRow, cells)
      isOpen = false
    } else if let heading = atxHeading(shown) {
      found.append(heading)
      isOpen = false
    } else if let marker = ListMarker(text, in: shown) {
      start(
        .listItem(isNumbered: marker.isNumbered),
        withoutTask(marker.textStart..<shown.upperBound)
      )
    } else if isOpen {
      found[found.count - 1].segments.append(shown)
    } else if !isIndentedCode(line) {
      start(.paragraph, shown)
    }
  }

  private mutating func start(_ kind: Passage.Kind, _ segment: Range<Int>) {
    found.append(Block(kind: kind, segments: [segment]))
    isOpen = true
  }

  // MARK: Headings

  private func atxHeading(_ line: Range<Int>) -> Block? {
    let level = line.prefix { text[$0] == "#" }.count
    let start = line.lowerBound + level
    guard (1...6).contains(level), start < line.upperBound, text[start].isBlank else { return nil }
    var title = trimmed(start..<line.upperBound)
    while let last = title.last, text[last] == "#" { title = title.lowerBound..<last }
    title = trimmed(title)
    return title.isEmpty ? nil : Block(kind: .heading, level: level, segments: [title])
  }

  /// 1 under `===`, 2 under `---`, where a paragraph stands above.
  private func setextLevel(_ line: Range<Int>) -> Int? {
    guard isOpen, found.last?.kind == .paragraph else { return nil }
    if line.allSatisfy({ text[$0] == "=" }) { return 1 }
    return line.allSatisfy { text[$0] == "-" } ? 2 : nil
  }

  private mutating func underline(_ level: Int) {
    found[found.count - 1].kind = .heading
    found[found.count - 1].level = level
    isOpen = false
  }

  private func isRule(_ line: Range<Int>) -> Bool {
    guard let first = line.first.map({ text[$0] }), first == "-" || first == "*" || first == "_"
    else {
      return false
    }
    let marks = line.filter { !text[$0].isBlank }
    return marks.count >= 3 && marks.allSatisfy { text[$0] == first }
  }

  // MARK: What is left out

  private mutating func opensFence(_ line: Range<Int>) -> Bool {
    guard let length = fenceLength(line) else { return false }
    fence = (text[line.lowerBound], length)
    return true
  }

  private mutating func endsFence(_ line: Range<Int>) -> Bool {
    guard let fence, let length = fenceLength(line), text[line.lowerBound] == fence.mark,
      length >= fence.length, length == line.count
    else { return false }
    self.fence = nil
    return true
  }

  private func fenceLength(_ line: Range<Int>) -> Int? {
    guard let first = line.first, text[first] == "`" || text[first] == "~" else { return nil }
    let length = line.prefix { text[$0] == text[first] }.count
    return length >= 3 ? length : nil
  }

  /// The number of the first line after the front matter.
  private var frontMatterEnd: Int {
    guard shows("---", inLine: 1) else { return 1 }
    let longest = 200
    for line in 2..<max(2, min(table.count, longest) + 1)
    where shows("---", inLine: line) || shows("...", inLine: line) {
      return line + 1
    }
    return 1
  }

  private func shows(_ mark: String, inLine line: Int) -> Bool {
    let shown = trimmed(table.range(ofLine: line))
    return shown.count == 3 && text[shown].string == mark
  }

  private func isIndentedCode(_ line: Range<Int>) -> Bool {
    if case .listItem = found.last?.kind { return false }
    let indent = line.prefix { text[$0] == " " || text[$0] == "\t" }
    return indent.count >= 4 || indent.contains { text[$0] == "\t" }
  }

  /// Lines of dashes in tables, raw HTML, images alone, link and footnote definitions.
  private func isLeftOut(_ line: Range<Int>) -> Bool {
    guard let first = line.first, let last = line.last else { return true }
    switch text[first] {
    case "|": return tableRow(line) == nil
    case "<": return text[last] == ">"
    case "!": return line.count > 2 && text[first + 1] == "[" && text[last] == ")"
    case "[": return isDefinition(line)
    default: return false
    }
  }

  /// The cells between the outer bars; nil for the line of dashes beneath the header.
  private func tableRow(_ line: Range<Int>) -> Range<Int>? {
    guard line.count > 2, text[line.lowerBound] == "|" else { return nil }
    let end = text[line.upperBound - 1] == "|" ? line.upperBound - 1 : line.upperBound
    let cells = trimmed((line.lowerBound + 1)..<max(line.lowerBound + 1, end))
    let isRule = cells.allSatisfy { "-|: ".unicodeScalars.contains(text[$0]) }
    return cells.isEmpty || isRule ? nil : cells
  }

  private func isDefinition(_ line: Range<Int>) -> Bool {
    guard let close = line.prefix(100).first(where: { text[$0] == "]" }) else { return false }
    return close + 1 < line.upperBound && text[close + 1] == ":"
  }

  // MARK: Edges of a line

  private func withoutQuoteMarks(_ line: Range<Int>) -> Range<Int> {
    var rest = line
    while let first = rest.first, text[first] == ">" { rest = trimmed(rest.dropFirst()) }
    return rest
  }

  private func withoutTask(_ item: Range<Int>) -> Range<Int> {
    let box = item.prefix(3)
    guard item.count > 3, text[box.lowerBound] == "[", text[box.upperBound - 1] == "]" else {
      return item
    }
    return trimmed(item.dropFirst(3))
  }

  private func trimmed(_ line: Range<Int>) -> Range<Int> {
    var low = line.lowerBound
    var high = line.upperBound
    while low < high, text[low].isBlank || text[low].isInvisible { low += 1 }
    while high > low, text[high - 1].isBlank { high -= 1 }
    return low..<high
  }
}
