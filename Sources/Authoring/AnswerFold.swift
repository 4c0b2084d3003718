/// Text as two answers are compared.
enum AnswerFold {
  /// Small letters, plain dashes and apostrophes, no blanks, no mark at either end.
  static func plain(_ text: String) -> String {
    var scalars = text.lowercased().unicodeScalars.compactMap(plain)
    while let last = scalars.last, marks.contains(last) { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars.drop(while: marks.contains)))
  }

  /// The same without articles.
  static func lenient(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    return plain(words.filter { !articles.contains($0.lowercased()) }.joined())
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "–", "−", "‑": "-"
    case "’": "'"
    // The micro sign and the Greek letter look alike.
    case "\u{B5}": "\u{3BC}"
    default: scalar.properties.isWhitespace ? nil : scalar
    }
  }

  private static let articles: Set<String> = ["a", "an", "the"]
  private static let marks: Set<Unicode.Scalar> = [
    ".", ",", ";", ":", "!", "?", "\"", "'", "“", "”", "`",
  ]
}
