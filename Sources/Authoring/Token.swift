import Reading

/// A word, a number or a mark of a statement.
struct Token: Hashable, Sendable {
  /// Scalars of the statement.
  let range: Range<Int>
  let text: String
  /// Lower case, with straight apostrophes and without a possessive ending.
  let lower: String
  let isPossessive: Bool
  let isWord: Bool

  /// The text with straight apostrophes.
  var straight: String {
    text.unicodeScalars.contains("’") ? text.replacing("’", with: "'") : text
  }

  /// Lower case, with straight apostrophes and a possessive ending.
  var whole: String {
    isPossessive ? Self.lower(text, Array(text.unicodeScalars)[...]) : lower
  }

  var isCapitalised: Bool {
    text.unicodeScalars.first?.isUppercase == true
  }

  /// Whether the token begins with a digit: `5`, `50%`, `1970s`, `1.5`.
  var isNumber: Bool {
    text.unicodeScalars.first?.isDigit == true
  }

  static func tokens(of text: String) -> [Token] {
    tokens(of: Array(text.unicodeScalars))
  }

  static func tokens(of scalars: [Unicode.Scalar]) -> [Token] {
    var tokens: [Token] = []
    var position = 0
    while position < scalars.count {
      if scalars[position].isBlank {
        position += 1
        continue
      }
      let end = max(position + 1, wordEnd(scalars, from: position))
      tokens.append(Token(scalars, position..<end))
      position = end
    }
    return tokens
  }

  private init(_ scalars: [Unicode.Scalar], _ range: Range<Int>) {
    let text = scalars[range].string
    let plain = Self.lower(text, scalars[range])
    let ending = Self.possessiveEnding(scalars[range])
    self.range = range
    self.text = text
    isPossessive = ending > 0
    lower = ending > 0 ? String(plain.unicodeScalars.dropLast(ending)) : plain
    isWord = scalars[range].contains { $0.isLetter || $0.isDigit }
  }

  /// Lower case with straight apostrophes; most words are in it already.
  private static func lower(_ text: String, _ scalars: ArraySlice<Unicode.Scalar>) -> String {
    let isPlain = scalars.allSatisfy { $0.isASCII && !$0.isUppercase }
    if isPlain { return text }
    let lower = text.lowercased()
    return scalars.contains("’") ? lower.replacing("’", with: "'") : lower
  }

  /// How much of a word is its possessive ending: `'s` two scalars, the `'` of `patients'` one.
  private static func possessiveEnding(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    guard scalars.count > 1 else { return 0 }
    let last = scalars[scalars.endIndex - 1]
    let before = scalars[scalars.endIndex - 2]
    let isQuote = { (scalar: Unicode.Scalar) in scalar == "'" || scalar == "’" }
    if last == "s" || last == "S" { return isQuote(before) ? 2 : 0 }
    return isQuote(last) && (before == "s" || before == "S") ? 1 : 0
  }

  /// Letters and digits, and the marks that join them: `treatment-resistant`, `mg/kg`, `1,000`,
  /// `PaO₂`.
  private static func wordEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var end = start
    while end < scalars.count {
      let scalar = scalars[end]
      if scalar.isLetter || scalar.isDigit || end > start && scalar.isSubscript {
        end += 1
      } else if scalar == "°", end == start, end + 1 < scalars.count, scalars[end + 1].isLetter {
        end += 2
      } else if end > start, end + 1 < scalars.count,
        joins(scalar, scalars[end - 1], scalars[end + 1])
      {
        end += 1
      } else {
        break
      }
    }
    if end > start, end < scalars.count, scalars[end] == "%" { end += 1 }
    if end > start, end < scalars.count, isPlural(scalars, possessiveAt: end) { end += 1 }
    return end
  }

  private static func joins(
    _ mark: Unicode.Scalar,
    _ before: Unicode.Scalar,
    _ after: Unicode.Scalar
  )
    -> Bool
  {
    switch mark {
    case "-", "/", "'", "’":
      before.isLetter && after.isLetter || mark == "-" && isSide(before, after)
    case ".": isSide(before, after) && (before.isDigit == after.isDigit)
    case ",", ":": before.isDigit && after.isDigit
    default: false
    }
  }

  /// One of the two is a letter or digit beside a letter: `2-adrenergic`, `COX-2`; not `1-2`.
  private static func isSide(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    (before.isLetter || before.isDigit) && (after.isLetter || after.isDigit)
  }

  private static func isPlural(_ scalars: [Unicode.Scalar], possessiveAt end: Int) -> Bool {
    (scalars[end] == "’" || scalars[end] == "'") && scalars[end - 1] == "s"
      && (end + 1 == scalars.count || scalars[end + 1].isBlank)
  }
}
