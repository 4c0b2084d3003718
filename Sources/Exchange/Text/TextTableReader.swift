import Decks

/// Reads a table's head and then its rows.
struct TextTableReader {
  private let bytes: [UInt8]
  private var head = TextTableHead()
  private var start = 0
  private var line = 1
  private var result = Import()

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
  }

  func read() -> Import {
    var reader = self
    reader.readHead()
    var rows = TextRows(
      bytes,
      from: reader.start,
      line: reader.line,
      separator: reader.head.separator
    )
    while let (position, row) = rows.next() {
      switch row {
      case .success(let row): reader.take(row)
      case .failure(let fault): reader.result.leaveOut(fault, at: position)
      }
    }
    return reader.result
  }

  /// The `#key:value` lines that open the file.
  private mutating func readHead() {
    while start < bytes.count, bytes[start] == UInt8(ascii: "#") {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let text = SourceLine(number: line, bytes: bytes[start..<end].dropFirst()).text
      guard head.take(text) else { return }
      if let ignored = head.ignored {
        result.note(.fieldDropped(ignored), at: Deck.Position(line: line, column: 1))
      }
      start = min(end + 1, bytes.count)
      line += 1
    }
  }

  private mutating func take(_ row: TextRow) {
    guard row.fields.contains(where: { !trimmed($0).isEmpty }) else { return }
    if row.isComment {
      result.leaveOut(.comment, at: row.position)
      return
    }
    var text = IncomingText()
    do throws(Fault) {
      let card = try card(row, text: &text)
      result.add(card, text, at: row.position)
    } catch {
      result.leaveOut(error, at: row.position)
    }
  }

  private func card(_ row: TextRow, text: inout IncomingText) throws(Fault) -> Card {
    guard row.fields.allSatisfy({ isUTF8($0) }) else { throw .undecodable }
    let fields = row.fields.map { String(decoding: $0, as: UTF8.self) }
    let contents = fields.indices.filter { !head.isSpecial($0) }
    guard contents.count >= 2 else { throw .fewColumns(fields.count) }
    let (front, back) = (fields[contents[0]], fields[contents[1]])
    guard !front.contains("{{c") else { throw .clozeNote }
    let markup: Markup = head.isHTML ? .html : .plain
    let question = text.prose(front, markup)
    guard !question.isEmpty else { throw .emptyQuestion }
    let answer = text.prose(back, markup)
    guard !answer.isEmpty else { throw .emptyAnswer }
    for index in fields.indices where index != contents[0] && index != contents[1] {
      let isTags = index + 1 == head.tagsColumn
      if !isTags, !fields[index].isEmpty { text.lose(.fieldDropped("column \(index + 1)")) }
    }
    var card = Card(
      kind: .basic,
      body: .question(stem: question, key: .text(TextKey(answer: answer)))
    )
    card.details.tags = tags(fields, text: &text)
    return card
  }

  private func tags(_ fields: [String], text: inout IncomingText) -> [String] {
    let column = head.tagsColumn.map { $0 - 1 } ?? -1
    let own = fields.indices.contains(column) ? fields[column] : ""
    var seen: Set<String> = []
    return (TagWords.all(in: own, text: &text) + head.tags).filter { seen.insert($0).inserted }
  }
}

/// Tags are single words, parted by blanks or commas.
enum TagWords {
  static func all(in raw: String, text: inout IncomingText) -> [String] {
    text.line(raw, .markdown).utf8.split { isBlank($0) || $0 == UInt8(ascii: ",") }
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
