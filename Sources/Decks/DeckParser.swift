#if canImport(Glibc)
  import Glibc
#endif

/// Reads a deck from bytes; any bytes make a deck, and what is wrong becomes a finding.
///
/// One pass gives each line its role, by a state that is written out below; each card is built as
/// soon as its last line is known. Linear in the size of the file.
package struct DeckParser {
  private let bytes: Bytes
  private let headings: HeadingReader
  private var lines: [Line] = []
  private var assembler: CardAssembler
  private var findings: [Finding] = []
  private var front = FrontMatterReader()
  private var state = State.start
  private var fence: CodeFence?

  private init(_ bytes: Bytes) {
    self.bytes = bytes
    headings = HeadingReader(bytes: bytes)
    assembler = CardAssembler(bytes: bytes)
    lines.reserveCapacity(bytes.count / 32)
  }

  package static func parse(_ source: [UInt8]) -> Deck {
    source.withUnsafeBufferPointer { bytes in
      var parser = DeckParser(bytes)
      parser.readLines()
      parser.finish()
      return Deck(
        source: source,
        lines: parser.lines,
        frontMatter: parser.front.result,
        cards: parser.assembler.cards,
        findings: parser.sortedFindings() + UndecodableLines.findings(in: source)
      )
    }
  }
}

extension DeckParser {
  /// Where in the file the next line stands.
  private enum State {
    /// Before the first line.
    case start
    case frontMatter
    /// Outside every card.
    case outside
    /// Below a level-2 heading that is no kind, as long as only blank lines came.
    case belowNote(heading: Range<Int>)
    /// Below a heading that was meant as a card: nothing is read until the next one.
    case faulty
    /// In a card before its question.
    case vignette
    /// In a card, with a field open for indented lines.
    case field(beforeQuestion: Bool, sawBlank: Bool)
    /// In a card after an option or step, which is open for an indented rationale.
    case item(beforeQuestion: Bool)
    /// In a card below text that belongs to nothing.
    case stray(beforeQuestion: Bool)
  }

  private mutating func readLines() {
    var start = 0
    if bytes.hasPrefix("\u{FEFF}") { start = 3 }
    while start < bytes.count {
      let end = endOfLine(from: start)
      var contentEnd = end
      if contentEnd > start, bytes[contentEnd - 1] == 0x0D, end < bytes.count { contentEnd -= 1 }
      take(start..<contentEnd)
      start = end + 1
    }
  }

  private func endOfLine(from start: Int) -> Int {
    guard let base = bytes.baseAddress,
      let found = memchr(base + start, 0x0A, bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private mutating func finish() {
    if case .frontMatter = state, let first = lines.first {
      front.leaveOpen(at: first.bytes)
    }
    if let fence { findings.append(.unclosedFence(at: fence.opening)) }
    assembler.closeCard(lines)
  }

  private func sortedFindings() -> [Finding] {
    (front.findings + findings + assembler.findings).sorted {
      $0.bytes.lowerBound < $1.bytes.lowerBound
    }
  }

  private mutating func append(_ range: Range<Int>, _ role: Line.Role, text: Int? = nil) {
    lines.append(
      Line(
        start: range.lowerBound,
        end: range.upperBound,
        text: text ?? range.lowerBound,
        role: role
      )
    )
  }
}

// MARK: - One line

extension DeckParser {
  private mutating func take(_ range: Range<Int>) {
    switch state {
    case .start:
      if isFrontMatterMark(range) {
        state = .frontMatter
        append(range, .frontMatter)
        return
      }
      state = .outside
    case .frontMatter:
      takeFrontMatter(range)
      return
    default:
      break
    }
    takeContent(range)
  }

  private func isFrontMatterMark(_ range: Range<Int>) -> Bool {
    bytes.hasPrefix("---", at: range.lowerBound) && bytes.text(range) == "---"
  }

  private mutating func takeFrontMatter(_ range: Range<Int>) {
    append(range, .frontMatter)
    if isFrontMatterMark(range) {
      let start = lines.first?.start ?? 0
      front.close(start..<range.upperBound, end: range.lowerBound)
      state = .outside
    } else {
      front.take(lines[lines.count - 1], of: bytes)
    }
  }

  private mutating func takeContent(_ range: Range<Int>) {
    let line = bytes.part(range)
    let ink = line.firstInk
    if ink == line.count {
      takeBlank(range)
      return
    }
    let first = line[ink]
    if takeCode(range, line: line, ink: ink) { return }
    if first == UInt8(ascii: "#"), line.indent <= 3, !continuesField(line) {
      if takeHeading(range, from: range.lowerBound + ink) { return }
    }
    takeText(range, line: line, ink: ink)
  }

  private mutating func takeBlank(_ range: Range<Int>) {
    append(range, .blank)
    switch state {
    case .field(let beforeQuestion, _):
      state = .field(beforeQuestion: beforeQuestion, sawBlank: true)
    default: break
    }
  }

  /// Takes a line of fenced code, or a fence itself, as plain text; false for any other line.
  private mutating func takeCode(_ range: Range<Int>, line: Bytes, ink: Int) -> Bool {
    if let open = fence {
      if open.isClosed(by: line, ink: ink) { fence = nil }
    } else {
      fence = CodeFence(line, ink: ink, at: range)
      guard fence != nil else { return false }
    }
    takeText(range, line: line, ink: ink, isCode: true)
    return true
  }

  private func continuesField(_ line: Bytes) -> Bool {
    guard case .field = state else { return false }
    return line.indent >= 2
  }

  private mutating func takeText(
    _ range: Range<Int>,
    line: Bytes,
    ink: Int,
    isCode: Bool = false
  ) {
    switch state {
    case .start, .frontMatter, .outside, .faulty:
      append(range, .note)
    case .belowNote(let heading):
      takeBelowNote(range, line: line, heading: heading)
    case .vignette, .field, .item, .stray:
      takeBody(range, line: line, ink: ink, isCode: isCode)
    }
  }

  /// A level-2 heading that is no kind is a note, unless field lines follow at once.
  private mutating func takeBelowNote(_ range: Range<Int>, line: Bytes, heading: Range<Int>) {
    append(range, .note)
    if FieldName.read(line) != nil {
      findings.append(.unknownKind(bytes.text(heading), at: heading))
      state = .faulty
    } else {
      state = .outside
    }
  }

  private mutating func takeBody(_ range: Range<Int>, line: Bytes, ink: Int, isCode: Bool) {
    guard let kind = assembler.kind else { return }
    if !isCode, takeMarked(range, line: line, ink: ink, kind: kind) { return }
    switch state {
    case .field where line.indent >= 2:
      append(range, .more, text: range.lowerBound + ink)
      reopenField()
    case .field(beforeQuestion: true, sawBlank: true), .vignette:
      append(range, .vignette)
      state = .vignette
    default:
      append(range, .stray)
      state = .stray(beforeQuestion: isBeforeQuestion)
    }
  }

  private mutating func reopenField() {
    guard case .field(let beforeQuestion, _) = state else { return }
    state = .field(beforeQuestion: beforeQuestion, sawBlank: false)
  }
}

// MARK: - Fields, options and steps

extension DeckParser {
  private var isBeforeQuestion: Bool {
    switch state {
    case .vignette, .field(beforeQuestion: true, _), .item(beforeQuestion: true),
      .stray(beforeQuestion: true):
      true
    default: false
    }
  }

  /// Takes a line that begins with a mark of its own: a field, an option, a rationale or a step.
  private mutating func takeMarked(
    _ range: Range<Int>,
    line: Bytes,
    ink: Int,
    kind: Kind
  ) -> Bool {
    let first = line[ink]
    if ink == 0, first.isLetter { return takeField(range, line: line, kind: kind) }
    if first == UInt8(ascii: ">"), case .item = state, line.indent >= 2 {
      append(
        range,
        .rationale,
        text: range.lowerBound + LineMark.textStart(after: ink + 1, in: line)
      )
      return true
    }
    if ink == 0, first == UInt8(ascii: "-"), kind.hasOptions {
      return takeOption(range, line: line)
    }
    if ink == 0, first.isDigit, kind == .order, !isBeforeQuestion {
      return takeStep(range, line: line)
    }
    return false
  }

  private mutating func takeField(_ range: Range<Int>, line: Bytes, kind: Kind) -> Bool {
    guard let (name, textStart) = FieldName.read(line) else { return false }
    let starts = name == (kind == .cloze ? .cloze : .question) && kind != .caseStudy
    if isBeforeQuestion, !starts, !name.standsInVignette { return false }
    append(range, .field(name), text: range.lowerBound + textStart)
    state = .field(beforeQuestion: isBeforeQuestion && !starts, sawBlank: false)
    return true
  }

  private mutating func takeOption(_ range: Range<Int>, line: Bytes) -> Bool {
    guard let (isRight, textStart) = LineMark.option(line) else { return false }
    append(range, .option(isRight: isRight), text: range.lowerBound + textStart)
    state = .item(beforeQuestion: isBeforeQuestion)
    return true
  }

  private mutating func takeStep(_ range: Range<Int>, line: Bytes) -> Bool {
    guard let textStart = LineMark.step(line) else { return false }
    append(range, .step, text: range.lowerBound + textStart)
    state = .item(beforeQuestion: isBeforeQuestion)
    return true
  }
}

// MARK: - Headings

extension DeckParser {
  /// Takes a heading; false where the line is only text that begins with a number sign.
  private mutating func takeHeading(_ range: Range<Int>, from start: Int) -> Bool {
    var marks = 0
    while start + marks < range.upperBound, bytes[start + marks] == UInt8(ascii: "#") { marks += 1 }
    guard marks <= 6, start + marks == range.upperBound || bytes[start + marks].isBlank else {
      return false
    }
    switch marks {
    case 1:
      assembler.closeCard(lines)
      append(range, .note)
      state = .outside
      return true
    case 2:
      assembler.closeCard(lines)
      startCard(range, from: start)
      return true
    case 3:
      return takeStageHeading(range, from: start)
    default:
      return false
    }
  }

  private mutating func startCard(_ range: Range<Int>, from start: Int) {
    switch headings.read(start..<range.upperBound, marks: 2) {
    case .card(let heading, let faults):
      findings += faults
      assembler.openCard(heading, at: lines.count)
      append(range, .cardHeading)
      state = .vignette
    case .unknownKind(let finding):
      findings.append(finding)
      append(range, .note)
      state = .faulty
    case .note:
      append(range, .note)
      state = .belowNote(heading: start..<range.upperBound)
    }
  }

  private mutating func takeStageHeading(_ range: Range<Int>, from start: Int) -> Bool {
    guard let cardKind = assembler.cardKind else { return false }
    let reading = headings.read(start..<range.upperBound, marks: 3)
    guard cardKind == .caseStudy else {
      if case .card = reading { findings.append(.stageOutsideCase(at: range)) }
      return false
    }
    assembler.closeStage(lines)
    switch reading {
    case .card(let heading, let faults):
      findings += faults
      if heading.kind == .caseStudy { findings.append(.caseInsideCase(at: heading.kindBytes)) }
      assembler.openStage(heading, at: lines.count)
      append(range, .stageHeading)
      state = .vignette
    case .unknownKind(let finding):
      findings.append(finding)
      append(range, .note)
      state = .faulty
    case .note:
      findings.append(.unknownKind(bytes.text(start..<range.upperBound), at: range))
      append(range, .note)
      state = .faulty
    }
    return true
  }
}
