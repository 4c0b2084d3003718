/// Finds headings, paragraphs and lists in plain text.
///
/// Files come in two manners: one line per paragraph, or paragraphs broken at some column.
struct PlainTextReader {
  private let text: [Unicode.Scalar]
  /// The part of each line that shows; empty for a blank line.
  private let lines: [Range<Int>]
  private let isWrapped: [Bool]
  /// Whether it is known that paragraphs are broken, so that a first line may go on.
  private let isBroken: Bool

  /// `isBroken` where it is known that every paragraph is broken at some column.
  init(_ text: [Unicode.Scalar], _ table: LineTable, isBroken: Bool = false) {
    let shown = (1...table.count).map { Self.shown(table.range(ofLine: $0), in: text) }
    self.text = text
    self.isBroken = isBroken
    lines = shown
    isWrapped = isBroken ? shown.map { !$0.isEmpty } : Self.wrapped(shown, in: text)
  }

  func blocks() -> [Block] {
    var blocks: [Block] = []
    for (index, line) in lines.enumerated() where !line.isEmpty {
      if index > 0, !lines[index - 1].isEmpty, let last = blocks.last, joins(index, in: last) {
        blocks[blocks.count - 1].segments.append(line)
      } else {
        blocks.append(block(line, after: blocks.last, isFirst: blocks.isEmpty, at: index))
      }
    }
    return levelled(blocks)
  }

  private func levelled(_ blocks: [Block]) -> [Block] {
    func words(_ block: Block) -> String { block.segments.map { text[$0].string }.joined() }
    let isTitled = blocks.prefix(3).count { $0.kind == .heading } == 3
    // "Formulary monograph – Hormones" right under the title heads nothing.
    let subtitle = isTitled && KindOfDocument.isNamed(in: words(blocks[1])) ? 1 : nil
    let headings = blocks.indices.filter { blocks[$0].kind == .heading && $0 != subtitle }
    var levels = HeadingLevels(headings.map { words(blocks[$0]) })
    var levelled = blocks
    for index in headings { levelled[index].level = levels.level(of: words(blocks[index])) }
    if let subtitle { levelled[subtitle].level = HeadingLevels.deepest }
    return levelled
  }

  private func block(_ line: Range<Int>, after last: Block?, isFirst: Bool, at index: Int) -> Block
  {
    if let marker = ListMarker(text, in: line), !isNumberedHeading(line, at: index) {
      let item = marker.textStart..<line.upperBound
      return Block(kind: .listItem(isNumbered: marker.isNumbered), segments: [item])
    }
    if isLabelledNumber(line), case .listItem = last?.kind {
      return Block(kind: .listItem(isNumbered: false), segments: [line])
    }
    if isHeading(line, isFirst: isFirst, at: index) {
      return Block(kind: .heading, segments: [line])
    }
    if isLabelled(line), let last, isLeadIn(last) || isLabelledItem(last) {
      return Block(kind: .listItem(isNumbered: false), segments: [line])
    }
    return Block(kind: .paragraph, segments: [line])
  }

  // MARK: Wrapped lines

  private func joins(_ line: Int, in block: Block) -> Bool {
    isWrapped[line] && block.kind != .heading && ListMarker(text, in: lines[line]) == nil
  }

  /// For each line, whether it belongs to a group of lines broken at a column.
  ///
  /// One group that goes on in lower case shows the manner of the file; a group with a longer
  /// line than any column is never broken.
  private static func wrapped(_ lines: [Range<Int>], in text: [Unicode.Scalar]) -> [Bool] {
    let groups = lines.indices.split(omittingEmptySubsequences: true) { lines[$0].isEmpty }
    let narrow = groups.filter { group in group.allSatisfy { lines[$0].count <= 120 } }
    let isManner = narrow.contains { group in
      zip(group, group.dropFirst()).contains { line, next in
        lines[line].count >= 40 && text[lines[next].lowerBound].isLowercase
          && ListMarker(text, in: lines[next]) == nil
      }
    }
    var wrapped = [Bool](repeating: false, count: lines.count)
    guard isManner else { return wrapped }
    for line in narrow.joined() { wrapped[line] = true }
    return wrapped
  }

  // MARK: Headings and labels

  /// A short line that stands alone and ends without a stop; the first line may be longer.
  private func isHeading(_ line: Range<Int>, isFirst: Bool = false, at index: Int) -> Bool {
    let last = text[line.upperBound - 1]
    let words = wordCount(line)
    let isLong =
      isFirst || last == "?" || (HeadingLevels.depth(text[line.prefix(12)].string) ?? 0) > 1
    guard words <= (isLong ? 20 : 12), line.contains(where: { text[$0].isLetter })
    else {
      return false
    }
    if isLabelledNumber(line) || (!isFirst && isRow(line)) { return false }
    // The cells of a table name no section; a tab may stand behind the number of one.
    let named = line.drop { !text[$0].isLetter }
    if named.contains(where: { text[$0] == "\t" }) { return false }
    if last == "?" { return words <= (standsAlone(index) ? 20 : 10) }
    // "do not offer CT for suspected TIA" is a line of advice.
    if text[line.lowerBound].isLowercase, words > 4 { return false }
    guard !Self.stops.contains(last), !endsSentence(line) else { return false }
    return !isWrapped[index] || standsAlone(index) || (isFirst && !isBroken)
  }

  /// Whether a number opens a section, as in `3) How to take it`, and no step, which another step
  /// stands beside or an order opens.
  private func isNumberedHeading(_ line: Range<Int>, at index: Int) -> Bool {
    guard HeadingLevels.depth(text[line.prefix(12)].string) == 1, let number = number(of: line),
      isHeading(line, at: index), index == 0 || lines[index - 1].isEmpty, !isOrder(line),
      let next = lines[(index + 1)...].first(where: { !$0.isEmpty })
    else { return false }
    let last = lines[..<index].last { !$0.isEmpty }
    return last.flatMap(self.number) != number - 1 && self.number(of: next) != number + 1
  }

  /// "Give salbutamol" behind a number is a step, whatever stands under it.
  private func isOrder(_ line: Range<Int>) -> Bool {
    let words = text[line].split(whereSeparator: \.isBlank)
    guard words.count > 2, Self.orders.contains(words[1].string.lowercased()) else { return false }
    // "Use in children", "Support and care": a noun, and a section.
    return !["in", "of", "for", "during", "and", "or"].contains(words[2].string.lowercased())
  }

  /// With which the steps of a procedure begin.
  private static let orders: Set<String> = [
    "add", "administer", "advise", "apply", "arrange", "ask", "aspirate", "assess", "avoid",
    "begin",
    "call", "check", "clean", "collect", "confirm", "connect", "consider",
    "continue", "dilute", "discard", "discuss", "do", "elevate",
    "ensure",
    "establish", "examine", "explain", "expose", "flush", "gather", "get", "give",
    "identify",
    "inflate", "inform", "inject", "insert", "inspect", "keep", "lay", "leave",
    "make", "mix", "observe", "obtain", "perform",
    "prepare", "prime", "provide", "pull", "push", "put",
    "reassess", "reduce", "refer", "remove", "repeat",
    "rinse", "rotate", "secure", "seek", "select", "send", "shake", "sit", "start",
    "stop", "swab", "take", "tell", "turn",
    "verify", "wait", "wash", "weigh", "wipe", "withdraw", "write",
  ]

  /// The number of a step or a section; nil for none.
  private func number(of line: Range<Int>) -> Int? {
    guard ListMarker(text, in: line)?.isNumbered == true else { return nil }
    return Int(text[line].prefix(while: \.isDigit).string)
  }

  private static let stops: Set<Unicode.Scalar> = [".", "!", ";", ":", ",", "…"]

  /// Whether a stop stands just before closing quotes or reference marks.
  private func endsSentence(_ line: Range<Int>) -> Bool {
    let shown = line.last { !text[$0].isCloser && !text[$0].isOpener && !text[$0].isDigit }
    guard let shown, shown < line.upperBound - 1 else { return false }
    return text[shown] == "." || text[shown] == "!"
  }

  private func standsAlone(_ index: Int) -> Bool {
    index + 1 >= lines.count || lines[index + 1].isEmpty
  }

  private func isLeadIn(_ block: Block) -> Bool {
    guard block.kind == .paragraph, let end = block.segments.last else { return false }
    return text[end.upperBound - 1] == ":"
  }

  private func isLabelledItem(_ block: Block) -> Bool {
    guard case .listItem = block.kind, let line = block.segments.first else { return false }
    return isLabelled(line)
  }

  /// Whether the line begins `Label: ` with at most six words and a capital.
  private func isLabelled(_ line: Range<Int>) -> Bool {
    guard text[line.lowerBound].isUppercase else { return false }
    let beginning = line.prefix(70)
    guard let colon = beginning.first(where: { text[$0] == ":" }), colon + 1 < line.upperBound,
      text[colon + 1].isBlank
    else { return false }
    return wordCount(line.lowerBound..<colon) <= 6
      && !(line.lowerBound..<colon).contains { text[$0] == "." }
  }

  /// Whether a line counts things up: "GI: nausea, dry mouth, thirst", "pallor; sweating".
  private func isRow(_ line: Range<Int>) -> Bool {
    let isInCapitals = line.allSatisfy { !text[$0].isLowercase }
    if isInCapitals || HeadingLevels.depth(text[line.prefix(12)].string) != nil { return false }
    let isOpen = isLabelled(line) || text[line.lowerBound].isLowercase
    return isOpen && line.count { text[$0] == "," } > 1 || line.contains { text[$0] == ";" }
  }

  /// Whether a line tells a number of what its label names: "Adults: 2 g once daily".
  private func isLabelledNumber(_ line: Range<Int>) -> Bool {
    guard isLabelled(line), let colon = line.first(where: { text[$0] == ":" }) else { return false }
    return text[colon..<line.upperBound].contains(where: \.isDigit)
  }

  /// Counts words, and stops counting past what any heading has.
  private func wordCount(_ line: Range<Int>) -> Int {
    guard line.count <= 200 else { return .max }
    return text[line].split(whereSeparator: \.isBlank).count
  }

  private static func shown(_ line: Range<Int>, in text: [Unicode.Scalar]) -> Range<Int> {
    var low = line.lowerBound
    var high = line.upperBound
    while low < high, isBlank(text[low]) { low += 1 }
    while high > low, isBlank(text[high - 1]) { high -= 1 }
    return low..<high
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isBlank || scalar.isInvisible
  }
}
