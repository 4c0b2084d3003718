/// Markdown inside a line, made plain for a terminal and for comparing answers.
package enum InlineMarkup {
  /// Takes emphasis, code marks, link targets and escapes away; an image becomes `[image: alt]`.
  package static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { marks.contains($0) }) else { return text }
    var reader = InlineReader(Array(text))
    return reader.plain()
  }

  private static let marks = Set("*_`[!\\".utf8)
}

/// Walks through a text once, left to right.
private struct InlineReader {
  private let characters: [Character]
  private var index = 0
  private var result = ""

  init(_ characters: [Character]) {
    self.characters = characters
  }

  mutating func plain() -> String {
    while index < characters.count {
      if !takeEscape(), !takeImage(), !takeLink(), !takeCode(), !takeEmphasis() {
        result.append(characters[index])
        index += 1
      }
    }
    return result
  }

  private mutating func takeEscape() -> Bool {
    guard characters[index] == "\\", index + 1 < characters.count,
      let ascii = characters[index + 1].asciiValue, ascii > 0x20,
      !ascii.isLetter, !ascii.isDigit
    else { return false }
    result.append(characters[index + 1])
    index += 2
    return true
  }

  private mutating func takeImage() -> Bool {
    guard characters[index] == "!", let (label, end) = label(at: index + 1) else { return false }
    result += label.isEmpty ? "[image]" : "[image: \(label)]"
    index = end
    return true
  }

  private mutating func takeLink() -> Bool {
    guard let (label, end) = label(at: index) else { return false }
    result += label
    index = end
    return true
  }

  /// `[label](target)` from `start`: the label and the index after the closing parenthesis.
  private func label(at start: Int) -> (String, end: Int)? {
    guard start < characters.count, characters[start] == "[",
      let close = characters[start...].firstIndex(of: "]"), close + 1 < characters.count,
      characters[close + 1] == "(",
      let end = characters[(close + 1)...].firstIndex(of: ")")
    else { return nil }
    return (InlineMarkup.plain(String(characters[(start + 1)..<close])), end + 1)
  }

  private mutating func takeCode() -> Bool {
    guard characters[index] == "`",
      let close = characters[(index + 1)...].firstIndex(of: "`"), close > index + 1
    else { return false }
    result += String(characters[(index + 1)..<close])
    index = close + 1
    return true
  }

  /// `**strong**`, `*emphasis*` or `_emphasis_`; a lone mark, as in `2 * 3`, stays.
  private mutating func takeEmphasis() -> Bool {
    let mark = characters[index]
    guard mark == "*" || mark == "_" else { return false }
    let length = index + 1 < characters.count && characters[index + 1] == mark ? 2 : 1
    let start = index + length
    guard start < characters.count, !characters[start].isWhitespace, opensWord,
      let close = closing(mark, length: length, from: start)
    else { return false }
    result += InlineMarkup.plain(String(characters[start..<close]))
    index = close + length
    return true
  }

  /// `snake_case` is no emphasis, nor are `5*3*2` and `B*57*01`: a mark opens only where no letter or
  /// figure stands before it, so that figures never run together.
  private var opensWord: Bool {
    guard index > 0 else { return true }
    let before = characters[index - 1]
    return !before.isNumber && !before.isLetter
  }

  private func closing(_ mark: Character, length: Int, from start: Int) -> Int? {
    var position = start + 1
    while position + length <= characters.count {
      let isMark = characters[position..<(position + length)].allSatisfy { $0 == mark }
      let next = position + length
      if next < characters.count, characters[position] == mark, characters[next] == mark {
        // A pair inside single marks is strong text within; of three marks the last pair closes.
        position += length == 1 ? 2 : 1
        continue
      }
      let endsWord =
        mark == "*" || next == characters.count
        || !(characters[next].isLetter || characters[next].isNumber)
      if isMark, endsWord, !characters[position - 1].isWhitespace { return position }
      position += 1
    }
    return nil
  }
}
