/// What is raised above its line: an exponent, a charge or a mark of reference.
enum Superscript {
  /// What of a raised text belongs to the sentence, as it stands behind the text before.
  ///
  /// Behind a digit a number is an exponent, `10^9`, which lost would make another number. Only behind
  /// a word of some length does a number or a letter point to a note; `m2`, `R2` and `Jka` are names.
  static func written(_ raised: String, behind before: [Unicode.Scalar]) -> String {
    let mark = raised.filter { !$0.isWhitespace }
    guard let first = mark.unicodeScalars.first, let last = before.last else { return raised }
    let isNumber = first.isDigit || "+-−–".unicodeScalars.contains(first) && mark.count > 1
    if last.isDigit {
      if mark == "o" { return "°" }
      return isNumber ? "^" + mark : raised
    }
    let isNote = mark.unicodeScalars.allSatisfy {
      $0.isDigit || $0.isLetter && $0.isLowercase || "*†‡§,[]".unicodeScalars.contains($0)
    }
    guard isNote, mark.unicodeScalars.count <= 3 || first == "[" else { return raised }
    let word = before.reversed().prefix { $0.isLetter }.reversed().string
    let isWord = word.unicodeScalars.count > 3 && !units.contains(word)
    return isWord || !last.isLetter || !first.isDigit && !first.isLetter ? "" : raised
  }

  /// Units of four letters, of which there are squares.
  private static let units: Set<String> = ["mmol", "µmol", "μmol", "nmol"]
}
