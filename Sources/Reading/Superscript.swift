/// What is raised above its line: an exponent, a charge or a mark of reference.
enum Superscript {
  /// What of a raised text belongs to the sentence, as it stands behind the text before.
  ///
  /// Behind a digit a number is an exponent, `10^9`, which lost would make another number. A number or
  /// a letter points to a note behind a stop and behind a word of some length; `m2`, `R2` and `Jka` are
  /// names, and what is raised before a word, as in `99mTc`, belongs to that.
  static func written(_ raised: String, behind before: [Unicode.Scalar]) -> String {
    let mark = raised.filter { !$0.isWhitespace }
    guard let first = mark.unicodeScalars.first, let last = before.last else { return raised }
    let isNumber = first.isDigit || "+-−–".unicodeScalars.contains(first) && mark.count > 1
    if last.isDigit, isNumber { return "^" + mark }
    if last.isDigit, let kept = behindDigit[mark] { return kept }
    let isNote = mark.unicodeScalars.allSatisfy {
      $0.isDigit || $0.isLetter && $0.isLowercase || "*†‡§,[]".unicodeScalars.contains($0)
    }
    guard isNote, mark.unicodeScalars.count <= 3 || first == "[" else { return raised }
    guard last.isLetter else {
      return last.isDigit || ".,;:)]%\"”".unicodeScalars.contains(last) ? "" : raised
    }
    let word = Array(before.reversed().prefix { $0.isLetter }.reversed())
    if first.isLetter { return word.count < 4 && word[0].isUppercase ? raised : "" }
    let isWord = word.count > 3 && !units.contains(word.string)
    return isWord || !first.isDigit ? "" : raised
  }

  /// What is no note behind a number: a degree, an ordinal, the state of a nucleus.
  private static let behindDigit = [
    "o": "°", "st": "st", "nd": "nd", "rd": "rd", "th": "th", "m": "m",
  ]

  /// Units of four letters, of which there are squares.
  private static let units: Set<String> = ["mmol", "µmol", "μmol", "nmol"]
}
