/// What is raised above its line: an exponent, a charge or a mark of reference.
enum Superscript {
  /// What of a raised text belongs to the sentence, as it stands behind the text before.
  ///
  /// Behind a digit a number is an exponent, `10^9`, which lost would make another number; behind a
  /// unit it is one too; behind any other word a number or a letter points to a note.
  static func written(_ raised: String, behind before: [Unicode.Scalar]) -> String {
    let mark = raised.filter { !$0.isWhitespace }
    guard let first = mark.unicodeScalars.first, let last = before.last else { return raised }
    let isNumber = first.isDigit || "+-−–".unicodeScalars.contains(first) && mark.count > 1
    if last.isDigit, isNumber { return "^" + mark }
    let isOrdinal = last.isDigit && ["st", "nd", "rd", "th"].contains(mark)
    let isCharge = mark.contains { "+-−–".contains($0) }
    if isOrdinal || isCharge || mark.unicodeScalars.count > 3 { return raised }
    let isNote = mark.unicodeScalars.allSatisfy {
      $0.isLetter && $0.isLowercase || "*†‡§,".unicodeScalars.contains($0)
    }
    if isNote || first == "[" { return "" }
    let unit = before.reversed().prefix { $0.isLetter }.reversed().string
    return isNumber && last.isLetter && !powers.contains(unit) ? "" : raised
  }

  /// Units of which there are squares, cubes and reciprocals.
  private static let powers: Set<String> = [
    "m", "cm", "mm", "km", "dm", "µm", "s", "min", "h", "kg", "L", "l", "mL", "ml", "d",
  ]
}
