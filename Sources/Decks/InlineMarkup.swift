/// Markdown inside a line, made plain for a terminal and for comparing answers.
package enum InlineMarkup {
  /// Takes emphasis, code marks, link targets and escapes away; an image becomes `[image: alt]`.
  package static func plain(_ text: String) -> String {
    plain(text, depth: 0)
  }

  /// Marks within marks deeper than this stay, so that hostile text costs no more than its length.
  fileprivate static let deepest = 8

  fileprivate static func plain(_ text: String, depth: Int) -> String {
    guard text.utf8.contains(where: { marks.contains($0) }) else { return text }
    var reader = InlineReader(Array(text), depth: depth)
    return reader.plain()
  }

  private static let marks = Set("*_`[!\\".utf8)
}

/// Finds the next place of a mark, and looks at no character twice as it moves on.
private struct NextMark {
  private let mark: Character
  private var found: Int?
  private var isGone = false

  init(_ mark: Character) {
    self.mark = mark
  }

  /// The first place at `start` or behind it; `start` may only grow from call to call.
  mutating func index(in characters: [Character], from start: Int) -> Int? {
    if isGone { return nil }
    if let found, found >= start { return found }
    found = characters[start...].firstIndex(of: mark)
    isGone = found == nil
    return found
  }
}

/// Walks through a text once, left to right.
private struct InlineReader {
  private let characters: [Character]
  private let depth: Int
  private var index = 0
  private var result = ""
  private var brackets = NextMark("]")
  private var parentheses = NextMark(")")
  /// Emphasis that is closed nowhere in the rest, so that nobody looks again.
  private var unclosed: Set<Emphasis> = []

  private struct Emphasis: Hashable {
    let mark: Character
    let length: Int
  }

  init(_ characters: [Character], depth: Int) {
    self.characters = characters
    self.depth = depth
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
  private mutating func label(at start: Int) -> (String, end: Int)? {
    guard start < characters.count, characters[start] == "[",
      let close = brackets.index(in: characters, from: start), close + 1 < characters.count,
      characters[close + 1] == "(",
      let end = parentheses.index(in: characters, from: close + 1)
    else { return nil }
    return (inner((start + 1)..<close), end + 1)
  }

  private func inner(_ range: Range<Int>) -> String {
    InlineMarkup.plain(String(characters[range]), depth: depth + 1)
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
    let emphasis = Emphasis(mark: mark, length: length)
    guard depth < InlineMarkup.deepest, start < characters.count,
      !characters[start].isWhitespace, opensWord, !unclosed.contains(emphasis)
    else { return false }
    guard let close = closing(mark, length: length, from: start) else {
      unclosed.insert(emphasis)
      return false
    }
    result += inner(start..<close)
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
