import Decks

/// A row of columns with the place where it begins.
struct TextRow {
  let position: Deck.Position
  /// Whether the row begins with a number sign outside quotes.
  let isComment: Bool
  let fields: [ArraySlice<UInt8>]
}

/// Cuts bytes into rows; a field in quotes may hold separators and line ends.
///
/// One pass. A quote that is never closed spoils its line only, and from there on quotes must close
/// in their line, so that no byte is read more than twice.
struct TextRows {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var index: Int
  private var line: Int
  private var quotesStayInLine = false

  init(_ bytes: [UInt8], from start: Int, line: Int, separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
    self.line = line
    index = start
  }

  /// The next row, or why it cannot be read; nil at the end.
  mutating func next() -> (position: Deck.Position, row: Result<TextRow, Fault>)? {
    guard index < bytes.count else { return nil }
    let position = Deck.Position(line: line, column: 1)
    let start = (index, line)
    let isComment = bytes[index] == UInt8(ascii: "#")
    do throws(Fault) {
      let row = TextRow(position: position, isComment: isComment, fields: try fields())
      return (position, .success(row))
    } catch {
      (index, line) = start
      if error == .openQuote { quotesStayInLine = true }
      skipLine()
      return (position, .failure(error))
    }
  }

  private mutating func fields() throws(Fault) -> [ArraySlice<UInt8>] {
    var fields: [ArraySlice<UInt8>] = []
    while true {
      let isQuoted = index < bytes.count && bytes[index] == UInt8(ascii: "\"")
      fields.append(isQuoted ? try quotedField() : plainField())
      guard index < bytes.count, bytes[index] == separator else {
        skipLine()
        return fields
      }
      index += 1
    }
  }

  private mutating func plainField() -> ArraySlice<UInt8> {
    let end = bytes[index...].firstIndex { $0 == separator || $0 == 0x0A } ?? bytes.count
    defer { index = end }
    let field = bytes[index..<end]
    let endsLine = end == bytes.count || bytes[end] == 0x0A
    return endsLine && field.last == 0x0D ? field.dropLast() : field
  }

  private mutating func quotedField() throws(Fault) -> ArraySlice<UInt8> {
    var field: [UInt8] = []
    index += 1
    while true {
      guard index < bytes.count, !quotesStayInLine || bytes[index] != 0x0A else {
        throw .openQuote
      }
      let byte = bytes[index]
      index += 1
      if byte == 0x0A { line += 1 }
      guard byte == UInt8(ascii: "\"") else {
        field.append(byte)
        continue
      }
      guard index < bytes.count, bytes[index] == byte else { break }
      field.append(byte)
      index += 1
    }
    if index < bytes.count, bytes[index] == 0x0D { index += 1 }
    guard index == bytes.count || bytes[index] == separator || bytes[index] == 0x0A else {
      throw .textAfterQuote
    }
    return field[...]
  }

  private mutating func skipLine() {
    index = bytes[index...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    line += 1
  }
}
