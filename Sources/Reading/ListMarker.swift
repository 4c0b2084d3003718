/// The bullet or number that begins an item of a list.
struct ListMarker {
  let isNumbered: Bool
  /// Where the item's text begins.
  let textStart: Int

  /// Finds `- `, `• `, `1. `, `(a) ` and the like at the first scalar of a line that shows.
  init?(_ text: [Unicode.Scalar], in line: Range<Int>) {
    guard let first = line.first else { return nil }
    var position = first
    if Self.bullets.contains(text[first]) {
      isNumbered = false
      position += 1
    } else {
      guard let end = Self.numberEnd(text, in: line) else { return nil }
      isNumbered = true
      position = end
    }
    guard position < line.upperBound, text[position].isBlank else { return nil }
    while position < line.upperBound, text[position].isBlank { position += 1 }
    guard position < line.upperBound else { return nil }
    textStart = position
  }

  private static let bullets: Set<Unicode.Scalar> = [
    "-", "*", "+", "•", "◦", "‣", "▪", "●", "·", "–",
  ]

  /// The end of `12.`, `12)`, `(12)`, `a)` or `(a)`; a year or a decimal is none.
  private static func numberEnd(_ text: [Unicode.Scalar], in line: Range<Int>) -> Int? {
    var position = line.lowerBound
    let isOpened = text[position] == "("
    if isOpened { position += 1 }
    let start = position
    while position < line.upperBound, text[position].isDigit { position += 1 }
    let isLetter = position == start && position < line.upperBound && text[position].isLowercase
    if isLetter { position += 1 }
    guard (1...3).contains(position - start), position < line.upperBound else { return nil }
    let closer = text[position]
    guard closer == ")" || (closer == "." && !isOpened && !isLetter) else { return nil }
    return position + 1
  }
}
