/// A rationale that names an option by its letter, which the learner sees in another place.
enum LetteredRationale: DeckRule {
  static let name = "lettered-rationale"

  static func findings(in site: CardSite) -> [Finding] {
    site.lines { $0 == .rationale }.compactMap { line in
      guard let word = lettered(site.deck.text(line.textBytes)) else { return nil }
      return site.finding(
        name,
        .warning,
        "The rationale says \"\(word)\", but options are shown in changing order. Name the option's "
          + "content.",
        at: line.bytes
      )
    }
  }

  /// `option b`, `answer C`, `choice (a)` or a bare `(c)`.
  private static func lettered(_ text: String) -> String? {
    let words = text.split(separator: " ")
    for (index, word) in words.enumerated() {
      let letter = word.filter(\.isLetter)
      guard letter.count == 1, let ascii = letter.lowercased().utf8.first,
        (UInt8(ascii: "a")...UInt8(ascii: "h")).contains(ascii)
      else { continue }
      if word.hasPrefix("("), word.contains(")") { return String(word) }
      let before = index > 0 ? words[index - 1].lowercased() : ""
      let isArticle = letter == "a" || letter == "A"
      if ["option", "answer", "choice", "distractor"].contains(before), !isArticle {
        return "\(words[index - 1]) \(word)"
      }
    }
    return nil
  }
}
