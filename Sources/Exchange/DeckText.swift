/// Plain text as a deck writes it: what would read as Markdown there gets its backslash.
enum DeckText {
  /// The text with a backslash before each mark that could be taken for markup.
  static func escaped(_ text: String) -> String {
    let characters = Array(text)
    guard characters.contains(where: { "\\*_`[~".contains($0) }) else { return text }
    let manyTicks = characters.count { $0 == "`" } > 1
    let hasLink = zip(characters, characters.dropFirst()).contains { $0 == ("]", "(") }
    let fences = fenceStarts(characters)
    var result = ""
    for (index, character) in characters.enumerated() {
      let needsMark =
        switch character {
        case "\\": true
        case "*", "_": opensEmphasis(characters, at: index)
        case "`": manyTicks
        case "[": hasLink
        case "~": fences.contains(index)
        default: false
        }
      if needsMark { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// The text without the backslashes that `escaped` puts in.
  static func unescaped(_ text: String) -> String {
    var result = ""
    var isEscape = false
    for character in text {
      if !isEscape, character == "\\" {
        isEscape = true
        continue
      }
      if isEscape, !"\\*_`[~".contains(character) { result.append("\\") }
      result.append(character)
      isEscape = false
    }
    return isEscape ? result + "\\" : result
  }
}

extension DeckText {
  /// A mark opens where no letter or figure stands before it and something follows.
  private static func opensEmphasis(_ characters: [Character], at index: Int) -> Bool {
    guard index + 1 < characters.count, !characters[index + 1].isWhitespace else { return false }
    return index == 0 || !(characters[index - 1].isLetter || characters[index - 1].isNumber)
  }

  /// Where lines begin with `~~~`, which would open a block of code.
  private static func fenceStarts(_ characters: [Character]) -> Set<Int> {
    var starts: Set<Int> = []
    for index in characters.indices where characters[index] == "~" {
      let beginsLine = index == 0 || characters[index - 1] == "\n"
      if beginsLine, characters[index...].prefix(3).allSatisfy({ $0 == "~" }) {
        starts.insert(index)
      }
    }
    return starts
  }
}
