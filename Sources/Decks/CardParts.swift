/// What stands in a card, line by line: fields, options, steps, and the prose before the question.
struct CardParts {
  private let bytes: Bytes
  private(set) var fields: [Field] = []
  private(set) var options: [Item] = []
  private(set) var steps: [Item] = []
  private(set) var vignette = ""
  /// Lines that belong to nothing.
  private(set) var findings: [Finding] = []

  init(bytes: Bytes) {
    self.bytes = bytes
  }

  /// A field with the lines it runs over.
  struct Field {
    let name: FieldName
    let text: String
    let bytes: Range<Int>
  }

  /// An option or step with its rationale.
  struct Item {
    let isRight: Bool
    let bytes: Range<Int>
    let text: String
    var rationale: String?
  }

  /// Sorts the lines of one card into its parts.
  mutating func collect(_ lines: ArraySlice<Line>) {
    clear()
    var prose: [String] = []
    var index = lines.startIndex
    var wasStray = false
    while index < lines.endIndex {
      let line = lines[index]
      switch line.role {
      case .field(let name):
        let end = fieldEnd(lines, from: index)
        let text = fieldText(lines[index..<end], name: name)
        fields.append(Field(name: name, text: text, bytes: line.start..<lines[end - 1].end))
        index = end
        wasStray = false
        continue
      case .option(let isRight):
        options.append(
          Item(isRight: isRight, bytes: line.textBytes, text: bytes.text(line.textBytes))
        )
      case .step:
        steps.append(Item(isRight: true, bytes: line.textBytes, text: bytes.text(line.textBytes)))
      case .rationale:
        addRationale(bytes.text(line.textBytes))
      case .vignette:
        prose.append(unescaped(bytes.text(line.bytes)))
      case .blank where !prose.isEmpty && prose.last != "":
        prose.append("")
      case .stray:
        reportStray(line, wasStray: wasStray)
      case .blank, .more, .note, .frontMatter, .cardHeading, .stageHeading:
        break
      }
      wasStray = line.role == .stray
      index += 1
    }
    while prose.last == "" { prose.removeLast() }
    vignette = prose.joined(separator: "\n")
  }

  /// The index after the field's last line; blank lines count only between indented ones.
  private func fieldEnd(_ lines: ArraySlice<Line>, from start: Int) -> Int {
    var end = start + 1
    var index = end
    while index < lines.endIndex {
      switch lines[index].role {
      case .more: end = index + 1
      case .blank: break
      default: return end
      }
      index += 1
    }
    return end
  }

  private func fieldText(_ lines: ArraySlice<Line>, name: FieldName) -> String {
    guard let first = lines.first else { return "" }
    // An X- field keeps its name with its text, as there is no other place for it.
    let firstText = name == .extension ? first.bytes : first.textBytes
    guard lines.count > 1 else { return bytes.text(firstText) }
    var parts = [bytes.text(firstText)]
    for line in lines.dropFirst() {
      parts.append(line.role == .blank ? "" : unescaped(bytes.text(line.textBytes)))
    }
    if parts.first == "" { parts.removeFirst() }
    return parts.joined(separator: "\n")
  }

  /// Takes the backslash from `\A:`, which is there so that the line is no field.
  private func unescaped(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "\\") else { return text }
    let rest = Array(text.utf8.dropFirst())
    let isName = rest.withUnsafeBufferPointer { FieldName.nameEnd(of: $0) != nil }
    return isName ? String(text.dropFirst()) : text
  }

  private mutating func addRationale(_ text: String) {
    if !options.isEmpty {
      let last = options.count - 1
      options[last].rationale = options[last].rationale.map { "\($0) \(text)" } ?? text
    }
  }

  private mutating func reportStray(_ line: Line, wasStray: Bool) {
    let part = bytes.part(line.bytes)
    if let end = FieldName.nameEnd(of: part) {
      findings.append(.unknownField(bytes.text(line.start..<(line.start + end)), at: line.bytes))
    } else if !wasStray {
      findings.append(.strayText(at: line.bytes))
    }
  }

  /// Forgets the card before and keeps its memory.
  private mutating func clear() {
    fields.removeAll(keepingCapacity: true)
    options.removeAll(keepingCapacity: true)
    steps.removeAll(keepingCapacity: true)
    findings.removeAll(keepingCapacity: true)
  }
}
