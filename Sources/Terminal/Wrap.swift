/// Breaks text into lines of a width that is counted in columns.
///
/// Lines break at spaces; a word is cut only where it alone is wider than a line. The author's own
/// line breaks and the spaces at the head of a line stay. Text may carry colour sequences.
package struct Wrap: Sendable {
  /// The columns of a line, at least 1.
  package var width: Int
  /// What stands before the first line.
  package var first: String
  /// What stands before all other lines.
  package var hanging: String

  /// Wraps to a width, with an indent for the first line and one for those below it.
  ///
  /// An indent that would take more than half of the width is left out.
  package init(_ width: Int, first: String = "", hanging: String = "") {
    self.width = max(1, width)
    self.first = Wrap.fits(first.columns, self.width) ? first : ""
    self.hanging = Wrap.fits(hanging.columns, self.width) ? hanging : ""
  }

  /// Whether an indent leaves half of the room, and enough for a wide character.
  private static func fits(_ indent: Int, _ room: Int) -> Bool {
    indent * 2 <= room && room - indent >= 2
  }

  /// The wrapped lines without line feeds; at least one.
  package func lines(_ text: String) -> [String] {
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let pieces = pieces(of: line)
      yielding(to: pieces.map(\.word.columns)).wrap(pieces, into: &lines)
    }
    return lines
  }

  /// The same with narrower indents of spaces, where a word would otherwise be cut.
  private func yielding(to words: [Int]) -> Wrap {
    let room = width - (words.filter { $0 <= width }.max() ?? 0)
    var narrower = self
    if first.allSatisfy({ $0 == " " }) { narrower.first = String(first.prefix(room)) }
    if hanging.allSatisfy({ $0 == " " }) { narrower.hanging = String(hanging.prefix(room)) }
    return narrower
  }

  private func wrap(_ pieces: [(spaces: Int, word: Substring)], into lines: inout [String]) {
    var line = lines.isEmpty ? first : hanging
    var used = line.columns
    var isEmpty = true
    for piece in pieces {
      let columns = piece.word.columns
      if isEmpty && piece.spaces > 0 && Wrap.fits(piece.spaces, width - used) {
        line += String(repeating: " ", count: piece.spaces)
        used += piece.spaces
      } else if !isEmpty && used + piece.spaces + columns <= width {
        line += String(repeating: " ", count: piece.spaces)
        used += piece.spaces
      } else if columns == 0 {
        // A colour that ends here needs no room, and the space before it none at the end of a line.
      } else if !isEmpty || isBetterBelow(columns, used: used) {
        lines.append(isEmpty ? line.withoutSpacesAtEnd : line)
        line = hanging
        used = hanging.columns
      }
      isEmpty = false
      for part in cut(piece.word, columns: columns, room: width - used) {
        if part.startsLine {
          lines.append(line)
          line = hanging
          used = hanging.columns
        }
        line += part.text
        used += part.columns
      }
    }
    let isBlank = isEmpty && line.allSatisfy { $0 == " " }
    lines.append(isBlank ? "" : line)
  }

  /// Whether a word has no room behind the first indent and has it behind the other.
  private func isBetterBelow(_ columns: Int, used: Int) -> Bool {
    used + columns > width && used > hanging.columns && hanging.columns + columns <= width
  }

  /// Splits a line into words, each with the number of spaces before it; spaces at the end are left out.
  private func pieces(of text: Substring) -> [(spaces: Int, word: Substring)] {
    var pieces: [(Int, Substring)] = []
    var spaces = 0
    var start: Substring.Index?
    for index in text.indices {
      let character = text[index]
      guard character == " " || character == "\t" else {
        if start == nil { start = index }
        continue
      }
      if let begun = start {
        pieces.append((spaces, text[begun..<index]))
        spaces = 0
        start = nil
      }
      spaces += character == "\t" ? 4 : 1
    }
    if let start { pieces.append((spaces, text[start...])) }
    return pieces
  }

  /// Cuts a word that is wider than the room into parts that fill a line each.
  ///
  /// Every part holds at least one character, so the narrowest width comes to an end too.
  private func cut(
    _ word: Substring,
    columns: Int,
    room: Int
  ) -> [(text: Substring, columns: Int, startsLine: Bool)] {
    guard columns > room else { return [(word, columns, false)] }
    var parts: [(text: Substring, columns: Int, startsLine: Bool)] = []
    var scanner = ColourScanner()
    var start = word.startIndex
    var used = 0
    for index in word.indices {
      let wide = word[index].unicodeScalars.reduce(0) { sum, scalar in
        scanner.isText(scalar) ? sum + scalar.columns : sum
      }
      let space = parts.isEmpty ? room : width - hanging.columns
      if used > 0 && used + wide > space {
        parts.append((word[start..<index], used, !parts.isEmpty))
        start = index
        used = 0
      }
      used += wide
    }
    parts.append((word[start...], used, !parts.isEmpty))
    return parts
  }
}

extension String {
  fileprivate var withoutSpacesAtEnd: String {
    String(prefix(upTo: lastIndex { $0 != " " }.map(index(after:)) ?? startIndex))
  }
}
